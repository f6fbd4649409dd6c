"""What is remembered of documents hides no fault, and changes nothing that is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing import resources
from briefing.errors import TemplateError
from briefing.templating import contract, render
from briefing.templating.contract import check
from tests import briefs

ROW = '<tr><th scope="row" id="row">Tbilisi</th><td><a href="#there">3</a></td></tr>'
SOUND = (
    '<html lang="en"><head><meta charset="utf-8"><title>t</title></head><body class="note">'
    '<h1>t</h1><h2>a</h2><h3>b</h3><p id="there">x <a href="#row">y</a></p>'
    f"<ul><li>one</li></ul><table><caption>c</caption><tbody>{ROW}<tr><td>a</td><td>b</td></tr>"
    "</tbody></table></body></html>"
)


def test_a_document_known_to_be_sound_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    check(SOUND, "trial")
    monkeypatch.setattr(contract, "read_document", lambda html: pytest.fail("read again"))
    check(SOUND, "trial")
    check(SOUND.replace("one", "another"), "trial")


@pytest.mark.parametrize(
    ("was", "now", "told"),
    [
        ("<li>one", '<li id="row">one', "gives the id “row” to 2 elements"),
        ("<li>one", '<li id="there">one', "gives the id “there” to 2 elements"),
        (' id="there"', "", "links to “#there”"),
        (ROW, "", "links to “#row”"),
        ("<td>a</td>", "", "rows of [1, 2] cells"),
        ("<td>a</td>", '<td colspan="2">a</td>', "colspan= on <td>"),
        ("<td>a</td>", "<td><b>a</b></td>", "uses <b> inside <td>"),
        ("<td>a</td>", "<td><p>a</p>b</td>", "“b”"),
        ("</td></tr><tr>", "</td></tr>loose<tr>", "loose"),
        ("<ul>", "<tr><td>a</td><td>b</td></tr><ul>", "uses <tr> inside <body>"),
        ("<li>one</li>", "<li>one<!-- x --></li>", "a comment"),
        ("<h2>a</h2>", "<h1>a</h1>", "2 times <h1>"),
        ("<h2>a</h2>", "", "<h3> (“b”) without an <h2>"),
        ("<h3>b", "<h3>", "an empty <h3>"),
        ("<h1>t</h1>", "<h1>t</h1><script>x</script>", "uses <script>"),
        ("<title>t</title>", "<title></title>", "a title or a language"),
        (' lang="en"', "", "a title or a language"),
        ("<title>", '<link href="x"><title>', "uses <link>"),
        ('class="note"', 'style="color: red"', "style= on <body>"),
        ('<body class="note">', '<body id="there">', "gives the id “there” to 2 elements"),
    ],
)
def test_a_fault_beside_parts_that_are_known_is_told(was: str, now: str, told: str) -> None:
    check(SOUND, "trial")
    assert was in SOUND
    with pytest.raises(TemplateError) as caught:
        check(SOUND.replace(was, now, 1), "trial")
    assert told in caught.value.message


def test_words_that_stand_loose_in_the_body_are_allowed_beside_known_parts() -> None:
    check(SOUND, "trial")
    check(SOUND.replace("<ul>", "loose words<ul>"), "trial")


def test_an_annex_of_ones_own_is_written_from_all_that_it_reads(tmp_path: Path) -> None:
    own = (resources.templates() / "_annex.html.j2").read_text("utf-8")
    (tmp_path / "_annex.html.j2").write_text(own + "<h2>{{ brief.title }}</h2>", "utf-8")

    def made(title: str, *folders: Path) -> str:
        wanted = briefs.request(title=title, annex=True)
        return render(briefs.brief(wanted), briefs.figures(), briefs.TAXONOMY, folders).html

    shipped = made("One")
    assert "<h2>One</h2>" in made("One", tmp_path)
    assert "<h2>Two</h2>" in made("Two", tmp_path)
    assert made("One") == shipped
