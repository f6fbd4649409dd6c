"""What a person sees of library, draft and document: plain values, ready to be shown."""

from briefing.model.desk.choices import (
    ChartChoice,
    FormatChoice,
    ScaleChoice,
    TemplateChoice,
    Vocabulary,
)
from briefing.model.desk.document import (
    NOTHING_FOUND,
    ExportedFile,
    Missing,
    OpenedDraft,
    PageHit,
    PagePoint,
    PreviewPage,
    PreviewState,
    SeriesEntry,
    reassures,
)
from briefing.model.desk.findings import (
    Counts,
    DraftView,
    FindingRow,
    PassageView,
    SectionRow,
    Standing,
)
from briefing.model.desk.library import (
    BlockView,
    FindingSpan,
    ImportedFile,
    ImportReview,
    LibraryState,
    ReportView,
    TablesState,
)

__all__ = [
    "NOTHING_FOUND",
    "BlockView",
    "ChartChoice",
    "Counts",
    "DraftView",
    "ExportedFile",
    "FindingRow",
    "FindingSpan",
    "FormatChoice",
    "ImportReview",
    "ImportedFile",
    "LibraryState",
    "Missing",
    "OpenedDraft",
    "PageHit",
    "PagePoint",
    "PassageView",
    "PreviewPage",
    "PreviewState",
    "ReportView",
    "ScaleChoice",
    "SectionRow",
    "SeriesEntry",
    "Standing",
    "TablesState",
    "TemplateChoice",
    "Vocabulary",
    "reassures",
]
