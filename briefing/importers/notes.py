"""Tell the text of footnotes and endnotes from the paragraphs among which it stands.

A note shows itself by a raised or plain number before it, by the way citations begin (``Cf.``,
``Ibid.``, ``See``) and by what they hold: an address, page numbers, a volume, a day of access.
"""

from __future__ import annotations

import re

from briefing.importers.citations import (
    DATED_AUTHOR,
    LONGEST_REFERENCE,
    OPENING,
    YEAR,
    cites,
    is_reference,
    signs,
)
from briefing.importers.draft import DraftBlock
from briefing.importers.note_runs import RAISED, mark_note_runs
from briefing.importers.sentences import begins_in_lower_case, ends_sentence, is_longer
from briefing.model import BlockKind

_RAISED_NUMBER = re.compile(rf"[{RAISED}]+|\[\^?\d{{1,3}}\](?=\s*\S)")
_PLAIN_NUMBER = re.compile(r"(?:\(?\d{1,3}[.)]?|[*†‡§])\s*(?=[\"“‘'(\[*_]?[^\W\d])")
_NOTES_HEADING = re.compile(
    r"(?:\d+\.? )?(?:end ?notes?|foot ?notes?|notes|references|bibliography|works cited"
    r"|sources(?: cited)?"
    r"|notes and (?:references|sources)|(?:references|sources) and notes"
    r"|literatur(?:verzeichnis)?|anmerkungen|fußnoten|endnoten|quellen(?:verzeichnis)?"
    r"|notes de bas de page"
    r"|bibliographie"
    r"|r[ée]f[ée]rences|notas|referencias|bibliograf[íi]a|примечания|литература|источники)\s*:?",
    re.IGNORECASE,
)
_BARE_ADDRESS = re.compile(r"<?(?:https?://|www\.)\S+>?\.?")
_LONGEST_NOTE = 220  # words; above it a paragraph is text, whatever it cites


def mark_notes(blocks: list[DraftBlock]) -> list[DraftBlock]:
    """Return ``blocks`` with the kind of every note set to footnote; nothing is moved or lost."""
    blocks = mark_note_runs(blocks)
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
    is_short = not is_longer(block.text, LONGEST_REFERENCE)
    return before.kind is BlockKind.FOOTNOTE and is_short and bool(YEAR.search(block.text))


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
        return _is_note_like(text) or cites(text) or numbered is not None
    if is_reference(text):
        return True
    if OPENING.match(text):
        return signs(text) >= 1
    return has_notes and signs(text) >= 2


def _is_note_in_cut(blocks: list[DraftBlock], index: int) -> bool:
    """Return whether a block with one sign of a citation interrupts a sentence."""
    text = blocks[index].text
    if is_longer(text, _LONGEST_NOTE) or not _stands_in_cut(blocks, index):
        return False
    return signs(text) >= 1


def _is_note_like(text: str) -> bool:
    if is_reference(text) or DATED_AUTHOR.match(text):
        return True
    return _is_marked(text) or bool(OPENING.match(text)) or signs(text) >= 1


def _is_marked(text: str) -> bool:
    """Return whether a raised number, or a plain one before a citation, opens the text."""
    if re.match(rf"[{RAISED}]+\s*\S", text):
        return True
    number = _RAISED_NUMBER.match(text) or _PLAIN_NUMBER.match(text)
    if number is None:
        return False
    rest = text[number.end() :].lstrip()
    if OPENING.match(rest) or rest.startswith("See "):
        return True
    # "1." may also number a paragraph, which must look more like a citation to be one
    return signs(rest) >= (2 if number.group().rstrip().endswith((".", ")")) else 1)


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
