"""A contents list that a template leaves empty holds the headings of the document."""

from __future__ import annotations

from lxml import html as lxml_html

from briefing.templating import load_header, render
from briefing.templating.contents import filled, lists_contents
from tests import briefs

_PAGE = '<html lang="en"><head><title>A</title></head><body><h1>A</h1>{}</body></html>'


def entries(html: str) -> list[tuple[str, str, str]]:
    """Return class, target and words of each entry."""
    found = lxml_html.document_fromstring(html).find_class("contents")
    items = [item for one in found for item in one]
    return [(one.get("class", ""), one[0].get("href", ""), one.text_content()) for one in items]


def test_every_heading_below_the_title_has_an_entry_that_leads_to_it() -> None:
    body = '<ol class="contents"></ol><h2>One</h2><h3 id="own">Two</h3><h4>Deep</h4><h2>Three</h2>'
    made = filled(_PAGE.format(body))
    assert entries(made) == [
        ("level-2", "#section-1", "One"),
        ("level-3", "#own", "Two"),
        ("level-2", "#section-2", "Three"),
    ]
    assert '<h2 id="section-2">Three</h2>' in made


def test_a_list_says_how_deep_it_goes() -> None:
    body = "<h2>One</h2><h3>Two</h3><h4>Three</h4>"
    for depth, count in (("to-h2", 1), ("to-h3", 2), ("to-h4", 3)):
        made = filled(_PAGE.format(f'<ol class="contents {depth}"></ol>{body}'))
        assert len(entries(made)) == count


def test_an_id_that_is_taken_is_not_given_again() -> None:
    made = filled(_PAGE.format('<ol class="contents"></ol><p id="section-1">x</p><h2>One</h2>'))
    assert entries(made) == [("level-2", "#section-2", "One")]


def test_a_note_of_a_heading_is_not_in_its_entry() -> None:
    heading = '<h2>One <span class="note">Seen in May.</span></h2>'
    made = filled(_PAGE.format(f'<ol class="contents"></ol>{heading}'))
    assert entries(made) == [("level-2", "#section-1", "One")]


def test_a_list_with_entries_and_a_document_without_lists_stay_as_they_are() -> None:
    own = (
        '<ol class="contents"><li class="level-2"><a href="#a">Mine</a></li></ol><h2 id="a">A</h2>'
    )
    for body in (own, "<h2>One</h2>"):
        assert filled(_PAGE.format(body)) == _PAGE.format(body)


def test_long_documents_list_their_headings_and_others_if_they_are_asked_to() -> None:
    sides = load_header("note").contents
    long, short = briefs.brief(times=17), briefs.brief()
    assert lists_contents(long, sides)
    assert not lists_contents(long, 0)
    assert not lists_contents(short, sides)
    assert lists_contents(briefs.brief(briefs.request(contents=True)), 0)
    assert not lists_contents(briefs.brief(briefs.request(contents=False), times=17), sides)


def test_the_list_stands_before_the_text_and_names_all_but_itself() -> None:
    made = briefs.brief(briefs.request(template="submission", contents=True))
    html = render(made, briefs.figures(), briefs.TAXONOMY).html
    named = [words for _, _, words in entries(html)]
    assert named[0] == "Recommendation"
    assert "Contents" not in named
    assert html.index(">Contents<") < html.index(">Recommendation</h2>")
