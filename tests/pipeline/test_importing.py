"""Files and folders into the library: what goes in, what does not, and what leaves no trace."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable
from concurrent.futures import Future
from datetime import date
from pathlib import Path

import pytest

from briefing.apart import ReadFile
from briefing.errors import Cancelled, ImportFailure, LibraryError
from briefing.library import FindingQuery, Library
from briefing.model import Metadata, PartialDate
from briefing.pipeline.importing import ImportOutcome, import_reports
from briefing.progress import Silent

TODAY = date(2023, 6, 1)
MEMO = """Talks on the Lower Border
By Ada Novak

In September 2022 Armenia and Azerbaijan exchanged fire along their border for two days. The two
governments agreed on a ceasefire under Russian mediation after long talks in the capital.
"""


def memo(folder: Path, name: str, city: str = "Prague") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{MEMO}\nThe next round of talks will be held in {city} in May.\n", "utf-8")
    return path


def imported(library: Library, *paths: Path, given: Metadata = Metadata()) -> ImportOutcome:  # noqa: B008 - frozen value
    return import_reports(library, paths, Silent(), given, today=TODAY)


def names(library: Library) -> list[str]:
    return [report.file_name for report in library.reports()]


def test_one_that_fails_keeps_no_other_from_going_in(library: Library, folder: Path) -> None:
    first, last = memo(folder, "a.txt", "Vienna"), memo(folder, "c.txt", "Baku")
    (folder / "b.pdf").write_bytes(b"%PDF-1.7 cut short")
    outcome = imported(library, first, folder / "b.pdf", folder / "missing.txt", last)
    assert [report.name for report in outcome.imported] == ["a.txt", "c.txt"]
    assert [file.name for file in outcome.failed] == ["b.pdf", "missing.txt"]
    assert "cannot be read: no such file" in outcome.failed[1].error.message
    assert names(library) == ["a.txt", "c.txt"]
    assert outcome.imported[0].title == "Talks on the Lower Border"
    assert outcome.imported[0].findings == library.reports()[0].findings > 0


class StopsAt:
    """A person who asks to stop when a certain file begins."""

    def __init__(self, name: str, how: type[BaseException] = Cancelled) -> None:
        self._name, self._how = name, how

    def start(self, total: int) -> None:
        assert total == 3

    def step(self, what: str) -> None:
        if what == self._name:
            raise self._how


@pytest.mark.parametrize("stop", [Cancelled, KeyboardInterrupt])
def test_stopped_in_the_middle_the_library_is_as_it_was_before(
    library: Library, folder: Path, tmp_path: Path, stop: type[BaseException]
) -> None:
    there = memo(folder, "a.txt", "Vienna")
    imported(library, there, given=Metadata(title="Corrected before"))
    (folder / "a.txt.toml").write_text('title = "Corrected now"\npublisher = "Desk"\n')
    before = contents(library, tmp_path)
    paths = [there, memo(folder, "b.txt", "Baku"), memo(folder, "c.txt", "Tbilisi")]
    with pytest.raises(stop):
        import_reports(library, paths, StopsAt("c.txt", stop), today=TODAY)
    assert contents(library, tmp_path) == before
    assert library.search("Baku") == ()


def contents(library: Library, folder: Path) -> tuple[object, ...]:
    """Return all that an import may change."""
    reports = library.reports()
    originals = sorted(path.name for path in (folder / "library/originals").iterdir())
    corrections = [library.corrections(report.sha256) for report in reports]
    return reports, originals, corrections, library.candidates(FindingQuery())


class StopsWithin(Silent):
    """A person who asks to stop while a file is being worked on."""

    def __init__(self, number: int) -> None:
        self._left = number

    def check(self) -> None:
        self._left -= 1
        if not self._left:
            raise Cancelled


@pytest.mark.parametrize("number", [1, 2])
def test_an_import_can_be_stopped_within_a_file(
    library: Library, folder: Path, tmp_path: Path, number: int
) -> None:
    paths = [memo(folder, "b.txt", "Baku"), memo(folder, "c.txt", "Tbilisi")]
    with pytest.raises(Cancelled):
        import_reports(library, paths, StopsWithin(number), today=TODAY)
    assert library.reports() == ()
    assert list(tmp_path.glob("library/originals/*")) == []


class ReadsTheFirstLast:
    """A process for which the first file takes longer than the three behind it."""

    count = 1

    def __init__(self) -> None:
        self.asked: list[Future[ReadFile]] = []

    def read(self, *_: object, **_known: object) -> Future[ReadFile]:
        self.asked.append(Future())
        if len(self.asked) == 4:
            for answer in self.asked:
                answer.set_exception(ImportFailure("Read."))
        return self.asked[-1]

    def leave(self, answers: Iterable[object]) -> None:
        assert not list(answers)


def test_files_behind_a_long_one_are_read_meanwhile(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.pipeline.importing.shared_readers", ReadsTheFirstLast)
    files = [memo(folder, f"{name}.txt", name) for name in "abcd"]
    outcome = import_reports(library, files, StopsWithin(40), today=TODAY)
    assert [file.error.message for file in outcome.failed] == ["Read."] * 4


def test_a_file_named_twice_and_stopped_leaves_no_trace(library: Library, folder: Path) -> None:
    first, again = memo(folder, "a.txt"), memo(folder, "copy.txt")
    (folder / "copy.txt.toml").write_text('title = "Another title"\n')
    with pytest.raises(Cancelled):
        import_reports(library, [first, again, folder / "z.txt"], StopsAt("z.txt"), today=TODAY)
    assert library.reports() == ()


def test_a_report_broken_off_while_it_is_written_leaves_no_trace(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks_off(*_: object) -> None:
        raise Cancelled

    path = memo(folder, "a.txt")
    monkeypatch.setattr("briefing.library.repository.write_overlay", breaks_off)
    with pytest.raises(Cancelled):
        imported(library, path, given=Metadata("Border Talks"))
    assert library.reports() == ()
    assert library.candidates(FindingQuery()) == ()
    monkeypatch.undo()
    assert len(imported(library, path).imported) == 1


def test_a_library_that_fails_stops_the_batch(library: Library, folder: Path) -> None:
    library._database.run("PRAGMA max_page_count = 1")
    with pytest.raises(LibraryError, match="disk is full"):
        imported(library, memo(folder, "a.txt", "Prague " * 20_000))


def test_a_disk_that_fills_up_is_told_with_what_is_in_by_then(
    library: Library, folder: Path
) -> None:
    files = memo(folder, "a.txt"), memo(folder, "b.txt", "Vienna " * 50_000)
    library._database.run("PRAGMA max_page_count = 80")
    with pytest.raises(LibraryError, match="disk is full") as told:
        imported(library, *files)
    assert told.value.hint.endswith("1 report of this import is in; import the others again.")
    assert names(library) == ["a.txt"]
    assert len(list((library.folder / "originals").iterdir())) == 1


def test_the_same_bytes_again_are_there_already(library: Library, folder: Path) -> None:
    imported(library, memo(folder, "a.txt"))
    outcome = imported(library, memo(folder, "copy.txt"))
    assert (outcome.imported, outcome.corrected) == ([], [])
    assert [(report.name, report.title) for report in outcome.already] == [
        ("copy.txt", "Talks on the Lower Border")
    ]
    assert names(library) == ["a.txt"]


def test_what_another_program_puts_in_meanwhile_is_there_already(
    library: Library, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, later = memo(folder, "a.txt"), memo(folder, "b.txt", "Vienna")
    imported(library, path)
    held, asked = library.contains, iter([False])
    monkeypatch.setattr(library, "contains", lambda sha256: next(asked, held(sha256)))
    outcome = imported(library, path, later)
    assert [entry.path for entry in outcome.already] == [path]
    assert [entry.path for entry in outcome.imported] == [later]


def test_again_with_something_to_correct_is_called_corrected_once(
    library: Library, folder: Path
) -> None:
    path = memo(folder, "a.txt")
    imported(library, path)
    given = Metadata(title="Border Talks")
    outcome = imported(library, path, given=given)
    assert [report.title for report in outcome.corrected] == ["Border Talks"]
    assert outcome.already == []
    outcome = imported(library, path, given=given)
    assert (len(outcome.corrected), len(outcome.already)) == (0, 1)
    (folder / "a.txt.toml").write_text('publisher = "Border Institute"')
    assert len(imported(library, path).corrected) == 1
    metadata = library.reports()[0].metadata
    assert (metadata.title, metadata.publisher) == ("Border Talks", "Border Institute")


def test_a_sidecar_lies_over_the_file_and_what_is_given_over_both(
    library: Library, folder: Path
) -> None:
    path = memo(folder, "a.txt")
    (folder / "a.txt.toml").write_text('title = "Sidecar"\ndate = "2022-09"\nauthors = "B. Roe"')
    imported(library, path, given=Metadata(title="Given", publisher="Institute"))
    metadata = library.reports()[0].metadata
    assert (metadata.title, metadata.publisher) == ("Given", "Institute")
    assert (metadata.date, metadata.authors) == (PartialDate(2022, 9), ("B. Roe",))


def test_a_sidecar_at_fault_is_a_failed_file(library: Library, folder: Path) -> None:
    bad, good = memo(folder, "a.txt", "Vienna"), memo(folder, "b.txt", "Baku")
    (folder / "a.txt.toml").write_text('titel = "Memo"')
    outcome = imported(library, bad, good)
    assert [file.name for file in outcome.failed] == ["a.txt"]
    assert names(library) == ["b.txt"]


def test_of_a_folder_what_can_be_read_goes_in_and_the_rest_is_named(
    library: Library, folder: Path
) -> None:
    memo(folder, "b/deep.TXT", "Baku")
    memo(folder, "a.txt", "Vienna")
    memo(folder, ".hidden/c.txt", "Tbilisi")
    memo(folder, ".d.txt", "Astana")
    (folder / "a.txt.toml").write_text('title = "Sidecar"')
    (folder / "settings.toml").write_text("x = 1")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    outcome = imported(library, folder, folder / "a.txt")
    assert names(library) == ["a.txt", "deep.TXT"]
    assert sorted(path.name for path in outcome.left_aside) == ["picture.png", "settings.toml"]
    assert outcome.failed == []


def test_links_that_lead_in_a_circle_are_named_and_not_followed(
    library: Library, folder: Path
) -> None:
    memo(folder, "a.txt")
    (folder / "again").symlink_to(folder, target_is_directory=True)
    (folder / "itself.txt").symlink_to(folder / "itself.txt")
    outcome = imported(library, folder)
    assert names(library) == ["a.txt"]
    assert outcome.left_aside == [folder / "again"]
    assert [file.name for file in outcome.failed] == ["itself.txt"]


def test_a_folder_that_may_not_be_read_is_named(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    memo(folder, "open/a.txt")
    memo(folder, "closed/b.txt", "Vienna")
    scandir = os.scandir

    def guarded(path: str) -> object:
        if Path(path).name == "closed":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", guarded)
    outcome = imported(library, folder)
    assert names(library) == ["a.txt"]
    assert [file.path for file in outcome.failed] == [folder / "closed"]
    assert outcome.failed[0].error.message.endswith("closed cannot be read: permission denied.")


@pytest.mark.skipif(os.name != "posix", reason="names are bytes on POSIX only")
def test_a_name_that_is_no_text_is_made_printable(library: Library, folder: Path) -> None:
    odd = Path(os.fsdecode(os.fsencode(folder) + b"/caf\xe9\x1b[2J.txt"))
    memo(folder, odd.name, "Vienna")
    memo(folder, "z.txt", "Baku")
    outcome = imported(library, folder)
    assert outcome.failed == []
    assert names(library) == ["caf\ufffd\ufffd[2J.txt", "z.txt"]
    assert outcome.imported[0].name == "caf\ufffd\ufffd[2J.txt"


def test_what_the_library_cannot_store_is_a_failed_file(library: Library, folder: Path) -> None:
    outcome = imported(library, memo(folder, "a.txt"), given=Metadata(title="\udcff"))
    assert [file.name for file in outcome.failed] == ["a.txt"]
    assert library.reports() == ()


def test_a_name_that_is_too_long_fails_and_one_too_long_for_a_sidecar_goes_in(
    library: Library, folder: Path
) -> None:
    long = memo(folder, f"{'b' * 250}.txt")
    outcome = imported(library, folder / f"{'a' * 300}.txt", long)
    assert [report.path for report in outcome.imported] == [long]
    assert "file name too long" in outcome.failed[0].error.message


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there are no devices here")
def test_devices_and_pipes_are_refused_unread(library: Library, folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    (folder / "zero.txt").symlink_to("/dev/zero")
    memo(folder, "a.txt")
    (folder / "a.txt.toml").symlink_to("/dev/zero")
    outcome = imported(library, Path("/dev/zero"), folder)
    assert [file.name for file in outcome.failed] == ["zero", "a.txt", "pipe.txt", "zero.txt"]
    assert all("is no regular file" in file.error.message for file in outcome.failed)


def test_a_file_beyond_all_measure_is_refused(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.pipeline.importing.LARGEST_FILE", 100)
    outcome = imported(library, memo(folder, "a.txt"))
    assert outcome.failed[0].error.message == "a.txt is larger than 100 bytes."
