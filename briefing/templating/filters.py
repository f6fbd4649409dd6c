"""How single things are written: marks, dates, sources. All typography of the text lives here.

Whatever comes out of a report or a request is escaped here or by Jinja; only the tags written
below are markup.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache
from itertools import zip_longest

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from briefing import grading
from briefing.blocks import runs_from_the_right
from briefing.model import (
    BriefFinding,
    Citation,
    DataFile,
    Judgement,
    PartialDate,
    Quotation,
    Source,
)
from briefing.templating.excerpts import Piece
from briefing.templating.own_figures import data_line
from briefing.wording import joined, listed

NBSP = "\u00a0"
_FINGERPRINT_LENGTH = 12
_MARKS_HELD = 2
_SHORT_ENDING = 10
"""Last words of fewer characters look lost on a line with nothing else but one mark."""
_LONGEST_ENDING = 24
"""Characters of last words that may be held together; more would leave a gap above them."""
_CLOSING = ("?", "!", ".", "…", "?”", "!”", ".”", '?"', '!"', '."')
"""Ends of titles that need no full stop after them."""


def spoken(day: date | PartialDate | str | None) -> str:
    """Return a date as one writes it: ``21 November 2026``; a string is read as ISO 8601.

    Nothing for None or the empty string; a string that is no date comes back as it is.
    """
    if not day:
        return ""
    if isinstance(day, PartialDate):
        return day.spoken()
    try:
        return PartialDate.parse(str(day)).spoken()
    except ValueError:
        return str(day)


def paragraphs(text: str) -> tuple[str, ...]:
    """Return the paragraphs of a text whose author parted them with blank lines."""
    parts = (" ".join(part.split()) for part in re.split(r"\n\s*\n", text))
    return tuple(part for part in parts if part)


def place(citation: Citation) -> str:
    """Return where a passage stands: ``1, p. 9 ¶ 2`` with pages, ``3 ¶ 14`` without."""
    page = f", p.{NBSP}{citation.page}" if citation.page else ""
    paragraph = f"{NBSP}¶{NBSP}{citation.paragraph}" if citation.paragraph else ""
    return f"{citation.source}{page}{paragraph}"


def passage_id(citation: Citation, quotation: Quotation) -> str:
    """Return the id of the passage in the annex that holds a quotation cited so."""
    return f"passage-{citation.source}-{quotation.block}"


def marks(finding: BriefFinding, *, annexed: bool = False) -> Markup:
    """Return the finding's marks: ``[1, p. 9 ¶ 2; 4, p. 12 ¶ 1]``.

    Each is a link to its passage where these are annexed, else to its source.
    """
    quoted = (finding.quotations[finding.own], *finding.elsewhere)
    links = (
        _link(place(citation), _target(citation, quotation, annexed))
        for citation, quotation in zip(finding.citations, quoted, strict=True)
    )
    return Markup('<span class="marks">[%s]</span>') % Markup("; ").join(links)


def _target(citation: Citation, quotation: Quotation, annexed: bool) -> str:
    return passage_id(citation, quotation) if annexed else f"source-{citation.source}"


@lru_cache(maxsize=4096)  # after a change most of a document is written as it was
def _link(words: str, target: str) -> Markup:
    return Markup('<a class="mark" href="#%s">%s</a>') % (target, words)


def wording(finding: BriefFinding, *, annexed: bool = False) -> Markup:
    """Return the finding's words, its marks and the year if it is old.

    The last word is held together with its marks and the year, so that none of them stands on a
    line of its own, and a short one before a single mark with the words before it, too; many marks
    may break as they need.
    """
    is_long = bool(finding.elsewhere or finding.year)
    before, last = _parted(finding.text, 0 if is_long else _SHORT_ENDING)
    marked = marks(finding, annexed=annexed) + old(finding)
    beside = differing(finding, annexed=annexed)
    if len(finding.citations) > _MARKS_HELD or len(last) > _LONGEST_ENDING:
        return portion(finding) + Markup("%s %s%s") % (finding.text, marked, beside)
    held = Markup('<span class="ending">%s %s</span>') % (last, marked)
    said = Markup("%s %s%s") % (before, held, beside) if before else held + beside
    return portion(finding) + said


def _parted(text: str, short: int) -> tuple[str, str]:
    """Return a text in two: what stands before its last words, and these, not to be too short."""
    before, _, last = text.rpartition(" ")
    while before and len(last) < short:
        rest, _, word = before.rpartition(" ")
        if len(word) + 1 + len(last) > _LONGEST_ENDING:
            break
        before, last = rest, f"{word} {last}"
    return before, last


def portion(finding: BriefFinding) -> Markup:
    """Return the marking of a finding as it stands before it: ``(S)``; nothing where none is."""
    if not finding.portion:
        return Markup("")
    return Markup('<span class="portion">({})</span> ').format(finding.portion)


def differing(finding: BriefFinding, *, annexed: bool = False) -> Markup:
    """Return where other sources differ, in words; nothing where none does.

    ``Sources differ: “about 2,000 soldiers” here, “1,960 troops” in [2, p. 4 ¶ 1].``
    """
    if not finding.disagreements:
        return Markup("")
    others = Markup(", ").join(
        Markup("“{}” in {}").format(
            one.there,
            _link(f"[{place(one.citation)}]", _target(one.citation, one.quotation, annexed)),
        )
        for one in finding.disagreements
    )
    said = Markup(' <span class="differing">Sources differ: “{}” here, {}.</span>')
    return said.format(finding.disagreements[0].here, others)


def language_attributes(finding: BriefFinding, languages: dict[str, str]) -> Markup:
    """Return the attributes of an element for a finding in another language or direction."""
    lang = languages.get(finding.code, "")
    parts = [Markup(' lang="{}"').format(lang)] if lang else []
    parts += [Markup(' dir="rtl"')] if runs_from_the_right(finding.text) else []
    return Markup("").join(parts)


def old(finding: BriefFinding) -> Markup:
    """Return the year of an old source in words, or nothing where the source is recent.

    Nothing parts it from what it stands behind: on a line of its own it would seem to say more.
    """
    if finding.year is None:
        return Markup("")
    return Markup('{}<span class="old">report of{}{}</span>').format(NBSP, NBSP, finding.year)


def assessment(judgement: Judgement) -> str:
    """Return likelihood and confidence as two things: ``likely · moderate confidence``."""
    confidence = f"{judgement.confidence} confidence" if judgement.confidence else ""
    said = " · ".join(filter(None, (judgement.likelihood, confidence)))
    return said or "no likelihood given"


def in_two_columns(
    facts: Sequence[tuple[str, str]],
) -> tuple[tuple[tuple[str, str], tuple[str, str]], ...]:
    """Return the facts that are told, two a row, to be read down the left and then the right.

    An odd number leaves a pair of empty strings at the lower right.
    """
    told = [fact for fact in facts if fact[1]]
    half = (len(told) + 1) // 2
    return tuple(zip_longest(told[:half], told[half:], fillvalue=("", "")))


def reference_line(source: Source) -> Markup:
    """Return a source as a bibliography has it: authors, title, publisher, date, and its grade."""
    said = source.metadata
    name = said.title or source.file_name
    title = Markup("<cite>{}</cite>{}").format(name, "" if name.endswith(_CLOSING) else ".")
    by = Markup("{}: ").format(authors(said.authors)) if said.authors else Markup("")
    published = ", ".join(filter(None, (said.publisher, spoken(said.date) or "undated")))
    line = Markup("{}{} {}.").format(by, title, published[:1].upper() + published[1:])
    return line + graded(source)


def graded(source: Source) -> Markup:
    """Return the grade of a source and what it means, or nothing where it has none."""
    grade = source.metadata.grade
    said = Markup(' <span class="grade">Grade {}: {}.</span>')
    return said.format(grade, grading.in_words(grade)) if grade else Markup("")


def authors(names: Sequence[str]) -> str:
    """Return ``Ada Novak and Ben Okoro``, or ``Novak, Ada; Okoro, Ben``."""
    return joined(names) if any("," in name for name in names) else listed(names)


def origin_line(source: Source | DataFile) -> str:
    """Return how the file came and how to know it again: name, address, import, fingerprint."""
    if isinstance(source, DataFile):
        return f"Imported {spoken(source.imported)}, {_digest(source.sha256)}"
    name = source.file_name if source.metadata.title else ""
    said = "imported" if name or source.metadata.address else "Imported"
    imported = f"{said} {spoken(source.imported)}" if source.imported else ""
    parts = filter(None, (name, source.metadata.address, imported, _digest(source.sha256)))
    return ", ".join(parts)


def _digest(sha256: str) -> str:
    return f"SHA-256{NBSP}{sha256[:_FINGERPRINT_LENGTH]}…"


def foreign(language: str, tag: str) -> str:
    """Return the language tag of a passage that is not in the document's language, else nothing."""
    return "" if tag.split("-")[0] == language.split("-")[0] else tag


def pieces(parts: Sequence[Piece]) -> Markup:
    """Return a passage of the annex, the words that are used set off from the others."""
    used = Markup("<strong>{}</strong>")
    written = (used.format(_lines(one.text)) if one.used else _lines(one.text) for one in parts)
    return Markup("").join(written)


def _lines(text: str) -> Markup:
    """Return the rows of a table, or the one line of a paragraph."""
    return Markup("<br>").join(text.split("\n"))


def _leading(write: Callable[..., Markup]) -> Callable[[Context, BriefFinding], Markup]:
    """Return a filter whose marks lead to the annex, where the document has one."""

    @pass_context
    def written(context: Context, finding: BriefFinding) -> Markup:
        return write(finding, annexed=bool(context.get("annex")))

    return written


FILTERS = {
    "spoken": spoken,
    "paragraphs": paragraphs,
    "marks": _leading(marks),
    "wording": _leading(wording),
    "language_attributes": language_attributes,
    "old": old,
    "differing": _leading(differing),
    "pieces": pieces,
    "place": place,
    "assessment": assessment,
    "in_two_columns": in_two_columns,
    "graded": graded,
    "reference_line": reference_line,
    "data_line": data_line,
    "origin_line": origin_line,
}
"""The filters that templates have besides the few of Jinja's that ``sandbox`` lets in."""
