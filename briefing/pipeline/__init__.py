"""The use cases, each one call: what the command line and the window do, they do through these."""

from briefing.model.desk import ExportedFile
from briefing.pipeline.building import BuiltBrief, build_brief, build_draft
from briefing.pipeline.demonstration import Demonstration, demonstrate
from briefing.pipeline.exporting import export_brief
from briefing.pipeline.gathering import FailedFile
from briefing.pipeline.importing import ImportedReport, ImportOutcome, import_reports
from briefing.pipeline.offering import offer_findings
from briefing.pipeline.selecting import select_findings
from briefing.pipeline.tagging import tag_files
from briefing.pipeline.verifying import Verification, verify_brief

__all__ = [
    "BuiltBrief",
    "Demonstration",
    "ExportedFile",
    "FailedFile",
    "ImportOutcome",
    "ImportedReport",
    "Verification",
    "build_brief",
    "build_draft",
    "demonstrate",
    "export_brief",
    "import_reports",
    "offer_findings",
    "select_findings",
    "tag_files",
    "verify_brief",
]
