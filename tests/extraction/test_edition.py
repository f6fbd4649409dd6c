"""Which tables and which program tagged a report."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.extraction import edition


def test_the_version_of_tags_is_another_when_the_program_that_tags_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped = edition.tags_version()
    assert edition.tags_version() == shipped
    (tmp_path / "dates.py").write_text("first = 1\n", encoding="utf-8")
    monkeypatch.setattr(edition, "_HERE", tmp_path)
    assert edition.tags_version() != shipped


def test_the_version_of_tags_is_another_when_the_tables_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shipped = edition.tags_version()
    monkeypatch.setattr(edition, "tables_version", lambda: "others")
    assert edition.tags_version() != shipped
