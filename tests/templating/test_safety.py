"""Nothing in a report becomes markup, nothing unprintable is printed, no template escapes."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import html as lxml_html

from briefing.errors import RequestError, TemplateError
from briefing.exporters.pdf import PDF
from briefing.exporters.word import DOCX
from briefing.templating import budget, header, list_templates, render, rendering
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
        ("{% if 1 is strange %}x{% endif %}", "No test named 'strange'"),
        ("{% block a required %}{% endblock %}", "Required block 'a' not found"),
        (
            "{% if brief %}{% extends '_document.html.j2' %}{% endif %}"
            "{% if brief %}{% extends '_document.html.j2' %}{% endif %}",
            "extended multiple times",
        ),
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
        ('<p style="color:red">x</p>', "style="),
        ('<p onclick="x">x</p>', "onclick="),
        ('<table><tr><td colspan="2">x</td></tr></table>', "colspan= on <td>"),
        ('<ol start="4"><li>x</li></ol>', "start= on <ol>"),
        ("<!-- a comment -->", "a comment"),
        ("<h1>again</h1>", "2 times <h1>"),
        ("<h2></h2>", "an empty <h2>"),
        ("<h2>&nbsp;<span> </span></h2>", "an empty <h2>"),
        ("<h3>deep</h3>", "<h3> (“deep”) without an <h2> above it"),
    ],
)
def test_html_that_the_exporters_do_not_read_is_refused(
    tmp_path: Path, body: str, expected: str
) -> None:
    with pytest.raises(TemplateError) as caught:
        run(tmp_path, body)
    assert f"the template writes {expected}" in caught.value.message


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<script>x</script>", "uses <script> inside <body> (“x”)"),
        ("<nav>x</nav>", "uses <nav> inside <body>"),
        ("<hr>", "uses <hr> inside <body>"),
        ("<p><b>x</b></p>", "uses <b> inside <p> (“x”)"),
        ('<link rel="stylesheet" href="x.css">', "uses <link> inside <body>"),
        ('<img src="figure:coverage" alt="x">', "uses <img> inside <body>"),
        ('<figure><img src="http://example.org/x.png" alt="x"></figure>', "has no picture"),
        ('<figure><img src="file:///etc/passwd" alt="x"></figure>', "has no picture"),
        ('<figure><img src="figure:coverage" alt=""></figure>', "has no alternative text"),
        ('<a href="https://example.org">x</a>', "links to “https://example.org”"),
        ('<a href="#nowhere">x</a>', "links to “#nowhere”"),
        ('<p id="a">x</p><p id="a">y</p>', "gives the id “a” to 2 elements"),
        ("<table><tr><td>a</td></tr><tr></tr></table>", "rows of [0, 1] cells"),
    ],
)
def test_what_a_format_could_not_read_is_refused_before_any_file_is_made(
    tmp_path: Path, body: str, expected: str
) -> None:
    with pytest.raises(TemplateError) as caught:
        run(tmp_path, body)
    assert "trial.html.j2" in caught.value.message
    assert expected in caught.value.message
    assert caught.value.hint


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("<p>a</p>\n<p>{{ brief.title }}</p>\n<nav>x</nav>", "trial.html.j2, line 7: "),
        ('<p>a</p>\n<p style="color:red">x</p>', "trial.html.j2, line 6: "),
        (
            "<p><b>{{ brief.title }}</b></p>\n<p>\n<b>3</b></p>",
            "line 5 (or trial.html.j2, line 7): ",
        ),
        ('<p>a</p>\n<p><a href="#nowhere">x</a></p>', "trial.html.j2, line 6: "),
        ("<p>a</p>\n{% include '_part.html.j2' %}", "_part.html.j2, line 2: "),
    ],
)
def test_html_that_is_refused_is_told_with_the_line_that_writes_it(
    tmp_path: Path, body: str, place: str
) -> None:
    (tmp_path / "_part.html.j2").write_text("{# A part. #}\n<hr>\n", "utf-8")
    with pytest.raises(TemplateError) as caught:
        run(tmp_path, body)
    assert place in caught.value.message


@pytest.mark.parametrize(
    "body",
    [
        "{{ ''" + "|upper" * 300 + " }}",
        "{{ " + "(" * 300 + "1" + ")" * 300 + " }}",
        "{{ " + "-" * 300 + "1 }}",
        "{% for x in [1] %}" * 30 + "x" + "{% endfor %}" * 30,
        "{% if 1 %}" * 120 + "x" + "{% endif %}" * 120,
        "{{ " + " + ".join(["1"] * 3000) + " }}",
    ],
)
def test_what_nests_deeper_than_python_can_bear_is_written_or_refused(
    tmp_path: Path, body: str
) -> None:
    with suppress(TemplateError):
        assert run(tmp_path, f"<p>Talks.</p>{body}").count("Talks.") == 1


@pytest.mark.parametrize("written", ["", " \n", "{% if false %}x{% endif %}"])
def test_a_template_that_writes_nothing_is_refused(tmp_path: Path, written: str) -> None:
    with pytest.raises(TemplateError, match=r"^trial\.html\.j2: the template writes nothing\."):
        run(tmp_path, written, frame=False)


def test_a_template_that_writes_a_comment_only_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="lacks a body, a title or a language"):
        run(tmp_path, "<!-- x -->", frame=False)


_TWICE = "{% macro f(x, n) %}{% if n %}{{ f(TWICE, n - 1) }}{% endif %}{% endmacro %}"
_MANY = "<p>{{ f('x' ~ brief.title, 60) }}</p>"


@pytest.mark.parametrize(
    ("twice", "expected"),
    [
        ("x ~ x", "makes more than 50000000 characters"),
        ("x + x", "makes more than 50000000 characters"),
        ("[x, x] | join", "makes more than 50000000 characters"),
        ("[x, x] | join(x)", "makes more than 50000000 characters"),
        ("g(x)", "makes more than 50000000 characters"),
    ],
)
def test_text_that_doubles_without_end_is_stopped(
    tmp_path: Path, twice: str, expected: str
) -> None:
    macro = "{% macro g(x) %}{{ x }}{{ x }}{% endmacro %}"
    with pytest.raises(TemplateError, match=expected):
        run(tmp_path, macro + _TWICE.replace("TWICE", twice) + _MANY)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "{% macro f(x, n) %}{% if n %}{{ f([x, x], n - 1) }}{% else %}{{ x ~ '' }}{% endif %}"
            "{% endmacro %}{{ f([1], 60) }}",
            "a list is not printed whole",
        ),
        ("{{ [brief.title] }}", "a list is not printed whole"),
        ("{{ brief.sources }}", "a tuple is not printed whole"),
        (
            "{% macro f(x, n) %}{% if n %}{{ f(x * x, n - 1) }}{% endif %}{% endmacro %}"
            "{{ f(9, 60) }}",
            "too large to multiply",
        ),
        ("{{ f(x + x, 1) }}", "“x” is not defined"),
    ],
)
def test_lists_and_numbers_that_grow_without_end_are_stopped(
    tmp_path: Path, body: str, expected: str
) -> None:
    with pytest.raises(TemplateError, match=expected):
        run(tmp_path, body)


def test_texts_are_joined_and_escaped_as_ever(tmp_path: Path) -> None:
    body = "<p>{{ 'a<' ~ 1 }}, {{ ['b&', 2] | join('; ') }}, {{ [] | join }}{{ [3] | join }}</p>"
    assert "<p>a&lt;1, b&amp;; 2, 3</p>" in run(tmp_path, body)


def test_a_defect_of_the_program_does_not_read_as_the_templates(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(*_: object) -> dict[str, Any]:
        raise TypeError("our own")

    monkeypatch.setattr("briefing.templating.rendering.view", broken)
    with pytest.raises(TypeError, match="our own"):
        render(briefs.brief(), (), briefs.TAXONOMY)


def test_what_is_told_of_the_document_is_cleaned_like_its_text() -> None:
    spoilt = "a\u0001b\ufffe \u202ec\ud800\x85d"
    wanted = briefs.request(title=spoilt, marking=spoilt, reference=spoilt, sender=spoilt)
    brief = replace(briefs.brief(replace(wanted, purpose=spoilt)), title=spoilt)
    made = render(brief, briefs.figures(), briefs.TAXONOMY)
    assert (made.title, made.author) == ("a b  c  d", "a b  c  d")
    assert made.marking == "A B  C  D"
    assert made.subject == "Briefing note. a b  c  d"
    assert made.reference == "a b  c  d · version 1"
    assert PDF.export(made).data.startswith(b"%PDF")
    assert DOCX.export(made).data.startswith(b"PK")


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
    with pytest.raises(RequestError, match="There are: country, memo, note"):
        render(briefs.brief(briefs.request(template=name)), (), briefs.TAXONOMY)


def test_a_judgement_outside_its_scale_is_refused() -> None:
    with pytest.raises(RequestError, match="“highly likely” is not a word of the ICD 203"):
        render(briefs.brief(briefs.request(scale="icd203")), (), briefs.TAXONOMY)


LOOPS = "{% for a in brief.findings %}" * 8 + "{% endfor %}" * 8


@pytest.mark.parametrize(
    "body",
    [
        LOOPS,
        "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}"
        "{{ m(60) }}",
        "{% block b scoped %}{% if n is not defined %}{% endif %}{% endblock %}" + LOOPS,
    ],
    ids=["loops in loops", "a macro that calls itself twice", "loops after a block"],
)
def test_a_template_that_does_not_come_to_an_end_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, body: str
) -> None:
    monkeypatch.setattr(budget, "MOST_STEPS", 50_000)
    with pytest.raises(TemplateError, match="takes more than 50000 steps") as caught:
        run(tmp_path, body)
    assert "trial.html.j2, line 5" in caught.value.message


def test_parts_that_take_themselves_in_twice_are_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(budget, "MOST_STEPS", 50_000)
    twice = "{% if depth < 40 %}{% set depth = depth + 1 %}" + "{% include '_twice.html.j2' %}" * 2
    (tmp_path / "_twice.html.j2").write_text(twice + "{% endif %}", "utf-8")
    with pytest.raises(TemplateError, match="takes more than 50000 steps"):
        run(tmp_path, "{% set depth = 0 %}{% include '_twice.html.j2' %}")


def test_slow_steps_are_stopped_by_the_clock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(budget, "MOST_SECONDS", 0.05)
    with pytest.raises(TemplateError, match="takes longer than 0 seconds"):
        run(tmp_path, LOOPS)


def test_a_long_document_stays_far_below_the_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budget, "MOST_STEPS", budget.MOST_STEPS // 20)
    made = render(briefs.brief(times=17), briefs.figures(), briefs.TAXONOMY)
    assert made.html.count('<li class="finding"') == 306


def test_a_document_longer_than_any_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rendering, "LONGEST", 1000)
    with pytest.raises(TemplateError, match="the document is longer than 1000 characters"):
        run(tmp_path, "{% for finding in brief.findings %}<p>{{ finding.text }}</p>{% endfor %}")


def test_a_template_larger_than_any_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(header, "LARGEST", 1000)
    with pytest.raises(TemplateError, match="larger than a template can be"):
        run(tmp_path, "<p>x</p>" * 200)
