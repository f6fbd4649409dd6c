"""Markings of the parts of a document, as they stand before each: ``(S)``.

A template knows nothing of them: it prints findings and the desk's texts, and the marks come with
these. A mark with which the officer has begun a paragraph is printed where marks are wanted, and is
taken away where not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from briefing.marking import load_scheme, read_marking, split_mark
from briefing.marking.parts import (
    mark_of_judgement,
    markings_of,
    report_markings,
    with_fields,
    with_texts,
)
from briefing.model import Brief, BriefFinding, Judgement
from briefing.model.marking import Scheme

_BEGIN, _END = "\ufdd0", "\ufdd1"
"""Around a mark until the template has run; no text may hold these, which are no characters."""
_MARK = re.compile(f"{_BEGIN}([^{_BEGIN}{_END}]*){_END}")
_DATE = re.compile(r"\s*\d{4}(-\d{2}){0,2}\s*")
"""What a template may print in words, and says nothing by itself."""
_TAG = re.compile(r"<title>.*?</title>|<[^>]*>", re.DOTALL)


def presented(brief: Brief) -> Brief:
    """Return a brief whose texts and findings hold their portion marks, or none at all.

    Without a scheme it is returned as it is.
    """
    scheme = load_scheme(brief.request.scheme)
    if scheme is None:
        return brief
    request = brief.request
    write = _writer(scheme, request.marking) if request.portion_marks else _bare(scheme)
    bare = _bare(scheme)
    judgements = tuple(_judgement(one, scheme, write) for one in request.judgements)
    request = with_fields(with_texts(request, write, bare), _but_dates(write))
    made = replace(brief, title=bare(brief.title), request=replace(request, judgements=judgements))
    if not request.portion_marks:
        return made
    reports = report_markings(brief)
    return made.with_findings(lambda finding: _finding(finding, reports, scheme))


def printed(html: str) -> str:
    """Return what a template wrote with the marks as elements; none within tags and titles."""
    if _BEGIN not in html:
        return html
    html = _TAG.sub(lambda found: _MARK.sub("", found[0]), html)
    html = _MARK.sub(r'<span class="portion">(\1)</span>', html)
    return html.replace(_BEGIN, "").replace(_END, "")


def _writer(scheme: Scheme, banner: str) -> Callable[[str], str]:
    """Return what puts its mark, or that of the document, before a paragraph."""
    whole = read_marking(banner, scheme)

    def write(text: str) -> str:
        if text.startswith(_BEGIN):
            return text
        mark, words = split_mark(text, scheme)
        mark = mark or whole
        return f"{_BEGIN}{mark.portion}{_END} {words}" if mark and words.strip() else words

    return write


def _bare(scheme: Scheme) -> Callable[[str], str]:
    """Return what takes away the mark with which a text begins."""
    return lambda text: split_mark(text, scheme)[1]


def _but_dates(write: Callable[[str], str]) -> Callable[[str], str]:
    """Return what marks every text in a template's fields, however short, but bare dates."""
    return lambda text: text if _DATE.fullmatch(text) else write(text)


def mark_of_document(brief: Brief) -> str:
    """Return the mark of a presented brief's own, with a space, where marks are printed."""
    scheme = load_scheme(brief.request.scheme) if brief.request.portion_marks else None
    mark = read_marking(brief.request.marking, scheme) if scheme else None
    return f"{_BEGIN}{mark.portion}{_END} " if mark else ""


def _judgement(one: Judgement, scheme: Scheme, write: Callable[[str], str]) -> Judgement:
    mark = mark_of_judgement(one, scheme)
    _, words = split_mark(one.text, scheme)
    said = f"({mark.portion}) {words}" if mark else words
    return replace(one, text=write(said))


def _finding(finding: BriefFinding, reports: Mapping[int, str], scheme: Scheme) -> BriefFinding:
    marks = (
        read_marking(marking or scheme.unmarked, scheme)
        for marking in markings_of(finding, reports)
    )
    known = [mark for mark in marks if mark is not None]
    highest = max(known, key=lambda mark: mark.rank, default=None)
    return replace(finding, portion=highest.portion if highest else "")


def marking_key(brief: Brief, annexed: Iterable[str] = ()) -> str:
    """Return what the marks in a presented brief stand for, as a document prints it once.

    ``annexed`` are those in its annex.
    """
    scheme = load_scheme(brief.request.scheme) if brief.request.portion_marks else None
    if scheme is None:
        return ""
    used = {mark.partition("//")[0] for mark in (*_marks_in(brief), *annexed)}
    levels = [f"({one.portion}) {one.name}" for one in scheme.levels if one.portion in used]
    said = f"Marks before findings and paragraphs, {scheme.name}: {'; '.join(levels)}."
    return said if levels else ""


def _marks_in(brief: Brief) -> set[str]:
    """Return the marks that a presented brief prints."""
    found = {finding.portion for finding in brief.findings}

    def note(text: str) -> str:
        found.update(_MARK.findall(text))
        return text

    with_fields(with_texts(brief.request, note, note), note)
    for judgement in brief.request.judgements:
        note(judgement.text)
    return found
