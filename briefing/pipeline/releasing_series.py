"""Releasable versions of a series: each brief stripped and searched, and the table of them too.

What the desk has marked above the level in the draft stays out of every brief of the series, and
each is searched for what was left out of the whole draft as well as of itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from briefing.errors import ExportError
from briefing.library import Library
from briefing.model import Draft, Taxonomy
from briefing.model.desk import ExportedFile, SeriesEntry
from briefing.pipeline.building import BuiltBrief
from briefing.pipeline.releasing import Beyond, Released, carry_out, plan
from briefing.pipeline.releasing_limits import marked_above
from briefing.pipeline.series_summary import summary_csv
from briefing.progress import Progress
from briefing.releasing import Inspection, LeftOut, needles_of

_NOT_WRITTEN = "Nothing was written."
"""All that the table tells of a brief that was not; why is for the officer's eyes."""
_BRIEFS_WRITTEN = (
    "The briefs of the series are written, each searched; this table is not. "
    "Take the words out, or mark them as releasable."
)
Build = Callable[[Draft], BuiltBrief]
Write = Callable[[Released, Sequence[Path], Progress], tuple[ExportedFile, ...]]


class ReleasingSeries:
    """Builds and writes the briefs of a series as versions releasable at one level."""

    def __init__(
        self,
        library: Library,
        taxonomy: Taxonomy,
        level: str,
        build: Build,
        write: Write,
        folders: Sequence[Path] = (),
    ) -> None:
        """Take what builds a whole document of a draft, and what writes a releasable one."""
        self._library = library
        self._taxonomy = taxonomy
        self._level = level
        self._build = build
        self._write = write
        self._folders = tuple(folders)
        self._beyond = Beyond()
        self._made: Released | None = None
        self._left_out: list[LeftOut] = []
        self._kept: list[str] = [_NOT_WRITTEN]
        self._said: list[str] = []

    def begin(self, draft: Draft) -> None:
        """Take the draft of the whole series.

        Raises:
            RequestError: it has no scheme of markings, or the level is not of it.
        """
        whole = plan(self._library, self._build(draft), self._level, folders=self._folders)
        passages = marked_above(whole.full.draft, whole.bounds.limit)
        self._beyond = Beyond(passages, whole.left_out)
        self._left_out = list(whole.left_out)

    def build(self, draft: Draft) -> BuiltBrief:
        """Return the releasable version of one region's brief; errors as ``release``."""
        full = self._build(draft)
        planned = plan(self._library, full, self._level, folders=self._folders, beyond=self._beyond)
        self._left_out += planned.left_out
        self._made = carry_out(self._library, planned, self._taxonomy, folders=self._folders)
        self._left_out += self._made.left_out
        self._kept += self._made.kept
        self._said += self._made.said
        return self._made.built

    def write(
        self, _built: BuiltBrief, paths: Sequence[Path], progress: Progress
    ) -> tuple[ExportedFile, ...]:
        """Write what was built last, each file searched; errors as ``export_brief``."""
        made = self._made
        if made is None:
            return ()
        files = self._write(made, paths, progress)
        return tuple(replace(one, remarks=(*made.sentences, *one.remarks)) for one in files)

    def summary(self, entries: Iterable[SeriesEntry], name: str) -> bytes:
        """Return the table of the series, searched too; it does not tell why a brief is not there.

        Raises:
            ExportError: something that was left out is in it.
        """
        needles = needles_of(self._left_out, self._kept, self._said)
        data = summary_csv(
            one if one.files else _untold(one, needles.within_name(one.region_name) != set())
            for one in entries
        )
        try:
            Inspection(needles)(name, data)
        except ExportError as error:
            raise ExportError(error.message, _BRIEFS_WRITTEN) from error
        return data


def _untold(entry: SeriesEntry, named_by_desk: bool) -> SeriesEntry:
    """Return what the table says of a brief that was not written: neither why nor what was in it.

    The name of a region that is the desk's own words is not told either.
    """
    name = "" if named_by_desk else entry.region_name
    return SeriesEntry("", "", (), 0, _NOT_WRITTEN, name)
