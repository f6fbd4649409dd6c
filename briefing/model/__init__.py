"""The vocabulary: frozen values that pass from stage to stage. Knows nothing of the stages."""

from briefing.model.brief import (
    Brief,
    BriefFinding,
    Citation,
    Comment,
    Disagreement,
    Quotation,
    RenderedBrief,
    Section,
    Source,
    SourceParagraph,
)
from briefing.model.chart import ChartData, ChartPoint, FigureArea, FigureImage, WordPicture
from briefing.model.dates import PartialDate
from briefing.model.draft import Carried, Decision, Draft, scope_of
from briefing.model.fields import FieldKind, FieldValue, TemplateField, with_written
from briefing.model.finding import (
    CORRECTED,
    RULED,
    Evidence,
    Facet,
    Finding,
    Passage,
    StoredFinding,
    TextKind,
)
from briefing.model.house import House, HouseFace, HouseFont, Logo
from briefing.model.indicators import DataFile, Point, Series
from briefing.model.report import EMPTIABLE, Block, BlockKind, Metadata, Report, ReportSummary
from briefing.model.request import BriefRequest, Judgement, PageSize, RegionGroup
from briefing.model.rules import (
    KeptRule,
    RuleExample,
    RuleTrial,
    TagCount,
    TagRule,
)
from briefing.model.selection import Candidate, Choice, Difference, Selection
from briefing.model.taxonomy import Region, RegionKind, Taxonomy, Theme

__all__ = [
    "CORRECTED",
    "EMPTIABLE",
    "RULED",
    "Block",
    "BlockKind",
    "Brief",
    "BriefFinding",
    "BriefRequest",
    "Candidate",
    "Carried",
    "ChartData",
    "ChartPoint",
    "Choice",
    "Citation",
    "Comment",
    "DataFile",
    "Decision",
    "Difference",
    "Disagreement",
    "Draft",
    "Evidence",
    "Facet",
    "FieldKind",
    "FieldValue",
    "FigureArea",
    "FigureImage",
    "Finding",
    "House",
    "HouseFace",
    "HouseFont",
    "Judgement",
    "KeptRule",
    "Logo",
    "Metadata",
    "PageSize",
    "PartialDate",
    "Passage",
    "Point",
    "Quotation",
    "Region",
    "RegionGroup",
    "RegionKind",
    "RenderedBrief",
    "Report",
    "ReportSummary",
    "RuleExample",
    "RuleTrial",
    "Section",
    "Selection",
    "Series",
    "Source",
    "SourceParagraph",
    "StoredFinding",
    "TagCount",
    "TagRule",
    "Taxonomy",
    "TemplateField",
    "TextKind",
    "Theme",
    "WordPicture",
    "scope_of",
    "with_written",
]
