"""The document of a draft from materials that stay warm: built, rendered, written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from briefing.ledger import Guard, Ledger
from briefing.library import Library
from briefing.model import Draft, RenderedBrief, Taxonomy
from briefing.model.desk import ExportedFile, SeriesEntry
from briefing.model.offers import ChartOffer
from briefing.pipeline.building import BuiltBrief, build_from
from briefing.pipeline.chart_offers import chart_offers, chart_shown
from briefing.pipeline.desk_offers import Offers
from briefing.pipeline.drawings import Drawings
from briefing.pipeline.exporting import draw_charts, export_brief, refuse_doubtful
from briefing.pipeline.marking import refuse_too_low
from briefing.pipeline.releasing import Released, carry_out, plan
from briefing.pipeline.releasing_series import ReleasingSeries
from briefing.pipeline.series import Series, export_series
from briefing.pipeline.series_summary import summary_csv
from briefing.progress import Progress
from briefing.taxonomy import with_groups
from briefing.templating import render


class Documents:
    """Makes documents of drafts; what it has read, chosen and drawn before it keeps."""

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
        self._ledger = Ledger(library.folder)

    def invalidate(self) -> None:
        """Forget what the library held; it has changed."""
        self._offers.clear()

    def build(self, draft: Draft) -> BuiltBrief:
        """Return the document of a draft, compared with its sources.

        Raises:
            RequestError, TemplateError, LibraryError: as ``build_draft``.
        """
        materials = self._offers.materials(draft.request)
        return build_from(materials, draft, today=self._today(), folders=self._folders)

    def chart_offers(self, draft: Draft) -> Iterator[ChartOffer]:
        """Yield each chart as the document of a draft could have it, or why it could not.

        Raises:
            RequestError, TemplateError, LibraryError: as ``build_draft``.
        """
        return chart_offers(draft, self._taxonomy, lambda one: self.build(one).brief, self._drawn)

    def chart_shown(self, draft: Draft, anchor: str) -> ChartOffer:
        """Return one of the charts that the document of a draft has, by its anchor.

        Raises:
            RequestError: there is no such chart; and as ``build_draft``.
            TemplateError, LibraryError: as ``build_draft``.
        """
        return chart_shown(self.build(draft).brief, anchor, self._drawn)

    def rendered(self, built: BuiltBrief) -> RenderedBrief:
        """Return a document as its template writes it.

        Raises:
            TemplateError: the template cannot be used.
        """
        brief = replace(built.brief, verified=len(built.verification.verbatim))
        taxonomy = self._offers.of(brief.request).taxonomy
        return render(brief, draw_charts(brief, self._drawn), taxonomy, self._folders)

    def pdf(self, draft: Draft) -> bytes:
        """Return the document as PDF, the very bytes that an export writes.

        Raises:
            ExportError: a finding is not verbatim, the marking is too low, or the PDF cannot be
                made.
            RequestError, TemplateError, LibraryError: as ``build_draft``.
        """
        from briefing.exporters.pdf import PDF

        built = self.build(draft)
        refuse_doubtful(built.verification)
        refuse_too_low(built.brief)
        return PDF.export(self.rendered(built)).data

    def export(
        self,
        draft: Draft,
        paths: Sequence[Path],
        progress: Progress,
        *,
        replace_changed: bool = False,
    ) -> tuple[ExportedFile, ...]:
        """Write the document to each path, in the format that its ending names.

        A file that is not as it was exported is replaced only with ``replace_changed``.

        Raises:
            ExportError: as ``export_brief``.
            RequestError, TemplateError, LibraryError: as ``build_draft``.
            Cancelled: from ``progress``.
        """
        guard = Guard(self._ledger, replace_changed)
        return self._exported(self.build(draft), paths, progress, guard)

    def export_releasable(
        self,
        draft: Draft,
        paths: Sequence[Path],
        level: str,
        progress: Progress,
        *,
        replace_changed: bool = False,
    ) -> tuple[ExportedFile, ...]:
        """Write the version that is releasable at a level, searched for what was left out.

        Raises:
            ExportError: as ``export_brief``; nothing may be released, or something that was left
                out is found in a file.
            RequestError, TemplateError, LibraryError: as ``release``.
            Cancelled: from ``progress``.
        """
        planned = plan(self._library, self.build(draft), level, folders=self._folders)
        made = carry_out(self._library, planned, self._taxonomy, folders=self._folders)
        files = self._released(made, paths, progress, Guard(self._ledger, replace_changed))
        return tuple(replace(one, remarks=(*made.sentences, *one.remarks)) for one in files)

    def export_series(
        self,
        draft: Draft,
        regions: Sequence[str],
        folder: Path,
        pattern: str,
        formats: Sequence[str],
        overwrite: bool,
        progress: Progress,
        *,
        own_words: bool = False,
        replace_changed: bool = False,
        summary: Path | None = None,
        level: str = "",
    ) -> tuple[SeriesEntry, ...]:
        """Write a brief for each region into a folder, and say of each what became of it.

        The officer's bottom line, judgements and the like come along only with ``own_words``.
        ``overwrite`` replaces files that are there, ``replace_changed`` also those that someone has
        changed since they were written. ``summary`` is where the table of it all goes. With a
        ``level`` each is the version that is releasable at it, and the table is searched too.

        Raises:
            ExportError: the pattern names what does not exist, or there is no such format;
                something that may not be released is in the table.
            RequestError: there is no such level.
            Cancelled: from ``progress``.
        """
        series = Series(tuple(regions), folder, pattern, tuple(formats), overwrite, own_words)
        guard = Guard(self._ledger, replace_changed, replace_strange=overwrite)
        if summary is not None:
            guard.check([summary])
        if level:
            released = self._releasing(draft, level, guard)
            build, write = released.build, released.write
        else:
            released, build, write = None, self.build, partial(self._exported, guard=guard)
        entries = export_series(draft, series, self._taxonomy, build, write, progress)
        if summary is not None:
            data = released.summary(entries, summary.name) if released else summary_csv(entries)
            guard.write(summary, data)
        return entries

    def _releasing(self, draft: Draft, level: str, guard: Guard) -> ReleasingSeries:
        write = partial(self._released, guard=guard)
        made = ReleasingSeries(
            self._library, self._taxonomy, level, self.build, write, self._folders
        )
        made.begin(draft)
        return made

    def _released(
        self, made: Released, paths: Sequence[Path], progress: Progress, guard: Guard
    ) -> tuple[ExportedFile, ...]:
        return export_brief(
            made.built.brief,
            paths,
            with_groups(self._taxonomy, made.built.brief.request.groups),
            progress,
            made.built.verification,
            self._folders,
            made.built.draft,
            self._drawn,
            inspect=made.inspect,
            guard=guard,
        )

    def _exported(
        self, built: BuiltBrief, paths: Sequence[Path], progress: Progress, guard: Guard
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
            guard=guard,
        )
