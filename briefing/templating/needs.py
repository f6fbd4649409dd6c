"""What a document still lacks of what its template needs: a checklist, never a refusal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.model import Brief
from briefing.model.desk import Missing
from briefing.model.fields import names_no_day
from briefing.templating.backing import named_codes

if TYPE_CHECKING:
    from briefing.templating.header import TemplateHeader


@dataclass(frozen=True, slots=True)
class Need:
    """Something that a header can name under ``needs``."""

    words: str
    """As the checklist tells it: ``at least one lead finding``."""
    is_met: Callable[[Brief], object]


NEEDS: dict[str, Need] = {
    "title": Need("title", lambda brief: brief.request.title),
    "addressee": Need("to whom it goes", lambda brief: brief.request.addressee),
    "sender": Need("from whom it comes", lambda brief: brief.request.sender),
    "through": Need("through whom it goes", lambda brief: brief.request.through),
    "copies": Need("who has copies", lambda brief: brief.request.copies),
    "purpose": Need("purpose", lambda brief: True),  # each template has one
    "reference": Need("reference", lambda brief: brief.request.reference),
    "version": Need("version", lambda brief: brief.request.version),
    "marking": Need("marking", lambda brief: brief.request.marking),
    "issued": Need("date of issue", lambda brief: brief.request.issued),
    "bottom_line": Need("bottom line", lambda brief: brief.request.bottom_line.strip()),
    "recommendation": Need("recommendation", lambda brief: brief.request.recommendation.strip()),
    "lines_to_take": Need("lines to take", lambda brief: brief.request.lines_to_take),
    "action": Need("action", lambda brief: brief.request.action.strip()),
    "enclosures": Need("enclosures", lambda brief: brief.request.enclosures),
    "region": Need("at least one region", lambda brief: brief.request.regions),
    "judgement": Need("at least one judgement", lambda brief: brief.request.judgements),
    "finding": Need("at least one finding", lambda brief: brief.findings),
    "lead_finding": Need(
        "at least one lead finding", lambda brief: any(one.lead for one in brief.findings)
    ),
}
"""What every document has, by the names that a header gives it."""


def missing(header: TemplateHeader, brief: Brief) -> tuple[Missing, ...]:
    """Return what a brief lacks of what its template needs, in the order of the header."""
    return tuple(_lacking(header, brief))


def checklist(header: TemplateHeader, brief: Brief) -> tuple[Missing, ...]:
    """Return what a brief lacks, and after it the fields whose words should be a date."""
    rows = {one.name: one.rows for one in brief.request.fields}
    worded = (one for one in header.fields if names_no_day(one, rows.get(one.name, ())))
    dates = (Missing(f"{FIELD}{one.name}", f"{as_within(one.label)}, as a date") for one in worded)
    return (*missing(header, brief), *dates)


def _lacking(header: TemplateHeader, brief: Brief) -> Iterator[Missing]:
    written = {value.name for value in brief.request.fields if not value.is_empty}
    written |= {INDICATORS} if brief.request.data else set()
    for name in header.needs:
        if name in NEEDS and not NEEDS[name].is_met(brief):
            yield Missing(name, NEEDS[name].words)
    for field in header.fields:
        if (field.needed or field.name in header.needs) and field.name not in written:
            yield Missing(f"{FIELD}{field.name}", as_within(field.label))


INDICATORS = "indicators"
"""The field of a template that figures of the officer's own fill too."""
FIELD = "fields."
"""Begins the name of what is missing where it is a field of the template."""


def needed(header: TemplateHeader) -> tuple[str, ...]:
    """Return all that a template needs, in words."""
    common = [NEEDS[name].words for name in header.needs if name in NEEDS]
    own = [one for one in header.fields if one.needed or one.name in header.needs]
    return (*common, *(as_within(field.label) for field in own))


def as_within(label: str) -> str:
    """Return a label as it stands within a sentence: ``date of the meeting``, but ``UK line``."""
    first, _, rest = label.partition(" ")
    if len(first) > 1 and not first[1:].islower():
        return label
    return f"{first.lower()} {rest}".strip()


def stray_codes(brief: Brief) -> tuple[str, ...]:
    """Return the codes in the officer's words that name no finding of the brief."""
    request = brief.request
    texts = (
        *(request.bottom_line, request.recommendation, request.action, *request.lines_to_take),
        *(judgement.text for judgement in request.judgements),
        *(cell for value in request.fields for row in value.rows for cell in row),
    )
    known = {finding.code for finding in brief.findings}
    named = (code for text in texts for code in named_codes(text))
    return tuple(dict.fromkeys(code for code in named if code not in known))


def unknown_fields(header: TemplateHeader, brief: Brief) -> tuple[str, ...]:
    """Return the names of fields that are written and that the template does not have."""
    known = {field.name for field in header.fields}
    return tuple(one.name for one in brief.request.fields if one.name not in known)


def undated(header: TemplateHeader, brief: Brief) -> tuple[str, ...]:
    """Return the labels of fields for a date in which words stand that name no day."""
    rows = {one.name: one.rows for one in brief.request.fields}
    return tuple(one.label for one in header.fields if names_no_day(one, rows.get(one.name, ())))
