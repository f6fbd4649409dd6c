from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefing.errors import LibraryError
from briefing.library import Library
from briefing.model import Draft
from briefing.pipeline.desk import Desk
from tests.builders import a_report, found_in, original_of
from tests.pipeline.desks import COUNT, FIRE, REQUEST, TODAY, TRUCE, a_desk, add_first


def test_a_finding_grows_and_shrinks_by_whole_sentences(desk: Desk) -> None:
    (row,) = desk.search("truce", Draft(REQUEST))
    alone = desk.passage(row.decision)
    assert alone.sentences == (FIRE, TRUCE, COUNT)
    assert (alone.first, alone.own, alone.last) == (1, 1, 1)
    assert alone.shorter_before is None
    assert alone.shorter_after is None
    assert alone.longer_before is not None
    longer = desk.passage(alone.longer_before)
    assert (longer.first, longer.own, longer.last) == (0, 1, 1)
    assert longer.longer_before is None
    assert longer.shorter_before == row.decision
    assert alone.longer_after is not None
    assert desk.passage(alone.longer_after).shorter_after == row.decision


def test_words_that_lean_on_what_is_left_out_are_warned_of(desk: Desk) -> None:
    (row,) = desk.search("truce", Draft(REQUEST))
    passage = desk.passage(row.decision)
    assert FIRE in passage.warning
    assert passage.longer_before is not None
    assert desk.passage(passage.longer_before).warning == ""


def test_a_passage_of_a_report_that_is_not_there_is_said(desk: Desk, tmp_path: Path) -> None:
    (row,) = desk.search("truce", Draft(REQUEST))
    with Library.open(tmp_path / "empty") as empty, pytest.raises(LibraryError, match="not in"):
        a_desk(empty).passage(row.decision)


def test_a_finding_cut_otherwise_now_is_still_read_in_its_place(desk: Desk, tmp_path: Path) -> None:
    (row,) = desk.search("truce", Draft(REQUEST))
    own = row.decision.finding
    wider = replace(own, end=own.end + 1 + len(COUNT), exact=f"{TRUCE} {COUNT}")
    with Library.open(tmp_path / "other") as library:
        add_first(library)
        view = a_desk(library).passage(replace(row.decision, finding=wider))
    assert view.sentences == (FIRE, f"{TRUCE} {COUNT}")


def test_a_sentence_that_takes_back_what_is_printed_is_warned_of(tmp_path: Path) -> None:
    exported = "Armenia exported 900 tonnes of copper in 2022."
    doubt = "The figure could not be independently verified."
    with Library.open(tmp_path / "copper") as library:
        report = a_report(f"{exported} {doubt}")
        findings = [found_in(report, exported, about=("AM",)), found_in(report, doubt)]
        library.add(report, findings, original_of(report), TODAY)
        desk = a_desk(library)
        (row,) = desk.search("copper", Draft(REQUEST))
        passage = desk.passage(row.decision)
    assert passage.warning == f"The sentence after it says how uncertain it is: “{doubt}”"
