"""Findings whose sources stand in notes, where a template's header asks for that.

The brackets with page and paragraph then stand in the note, behind author, title and date.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from briefing.citing import short_citation
from briefing.model import BriefFinding, Source
from briefing.templating.bibliography import authors
from briefing.templating.cited import differing, marks, old, portion, wording
from briefing.templating.spoken import spoken

_NONE = "none"


@pass_context
def noted_wording(context: Context, finding: BriefFinding) -> Markup:
    """Return a finding's words with a note on its sources, or with its marks."""
    annexed = bool(context.get("annex"))
    if context["header"].notes == _NONE:
        return wording(finding, annexed=annexed)
    sources = {source.number: source for source in context["brief"].sources}
    said = note(finding, sources, context["backing"].cited_before, annexed=annexed)
    beside = old(finding) + differing(finding, annexed=annexed)
    return portion(finding) + Markup("{}{}{}").format(finding.text, said, beside)


def note(
    finding: BriefFinding,
    sources: Mapping[int, Source],
    cited_before: Callable[[int], bool],
    *,
    annexed: bool,
) -> Markup:
    """Return a note on a finding: ``Ada Novak: Steppe, May 2023 [1, p. 9 ¶ 2]`` and a full stop.

    A source that a note has told already is told in short: ``Novak, May 2023 [1, p. 12 ¶ 1].``
    """
    numbers = dict.fromkeys(citation.source for citation in finding.citations)
    cited = (_cited(sources[number], again=cited_before(number)) for number in numbers)
    place = marks(finding, annexed=annexed)
    return Markup('<span class="note">{} {}.</span>').format(Markup("; ").join(cited), place)


def _cited(source: Source, *, again: bool) -> Markup:
    said = source.metadata
    if again:
        return escape(short_citation(said, source.file_name))
    by = f"{authors(said.authors)}: " if said.authors else ""
    title = said.title or source.file_name
    day = spoken(said.date) or "undated"
    return Markup("{}<cite>{}</cite>, {}").format(by, title, day)


NOTED = {"wording": noted_wording}
"""Stands in the place of the filter of the same name."""
