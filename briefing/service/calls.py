"""What can be asked of the core's process: one frozen value a call, its answer's type beside it.

A call names what it takes; its base class names what comes back. Parts that arrive before the
answer, such as the pages of a preview, are described with the call.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from briefing.model import (
    BriefRequest,
    DataFile,
    Evidence,
    KeptRule,
    Metadata,
    Passage,
    ReportSummary,
    RuleTrial,
    TagRule,
)
from briefing.model.checked import CheckedDocument
from briefing.model.desk import (
    Counts,
    DraftView,
    ExportedFile,
    FindingRow,
    ImportReview,
    LibraryState,
    OpenedDraft,
    PassageView,
    PreviewState,
    ReportView,
    SeriesEntry,
    TablesState,
    Vocabulary,
)
from briefing.model.draft import Decision, Draft

Answer = TypeVar("Answer", covariant=True)


class Call(Generic[Answer]):
    """Something to be done; ``Answer`` is what comes back."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class ListVocabulary(Call[Vocabulary]):
    """All that can be picked."""


@dataclass(frozen=True, slots=True)
class LookAtTemplates(Call[str]):
    """What is another when a file of the officer's own templates is."""


@dataclass(frozen=True, slots=True)
class NewTemplate(Call[Path]):
    """Begin a template of the officer's own as a copy of another; where its file lies."""

    name: str
    origin: str


@dataclass(frozen=True, slots=True)
class LookAtLibrary(Call[tuple[int, int]]):
    """What is another once anybody has written to the library; refused where it is gone."""


@dataclass(frozen=True, slots=True)
class ListReports(Call[tuple[ReportSummary, ...]]):
    """The reports of the library, in the order of import."""


@dataclass(frozen=True, slots=True)
class ImportReports(Call[ImportReview]):
    """Read files and folders into the library; reports its steps; cancelled, leaves no trace."""

    paths: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class ReadTable(Call[DataFile]):
    """Read figures of the officer's own from a CSV or XLSX file."""

    path: Path


@dataclass(frozen=True, slots=True)
class LookTablesOver(Call[TablesState]):
    """Whether reports were tagged with other tables, and which own tables are left out."""


@dataclass(frozen=True, slots=True)
class RetagReports(Call[None]):
    """Tag the reports anew that were tagged with other tables; reports its steps.

    Cancelled, the reports that are done stay done.
    """


@dataclass(frozen=True, slots=True)
class CheckLibrary(Call[LibraryState]):
    """Look over all that the library keeps; reports its steps. Cancelled, what is mended stays."""

    mend: bool = False


@dataclass(frozen=True, slots=True)
class LoadSample(Call[Draft]):
    """Put the shipped sample reports into the library and return the prepared request's draft."""


@dataclass(frozen=True, slots=True)
class CorrectMetadata(Call[ReportSummary]):
    """Replace the officer's corrections of a report's metadata by ``over``; empty withdraws all."""

    sha256: str
    over: Metadata


@dataclass(frozen=True, slots=True)
class RemoveReports(Call[None]):
    """Take reports out of the library, with their originals and findings."""

    sha256: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadReport(Call[ReportView]):
    """A report's text with its findings."""

    sha256: str


@dataclass(frozen=True, slots=True)
class ShowOriginal(Call[Path]):
    """Where a copy of a report's original file lies, for another program to open."""

    sha256: str


@dataclass(frozen=True, slots=True)
class CountFindings(Call[Counts]):
    """How many findings each region and theme would bring under a request."""

    request: BriefRequest


@dataclass(frozen=True, slots=True)
class ViewDraft(Call[DraftView]):
    """The findings for a draft, with the program's proposal where one is due."""

    draft: Draft


@dataclass(frozen=True, slots=True)
class SearchFindings(Call[tuple[FindingRow, ...]]):
    """Findings of all reports that hold the words, or the one that a code names, best first.

    Each row's decision is the draft's where it has one; else it is left out, under the section of
    the draft's request that suits it best.
    """

    words: str
    draft: Draft
    limit: int = 100


@dataclass(frozen=True, slots=True)
class NearMisses(Call[tuple[FindingRow, ...]]):
    """What nearly answered a draft's request, nearest first, each row with why it did not."""

    draft: Draft
    limit: int = 200


@dataclass(frozen=True, slots=True)
class ReadPassage(Call[PassageView]):
    """A finding among its neighbours."""

    decision: Decision


@dataclass(frozen=True, slots=True)
class CorrectTags(Call[None]):
    """Replace in the library what a finding is about and its themes; None withdraws corrections."""

    passage: Passage
    about: tuple[str, ...] | None
    themes: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class ReadEvidence(Call[tuple[Evidence, ...]]):
    """Why a finding is tagged as it is: the words of its own sentence that speak for its tags."""

    passage: Passage


@dataclass(frozen=True, slots=True)
class ListRules(Call[tuple[KeptRule, ...]]):
    """The officer's rules for tags, in the order in which they were made."""


@dataclass(frozen=True, slots=True)
class TryRules(Call[RuleTrial]):
    """What rules would change in the library if they were kept; nothing is changed."""

    rules: tuple[TagRule, ...]


@dataclass(frozen=True, slots=True)
class KeepRules(Call[tuple[TagRule, ...]]):
    """Keep rules and let all findings obey them; answers those that were not there already."""

    rules: tuple[TagRule, ...]


@dataclass(frozen=True, slots=True)
class RemoveRule(Call[None]):
    """Take a rule out; findings are again what they would be without it."""

    number: int


@dataclass(frozen=True, slots=True)
class ExportRules(Call[int]):
    """Write all rules to a TOML file; answers how many."""

    path: Path


@dataclass(frozen=True, slots=True)
class ImportRules(Call[tuple[TagRule, ...]]):
    """Keep the rules of a TOML file; answers those that were not there already."""

    path: Path


@dataclass(frozen=True, slots=True)
class MakeReady(Call[None]):
    """Load, as soon as nothing else is to be done, what the first preview will need."""


@dataclass(frozen=True, slots=True)
class RenderPreview(Call[PreviewState]):
    """The document's pages. Parts: ``PreviewPage``, those shown first, then all the others.

    A later call puts an end to an earlier one.
    """

    draft: Draft
    showing: tuple[int, ...] = (1,)
    """Numbers of the pages that are on screen."""
    changed: str = ""
    """Code of the finding that has just been changed, if one was: its page comes first."""
    pages: bool = True
    """False: nobody sees the pages; only what is known of the whole document is wanted."""


@dataclass(frozen=True, slots=True)
class MakePdf(Call[bytes]):
    """The document as PDF, the very bytes that an export writes."""

    draft: Draft


@dataclass(frozen=True, slots=True)
class ExportDraft(Call[tuple[ExportedFile, ...]]):
    """Write the document to each path, in the format that its ending names; reports its steps."""

    draft: Draft
    paths: tuple[Path, ...]
    replace_changed: bool = False
    """Whether files are replaced that are not as they were exported."""


@dataclass(frozen=True, slots=True)
class ExportReleasable(Call[tuple[ExportedFile, ...]]):
    """Write the version of the document that is releasable at a level; reports its steps.

    Each file is searched for what was left out before it is written; a find stops the export. The
    first remarks of each file say what was left out and what was searched.
    """

    draft: Draft
    paths: tuple[Path, ...]
    level: str
    """A level of the request's scheme of markings."""
    replace_changed: bool = False
    """Whether files are replaced that are not as they were exported."""


@dataclass(frozen=True, slots=True)
class ExportSeries(Call[tuple[SeriesEntry, ...]]):
    """Write a brief for each of several regions into a folder; reports its steps.

    Each has the draft's request with that one region, its title made anew; the officer's decisions
    follow the findings that stand under the region. Existing files are replaced only with
    ``overwrite``.
    """

    draft: Draft
    regions: tuple[str, ...]
    folder: Path
    pattern: str
    """File name without ending, such as ``{date} {region} {template}``."""
    formats: tuple[str, ...]
    """Ids of the formats."""
    overwrite: bool = False
    """Replace files that are there; not those that someone has changed since they were written."""
    own_words: bool = False
    """Whether each has the officer's bottom line, judgements, recommendation and the like."""
    summary: Path | None = None
    """Where the table of what was written goes, as CSV; None: nowhere."""
    level: str = ""
    """At which each is to be releasable: a level of the request's scheme; empty: each is whole."""


@dataclass(frozen=True, slots=True)
class CheckDocument(Call[CheckedDocument]):
    """Compare a PDF or Word file that came back with what it carries and with the library."""

    path: Path


@dataclass(frozen=True, slots=True)
class SaveDraft(Call[None]):
    """Write a ``.brief`` file: the draft, and the document as it is now."""

    draft: Draft
    path: Path
    seen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenDraft(Call[OpenedDraft]):
    """Read a ``.brief`` file and find its words in the library."""

    path: Path
