"""All that can be picked, gathered from the lists of the stages."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from briefing.charts import CHARTS
from briefing.errors import TemplateError
from briefing.exporters import EXPORTERS
from briefing.importers import IMPORTERS
from briefing.marking import schemes
from briefing.model import Taxonomy
from briefing.model.desk import (
    ChartChoice,
    FormatChoice,
    ScaleChoice,
    TemplateChoice,
    Vocabulary,
)
from briefing.scales import confidence_levels, load_scale, scale_ids
from briefing.templating import load_header, template_names


def vocabulary(taxonomy: Taxonomy, folders: Sequence[Path]) -> Vocabulary:
    """Return all that can be picked; ``folders`` hold templates of the officer's own.

    A template whose header is at fault is among them, with what is wrong with it.
    """
    return Vocabulary(
        taxonomy=taxonomy,
        templates=tuple(_template(name, folders) for name in template_names(folders)),
        charts=tuple(ChartChoice(chart.id, chart.name, chart.description) for chart in CHARTS),
        scales=tuple(map(_scale, scale_ids())),
        confidences=confidence_levels(),
        formats=tuple(
            FormatChoice(one.id, one.name, one.extension, one.is_usual) for one in EXPORTERS
        ),
        readable=tuple((one.name, one.extensions) for one in IMPORTERS),
        schemes=schemes(),
    )


def _template(name: str, folders: Sequence[Path]) -> TemplateChoice:
    try:
        header = load_header(name, folders)
    except TemplateError as error:
        return TemplateChoice(name, name, "", (), 0, fault=str(error))
    return TemplateChoice(
        name, header.title, header.description, header.charts, header.sides, header.fields
    )


def _scale(id_: str) -> ScaleChoice:
    scale = load_scale(id_)
    terms = tuple((term.name, term.range) for term in scale.terms)
    return ScaleChoice(id_, scale.name, terms, scale.confidence)
