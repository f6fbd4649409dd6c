"""Strict Jinja: a brief, its drawn charts and the taxonomy in, semantic HTML out.

Takes values and a template's name, gives a ``RenderedBrief`` that every exporter reads.
``templates/README.md`` says what HTML a template may write and what it may use.
"""

from __future__ import annotations

from briefing.templating.copying import new_template
from briefing.templating.header import (
    TemplateHeader,
    list_templates,
    load_header,
    template_names,
)
from briefing.templating.header_values import NOTES
from briefing.templating.needs import (
    checklist,
    missing,
    needed,
    stray_codes,
    undated,
    unknown_fields,
)
from briefing.templating.rendering import render

__all__ = [
    "NOTES",
    "TemplateHeader",
    "checklist",
    "list_templates",
    "load_header",
    "missing",
    "needed",
    "new_template",
    "render",
    "stray_codes",
    "template_names",
    "undated",
    "unknown_fields",
]
