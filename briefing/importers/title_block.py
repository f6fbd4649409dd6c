"""Read the title block of a text without markup: what stands before the first paragraph.

Only what stands there in so many words becomes metadata; the rest stays empty.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from briefing.importers.bylines import byline_says
from briefing.importers.dates import date_in_line
from briefing.importers.draft import DraftBlock
from briefing.importers.headings import is_caption
from briefing.importers.imprint import is_imprint
from briefing.importers.markers import HEADER_FIELD, LABEL
from briefing.importers.masthead import (
    dated_byline,
    is_institution,
    is_position,
    masthead_says,
)
from briefing.importers.names import (
    CommonWords,
    byline,
    names_before_affiliation,
    split_names,
)
from briefing.importers.sentences import ends_sentence, is_title_case, words
from briefing.importers.title_choice import FrontLine, choose_title
from briefing.model import BlockKind, Metadata

_LONGEST_FRONT = 16  # blocks
_PASSED_OVER = frozenset(
    {BlockKind.FURNITURE, BlockKind.HEADING, BlockKind.META, BlockKind.TABLE, BlockKind.FOOTNOTE}
)
_ADDRESS = re.compile(r"<?https?://\S+>?")
_SUBJECT = re.compile(r"(?:subject|betreff|asunto|objet|title)\s*:", re.IGNORECASE)
_LEAST_TURNS = 3  # of one speaker
_BODY_WORDS = 30  # a paragraph of as many words is text whatever its end
_SENTENCE_WORDS = 10
_LONGEST_TITLE = 40  # words


def read_title_block(blocks: list[DraftBlock]) -> Metadata:
    """Set the kinds of the title block's lines and return what they say of the report."""
    front = _front(blocks)
    title = next((block.text for block in blocks[:_LONGEST_FRONT] if block.level == 1), "")
    common = CommonWords(block.text for block in blocks)
    metadata = Metadata(title=title)
    for block in blocks[:_LONGEST_FRONT]:
        if block.kind is BlockKind.TABLE:
            metadata = _fields_of_table(block).overlaid(metadata)
    has_fields = sum(LABEL.match(block.text.strip("*_ ")) is not None for block in front) >= 3
    lines = [_line(block, common, has_fields=has_fields) for block in front]
    for line in lines:
        if line.said is not None:
            _set_kind(line)
            metadata = _joined(metadata, line.said)
    return choose_title(_with_breaks(lines, blocks), common, metadata)


def _set_kind(line: FrontLine) -> None:
    """Make the line imprint, but the subject of a memo its title."""
    line.block.kind = BlockKind.META
    if _SUBJECT.match(line.text) and line.said is not None and line.said.title:
        line.block.kind, line.block.level = BlockKind.HEADING, 1


def _joined(above: Metadata, said: Metadata) -> Metadata:
    """Return what both say; the line above counts, unless the one below says the day as well."""
    joined = said.overlaid(above)
    if said.date and above.date and str(said.date).startswith(str(above.date)):
        return replace(joined, date=said.date)
    return joined


def _line(block: DraftBlock, common: CommonWords, *, has_fields: bool) -> FrontLine:
    said = _fact(block.text) or (_field_without_use(block.text) if has_fields else None)
    if said is None:
        said = _people(block.text, common)
    by = block.text.strip("*_ ").lower().startswith("by ")
    names_people = said is not None and bool(by or said.authors or said.date)
    return FrontLine(block, said, names_people)


def _with_breaks(lines: list[FrontLine], blocks: list[DraftBlock]) -> list[FrontLine]:
    """Tell each line whether furniture of the site stands right before it."""
    for line in lines:
        index = next(i for i, block in enumerate(blocks) if block is line.block)
        line.after_break = index > 0 and blocks[index - 1].kind is BlockKind.FURNITURE
    return lines


def _people(text: str, common: CommonWords) -> Metadata | None:
    """Return the authors of a line that gives their names and where they work."""
    names, rest = names_before_affiliation(text.strip("*_ "), common)
    if not names or not (is_institution(rest) or is_position(rest)):
        return None
    return Metadata(authors=names)


def _fields_of_table(block: DraftBlock) -> Metadata:
    """Return what the labelled rows of a table in the title block say, and set its kind."""
    rows = [row.replace(" | ", " ") for row in block.text.splitlines()]
    if not all(LABEL.match(row) for row in rows):
        return Metadata()
    block.kind = BlockKind.META
    block.text = "; ".join(rows)
    metadata = Metadata()
    for row in rows:
        metadata = metadata.overlaid(_fact(row) or Metadata())
    return metadata


def _front(blocks: list[DraftBlock]) -> list[DraftBlock]:
    front: list[DraftBlock] = []
    speakers = _repeated_labels(blocks)
    for block in blocks[:_LONGEST_FRONT]:
        if _label_of(block) in speakers:
            break
        if _is_masthead_note(block, front):
            block.kind = BlockKind.PARAGRAPH
        if block.kind in _PASSED_OVER or _stands_aside(block):
            continue
        if block.kind is not BlockKind.PARAGRAPH or _is_body(block.text):
            break
        front.append(block)
    return front if len(front) < len(blocks) else []


def _label_of(block: DraftBlock) -> str:
    label = LABEL.match(block.text.strip("*_ "))
    return label.group().strip() if label else ""


def _repeated_labels(blocks: list[DraftBlock]) -> set[str]:
    """Return the labels that stand before several paragraphs: who speaks, in an interview."""
    if not any(map(_label_of, blocks[:_LONGEST_FRONT])):
        return set()  # only those of the title block are asked about
    counts = Counter(_label_of(block) for block in blocks)
    return {label for label, count in counts.items() if label and count >= _LEAST_TURNS}


def _is_masthead_note(block: DraftBlock, front: list[DraftBlock]) -> bool:
    """Return whether volume and pages, or an address, made a line of the masthead a citation."""
    if block.kind is not BlockKind.FOOTNOTE:
        return False
    is_address = _ADDRESS.fullmatch(block.text) is not None
    return is_address or (not front and masthead_says(block.text) is not None)


def _stands_aside(block: DraftBlock) -> bool:
    """Return whether the block is a caption or an address, which do not end the title block."""
    if block.kind is BlockKind.LIST_ITEM:
        return is_imprint(block.text)
    return is_caption(block.text) and not HEADER_FIELD.match(block.text)


def _is_body(text: str) -> bool:
    if HEADER_FIELD.match(text) or LABEL.match(text) or is_imprint(text):
        return words(text) > _LONGEST_TITLE and ends_sentence(text)
    count = words(text)
    if text.endswith("?") and is_title_case(text):
        return False
    return count >= _BODY_WORDS or (count >= _SENTENCE_WORDS and ends_sentence(text))


def _fact(text: str) -> Metadata | None:
    """Return what a line says by its form alone: a date, a by-line, a field of a memo's head."""
    bare = text.strip("*_ ")
    if field := HEADER_FIELD.match(bare):
        return _field(field.group().rstrip(": ").lower(), bare[field.end() :].strip("*_ "))
    if said := byline_says(bare.replace("*", "")):
        return said
    if authors := byline(bare.replace("*", "")):
        return Metadata(authors=authors)
    day, by = dated_byline(bare)
    if day and (date := date_in_line(day)):
        return Metadata(date=date, authors=byline(by))
    if date := date_in_line(bare):
        return Metadata(date=date)
    if _ADDRESS.fullmatch(bare):
        return Metadata(address=bare.strip("<>"))
    return masthead_says(bare)


def _field_without_use(text: str) -> Metadata | None:
    """Return empty metadata for one of several labelled lines, such as ``Product type: …``."""
    bare = text.strip("*_ ")
    is_field = LABEL.match(bare) and (bare.startswith("|") or not ends_sentence(bare))
    return Metadata() if is_field else None


def _field(name: str, value: str) -> Metadata:
    if name in ("subject", "re", "title", "betreff", "asunto"):
        return Metadata(title=value)
    if name in ("from", "author", "authors", "author(s)", "von", "de"):
        return Metadata(authors=split_names(value))
    if name in ("date", "datum", "fecha", "published", "issued") or "date" in name:
        return Metadata(date=date_in_line(value))
    if name == "publisher":
        return Metadata(publisher=value)
    if name in ("source", "url") and re.fullmatch(r"https?://\S+", value):
        return Metadata(address=value)
    return Metadata()
