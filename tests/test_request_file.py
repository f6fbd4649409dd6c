from datetime import date
from pathlib import Path

import pytest

from briefing.errors import RequestError
from briefing.model import BriefRequest, Judgement, RegionGroup
from briefing.request_file import load_request, parse_request


def test_every_field_can_be_written_in_toml() -> None:
    request = parse_request(
        """
        title = "Who keeps the peace"
        regions = ["AM", "central-asia"]
        themes = ["conflict"]
        since = 2020-01-01
        until = 2023-12-31
        max_findings = 7
        max_words = 400
        template = "memo"
        marking = "OFFICIAL"
        issued = 2026-11-21
        charts = ["timeline"]
        lines_to_take = ["We support talks."]

        [[judgements]]
        text = "Talks go on."
        likelihood = "likely"
        confidence = "moderate"
        """
    )
    assert request == BriefRequest(
        title="Who keeps the peace",
        regions=("AM", "central-asia"),
        themes=("conflict",),
        since=date(2020, 1, 1),
        until=date(2023, 12, 31),
        max_findings=7,
        max_words=400,
        template="memo",
        marking="OFFICIAL",
        issued=date(2026, 11, 21),
        charts=("timeline",),
        lines_to_take=("We support talks.",),
        judgements=(Judgement("Talks go on.", "likely", "moderate"),),
    )


def test_unknown_key_is_named_with_what_was_meant() -> None:
    with pytest.raises(RequestError, match="regoins") as caught:
        parse_request('regoins = ["AM"]', "mine.toml")
    assert caught.value.hint == "Did you mean regions?"


def test_unknown_key_of_a_judgement_is_named() -> None:
    with pytest.raises(RequestError, match=r"mine\.toml, a judgement.*'likelyhood'"):
        parse_request('[[judgements]]\ntext = "x"\nlikelyhood = "likely"', "mine.toml")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("title = 3", "title"),
        ('max_findings = "many"', "max_findings"),
        ('since = "yesterday"', "since"),
        ('judgements = "none"', "judgements"),
        ("regions = ", "TOML"),
    ],
)
def test_wrong_value_is_one_sentence_that_names_it(text: str, said: str) -> None:
    with pytest.raises(RequestError, match=said):
        parse_request(text)


def test_kinds_are_told_in_plain_words() -> None:
    for text, said in (
        ('regions = "AM"', "regions must be a list in square brackets, and is a text"),
        ("since = 2020", "since must be a day such as 2022-09-13, and is a whole number"),
        ('issued = "tomorrow"', "issued must be a day such as 2022-09-13"),
        ("regions = [1]", r"regions\[0\] must be a text in quotation marks"),
        ("[[judgements]]", "an entry of judgements has no text"),
    ):
        with pytest.raises(RequestError, match=said):
            parse_request(text)


def test_missing_file_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(RequestError, match="cannot be read: no such file"):
        load_request(tmp_path / "none.toml")


def test_binary_file_is_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "picture.toml"
    path.write_bytes(b"\x89PNG\xff\xfe")
    with pytest.raises(RequestError, match="not UTF-8"):
        load_request(path)


@pytest.mark.parametrize("text", [f"max_findings = {'9' * 5000}", "title = " + "[" * 5000])
def test_hostile_toml_is_one_sentence(text: str) -> None:
    with pytest.raises(RequestError, match="not valid TOML"):
        parse_request(text)


def test_a_group_of_regions_is_a_table_of_its_own() -> None:
    request = parse_request(
        'regions = ["Black Sea"]\n[[groups]]\nname = "Black Sea"\nmembers = ["BG", "Georgia"]'
    )
    assert request.groups == (RegionGroup("Black Sea", ("BG", "Georgia")),)
    assert request.regions == ("Black Sea",)


def test_unknown_key_of_a_group_is_named() -> None:
    with pytest.raises(RequestError, match=r"mine\.toml, a group.*'member'") as caught:
        parse_request('[[groups]]\nname = "x"\nmember = ["GE"]', "mine.toml")
    assert caught.value.hint == "Did you mean members?"


def test_a_group_without_members_key_is_told_plainly() -> None:
    with pytest.raises(RequestError, match="an entry of groups has no members"):
        parse_request('[[groups]]\nname = "x"', "mine.toml")


def test_all_values_of_the_wrong_kind_are_told_at_once_with_their_own_forms() -> None:
    with pytest.raises(RequestError) as caught:
        parse_request('through = ["Director"]\ncopies = "Embassy"\nduplex = "yes"')
    assert "through must be a text" in str(caught.value.message)
    assert "copies must be a list" in str(caught.value.message)
    hint = caught.value.hint
    assert hint == 'Write through = "…", copies = ["…"], duplex = true.'
