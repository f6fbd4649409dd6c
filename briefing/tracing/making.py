"""The data that a document carries, made of what it prints."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

import msgspec

from briefing.blocks import (
    Block,
    Figure,
    Heading,
    Inline,
    ListItem,
    Note,
    Paragraph,
    Table,
    Text,
    plain_text,
    read_document,
)
from briefing.model import Brief, RenderedBrief
from briefing.model.trace import CarriedData, PartKind, TextPart, Trace, TracedFinding
from briefing.quotations import bare
from briefing.tracing.reading import FORMAT, VERSION

_WORDS = frozenset({"", "ending"})
"""Classes of the runs that are a finding's own words; all others stand beside them."""
_MARKING = "portion"
"""Class of the marking that stands before a finding's words."""
_PAGE = "page"
"""Class of the words of a contents list that tell a page."""
_BRIEF = re.compile(r"b(\d+)")
"""Id of the piece of a pack that is a brief."""


def trace_of(brief: Brief) -> Trace:
    """Return what a document carries of a brief: what it prints, and where that comes from."""
    return Trace(
        title=brief.title,
        issued=brief.issued,
        request=hashlib.sha256(_json(msgspec.to_builtins(brief.request))).hexdigest(),
        findings=tuple(
            TracedFinding(section.title, bare(finding))
            for section in brief.sections
            for finding in section.findings
        ),
        sources=brief.sources,
        verified=brief.verified,
        charted=tuple(_charted(brief)),
    )


def _charted(brief: Brief) -> Iterator[TracedFinding]:
    """Yield what only charts quote, under the question of the first chart that does."""
    asked = {
        code: data.question
        for data in reversed(brief.charts)
        for point in data.points
        for code in point.codes
    }
    for finding in brief.charted:
        yield TracedFinding(asked.get(finding.code, ""), bare(finding))


def payload_of(rendered: RenderedBrief) -> bytes:
    """Return the data that a document carries as JSON; nothing for one that carries none.

    The same brief gives the same bytes.
    """
    if not rendered.traces:
        return b""
    carried = CarriedData(
        program=rendered.made_by,
        identifier=rendered.identifier,
        traces=rendered.traces,
        parts=tuple(parts_of(rendered)),
        title=rendered.title,
        on_blank_pages=rendered.on_blank_pages,
    )
    return _json({"format": FORMAT, "version": VERSION, **msgspec.to_builtins(carried)})


def _json(value: Any) -> bytes:
    """Return JSON; half characters, which no file can hold, become question marks."""
    try:
        return msgspec.json.format(msgspec.json.encode(value), indent=1)
    except UnicodeEncodeError:
        return json.dumps(value, ensure_ascii=False, indent=1).encode(errors="replace")


def parts_of(rendered: RenderedBrief) -> Iterator[TextPart]:
    """Yield the text of a document in the order in which it is read."""
    codes = {one.finding.code for trace in rendered.traces for one in trace.findings}
    notes: list[TextPart] = []
    brief = 0
    for block in read_document(rendered.html).blocks:
        brief = _brief_from(block, rendered.pieces, brief)
        code = next((name for name in block.ids if _code_in(name, codes)), "")
        for content in _contents(block):
            notes += (replace(note, brief=brief) for note in _notes(content))
            told = [piece for piece in content if not _is_apart(piece)]
            for part in _parts(block, told, _code_in(code, codes)):
                yield replace(part, brief=brief)
    yield from notes


def _brief_from(block: Block, pieces: Sequence[str], before: int) -> int:
    """Return the number of the brief in which a block of a pack stands; 0: in none."""
    piece = next((name for name in block.ids[:1] if name in pieces), "")
    found = _BRIEF.fullmatch(piece)
    if found:
        return int(found[1])
    return 0 if piece else before


def _is_apart(piece: Inline) -> bool:
    """Return whether a run is no text of its line: a note, the page that a contents list tells."""
    return isinstance(piece, Note) or (isinstance(piece, Text) and piece.role == _PAGE)


def _code_in(name: str, codes: set[str]) -> str:
    """Return the code that an id is made of, in a pack behind the number of its part."""
    return next((code for code in (name, name.partition("-")[2]) if code in codes), "")


def _parts(block: Block, content: Sequence[Inline], code: str) -> Iterator[TextPart]:
    if not code:
        text = plain_text(content)
        if text:
            yield TextPart(_kind(block), text)
        return
    pieces = [piece for piece in content if isinstance(piece, Text)]
    if marking := plain_text(piece for piece in pieces if piece.role == _MARKING):
        yield TextPart(PartKind.MARK, marking, code)
        pieces = [piece for piece in pieces if piece.role != _MARKING]
    stretches = [(own, list(run)) for own, run in groupby(pieces, key=_is_own)]
    words, beside = (
        " ".join(filter(None, (plain_text(run) for own, run in stretches if own is wanted)))
        for wanted in (True, False)
    )
    yield TextPart(PartKind.FINDING, words, code)
    if beside:
        yield TextPart(PartKind.MARK, beside, code)


def _is_own(piece: Text) -> bool:
    """Return whether a run holds words of the finding; spaces go with either."""
    return piece.role in _WORDS and not piece.link


def _notes(content: Iterable[Inline]) -> list[TextPart]:
    found = (plain_text(piece.content) for piece in content if isinstance(piece, Note))
    return [TextPart(PartKind.TEXT, text) for text in found if text]


def _contents(block: Block) -> Iterator[tuple[Inline, ...]]:
    """Yield what is written in a block, a paragraph at a time."""
    if isinstance(block, Table):
        yield block.caption
        for row in block.rows:
            for cell in row.cells:
                yield from (paragraph.content for paragraph in cell.paragraphs)
    elif isinstance(block, Figure):
        yield block.question
        yield block.caption
    else:
        yield block.content


def _kind(block: Block) -> PartKind:
    if isinstance(block, Heading):
        return PartKind.HEADING
    if isinstance(block, Paragraph) and "judgement" in block.within:
        return PartKind.JUDGEMENT
    if isinstance(block, Paragraph) and "passage-text" in block.roles:
        return PartKind.PASSAGE
    if isinstance(block, ListItem) and "sources" in block.roles:
        return PartKind.SOURCE
    return PartKind.TEXT
