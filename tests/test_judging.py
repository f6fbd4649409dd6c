"""Hints on the officer's own words, and scales of the desk's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.errors import RequestError
from briefing.judging import hints_on_judgement, hints_on_request, hints_on_text
from briefing.model import BriefRequest, Judgement
from briefing.scale_files import own_mistakes, scale_mistakes
from briefing.scales import check_judgement, load_scale, scale_ids

TERMS = [term.words for term in load_scale("phia").terms]
OWN = """\
name = "House scale"
confidence = ["firm", "fair", "weak"]

[[term]]
words = ["hardly", "scarcely"]
range = "0–20 %"

[[term]]
words = ["rather"]
range = "60–90 %"
"""


def kinds(text: str, likelihood: str = "") -> list[str]:
    return [hint.kind.value for hint in hints_on_judgement(Judgement(text, likelihood), TERMS)]


@pytest.mark.parametrize(
    "text",
    [
        "The truce may hold.",
        "They might sign in spring.",
        "A ceasefire is possible.",
        "The ministry could change its mind. It is likely to rain.",
        "Perhaps they meet again.",
    ],
)
def test_a_vague_word_in_the_place_of_a_term_is_hinted_at(text: str) -> None:
    assert kinds(text) == ["vague"]
    assert [hint.kind.value for hint in hints_on_text(text, TERMS)] == ["vague"]


@pytest.mark.parametrize(
    "text",
    [
        "The talks go on in May.",
        "The talks begin on or after may 3.",
        "It is likely that they may sign.",
        "Military might decides; the might of the fleet counts.",
        "The sides could not agree last year.",
        "Reply as soon as possible, and if possible by hand.",
        "They agreed on confidence-building measures and won a vote of confidence.",
        "It was made as widely known as possible.",
    ],
)
def test_other_uses_of_such_words_are_left_alone(text: str) -> None:
    assert kinds(text) == []
    assert list(hints_on_text(text, TERMS)) == []


def test_likelihood_and_confidence_in_one_sentence_are_hinted_at() -> None:
    text = "We judge with high confidence that a truce is likely."
    assert [hint.kind.value for hint in hints_on_text(text, TERMS)] == ["both"]
    parted = "A truce is likely. We have high confidence in this."
    assert list(hints_on_text(parted, TERMS)) == []


def test_a_likelihood_in_the_words_that_differs_from_the_field_is_hinted_at() -> None:
    assert kinds("It is unlikely to hold.", "likely") == ["other"]
    assert kinds("It will probably hold.", "likely") == []
    assert kinds("It is probable that it holds.", "likely") == []


def test_what_to_mind_of_a_request_is_told_with_its_place() -> None:
    request = BriefRequest(
        bottom_line="The truce may hold.", judgements=(Judgement("Fine."), Judgement("It could."))
    )
    assert [said.split(":")[0] for said in hints_on_request(request, TERMS)] == [
        "Bottom line",
        "Judgement 2",
    ]


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DESKBRIEF_DATA", str(tmp_path))
    folder = tmp_path / "scales"
    folder.mkdir()
    return folder


def test_a_scale_of_the_desk_s_own_is_used(own: Path) -> None:
    (own / "house.toml").write_text(OWN, encoding="utf-8")
    assert scale_ids() == ("phia", "icd203", "house")
    scale = load_scale("house")
    assert scale.terms[0].name == "hardly or scarcely"
    assert scale.confidence_words == "firm, fair or weak"
    check_judgement(Judgement("It holds.", "rather", "firm"), scale)
    with pytest.raises(RequestError, match="“high” is not a word of the levels"):
        check_judgement(Judgement("It holds.", "rather", "high"), scale)


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ('name = "House scale"\n', "", 1, "the file has no name"),
        ('words = ["rather"]', 'words = ["Rather"]', 9, "'Rather' is not in small letters"),
        ('words = ["rather"]', 'words = ["hardly"]', 9, "'hardly' stands for two terms"),
        ('range = "60–90 %"\n', "", 8, "a [[term]] has no range"),
        ('"firm", "fair", "weak"', '"firm"', 2, "fewer than two levels"),
    ],
)
def test_a_mistake_in_a_scale_is_told_with_its_line(
    own: Path, old: str, new: str, line: int, said: str
) -> None:
    assert old in OWN
    (own / "house.toml").write_text(OWN.replace(old, new), encoding="utf-8")
    told = scale_mistakes(own / "house.toml")
    assert f"line {line}" in told
    assert said in told
    assert own_mistakes() == (told,)
    with pytest.raises(RequestError, match=r"house\.toml"):
        load_scale("house")
    assert "house" not in scale_ids()
