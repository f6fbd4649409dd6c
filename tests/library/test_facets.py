"""Counts go along with what the officer corrects, instead of being read anew."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from briefing.errors import LibraryError
from briefing.library import FindingQuery, Library, holdings
from briefing.library.facets import Facets
from briefing.model import Metadata, PartialDate, Passage
from tests.pipeline.test_importing import imported, memo

COVERS = {"AM": {"AM"}, "GE": {"GE"}, "caucasus": {"AM", "AZ", "GE"}}
IN_2023 = FindingQuery(since=date(2023, 1, 1), until=date(2023, 12, 31))


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[None]:
    """How often all was read to be counted."""
    done: list[None] = []

    class Noted(Facets):
        def __init__(self, *given: object) -> None:
            done.append(None)
            super().__init__(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(holdings, "Facets", Noted)
    return done


@pytest.fixture
def library(tmp_path: Path, made: list[None]) -> Iterator[Library]:
    with Library.open(tmp_path / "library") as opened:
        for city in ("Prague", "Vienna", "Baku"):
            imported(opened, memo(tmp_path / "reports", f"{city}.txt", city))
        yield opened


def counts(library: Library) -> list[object]:
    queries = (FindingQuery(), IN_2023, FindingQuery(themes=frozenset({"energy"})))
    return [
        (
            library.count(query),
            library.count_by_region(query, COVERS),
            {id_: n for id_, n in library.count_by_theme(query).items() if n},
        )
        for query in queries
    ]


def anew(library: Library, tmp_path: Path) -> list[object]:
    """Return what is counted by one who opens the library now."""
    with Library.open(tmp_path / "library") as other:
        return counts(other)


def a_finding(library: Library) -> Passage:
    return library.candidates(FindingQuery(regions=frozenset({"AM"})))[0].finding.passage


def test_corrections_and_removals_are_counted_without_reading_all_anew(
    library: Library, tmp_path: Path, made: list[None]
) -> None:
    before = counts(library)
    made.clear()
    place = a_finding(library)
    library.correct_tags(place, ("GE",), ("energy",))
    told = [counts(library)]
    library.correct_metadata(place.report, Metadata(date=PartialDate(2023, 5)))
    told.append(counts(library))
    library.replace_corrections(place.report, Metadata())
    told.append(counts(library))
    library.remove(place.report)
    told.append(counts(library))
    assert not made
    assert told[-1] == anew(library, tmp_path)
    assert len({str(one) for one in (before, *told)}) == 4  # the date was given and withdrawn


def test_each_correction_is_counted_as_one_who_comes_anew_counts_it(
    library: Library, tmp_path: Path
) -> None:
    counts(library)
    place = a_finding(library)
    library.correct_tags(place, ("GE",), ("energy",))
    assert counts(library) == anew(library, tmp_path)
    library.correct_tags(place, None, None)
    assert counts(library) == anew(library, tmp_path)
    library.correct_metadata(place.report, Metadata(date=PartialDate(2023, 5)))
    assert counts(library) == anew(library, tmp_path)


def test_what_another_process_changes_is_read_anew(
    library: Library, tmp_path: Path, made: list[None]
) -> None:
    counts(library)
    place = a_finding(library)
    with Library.open(tmp_path / "library") as other:
        other.correct_tags(place, ("GE",), ())
    library.correct_metadata(place.report, Metadata(title="Talks"))
    assert counts(library) == anew(library, tmp_path)


def test_correction_that_fails_leaves_the_counts_right(library: Library, tmp_path: Path) -> None:
    before = counts(library)
    with pytest.raises(LibraryError):
        library.correct_tags(Passage("ab" * 32, 0, 0, 1), ("GE",), ())
    assert counts(library) == before == anew(library, tmp_path)
