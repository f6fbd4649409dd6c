"""Read the title block of a text without markup: what stands before the first paragraph.

Only what stands there in so many words becomes metadata; the rest stays empty.
"""

from __future__ import annotations

import re
from dataclasses import replace

from briefing.importers.dates import date_in_line
from briefing.importers.draft import DraftBlock
from briefing.importers.headings import looks_like_heading
from briefing.importers.imprint import is_imprint, is_series_label
from briefing.importers.markers import HEADER_FIELD, LABEL, MARKDOWN_HEADING
from briefing.importers.names import CommonWords, byline, names_in, split_names
from briefing.importers.sentences import ends_sentence, is_title_case, words
from briefing.model import BlockKind, Metadata

_LONGEST_FRONT = 16  # blocks
_PASSED_OVER = frozenset(
    {BlockKind.FURNITURE, BlockKind.HEADING, BlockKind.META, BlockKind.TABLE, BlockKind.FOOTNOTE}
)
_INTERVIEW_WITH = re.compile(
    r"(?:an? )?(?:interview|conversation|q ?& ?a) with (?=\S)", re.IGNORECASE
)
_SERIES_NAME = re.compile(
    r"(?:\S+ ){1,3}(?:brief|briefing|memo|paper|note|bulletin|review|monitor)s?", re.IGNORECASE
)
_BODY_WORDS = 30  # a paragraph of as many words is text whatever its end
_SENTENCE_WORDS = 10
_LONGEST_TITLE = 40  # words
_LONGEST_PLAIN_TITLE = 18  # words, where only the first begins with a capital
_SECTION_NAMES = re.compile(
    r"(?:\d+\.?\s+)?(?:introduction|executive summary|summary|abstract|preface|foreword|contents"
    r"|table of contents"
    r"|key (?:points|findings|messages|takeaways|judg(?:e)?ments)|background|overview"
    r"|conclusions?|purpose|scope"
    r"|bottom line(?: up front)?|issue|at a glance|einleitung|zusammenfassung|résumé"
    r"|introducción|resumen|введение)\s*:?",
    re.IGNORECASE,
)


def read_title_block(blocks: list[DraftBlock]) -> Metadata:
    """Set the kinds of the title block's lines and return what they say of the report."""
    front = _front(blocks)
    title = next((block.text for block in blocks[:_LONGEST_FRONT] if block.level == 1), "")
    common = CommonWords(block.text for block in blocks)
    metadata, candidates = Metadata(title=title), []
    for block in blocks[:_LONGEST_FRONT]:
        if block.kind is BlockKind.TABLE:
            metadata = _fields_of_table(block).overlaid(metadata)
    has_fields = sum(LABEL.match(block.text.strip("*_ ")) is not None for block in front) >= 3
    for block in front:
        said = _fact(block.text) or (_field_without_use(block.text) if has_fields else None)
        if said is None and (is_series_label(block.text) or is_imprint(block.text)):
            said = Metadata()
        if said is None:
            candidates.append(block)
        else:
            block.kind = BlockKind.META
            metadata = said.overlaid(metadata)
    return _name_and_title(candidates, common, metadata)


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
    front = []
    for block in blocks[:_LONGEST_FRONT]:
        if block.kind in _PASSED_OVER:
            continue
        if block.kind is not BlockKind.PARAGRAPH or _is_body(block.text):
            break
        front.append(block)
    return front if len(front) < len(blocks) else []


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
    if authors := byline(bare.replace("*", "")):
        return Metadata(authors=authors)
    if date := date_in_line(bare):
        return Metadata(date=date)
    if re.fullmatch(r"<?https?://\S+>?", bare):
        return Metadata(address=bare.strip("<>"))
    return None


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


def _name_and_title(
    candidates: list[DraftBlock], common: CommonWords, metadata: Metadata
) -> Metadata:
    """Tell authors and title among the lines that neither form nor wording gives away."""
    titles: list[DraftBlock] = []
    for block in candidates:
        bare = block.text.strip("*_ ")
        names = names_in(_INTERVIEW_WITH.sub("", bare), common)
        if len(candidates) > 1 and not titles and _SERIES_NAME.fullmatch(bare):
            block.kind = BlockKind.META
            continue
        if names and len(candidates) > 1:
            block.kind = BlockKind.META
            metadata = replace(metadata, authors=metadata.authors or names)
        elif _can_be_title(block):
            titles.append(block)
    if not metadata.title and titles and not _SECTION_NAMES.fullmatch(titles[0].text.strip("#*_ ")):
        title = titles[0]
        title.text = MARKDOWN_HEADING.sub("", title.text, count=1)
        title.kind, title.level = BlockKind.HEADING, 1
        metadata = replace(metadata, title=title.text.strip("*_ "))
    return metadata


def _can_be_title(block: DraftBlock) -> bool:
    text = block.text.strip("*_ ")
    if MARKDOWN_HEADING.match(text):
        return True
    if looks_like_heading(text):
        return True
    is_short = 3 <= words(text) <= (_LONGEST_TITLE if is_title_case(text) else _LONGEST_PLAIN_TITLE)
    return (
        is_short
        and not text.endswith((":", ",", ";"))
        and not (ends_sentence(text) and text[-1] != "?")
    )
