import json
from pathlib import Path

import pytest

from briefing.brief_file import VERSION, dump_brief, load_brief, parse_brief, save_brief
from briefing.errors import BriefError, ExportError
from tests import briefs


def test_brief_survives_saving_and_opening(tmp_path: Path) -> None:
    made = briefs.brief()
    save_brief(made, tmp_path / "note.brief")
    assert load_brief(tmp_path / "note.brief") == made


def test_empty_brief_survives_too() -> None:
    assert parse_brief(dump_brief(briefs.empty_brief())) == briefs.empty_brief()


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
    assert parse_brief(json.dumps(document).encode()) == briefs.brief()


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
