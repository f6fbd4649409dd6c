"""Use case: all that extraction says of the sentences of some files, as lines of JSON."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from pathlib import Path

from briefing.apart import Limits, ReadFile, shared_readers
from briefing.apart.readers import awaited
from briefing.errors import ImportFailure
from briefing.extraction.tag_lines import tag_line
from briefing.importers.local_file import printable
from briefing.pipeline.gathering import FailedFile
from briefing.pipeline.importing import read_file
from briefing.progress import Progress, check


def tag_files(
    paths: Sequence[Path],
    progress: Progress,
    failed: list[FailedFile],
    limits: Limits | None = None,
) -> Iterator[dict[str, object]]:
    """Yield one JSON object a sentence, file by file; unreadable files go to ``failed``.

    Raises:
        Cancelled: from ``progress``.
    """
    progress.start(len(paths))
    readers = shared_readers()
    begun: deque[tuple[Path, Future[ReadFile]]] = deque()
    try:
        for path in paths:
            progress.step(printable(path.name))
            try:
                begun.append((path, readers.read(read_file(path), printable(path.name), limits)))
            except ImportFailure as error:
                failed.append(FailedFile(path, error))
            while len(begun) > readers.count:
                yield from _lines(*begun[0], progress, failed)
                begun.popleft()
        while begun:
            yield from _lines(*begun[0], progress, failed)
            begun.popleft()
    finally:
        readers.leave(answer for _, answer in begun)


def _lines(
    path: Path, answer: Future[ReadFile], progress: Progress, failed: list[FailedFile]
) -> Iterator[dict[str, object]]:
    try:
        read = awaited(answer, lambda: check(progress))
    except ImportFailure as error:
        failed.append(FailedFile(path, error))
        return
    for finding in read.findings:
        yield tag_line(finding, printable(path.name))
