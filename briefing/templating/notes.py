"""Findings whose sources stand in notes, where a template's header asks for that.

The brackets with page and paragraph then stand in the note, behind author, title and date.
"""

from __future__ import annotations

from collections.abc import Iterable

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from briefing.model import BriefFinding, Source
from briefing.templating.filters import authors, differing, marks, old, portion, spoken, wording

_NONE = "none"


@pass_context
def noted_wording(context: Context, finding: BriefFinding) -> Markup:
    """Return a finding's words with a note on its sources, or with its marks."""
    annexed = bool(context.get("annex"))
    if context["header"].notes == _NONE:
        return wording(finding, annexed=annexed)
    sources = (source for source in context["brief"].sources)
    said = note(finding, sources, annexed=annexed)
    beside = old(finding) + differing(finding, annexed=annexed)
    return portion(finding) + Markup("{}{}{}").format(finding.text, said, beside)


def note(finding: BriefFinding, sources: Iterable[Source], *, annexed: bool) -> Markup:
    """Return a note on a finding: ``Ada Novak: Steppe, May 2023 [1, p. 9 ¶ 2]`` and a full stop."""
    known = {source.number: source for source in sources}
    numbers = dict.fromkeys(citation.source for citation in finding.citations)
    cited = Markup("; ").join(_cited(known[number]) for number in numbers)
    place = marks(finding, annexed=annexed)
    return Markup('<span class="note">{} {}.</span>').format(cited, place)


def _cited(source: Source) -> Markup:
    said = source.metadata
    by = f"{authors(said.authors)}: " if said.authors else ""
    title = said.title or source.file_name
    day = spoken(said.date) or "undated"
    return Markup("{}<cite>{}</cite>, {}").format(by, title, day)


NOTED = {"wording": noted_wording}
"""Stands in the place of the filter of the same name."""
