"""Nothing in a report becomes markup, nothing unprintable is printed, no template escapes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lxml import html as lxml_html

from briefing.errors import RequestError, TemplateError
from briefing.templating import list_templates, render
from tests import briefs

HEADER = '{#\ntitle = "Trial"\ndescription = "For trying."\n#}\n'
FRAME = '<html lang="en"><head><title>t</title></head><body><h1>t</h1>{}</body></html>'
HOSTILE = '</li><script>alert(1)</script><img src="http://example.org/x" onerror="y">&copy;'


def run(folder: Path, body: str, *, frame: bool = True) -> str:
    """Return what a template of this body, in the user's folder, writes for a full brief."""
    text = HEADER + (FRAME.replace("{}", body) if frame else body)
    (folder / "trial.html.j2").write_text(text, "utf-8")
    brief = briefs.brief(briefs.request(template="trial"))
    return render(brief, briefs.figures(), briefs.TAXONOMY, [folder]).html


def finding_of(html: str) -> str:
    """Return the text of the first finding."""
    document: Any = lxml_html.document_fromstring(html)
    return " ".join(document.get_element_by_id("f-x1").text_content().split())


@pytest.mark.parametrize("template", [header.name for header in list_templates()])
def test_markup_in_a_report_or_request_is_printed_as_it_stands(template: str) -> None:
    wanted = briefs.request(template=template, title=HOSTILE, bottom_line=HOSTILE, sender=HOSTILE)
    made = render(briefs.brief_of(HOSTILE, wanted=wanted), (), briefs.TAXONOMY)
    document: Any = lxml_html.document_fromstring(made.html)
    assert not document.cssselect("script, img")
    assert HOSTILE in document.get_element_by_id("f-x1").text_content()
    assert HOSTILE in document.cssselect("h1")[0].text_content()


def test_characters_without_a_font_are_printed_as_code_points_and_reported() -> None:
    made = render(briefs.brief_of("Talks in 北京 ended."), (), briefs.TAXONOMY)
    assert finding_of(made.html) == "Talks in [U+5317 U+4EAC] ended. [1, p. 9 ¶ 1]"
    assert made.remarks == (
        "No bundled font has U+5317, U+4EAC; the code points are printed instead.",
    )


def test_signs_that_break_files_or_turn_text_round_are_left_out() -> None:
    made = render(briefs.brief_of("one\x0ctwo\x00three \u202eevil\u202c"), (), briefs.TAXONOMY)
    assert finding_of(made.html) == "one two three evil [1, p. 9 ¶ 1]"
    assert made.remarks == ()


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>\n{{ brief.titel }}</p>", "line 6: “titel” is not a part of Brief, which has"),
        ("<p>\n\n{{ brie }}</p>", "line 7: “brie” is not defined"),
        ("<p>{% if %}</p>", "line 5: Expected an expression"),
        ("<p>{{ brief.title | safe }}</p>", "line 5: No filter named 'safe'"),
        ("{% autoescape false %}x{% endautoescape %}", "line 5: escaping cannot be switched"),
        ("{{ ''.__class__.__mro__ }}", "line 5: this is not allowed"),
        ("{{ brief.__init__.__globals__ }}", "line 5: this is not allowed"),
        ("{{ 'a' * 1000000000 }}", "line 5: this is not allowed"),
        ("{{ '%9999999999d' % 1 }}", "line 5: this is not allowed"),
        ("{{ 'x'.ljust(1000000000) }}", "line 5: this is not allowed"),
        ("{{ 9 ** 9 ** 9 }}", "line 5: this is not allowed"),
        ("{{ 1 / 0 }}", "line 5: division by zero"),
        ("{{ brief | marks }}", "line 5: "),
        ("{{ range(3) }}", "line 5: “range” is not defined"),
        ("{% include '_nothing.html.j2' %}", "there is no template “_nothing.html.j2”"),
        ("{% include '../../etc/passwd' %}", "there is no template"),
        ("{% include brief.title %}", "a template is named in quotes"),
        ("{% include 'trial.html.j2' %}", "line 5: "),
    ],
)
def test_a_mistake_in_a_template_is_told_with_its_line(
    tmp_path: Path, body: str, expected: str
) -> None:
    with pytest.raises(TemplateError) as caught:
        run(tmp_path, body)
    assert caught.value.message.startswith(str(tmp_path / "trial.html.j2"))
    assert expected in caught.value.message
    assert caught.value.hint


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<script>x</script>", "<script>"),
        ('<p style="color:red">x</p>', "style="),
        ('<p onclick="x">x</p>', "onclick="),
        ('<img src="http://example.org/x.png" alt="x">', "an image of http://example.org/x.png"),
        ('<img src="file:///etc/passwd" alt="x">', "an image of file:///etc/passwd"),
        ('<img src="figure:coverage" alt="">', "an image without words"),
        ('<a href="https://example.org">x</a>', "a link to https://example.org"),
        ('<a href="#nowhere">x</a>', "a link to #nowhere"),
        ("<!-- a comment -->", "a comment"),
        ("<h1>again</h1>", "2 times <h1>"),
        ('<link rel="stylesheet" href="x.css">', "<link>"),
    ],
)
def test_html_that_the_exporters_do_not_read_is_refused(
    tmp_path: Path, body: str, expected: str
) -> None:
    with pytest.raises(TemplateError) as caught:
        run(tmp_path, body)
    assert f"the template writes {expected}" in caught.value.message


def test_a_mistake_in_a_shared_part_names_that_part(tmp_path: Path) -> None:
    (tmp_path / "_facts.html.j2").write_text("\n{{ nothing }}", "utf-8")
    with pytest.raises(TemplateError) as caught:
        render(briefs.brief(), (), briefs.TAXONOMY, [tmp_path])
    assert caught.value.message.startswith(f"{tmp_path / '_facts.html.j2'}, line 2: ")


def test_a_template_of_the_user_stands_before_the_shipped_one(tmp_path: Path) -> None:
    ours = HEADER + FRAME.replace("{}", "<p>{{ tally.findings }} findings</p>")
    (tmp_path / "note.html.j2").write_text(ours, "utf-8")
    made = render(briefs.brief(), (), briefs.TAXONOMY, [tmp_path])
    assert "<p>18 findings</p>" in made.html
    assert made.subject == "Trial. For information"


@pytest.mark.parametrize("name", ["nothing", "_document", "../templates/note", ""])
def test_a_template_that_does_not_exist_is_refused_with_those_that_do(name: str) -> None:
    with pytest.raises(RequestError, match="There are: memo, note"):
        render(briefs.brief(briefs.request(template=name)), (), briefs.TAXONOMY)


def test_a_judgement_outside_its_scale_is_refused() -> None:
    with pytest.raises(RequestError, match="“highly likely” is not a word of the ICD 203"):
        render(briefs.brief(briefs.request(scale="icd203")), (), briefs.TAXONOMY)
