from __future__ import annotations

from pathlib import Path

import pytest

from briefing.errors import RequestError
from briefing.marking import load_scheme, own_mistakes, read_marking, scheme_mistakes, schemes

OWN = """\
name = "House rules"
unmarked = "OPEN"
caveats = " – "

[[level]]
name = "OPEN"
portion = "O"

[[level]]
name = "HOUSE ONLY"
portion = "H"
also = ["INTERN"]
within = "OPEN"
"""


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DESKBRIEF_DATA", str(tmp_path))
    folder = tmp_path / "markings"
    folder.mkdir()
    return folder


def test_there_are_four_schemes_and_none() -> None:
    assert {"uk", "us", "eu", "nato"} <= {scheme.id for scheme in schemes()}
    assert load_scheme("") is None
    assert load_scheme("none") is None


@pytest.mark.parametrize("scheme", schemes(), ids=lambda scheme: scheme.id)
def test_each_level_is_read_by_its_name_its_portion_mark_and_its_other_words(scheme) -> None:  # type: ignore[no-untyped-def]
    for rank, level in enumerate(scheme.levels):
        for words in (level.name, level.name.lower(), level.portion, *level.also):
            read = read_marking(words, scheme)
            assert read is not None, words
            assert (read.rank, read.caveats) == (rank, ""), words


def test_a_scheme_of_the_desk_s_own_is_found(own: Path) -> None:
    (own / "house.toml").write_text(OWN, encoding="utf-8")
    scheme = load_scheme("house")
    assert scheme is not None
    assert [level.name for level in scheme.levels] == ["OPEN", "HOUSE ONLY"]
    read = read_marking("intern: Referat 4", scheme)
    assert read is not None
    assert read.text(scheme) == "HOUSE ONLY – REFERAT 4"


def test_a_scheme_of_the_desk_s_own_stands_before_the_shipped_one(own: Path) -> None:
    (own / "uk.toml").write_text(OWN, encoding="utf-8")
    assert [one.name for one in schemes() if one.id == "uk"] == ["House rules"]


def test_a_scheme_that_is_not_there_is_told_with_those_that_are() -> None:
    with pytest.raises(RequestError, match="no scheme of markings 'natoo'") as caught:
        load_scheme("natoo")
    assert "nato" in caught.value.hint


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ('name = "House rules"\n', "", 1, "the file has no name"),
        ('"OPEN"\nportion = "O"', '"Open"\nportion = "O"', 6, "'Open' is not in capitals"),
        ('portion = "H"', 'portion = "h…"', 11, "portion mark 'h…'"),
        ('portion = "H"', 'portion = "O"', 9, "'O' stands for two levels"),
        ('within = "OPEN"', 'within = "SECRET"', 13, "'SECRET', which is not a lower level"),
        ('unmarked = "OPEN"', 'unmarked = "PUBLIC"', 2, "'PUBLIC', which is not a level"),
        ('also = ["INTERN"]', "also = 7", 12, "also is not a list"),
        ('portion = "O"\n', 'portion = "O"\nrank = 1\n', 8, "'rank' is nothing"),
        ('portion = "O"\n', "", 5, "has no portion"),
        ('caveats = " – "', 'caveats = "------"', 3, "longer than 4"),
        ('name = "House rules"', "name = House", 1, "line 1"),
    ],
)
def test_a_mistake_in_a_scheme_is_told_with_its_line(
    own: Path, old: str, new: str, line: int, said: str
) -> None:
    assert old in OWN
    path = own / "house.toml"
    path.write_text(OWN.replace(old, new, 1), encoding="utf-8")
    told = scheme_mistakes(path)
    assert f"line {line}" in told
    assert said in told
    assert own_mistakes() == (told,)
    with pytest.raises(RequestError, match=r"house\.toml"):
        load_scheme("house")


def test_a_scheme_that_is_put_right_is_used_at_once(own: Path) -> None:
    path = own / "house.toml"
    path.write_text("name = 3", encoding="utf-8")
    assert own_mistakes()
    path.write_text(OWN, encoding="utf-8")
    assert not own_mistakes()
    assert load_scheme("house") is not None
