"""Tell the text of footnotes and endnotes from the paragraphs among which it stands.

A note shows itself by a raised or plain number before it, by the way citations begin (``Cf.``,
``Ibid.``, ``See``) and by what they hold: an address, page numbers, a volume, a day of access.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.importers.draft import DraftBlock
from briefing.importers.sentences import (
    begins_in_lower_case,
    ends_sentence,
    is_longer,
    is_title_case,
)
from briefing.model import BlockKind

RAISED = "\u00b9\u00b2\u00b3\u2070\u2074-\u2079"
_RAISED_NUMBER = re.compile(rf"[{RAISED}]+|\[\^?\d{{1,3}}\](?=\s*\S)")
_PLAIN_NUMBER = re.compile(r"(?:\d{1,3}[.)]?|[*†‡§])\s*(?=[\"“‘'(\[*_]?[^\W\d])")
_OPENING = re.compile(
    r"(?:Cf\.|Ibid|Id\.|Idem\b|Op\. ?cit|Loc\. ?cit|See(?:,? (?:also|e\.g|for (?:example"
    r"|instance)))\b"
    r"|Vgl\.|Siehe\b|Ebd\.|Voir\b|V[ée]ase\b|Quoted in\b|Cited in\b|См\.|Там же)",
)
_MONTHS = (
    "January February March April May June July August September October November December".split()
)


@dataclass(frozen=True, slots=True)
class _Sign:
    """One sign of a citation, searched for only where one of its hints stands in the text."""

    form: re.Pattern[str]
    hints: tuple[str, ...]
    """What the form cannot match without, in small letters."""

    def is_in(self, text: str, lowered: str) -> bool:
        """Return whether ``text``, given in small letters as well, shows the sign."""
        for hint in self.hints:  # a loop of its own is twice as fast as any()
            if hint in lowered:
                return self.form.search(text) is not None
        return False


_SIGNS = (
    _Sign(re.compile(r"https?://|www\.|\bdoi:|\bDOI\b"), ("http", "www.", "doi")),
    _Sign(
        re.compile(
            r"\bpp?\. ?\d|\b[Ss]\. \d|\bс\. ?\d|\bvol\. ?\d|\bno\. ?\d"
            r"|\b\d+/\d{4}(?:-\d{4})?, pp"
        ),
        ("p.", "s. ", "с.", "vol.", "no.", ", pp"),
    ),
    _Sign(
        re.compile(
            r"\bop\. ?cit|\bibid\b|\bcited above|\babove \(?[Nn]ote|\bsupra\b|\bfn\. ?\d",
            re.IGNORECASE,
        ),
        ("op. cit", "op.cit", "ibid", "cited above", "above note", "above (note", "supra", "fn."),
    ),
    _Sign(
        re.compile(r"\bcf\.|\bquoted in\b|\bavailable (?:\w+ )?at\b|\bat: ", re.IGNORECASE),
        ("cf.", "quoted in", "available ", "at: "),
    ),
    _Sign(
        re.compile(
            r",? in: |\(eds?\.\)|\b[Ee]t al\b|\b(?:University )?Press\b,? (?:\d{4}|\w+ \d{4})"
        ),
        (" in: ", "(ed", "et al", "press"),
    ),
    _Sign(
        re.compile(r"\b(?:accessed|retrieved|last visited|consult[ée]|abgerufen)\b", re.IGNORECASE),
        ("accessed", "retrieved", "last visited", "consult", "abgerufen"),
    ),
    _Sign(
        re.compile(rf"\b\d{{1,2}} (?:{'|'.join(_MONTHS)}) \d{{4}},"),
        tuple(month.lower() for month in _MONTHS),
    ),
    _Sign(re.compile(r"\((?:[A-Z][\w ]+: )?[A-Z][\w &]+, (?:19|20)\d\d\)"), (", 19", ", 20")),
)
_REFERENCE = re.compile(
    r"(?P<who>[A-Z][^\"“”!?]{2,100}), [\"“](?P<title>[^\"“”]{8,250})[\"”],? (?P<rest>[^!?]{4,160})"
)
"""A citation without a number: who, the title in quotation marks, where and when it came out."""
_DATED_AUTHOR = re.compile(
    r"[A-Z][\w’'-]+,? (?:[A-Z]\.?[ -]?){1,3}[^!?]{0,120}?\(?\b(?:19|20)\d\d[a-z]?\)?[.,:] \S"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LONGEST_REFERENCE = 60  # words
_NOTES_HEADING = re.compile(
    r"(?:\d+\.? )?(?:end ?notes?|foot ?notes?|notes|references|bibliography|works cited"
    r"|sources(?: cited)?"
    r"|notes and references|literatur(?:verzeichnis)?|anmerkungen|notes de bas de page"
    r"|bibliographie"
    r"|r[ée]f[ée]rences|notas|referencias|bibliograf[íi]a|примечания|литература|источники)\s*:?",
    re.IGNORECASE,
)
_BARE_ADDRESS = re.compile(r"<?(?:https?://|www\.)\S+>?\.?")
_LONGEST_NOTE = 220  # words; above it a paragraph is text, whatever it cites


def mark_notes(blocks: list[DraftBlock]) -> list[DraftBlock]:
    """Return ``blocks`` with the kind of every note set to footnote; nothing is moved or lost."""
    has_notes = any(_is_marked(block.text) for block in blocks)
    in_notes = False
    for index, block in enumerate(blocks):
        if heads_notes(block.text):
            in_notes = index > len(blocks) // 2 or _is_note_like(_following(blocks, index))
            continue
        if block.kind is BlockKind.HEADING:
            in_notes = False
        if in_notes and block.kind is BlockKind.TABLE:
            block.kind, block.text = BlockKind.FOOTNOTE, " ".join(block.text.split())
        if not _is_text(block):
            continue
        is_note = _is_note(block.text, in_notes, has_notes) or (
            in_notes and index > 0 and _goes_on_list(block, blocks[index - 1])
        )
        if is_note or (has_notes and _is_note_in_cut(blocks, index)):
            block.kind = BlockKind.FOOTNOTE
    return blocks


def heads_notes(text: str) -> bool:
    """Return whether the line is the heading above notes or a list of sources."""
    return _NOTES_HEADING.fullmatch(text.strip("#* ")) is not None


def _goes_on_list(block: DraftBlock, before: DraftBlock) -> bool:
    """Return whether an entry with a year stands below another in a list of sources."""
    is_short = not is_longer(block.text, _LONGEST_REFERENCE)
    return before.kind is BlockKind.FOOTNOTE and is_short and bool(_YEAR.search(block.text))


def _following(blocks: list[DraftBlock], index: int) -> str:
    return blocks[index + 1].text if index + 1 < len(blocks) else ""


def _is_note(text: str, in_notes: bool, has_notes: bool) -> bool:
    if _BARE_ADDRESS.fullmatch(text):
        return True
    if is_longer(text, _LONGEST_NOTE):
        return False
    if _is_marked(text):
        return True
    if in_notes:
        numbered = _PLAIN_NUMBER.match(text) or _RAISED_NUMBER.match(text)
        return _is_note_like(text) or numbered is not None
    if is_reference(text):
        return True
    if _OPENING.match(text):
        return signs(text) >= 1
    return has_notes and signs(text) >= 2


def is_reference(text: str) -> bool:
    """Return whether the text is a citation by its build alone, as endnotes without numbers are."""
    if is_longer(text, _LONGEST_REFERENCE):
        return False
    match = _REFERENCE.fullmatch(text)
    if match is None or not _YEAR.search(match["rest"]):
        return False
    return is_title_case(match["who"]) and not begins_in_lower_case(match["rest"])


def _is_note_in_cut(blocks: list[DraftBlock], index: int) -> bool:
    """Return whether a block with one sign of a citation interrupts a sentence."""
    text = blocks[index].text
    if is_longer(text, _LONGEST_NOTE) or not _stands_in_cut(blocks, index):
        return False
    return signs(text) >= 1


def _is_note_like(text: str) -> bool:
    if is_reference(text) or _DATED_AUTHOR.match(text):
        return True
    return _is_marked(text) or bool(_OPENING.match(text)) or signs(text) >= 1


def _is_marked(text: str) -> bool:
    """Return whether a raised number, or a plain one before a citation, opens the text."""
    if re.match(rf"[{RAISED}]+\s*\S", text):
        return True
    number = _RAISED_NUMBER.match(text) or _PLAIN_NUMBER.match(text)
    if number is None:
        return False
    rest = text[number.end() :].lstrip()
    if _OPENING.match(rest) or rest.startswith("See "):
        return True
    # "1." may also number a paragraph, which must look more like a citation to be one
    return signs(rest) >= (2 if number.group().rstrip().endswith((".", ")")) else 1)


def signs(text: str) -> int:
    """Return how many of the eight signs of a citation ``text`` shows."""
    lowered = text.lower()
    return sum(sign.is_in(text, lowered) for sign in _SIGNS)


def _stands_in_cut(blocks: list[DraftBlock], index: int) -> bool:
    """Return whether a sentence breaks off before the block and goes on after it."""
    before = next((b for b in reversed(blocks[max(0, index - 8) : index]) if _is_text(b)), None)
    after = next(
        (b for b in blocks[index + 1 : index + 9] if _is_text(b) and begins_in_lower_case(b.text)),
        None,
    )
    if before is None or after is None:
        return False
    return not ends_sentence(before.text) and begins_in_lower_case(after.text)


def _is_text(block: DraftBlock) -> bool:
    return block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
