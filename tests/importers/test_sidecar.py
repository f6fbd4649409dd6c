"""The small TOML file beside a report."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.errors import ImportFailure
from briefing.importers.sidecar import read_sidecar
from briefing.model import Metadata, PartialDate


def beside(folder: Path, text: str) -> Path:
    report = folder / "memo.txt"
    (folder / "memo.txt.toml").write_text(text, encoding="utf-8")
    return report


def test_a_sidecar_gives_every_field(tmp_path: Path) -> None:
    report = beside(
        tmp_path,
        'title = "Memo"\nauthors = ["Jane Doe", "John Roe"]\npublisher = "Institute"\n'
        'date = 2022-09-13\nlanguage = "en"\naddress = "https://example.org"\n',
    )
    assert read_sidecar(report) == Metadata(
        title="Memo",
        authors=("Jane Doe", "John Roe"),
        publisher="Institute",
        date=PartialDate(2022, 9, 13),
        language="en",
        address="https://example.org",
    )


def test_no_sidecar_gives_nothing(tmp_path: Path) -> None:
    assert read_sidecar(tmp_path / "memo.txt") == Metadata()


def test_a_year_and_a_single_author_are_enough(tmp_path: Path) -> None:
    metadata = read_sidecar(beside(tmp_path, 'authors = "Jane Doe"\ndate = 2022\n'))
    assert metadata == Metadata(authors=("Jane Doe",), date=PartialDate(2022))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('titel = "Memo"', "'titel'"),
        ("title = 3", "title"),
        ("authors = [1]", "authors"),
        ('date = "soon"', "date 'soon'"),
        ('language = "the English one"', "language"),
        ("title = ", "no TOML"),
    ],
)
def test_a_mistake_names_the_file_and_the_key(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ImportFailure) as caught:
        read_sidecar(beside(tmp_path, text))
    assert "memo.txt.toml" in caught.value.message
    assert said in caught.value.message
    assert caught.value.hint


def test_a_number_of_too_many_digits_is_a_mistake_in_words(tmp_path: Path) -> None:
    with pytest.raises(ImportFailure, match="is no TOML"):
        read_sidecar(beside(tmp_path, f"date = {'9' * 5000}"))


def test_a_sidecar_of_no_sensible_size_is_not_read(tmp_path: Path) -> None:
    with pytest.raises(ImportFailure, match=r"memo\.txt\.toml is larger than"):
        read_sidecar(beside(tmp_path, "#" * 100_000))


def test_a_machine_that_gives_no_reason_is_not_quoted_as_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> bytes:
        raise OSError

    monkeypatch.setattr("briefing.importers.sidecar.read_regular_file", refuse)
    with pytest.raises(ImportFailure) as caught:
        read_sidecar(tmp_path / "memo.txt")
    assert str(caught.value) == "memo.txt.toml cannot be opened: oserror."


@pytest.mark.parametrize("name", ["m" * 255, "m" * 251])
def test_a_name_with_no_room_for_the_ending_has_no_sidecar(tmp_path: Path, name: str) -> None:
    assert read_sidecar(tmp_path / name) == Metadata()
