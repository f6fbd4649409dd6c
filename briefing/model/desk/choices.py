"""What a person can pick: templates, charts, scales, formats, and all of them together."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model.fields import TemplateField
from briefing.model.marking import Scheme
from briefing.model.taxonomy import Taxonomy


@dataclass(frozen=True, slots=True)
class TemplateChoice:
    """A template as the officer chooses it."""

    name: str
    title: str
    description: str
    charts: tuple[str, ...]
    sides: int
    """How many pages it should fit on; 0: no limit."""
    fields: tuple[TemplateField, ...] = ()
    """What it asks of the officer beyond what every document has."""
    fault: str = ""
    """What is wrong with it, if it cannot be used."""


@dataclass(frozen=True, slots=True)
class ChartChoice:
    """A chart as the officer chooses it."""

    id: str
    name: str
    description: str


@dataclass(frozen=True, slots=True)
class ScaleChoice:
    """A likelihood scale as the officer chooses it."""

    id: str
    name: str
    terms: tuple[tuple[str, str], ...]
    """Term and its range in words: ``("likely or probable", "55–75 %")``."""
    confidences: tuple[str, ...] = ()
    """Its words for confidence, highest first; empty: those of the shipped scales."""


@dataclass(frozen=True, slots=True)
class FormatChoice:
    """A format that documents are written in."""

    id: str
    name: str
    extension: str
    """With its dot."""
    is_usual: bool = True
    """Whether it is written unless one says otherwise."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All that can be picked."""

    taxonomy: Taxonomy
    """The shipped regions and themes."""
    templates: tuple[TemplateChoice, ...]
    charts: tuple[ChartChoice, ...]
    scales: tuple[ScaleChoice, ...]
    confidences: tuple[str, ...]
    formats: tuple[FormatChoice, ...]
    readable: tuple[tuple[str, tuple[str, ...]], ...]
    """What can be imported: the name of a format and its file name endings, with dots."""
    schemes: tuple[Scheme, ...] = ()
    """The schemes of markings, the desk's own after the shipped ones."""
