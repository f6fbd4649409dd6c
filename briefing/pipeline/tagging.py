"""Use case: all that extraction says of the sentences of some files, as lines of JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from briefing.errors import ImportFailure
from briefing.extraction.extractor import Extractor
from briefing.extraction.tag_lines import tag_line
from briefing.importers.local_file import printable
from briefing.importers.reading import read_report
from briefing.pipeline.gathering import FailedFile
from briefing.pipeline.importing import read_file
from briefing.progress import Progress


def tag_files(
    paths: Sequence[Path], progress: Progress, failed: list[FailedFile]
) -> Iterator[dict[str, object]]:
    """Yield one JSON object a sentence, file by file; unreadable files go to ``failed``.

    Raises:
        Cancelled: from ``progress``.
    """
    extractor = Extractor.shipped()
    progress.start(len(paths))
    for path in paths:
        name = printable(path.name)
        progress.step(name)
        try:
            report = read_report(read_file(path), name)
        except ImportFailure as error:
            failed.append(FailedFile(path, error))
            continue
        for finding in extractor.findings(report):
            yield tag_line(finding, name)
