"""Know the words of web pages that belong to the site, not to the report."""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.importers.draft import DraftBlock
from briefing.importers.imprint import is_imprint
from briefing.importers.sentences import ends_sentence, is_longer
from briefing.model import BlockKind

_COMMENT_FORM = re.compile(
    r"(?:leave|write|post|add|submit) (?:a|your) (?:reply|comment|response)(?: cancel reply)?"
    r"|your e?-?mail address will not be published\b.*|required fields are marked.*|cancel reply"
    r"|save my name, e?-?mail,? and website in this browser.*|post comment|comments? (?:are"
    r"|is) closed.*"
    r"|you must be logged in to (?:post a )?comment.*|(?:\d+|no) comments?(?: yet)?"
    r"|join the (?:discussion|conversation)"
    r"|laisser un commentaire.*|votre adresse e-?mail ne sera pas publiée.*"
    r"|deja (?:una respuesta|un comentario).*"
    r"|tu dirección de correo electrónico no será publicada.*|schreibe? einen kommentar.*"
    r"|deine e-?mail-adresse wird nicht veröffentlicht.*|добавить комментарий.*"
    r"|ваш адрес e-?mail не будет.*",
    re.IGNORECASE,
)
_SITE = re.compile(
    r"share (?:this|on|via)\b.{0,60}|click to share on .*|share|tweet|e-?mail this.*"
    r"|print(?: this.*| friendly.*)?"
    r"|(?:share|tweet|pin|print|e?-?mail|facebook|twitter|linkedin|whatsapp|telegram|reddit|x|\W"
    r")+"
    r"|follow us(?: on .*)?|subscribe(?: (?:to|now|here|today)\b.{0,80})?|sign up (?:for"
    r"|to)\b.{0,80}|newsletter"
    r"|(?:log|sign) ?in|register|skip to (?:main )?content|back to top|menu|search|home"
    r"|advertisement|sponsored"
    r"|related|related (?:posts?|articles?|stories|content|reading|topics)s?:?|you (?:may"
    r"|might) also (?:like|be interested in).*"
    r"|recommended(?: for you| reading)?|more from .{0,60}|read (?:more|next"
    r"|also)\b.{0,80}|continue reading.*"
    r"|previous(?: (?:post|article))?|next(?: (?:post|article))?|(?:accept|reject"
    r"|manage) (?:all )?cookies?.*"
    r"|(?:we|this (?:web)?site) uses? cookies\b.*|privacy (?:policy|notice)|terms (?:of (?:use"
    r"|service)|and conditions)"
    r"|cookie (?:policy|settings|preferences)|download(?: (?:the )?(?:pdf|report|paper"
    r"|file))?(?: \(.{0,20}\))?|\d+ min(?:ute)?s? read"
    r"|loading\.{0,3}|play|listen(?: to (?:this )?article)?|view (?:comments|all|more)|show more"
    r"|load more|tags?:.{0,200}"
    r"|filed under:?.{0,200}|categor(?:y|ies):.{0,200}|photo (?:credit|by):?.{0,100}"
    r"|image (?:credit|source):.{0,100}",
    re.IGNORECASE,
)
_SIGN_UP = re.compile(
    r"(?:get|receive|have) .{3,80}\b(?:in|to|into) your (?:inbox|e-?mail)\b.*"
    r"|(?:enter|type|add) your e-?mail.{0,40}|your e-?mail(?: address)?|e-?mail address"
    r"|join (?:our|[\d,.]+) .{0,40}(?:mailing list|subscribers|followers|readers)"
    r"|(?:enjoying|enjoyed|like|liked) (?:this|what you).{0,120}|thanks for reading.{0,120}"
    r"|if you (?:like|liked|enjoy|enjoyed) (?:this|what).{0,120}"
    r"|(?:you can |please )?(?:consider )?support(?:ing)? (?:my|our|us|independent)\b.{0,80}"
    r"|buy me a coffee.{0,40}|(?:donate|become a (?:member|patron|subscriber))\b.{0,60}"
    r"|(?:upgrade|subscribe) (?:to|for)\b.{0,60}|this (?:article|post|site) is (?:for|only).{0,80}",
    re.IGNORECASE,
)
_POST_FOOT = re.compile(
    r"tagged(?: with)?:? .{1,200}|posted in:? .{1,120}|← ?\S.{0,120}|\S.{0,120} ?→|reply"
    r"|\d+ (?:thoughts?|replies|responses|comments?) (?:on|to) .{1,160}|powered by .{2,60}"
    r"|(?:most|more) (?:read|popular|viewed|on this topic).{0,40}|latest (?:posts?|articles?|news)"
    r"|\S{1,30}(?: \S{1,30}){0,3}(?: ?[>›»/] \S{1,30}(?: \S{1,30}){0,5}){2,6}"
    r"|(?:this (?:article|story|post) )?continue[sd] (?:on|from) (?:page|p\.) ?\w+.{0,20}"
    r"|see also (?:our|page)\b.{0,60}|(?:turn to|please turn) .{0,20}page.{0,10}"
    r"|\((?:applause|laughter|interruption|inaudible|crosstalk|pause)[^()]{0,40}\)"
    r"|column \d{1,5}(?:wh|gc|ws)?|#{3,}|-?\s?30\s?-|\*{3,}|ends|\(ends\)|- ?more ?-",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"[(\[](?:photo|image|picture|illustration|map|graphic|credit|foto|©)\w*\b[^\])]{0,160}[)\]]"
    r"|(?:photo|image|picture|foto)(?:graph)?(?:s|er)?(?: (?:credits?|by|courtesy of))?"
    r"\s?[:–-]?\s?[^.:/]{2,60} ?/ ?[^.:/]{2,60}"
    r"|(?:photo|image|picture)(?:graph)?s? (?:by|courtesy of) .{2,80}"
    r"|(?:ap|afp|reuters|epa|getty) ?(?:photo|images?)\b.{0,80}|.{2,60}/(?:getty images|afp|reuters"
    r"|ap|epa|shutterstock)(?:[ /].{0,40})?",
    re.IGNORECASE,
)
_MENU_WORDS = frozenset(
    "home about us contact archive archives search menu login log in sign up register subscribe"
    " privacy policy terms of use and conditions cookies cookie settings accessibility sitemap"
    " legal notice imprint jobs careers donate press media rss publications research events news"
    " experts topics regions podcasts podcast videos blog shop help faq english français deutsch"
    " español русский our work team site map copyright disclaimer newsletter".split()
)
_LEAST_MENU = 3  # entries
_ENTRY_WORD = re.compile(r"[^\s|·•>»/]+")
_GAP = re.compile(r"\s*[|·•>»/]\s*|\s{2,}|\t")
_COMMENTS = re.compile(
    r"\d+ (?:thoughts?|replies|responses|comments?) (?:on|to) .{1,160}|comments? ?\(\d+\)",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"related(?: (?:posts?|articles?|stories|content|reading|topics|publications))?:?"
    r"|(?:you (?:may|might) also like|recommended(?: for you| reading)?|more from .{0,60}|read next"
    r"|most (?:read|popular)|latest (?:posts?|articles?|news)|further reading|explore more)\s*:?",
    re.IGNORECASE,
)
_TEXT_WORDS = 10  # a sentence as long is text
_LONGEST_LINK = 16  # words
_LEAST_WORD = re.compile(r"[^\W\d_]{3,}")
_LONGEST_STAMP = 40  # characters of a line without a word: a number of a document, an hour
_LONGEST = 40  # words: a longer paragraph is text, however it begins
_SMALLEST_FORM_TAIL = 6  # words: what follows a comment form in lines as short belongs to it


def is_site_furniture(text: str) -> bool:
    """Return whether the line is the site's own: a share bar, a link to more, a notice."""
    return not is_longer(text, _LONGEST) and _is_line_of_site(text)


@lru_cache(maxsize=4096)  # a report's lines are looked at as read, and again when cleaned
def _is_line_of_site(text: str) -> bool:
    stripped = text.strip()
    bare = stripped.strip(" *_#>|•·-–—[]")
    forms = (_COMMENT_FORM, _SITE, _SIGN_UP)
    whole = (_POST_FOOT, _CREDIT)
    return (
        not bare
        or any(form.fullmatch(bare) for form in forms)
        or any(form.fullmatch(stripped) for form in whole)
        or _is_menu(stripped)
    )


def _is_menu(text: str) -> bool:
    """Return whether the line is the site's menu: its usual entries and nothing else."""
    first = _ENTRY_WORD.search(text)
    if first is None or first.group().lower() not in _MENU_WORDS:
        return False
    entries = [entry for entry in _GAP.split(text.strip(" |·•")) if entry]
    known = [all(word in _MENU_WORDS for word in entry.lower().split()) for entry in entries]
    return len(entries) >= _LEAST_MENU and all(known)


def mark_site_furniture(blocks: list[DraftBlock]) -> list[DraftBlock]:
    """Return ``blocks`` with the site's own lines, and all of a comment form, as furniture.

    After the last paragraph of the report, a list of links to more goes as a whole.
    """
    in_form = in_list = in_comments = False
    end = _end_of_text(blocks)
    for index, block in enumerate(blocks):
        if block.kind in (BlockKind.TABLE, BlockKind.FOOTNOTE, BlockKind.META):
            continue
        bare = block.text.strip(" *_#")
        starts_form = bool(_COMMENT_FORM.fullmatch(bare))
        in_form = starts_form or (in_form and not is_longer(block.text, _SMALLEST_FORM_TAIL))
        in_list = index > end and (in_list or bool(_MORE.fullmatch(bare)))
        is_link = in_list and not is_longer(bare, _LONGEST_LINK) and not is_imprint(bare)
        in_comments = in_comments or (index > len(blocks) // 2 and bool(_COMMENTS.fullmatch(bare)))
        is_comment = in_comments and not is_imprint(bare)
        if in_form or is_link or is_comment or is_site_furniture(block.text) or _is_stamp(block):
            block.kind, block.level = BlockKind.FURNITURE, 0
    return blocks


def _end_of_text(blocks: list[DraftBlock]) -> int:
    """Return the place of the last block that is text: a sentence of some length."""
    for index in range(len(blocks) - 1, -1, -1):
        text = blocks[index].text
        is_text = is_longer(text, _TEXT_WORDS - 1) and ends_sentence(text) and not is_imprint(text)
        if is_text and not is_site_furniture(text):
            return index
    return -1


def _is_stamp(block: DraftBlock) -> bool:
    """Return whether a line holds no word: a document's number, an hour, a printer's mark."""
    if block.kind is not BlockKind.PARAGRAPH or len(block.text) > _LONGEST_STAMP:
        return False
    has_figure = any(character.isdigit() for character in block.text)
    return has_figure and not _LEAST_WORD.search(block.text)
