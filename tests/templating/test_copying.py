"""A template of one's own, begun as a copy of another."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing import resources
from briefing.errors import RequestError, TemplateError
from briefing.templating import load_header, new_template, render
from tests import briefs


def test_a_copy_is_a_template_under_its_own_name(tmp_path: Path) -> None:
    folder = tmp_path / "templates"
    path = new_template("desk-note", "note", folder)
    assert path == folder / "desk-note.html.j2"
    assert load_header("desk-note", [folder]).title == "Desk note"
    wanted = briefs.request(template="desk-note")
    made = render(briefs.brief(wanted), briefs.figures(), briefs.TAXONOMY, [folder])
    assert made.html.count('class="finding"') == 18


def test_a_copy_under_the_same_name_takes_the_place_of_the_shipped_one(tmp_path: Path) -> None:
    path = new_template("note", "note", tmp_path)
    shipped = resources.templates() / "note.html.j2"
    assert path.read_text("utf-8") == shipped.read_text("utf-8")


def test_a_file_that_is_there_is_left_alone(tmp_path: Path) -> None:
    new_template("mine", "note", tmp_path)
    with pytest.raises(TemplateError, match="exists already"):
        new_template("mine", "memo", tmp_path)


@pytest.mark.parametrize("name", ["", "../mine", "_mine", "my note"])
def test_a_name_that_is_none_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(TemplateError, match="cannot be the name of a template"):
        new_template(name, "note", tmp_path)


def test_there_must_be_one_to_begin_with(tmp_path: Path) -> None:
    with pytest.raises(RequestError, match="There is no template “nothing”"):
        new_template("mine", "nothing", tmp_path)
