"""All that the window asks of the core about a brief, answered by one object that stays warm."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from briefing.brief_file import BriefFile, read_brief_file, save_brief_file
from briefing.errors import BriefingError
from briefing.library import Library
from briefing.model import Decision, Draft, RenderedBrief, Taxonomy
from briefing.model.desk import (
    DraftView,
    ExportedFile,
    FindingRow,
    OpenedDraft,
    PassageView,
    SeriesEntry,
)
from briefing.pipeline.building import BuiltBrief, build_from
from briefing.pipeline.desk_offers import Age, Offers
from briefing.pipeline.desk_opening import opened
from briefing.pipeline.desk_passages import passage_view
from briefing.pipeline.desk_searching import found_by, search_rows
from briefing.pipeline.desk_view import view_of
from briefing.pipeline.drawings import Drawings
from briefing.pipeline.exporting import draw_charts, export_brief, refuse_doubtful
from briefing.pipeline.sample import load_sample
from briefing.pipeline.series import Series, export_series
from briefing.progress import Progress, Silent
from briefing.selection.proposing import propose
from briefing.templating import load_header, render

_OLD_AFTER_YEARS = 3
"""For the list of findings, while the template cannot say."""


class Desk:
    """A library and what is known of it, for working on drafts; for one thread at a time."""

    def __init__(
        self,
        library: Library,
        taxonomy: Taxonomy,
        *,
        folders: Sequence[Path] = (),
        today: Callable[[], date],
    ) -> None:
        """Take what drafts are worked on with; ``folders`` hold templates of the user's own."""
        self._library = library
        self._taxonomy = taxonomy
        self._folders = tuple(folders)
        self._today = today
        self._offers = Offers(library, taxonomy)
        self._drawn = Drawings()

    def invalidate(self) -> None:
        """Forget what the library held; it has changed."""
        self._offers.clear()

    def view(self, draft: Draft) -> DraftView:
        """Return the findings for a draft, with the program's proposal where one is due.

        Raises:
            RequestError: a region or theme that does not exist, or a period that ends too early.
            LibraryError: a source that is not in the library.
        """
        offer = self._offers.of(draft.request)
        return view_of(draft, offer, self._offers.standings, self._age(draft))

    def search(self, words: str, draft: Draft, limit: int = 200) -> tuple[FindingRow, ...]:
        """Return findings of all reports that hold the words, or the one that a code names.

        Raises:
            RequestError, LibraryError: as for ``view``.
        """
        offer = self._offers.of(draft.request)
        draft = propose(offer.selection, draft)
        found = found_by(self._library, words, limit)
        return search_rows(found, draft, offer, self._offers.standings, self._age(draft))

    def passage(self, decision: Decision) -> PassageView:
        """Return a finding among its neighbours.

        Raises:
            LibraryError: its report is not in the library, or holds other words there.
        """
        return passage_view(decision, self._offers.shelf)

    def build(self, draft: Draft) -> BuiltBrief:
        """Return the document of a draft, compared with its sources.

        Raises:
            RequestError, TemplateError, LibraryError: as ``build_draft``.
        """
        materials = self._offers.materials(draft.request)
        return build_from(materials, draft, today=self._today(), folders=self._folders)

    def rendered(self, draft: Draft) -> RenderedBrief:
        """Return the document of a draft as its template writes it, for a preview.

        Raises:
            RequestError, TemplateError, LibraryError: as ``build_draft``.
        """
        return self._rendered(self.build(draft))

    def pdf(self, draft: Draft) -> bytes:
        """Return the document as PDF, the very bytes that an export writes.

        Raises:
            ExportError: a finding is not verbatim, or the PDF cannot be made.
            RequestError, TemplateError, LibraryError: as ``build_draft``.
        """
        from briefing.exporters.pdf import PDF

        built = self.build(draft)
        refuse_doubtful(built.verification)
        return PDF.export(self._rendered(built)).data

    def export(
        self, draft: Draft, paths: Sequence[Path], progress: Progress
    ) -> tuple[ExportedFile, ...]:
        """Write the document to each path, in the format that its ending names.

        Raises:
            ExportError: as ``export_brief``.
            RequestError, TemplateError, LibraryError: as ``build_draft``.
            Cancelled: from ``progress``.
        """
        return self._exported(self.build(draft), paths, progress)

    def export_series(
        self,
        draft: Draft,
        regions: Sequence[str],
        folder: Path,
        pattern: str,
        formats: Sequence[str],
        overwrite: bool,
        progress: Progress,
    ) -> tuple[SeriesEntry, ...]:
        """Write a brief for each region into a folder, and say of each what became of it.

        Raises:
            ExportError: the pattern names what does not exist, or there is no such format.
            Cancelled: from ``progress``.
        """
        series = Series(tuple(regions), folder, pattern, tuple(formats), overwrite)
        return export_series(draft, series, self._taxonomy, self.build, self._exported, progress)

    def save(self, draft: Draft, path: Path, seen: Sequence[str] = ()) -> None:
        """Write a ``.brief`` file: the draft, and the document as it is now.

        A draft that cannot be built at present is saved without its document.

        Raises:
            ExportError: the file cannot be written.
        """
        try:
            built = self.build(draft)
        except BriefingError:
            content = BriefFile(draft, None, tuple(seen), self._today())
        else:
            kept = replace(built.draft, request=draft.request)
            content = BriefFile(kept, built.brief, tuple(seen), self._today())
        save_brief_file(content, path)

    def open(self, path: Path) -> OpenedDraft:
        """Read a ``.brief`` file and find its words in the library.

        Raises:
            BriefError: the file cannot be read or is no brief.
        """
        return opened(read_brief_file(path), self._offers.standings)

    def sample(self, progress: Progress | None = None) -> Draft:
        """Put the shipped sample reports into the library and return the prepared draft.

        Raises:
            BriefingError: they cannot be read or kept.
            Cancelled: from ``progress``.
        """
        draft = load_sample(self._library, progress or Silent(), self._today())
        self.invalidate()
        return draft

    def _age(self, draft: Draft) -> Age:
        try:
            years = load_header(draft.request.template, self._folders).old_after_years
        except BriefingError:
            # The list of findings is there even while the template is at fault.
            years = _OLD_AFTER_YEARS
        return Age(draft.request.issued or self._today(), years)

    def _rendered(self, built: BuiltBrief) -> RenderedBrief:
        brief = replace(built.brief, verified=len(built.verification.verbatim))
        taxonomy = self._offers.of(brief.request).taxonomy
        return render(brief, draw_charts(brief, self._drawn), taxonomy, self._folders)

    def _exported(
        self, built: BuiltBrief, paths: Sequence[Path], progress: Progress
    ) -> tuple[ExportedFile, ...]:
        taxonomy = self._offers.of(built.brief.request).taxonomy
        return export_brief(
            built.brief,
            paths,
            taxonomy,
            progress,
            built.verification,
            self._folders,
            built.draft,
            self._drawn,
        )
