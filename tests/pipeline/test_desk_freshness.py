"""A desk knows of what has been done to its library, by itself, here and by other programs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.errors import LibraryError
from briefing.library import Library
from briefing.model import Draft, Metadata
from briefing.model.desk import Standing
from briefing.pipeline.desk import Desk
from briefing.pipeline.desk_offers import Offers
from tests.pipeline.desks import (
    FIRE,
    REPORT,
    REQUEST,
    SECOND,
    a_desk,
    add_first,
    add_second,
    proposed,
)


@pytest.fixture(params=["the same connection", "another program"])
def pair(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[tuple[Desk, Library]]:
    """A desk on an empty library, and the library as whoever changes it has it open."""
    with Library.open(tmp_path / "library") as own:
        if request.param == "the same connection":
            yield a_desk(own), own
        else:
            with Library.open(tmp_path / "library") as other:
                yield a_desk(own), other


def printed(desk: Desk, draft: Draft) -> list[str]:
    return [finding.text for finding in desk.build(draft).brief.findings]


def test_reports_that_come_in_are_found_and_their_findings_printed(
    pair: tuple[Desk, Library],
) -> None:
    desk, library = pair
    assert desk.view(Draft(REQUEST)).found == 0
    add_first(library)
    view = desk.view(Draft(REQUEST))
    assert view.found > 0
    add_second(library)
    assert desk.view(Draft(REQUEST)).found == view.found + 1


def test_what_was_missed_before_an_import_is_printed_after_it(
    pair: tuple[Desk, Library],
) -> None:
    desk, library = pair
    add_first(library)
    draft = proposed(desk)
    said = printed(desk, draft)
    library.remove(REPORT.sha256)
    assert printed(desk, replace(draft, carried=())) == said, "what is known of them is kept"
    assert {row.standing for row in desk.view(draft).rows} == {Standing.LOST}
    add_first(library)
    built = desk.build(draft)
    assert not built.verification.sentences()
    assert {row.standing for row in desk.view(draft).rows} == {Standing.FOUND}


def test_a_document_built_before_its_reports_came_is_built_anew(
    pair: tuple[Desk, Library], tmp_path: Path
) -> None:
    desk, library = pair
    with Library.open(tmp_path / "elsewhere") as elsewhere:
        add_first(elsewhere)
        draft = proposed(a_desk(elsewhere))
    assert printed(desk, draft) == []
    assert "not in the library" in " ".join(desk.build(draft).brief.omitted)
    add_first(library)
    assert FIRE in " ".join(printed(desk, draft))
    assert "not in the library" not in " ".join(desk.build(draft).brief.omitted)


def test_passages_and_searches_follow_the_library(pair: tuple[Desk, Library]) -> None:
    desk, library = pair
    add_first(library)
    draft = proposed(desk)
    decision = next(one for one in draft.decisions if one.finding.exact == FIRE)
    assert desk.passage(decision).sentences
    assert desk.search("exchanged", draft)
    library.remove(REPORT.sha256)
    with pytest.raises(LibraryError, match="not in the library"):
        desk.passage(decision)
    assert desk.search("exchanged", draft) == ()


def test_corrected_metadata_and_tags_are_shown(pair: tuple[Desk, Library]) -> None:
    desk, library = pair
    add_first(library)
    add_second(library)
    draft = proposed(desk)
    decision = next(one for one in draft.decisions if one.finding.exact == FIRE)
    library.replace_corrections(REPORT.sha256, Metadata(title="Borders", authors=("Ida Kranz",)))
    library.correct_tags(decision.passage, ("KZ",), ("diplomacy",))
    row = next(row for row in desk.view(draft).rows if row.text == FIRE)
    assert "Kranz" in row.place
    assert (row.about, row.themes, row.corrected) == (("KZ",), ("diplomacy",), True)
    assert "Borders" in [source.metadata.title for source in desk.build(draft).brief.sources]


def test_an_opened_brief_is_looked_for_in_the_library_as_it_is_now(
    pair: tuple[Desk, Library], tmp_path: Path
) -> None:
    desk, library = pair
    add_first(library)
    add_second(library)
    desk.save(proposed(desk), tmp_path / "a.brief")
    assert desk.open(tmp_path / "a.brief").lost == ()
    library.remove(SECOND.sha256)
    (lost,) = desk.open(tmp_path / "a.brief").lost
    assert lost.finding.report == SECOND.sha256


def test_a_renewal_that_is_broken_off_is_done_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Stopped(BaseException):
        pass

    def stop(_offers: Offers) -> None:
        raise Stopped

    with Library.open(tmp_path / "library") as library:
        desk = a_desk(library)
        assert desk.view(Draft(REQUEST)).found == 0
        add_first(library)
        with monkeypatch.context() as broken:
            broken.setattr(Offers, "clear", stop)
            with pytest.raises(Stopped):
                desk.view(Draft(REQUEST))
        assert desk.view(Draft(REQUEST)).found > 0
