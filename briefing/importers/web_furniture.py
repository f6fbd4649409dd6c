"""Know the words of web pages that belong to the site, not to the report."""

from __future__ import annotations

import re

from briefing.importers.draft import DraftBlock
from briefing.importers.sentences import words
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
_LONGEST = 40  # words: a longer paragraph is text, however it begins
_SMALLEST_FORM_TAIL = 6  # words: what follows a comment form in lines as short belongs to it


def is_site_furniture(text: str) -> bool:
    """Return whether the line is the site's own: a share bar, a link to more, a notice."""
    if words(text) > _LONGEST:
        return False
    bare = text.strip(" *_#>|•·-–—")
    return bool(_COMMENT_FORM.fullmatch(bare) or _SITE.fullmatch(bare)) or not bare


def mark_site_furniture(blocks: list[DraftBlock]) -> list[DraftBlock]:
    """Return ``blocks`` with the site's own lines, and all of a comment form, as furniture."""
    in_form = False
    for block in blocks:
        if block.kind in (BlockKind.TABLE, BlockKind.FOOTNOTE):
            continue
        starts_form = bool(_COMMENT_FORM.fullmatch(block.text.strip(" *_#")))
        in_form = starts_form or (in_form and words(block.text) <= _SMALLEST_FORM_TAIL)
        if in_form or is_site_furniture(block.text):
            block.kind, block.level = BlockKind.FURNITURE, 0
    return blocks
