"""Findings that the officer names in words of his own: ``We offer to host. [f-3k7q]``.

The code is printed as the finding's marks, so that the officer's sentence leads to its source too;
in talking points the finding itself stands behind the line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from briefing.model import Brief, BriefFinding, Section
from briefing.templating.cited import marks
from briefing.templating.figures import referring

_CODE = r"f-\w{2,60}"
_NAMED = re.compile(rf"[ \t]*\[({_CODE}(?:[;,]?\s+{_CODE})*)\]")
_ONE = re.compile(_CODE)


@pass_context
def cited(context: Context, text: str) -> Markup:
    """Return the officer's words with the marks of each finding that they name by its code.

    Where there is an annex the marks lead to their passages in it, as those of findings do.
    The name of a figure, ``Figure 1``, leads to it.
    """
    known = {finding.code: finding for finding in context["brief"].findings}
    marked = partial(marks, annexed=bool(context.get("annex")))
    charts = [chart.id for chart in context["charts"]]
    return Markup("").join(_pieces(str(text), known, marked, charts))


def _pieces(
    text: str,
    known: Mapping[str, BriefFinding],
    marked: Callable[[BriefFinding], Markup],
    charts: Sequence[str],
) -> Iterator[Markup]:
    end = 0
    for found in _NAMED.finditer(text):
        codes = _ONE.findall(found[1])
        if all(code in known for code in codes):
            yield referring(text[end : found.start()], charts)
            yield from (Markup(" ") + marked(known[code]) for code in codes)
            end = found.end()
    yield referring(text[end:], charts)


def named_codes(text: str) -> tuple[str, ...]:
    """Return the codes of findings that a text names, in order."""
    return tuple(code for found in _NAMED.finditer(text) for code in _ONE.findall(found[1]))


def without_codes(text: str, codes: Collection[str]) -> str:
    """Return a text that refers to some findings no more; what else it names in brackets stays."""

    def less(found: re.Match[str]) -> str:
        named = _ONE.findall(found[1])
        still = [code for code in named if code not in codes]
        return found[0] if still == named else f" [{', '.join(still)}]" if still else ""

    return _NAMED.sub(less, text)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the officer's with what stands behind it."""

    words: str
    """Without the codes."""
    findings: tuple[BriefFinding, ...]
    """To be printed behind it, as they are not printed yet."""
    again: tuple[BriefFinding, ...]
    """Behind it too, and printed above."""


class Backing:
    """Knows which findings one document has printed behind a line; each is printed once."""

    def __init__(self, brief: Brief) -> None:
        self._brief = brief
        self._printed: set[str] = set()
        self._cited: set[int] = set()

    def line(self, text: str) -> Line:
        """Return a line with the findings that it names."""
        by_code = {finding.code: finding for finding in self._brief.findings}
        named = tuple(dict.fromkeys(code for code in named_codes(text) if code in by_code))
        fresh = [code for code in named if code not in self._printed]
        self._printed.update(fresh)
        known = _NAMED.sub(lambda found: _unless_known(found, by_code), text)
        return Line(
            " ".join(known.split()),
            tuple(by_code[code] for code in fresh),
            tuple(by_code[code] for code in named if code not in fresh),
        )

    def cited_before(self, source: int) -> bool:
        """Tell whether a note has named the source of this number; from now on one has."""
        before = source in self._cited
        self._cited.add(source)
        return before

    def rest(self) -> tuple[Section, ...]:
        """Return the sections with those findings that stand behind no line so far."""
        sections = (
            Section(
                section.title,
                section.region,
                section.theme,
                tuple(one for one in section.findings if one.code not in self._printed),
            )
            for section in self._brief.sections
        )
        return tuple(section for section in sections if section.findings)


def _unless_known(found: re.Match[str], known: dict[str, BriefFinding]) -> str:
    """Return what stays of the codes in a line: nothing, or all if one of them is unknown."""
    return "" if all(code in known for code in _ONE.findall(found[1])) else found[0]
