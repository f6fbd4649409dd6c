import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from briefing.brief_file import (
    VERSION,
    BriefFile,
    draft_of,
    dump_brief,
    dump_brief_file,
    load_brief,
    parse_brief,
    parse_brief_file,
    read_brief_file,
    save_brief,
    save_brief_file,
)
from briefing.errors import BriefError, ExportError
from briefing.model import Brief, Carried, ChartPoint, Choice, Decision, Draft, Quotation, scope_of
from tests import briefs
from tests.builders import a_summary
from tests.drafts import a_decision


def _beside(decision: Decision) -> Quotation:
    """Return a sentence that stands after a decision's own."""
    end = decision.finding.end
    return replace(decision.finding, start=end + 1, end=end + 9, exact="It said.")


def unverified(brief: Brief) -> Brief:
    return replace(brief, verified=None)


def test_brief_survives_saving_and_opening(tmp_path: Path) -> None:
    made = unverified(briefs.brief())
    save_brief(made, tmp_path / "note.brief")
    assert load_brief(tmp_path / "note.brief") == made


def test_empty_brief_survives_too() -> None:
    made = unverified(briefs.empty_brief())
    assert parse_brief(dump_brief(made)) == made


def test_points_of_charts_survive_and_an_older_file_has_none() -> None:
    points = (
        ChartPoint("counted", 3, "findings", ("f-3k7q", "f-zz22")),
        ChartPoint("quoted", "3", "soldiers", (), "Somewhere", "a.csv", 7),
    )
    made = unverified(briefs.brief())
    pointed = replace(made, charts=(replace(made.charts[0], points=points),))
    saved = dump_brief(pointed)
    assert parse_brief(saved) == pointed
    older = json.loads(saved)
    del older["brief"]["charts"][0]["points"]
    assert parse_brief(json.dumps(older).encode()) == made


def test_a_file_does_not_say_of_itself_that_it_is_verbatim() -> None:
    assert parse_brief(dump_brief(replace(briefs.brief(), verified=999))).verified is None


def _spoiled(change: Callable[[dict[str, Any]], object]) -> bytes:
    document = json.loads(dump_brief(briefs.brief()))
    change(document["brief"])
    return json.dumps(document).encode()


def _first(brief: dict[str, Any]) -> dict[str, Any]:
    finding: dict[str, Any] = brief["sections"][0]["findings"][0]
    return finding


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda b: b["sources"].pop(), "cites a source that is not listed"),
        (lambda b: b["sources"].reverse(), "not numbered in order"),
        (lambda b: _first(b).update(quotations=[]), "does not tell where it stands"),
        (lambda b: _first(b).update(citations=[]), "does not tell where it stands"),
        (lambda b: _first(b).update(code="f-0001"), "same code"),
        (lambda b: _first(b).update(code='x y"><'), "no code of a finding"),
        (lambda b: _first(b)["quotations"][0].update(block=-1), "a passage that cannot be"),
        (lambda b: _first(b)["quotations"][0].update(start=9, end=3), "a passage that cannot be"),
        (lambda b: _first(b).update(own=3), "does not tell where it stands"),
        (lambda b: _first(b).update(own=-2), "does not tell where it stands"),
        (
            lambda b: _first(b).update(quotations=_first(b)["quotations"] * 2, own=1),
            "put together of passages of different places",
        ),
    ],
)
def test_values_that_do_not_fit_each_other_are_damage(
    change: Callable[[dict[str, Any]], object], said: str
) -> None:
    with pytest.raises(BriefError, match=said):
        parse_brief(_spoiled(change))


DRAFT = Draft(
    briefs.request(),
    (
        a_decision(1, after=(_beside(a_decision(1)),), note="Ask.", by_officer=True),
        a_decision(2, choice=Choice.LEFT_OUT, why="known"),
    ),
    proposed_for=scope_of(briefs.request()),
    carried=(Carried(a_decision(1).passage, a_summary(), "9", 2),),
)


def test_a_draft_survives_saving_with_and_without_its_document(tmp_path: Path) -> None:
    for brief in (None, unverified(briefs.brief())):
        content = BriefFile(DRAFT, brief, ("f-abcd",), date(2026, 11, 21))
        save_brief_file(content, tmp_path / "a.brief")
        assert read_brief_file(tmp_path / "a.brief") == content


def test_a_draft_without_its_document_is_no_document(tmp_path: Path) -> None:
    save_brief_file(BriefFile(DRAFT, None), tmp_path / "a.brief")
    with pytest.raises(BriefError, match="without its document"):
        load_brief(tmp_path / "a.brief")


def _a_quotation(**changes: object) -> dict[str, object]:
    return {"report": "a", "block": 1, "start": 40, "end": 50, "exact": "x"} | changes


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda d: d["decisions"].append(d["decisions"][0]), "about the same passage"),
        (lambda d: d["decisions"][0]["finding"].update(block=-3), "a passage that cannot be"),
        (lambda d: d["decisions"][0]["finding"].update(start=-3), "a passage that cannot be"),
        (lambda d: d["decisions"][0]["finding"].update(block="\0"), "damaged"),
        (lambda d: d["decisions"][0].update(choice="burn"), "damaged"),
        (lambda d: d["decisions"][1].update(before=[_a_quotation()]), "of different places"),
        (lambda d: d["decisions"][0].update(before=[_a_quotation()]), "of different places"),
        (lambda d: d["carried"][0]["report"].update(sha256="0"), "another report than its own"),
        (lambda d: d["request"].update(regions="AM"), "damaged"),
        (lambda d: d["request"].update(since="2022-13-40"), "damaged"),
        (lambda d: d.pop("request"), "damaged"),
    ],
)
def test_a_draft_that_cannot_be_is_damage(
    change: Callable[[dict[str, Any]], object], said: str
) -> None:
    document = json.loads(dump_brief_file(BriefFile(DRAFT, None)))
    change(document["draft"])
    with pytest.raises(BriefError, match=said):
        parse_brief_file(json.dumps(document).encode())


def test_codes_that_are_none_are_not_taken_for_seen() -> None:
    data = dump_brief_file(BriefFile(DRAFT, None, ("f-abcd", "<b>", "", "x" * 999)))
    assert parse_brief_file(data).seen == ("f-abcd",)


def test_a_file_of_the_first_version_is_read_as_the_draft_of_its_document() -> None:
    made = unverified(briefs.brief())
    document = json.loads(dump_brief(made))
    first = {"format": "deskbrief", "version": 1, "brief": document["brief"]}
    content = parse_brief_file(json.dumps(first).encode())
    assert content.brief == made
    assert content.draft == draft_of(made)
    assert not content.draft.needs_proposal


def test_same_brief_gives_the_same_bytes() -> None:
    assert dump_brief(briefs.brief()) == dump_brief(briefs.brief())


def test_passages_stand_in_the_file_by_hash_position_words_and_surroundings() -> None:
    document = json.loads(dump_brief(briefs.brief()))
    quotation = document["brief"]["sections"][0]["findings"][0]["quotations"][0]
    assert set(quotation) == {"report", "block", "start", "end", "exact", "prefix", "suffix"}


def test_brief_of_a_newer_program_is_refused() -> None:
    document = json.loads(dump_brief(briefs.brief())) | {"version": VERSION + 1}
    with pytest.raises(BriefError, match="newer version"):
        parse_brief(json.dumps(document).encode())


def test_fields_added_by_a_later_release_of_the_same_format_are_passed_over() -> None:
    document = json.loads(dump_brief(briefs.brief()))
    document["brief"]["mood"] = "calm"
    assert parse_brief(json.dumps(document).encode()) == unverified(briefs.brief())


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "cut short"),
        (b"%PDF-1.7", "not a brief"),
        (b"[" * 100_000, "cut short"),
        (b'{"format": "other"}', "not a brief"),
        (b'{"format": "deskbrief"}', "which version"),
        (b'{"format": "deskbrief", "version": 1}', "damaged"),
        (b'{"format": "deskbrief", "version": 1, "brief": {"title": 3}}', "damaged"),
    ],
)
def test_what_is_no_brief_is_one_sentence(data: bytes, said: str) -> None:
    with pytest.raises(BriefError, match=said):
        parse_brief(data, "mine.brief")


def test_damaged_date_is_one_sentence() -> None:
    data = dump_brief(briefs.brief()).replace(b'"month": 12', b'"month": 13')
    with pytest.raises(BriefError, match="damaged"):
        parse_brief(data)


def test_missing_file_and_unwritable_place_are_sentences(tmp_path: Path) -> None:
    with pytest.raises(BriefError, match="cannot be opened: no such file"):
        load_brief(tmp_path / "none.brief")
    with pytest.raises(ExportError, match="cannot be written"):
        save_brief(briefs.brief(), tmp_path)
