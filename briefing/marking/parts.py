"""The parts of a document that carry markings: findings, judgements, paragraphs of the desk."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from briefing.marking.reading import (
    Marking,
    doubtful_marks,
    marks_of_lines,
    read_marking,
    split_mark,
)
from briefing.model import Brief, BriefFinding, BriefRequest, FieldValue, Judgement
from briefing.model.marking import Part, Scheme

TEXTS = ("bottom_line", "recommendation", "action")
"""Fields of the request that hold paragraphs of the desk."""
LINES = ("lines_to_take", "enclosures")
"""Fields that hold several lines."""
HEADS = ("title", "purpose", "addressee", "sender", "through", "reference", "version")
"""Fields of one line at the head of a document."""
_BLANK = re.compile(r"\n\s*\n")
TextChange = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class DeskText:
    """A paragraph, line or field of the desk's own."""

    name: str
    """``bottom line``, ``lines to take, line 2``."""
    mark: Marking | None
    """With which it begins; None: that of the document holds."""
    words: str
    """Without the mark."""


def markings_of(finding: BriefFinding, reports: Mapping[int, str]) -> tuple[str, ...]:
    """Return the markings that a finding carries: its own, else those of all that it cites.

    ``reports`` holds the marking of each source by its number.
    """
    if finding.marking:
        return (finding.marking,)
    cited = (*finding.citations, *(one.citation for one in finding.disagreements))
    return tuple(dict.fromkeys(reports.get(citation.source, "") for citation in cited))


def report_markings(brief: Brief) -> dict[int, str]:
    """Return the marking of each source by its number."""
    return {source.number: source.metadata.marking for source in brief.sources}


def parts_of(brief: Brief, scheme: Scheme | None) -> tuple[Part, ...]:
    """Return all that a document's marking has to cover."""
    reports = report_markings(brief)
    findings = (
        Part(f"finding {finding.code}", marking)
        for finding in brief.quoted
        for marking in markings_of(finding, reports)
    )
    return (*findings, *parts_of_request(brief.request, scheme))


def parts_of_request(request: BriefRequest, scheme: Scheme | None) -> Iterator[Part]:
    """Yield the judgements and texts of the desk that carry markings of their own."""
    for number, judgement in enumerate(request.judgements, 1):
        if marking := _of_judgement(judgement, scheme):
            yield Part(f"judgement {number}", marking)
    if scheme is not None:
        for text in desk_texts(request, scheme):
            if text.mark is not None:
                yield Part(text.name, text.mark.text(scheme))
            for mark in marks_of_lines(text.words, scheme):
                yield Part(text.name, mark.text(scheme))
            for mistyped in doubtful_marks(text.words, scheme):
                yield Part(text.name, mistyped)


def _of_judgement(judgement: Judgement, scheme: Scheme | None) -> str:
    if judgement.marking or scheme is None:
        return judgement.marking
    mark, words = split_mark(judgement.text, scheme)
    return mark.text(scheme) if mark else next(doubtful_marks(words, scheme), "")


def mark_of_judgement(judgement: Judgement, scheme: Scheme) -> Marking | None:
    """Return the marking of a judgement's own, if it has one of the scheme."""
    said = _of_judgement(judgement, scheme)
    return read_marking(said, scheme) if said else None


def desk_texts(
    request: BriefRequest, scheme: Scheme, labels: Mapping[str, str] | None = None
) -> Iterator[DeskText]:
    """Yield every paragraph, line and field of the desk's own but the judgements.

    ``labels`` are what the template calls its fields, by their names.
    """
    for field in HEADS:
        yield _text(field, getattr(request, field), scheme)
    for field in TEXTS:
        paragraphs = _paragraphs(getattr(request, field))
        yield from _numbered(field.replace("_", " "), "paragraph", paragraphs, scheme)
    for field in ("copies", *LINES):
        yield from _numbered(field.replace("_", " "), "line", getattr(request, field), scheme)
    for value in request.fields:
        label = (labels or {}).get(value.name, "")
        yield from _of_field(label or value.name.replace("_", " "), value, scheme)


def _of_field(name: str, value: FieldValue, scheme: Scheme) -> Iterator[DeskText]:
    """Yield the paragraphs in a field of the template: by row and column, where it has several."""
    for number, row in enumerate(value.rows, 1):
        which = f"{name}, row {number}" if len(value.rows) > 1 else name
        for column, cell in enumerate(row, 1):
            place = f"{which}, column {column}" if len(row) > 1 else which
            yield from _numbered(place, "paragraph", _paragraphs(cell), scheme)


def _numbered(name: str, kind: str, texts: Iterable[str], scheme: Scheme) -> Iterator[DeskText]:
    texts = tuple(texts)
    for number, text in enumerate(texts, 1):
        yield _text(f"{name}, {kind} {number}" if len(texts) > 1 else name, text, scheme)


def _text(name: str, text: str, scheme: Scheme) -> DeskText:
    mark, words = split_mark(text, scheme)
    return DeskText(name, mark, words)


def with_texts(request: BriefRequest, change: TextChange, heads: TextChange) -> BriefRequest:
    """Return a request with each paragraph and line of the desk's own changed.

    ``heads`` changes the fields of one line at the head. Judgements stay as they are; what is
    changed to nothing goes.
    """
    values: dict[str, Any] = {field: heads(getattr(request, field)) for field in HEADS}
    values |= {field: in_paragraphs(getattr(request, field), change) for field in TEXTS}
    values |= {field: _kept(map(change, getattr(request, field))) for field in LINES}
    values["copies"] = _kept(map(heads, request.copies))
    return replace(request, **values)


def with_fields(request: BriefRequest, change: TextChange) -> BriefRequest:
    """Return a request with each paragraph in the fields of its template changed."""
    fields = (
        FieldValue(
            value.name,
            _kept(tuple(in_paragraphs(cell, change) for cell in row) for row in value.rows),
        )
        for value in request.fields
    )
    return replace(request, fields=tuple(value for value in fields if not value.is_empty))


def in_paragraphs(text: str, change: TextChange) -> str:
    """Return a text with each of its paragraphs changed; what is changed to nothing goes."""
    return "\n\n".join(filter(None, (change(one) for one in _paragraphs(text))))


def _paragraphs(text: str) -> list[str]:
    return [one.strip("\n") for one in _BLANK.split(text) if one.strip()]


def _kept(items: Iterable[Any]) -> tuple[Any, ...]:
    """Return what is not empty: texts, or rows of cells of which one holds a word."""
    return tuple(one for one in items if (any(one) if isinstance(one, tuple) else one))
