"""Headers of templates, and the names that templates use."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from jinja2 import meta

from briefing import resources
from briefing.errors import TemplateError
from briefing.templating import TemplateHeader, list_templates, load_header
from briefing.templating.pieces import PACK_VARIABLES
from briefing.templating.sandbox import sandbox
from briefing.templating.view import VARIABLES

GOOD = '{#\ntitle = "T"\ndescription = "D"\n'
FIELD = f'{GOOD}[[fields]]\nname = "a"\nlabel = "A"\n'
FILES = sorted(resources.templates().glob("*.j2"))


SHIPPED = {"country", "memo", "note", "submission", "talking", "visit"}


def test_the_templates_of_the_manual_are_shipped() -> None:
    assert {header.name for header in list_templates()} >= SHIPPED


def test_a_header_tells_charts_length_and_age_limit() -> None:
    header = load_header("note")
    assert replace(header, needs=(), fields=()) == TemplateHeader(
        name="note",
        title="Briefing note",
        description="One to two sides: bottom line, judgements of the desk, what the reports say.",
        charts=("coverage",),
        sides=2,
        contents=10,
        old_after_years=3,
    )


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_template_uses_only_names_that_exist(path: Path) -> None:
    tree = sandbox([resources.templates()]).parse(path.read_text("utf-8"))
    names = PACK_VARIABLES if path.name.startswith("_pack") else VARIABLES
    assert meta.find_undeclared_variables(tree) <= set(names)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_template_and_part_begins_by_saying_what_it_is(path: Path) -> None:
    assert path.read_text("utf-8").startswith("{#")


@pytest.mark.parametrize("name", [*VARIABLES, *PACK_VARIABLES])
def test_every_name_is_told_in_the_readme(name: str) -> None:
    assert f"`{name}" in (resources.templates() / "README.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<html></html>", "does not begin with a header"),
        ('{# title = "T" #}', "“description” is missing"),
        ('{# title = "T"\ndescription = "D"\ncolour = "red" #}', "“colour” is not known"),
        ('{# title = "T"\ndescription = "D"\nsides = "two" #}', "“sides” should be a whole number"),
        ('{# title = "T"\ndescription = "D"\ncharts = [1] #}', "“charts” should hold texts only"),
        ('{# title = "T"\ndescription = "D"\nsides = -1 #}', "“sides” should be from 0 to 500"),
        ('{# title = "T"\ndescription = "D"\nsides = 501 #}', "“sides” should be from 0 to 500"),
        (
            '{# title = "T"\ndescription = "D"\nold_after_years = 5000 #}',
            "“old_after_years” should be from 0 to 200",
        ),
        (f"{{# sides = {'9' * 5000} #}}", "in the header: Exceeds the limit"),
        (f"{{# charts = {'[' * 9000} #}}", "in the header: it nests too deep"),
        ("{# title = T #}", "in the header: Invalid value"),
        (f"{GOOD}annex = 1 #}}", "line 4, in the header: “annex” should be true or false"),
        (f'{GOOD}notes = "side" #}}', "should be one of none, footnotes, endnotes"),
        (f'{GOOD}needs = ["adressee"] #}}', "“needs” names “adressee”, which is not known"),
        (f"{GOOD}fields = [1] #}}", "each field is a table [[fields]]"),
        (f'{GOOD}[[fields]]\nname = "A b" #}}', "a field's name is small letters"),
        (f'{GOOD}[[fields]]\nname = "a" #}}', "field “a” has no label"),
        (f'{FIELD}kind = "day" #}}', "line 7, in the header: field “a” is of kind “day”"),
        (f'{FIELD}colour = "red" #}}', "line 7, in the header: “colour” is not known"),
        (f'{FIELD}kind = "table" #}}', "field “a” has 0 columns"),
        (f'{FIELD}[[fields]]\nname = "a"\nlabel = "A" #}}', "a field “a” exists already"),
    ],
)
def test_a_wrong_header_is_told(tmp_path: Path, text: str, expected: str) -> None:
    (tmp_path / "trial.html.j2").write_text(text, "utf-8")
    with pytest.raises(TemplateError) as caught:
        load_header("trial", [tmp_path])
    assert str(tmp_path / "trial.html.j2") in caught.value.message
    assert expected in caught.value.message


def test_a_template_that_is_not_utf8_is_told(tmp_path: Path) -> None:
    (tmp_path / "trial.html.j2").write_bytes(b"{# title = \xff #}")
    with pytest.raises(TemplateError, match="Save it as UTF-8"):
        load_header("trial", [tmp_path])
