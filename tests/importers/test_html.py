"""Saved web pages: the report inside the site's furniture."""

from __future__ import annotations

import pytest

from briefing.errors import ImportFailure
from briefing.importers import read_report
from briefing.model import BlockKind, PartialDate, Report

PROSE = (
    "The two ministries have exchanged drafts since March, and the border has been open to lorries "
    "for most of the summer, with short interruptions."
)
PAGE = f"""<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">
<title>Lorries at the pass - Valley Monitor</title>
<meta property="og:site_name" content="Valley Monitor">
<meta property="og:title" content="Lorries at the pass - Valley Monitor">
<meta property="article:modified_time" content="2024-01-01T00:00:00Z">
<link rel="canonical" href="https://example.org/pass">
<script type="application/ld+json">{{"@graph": [{{"@type": "NewsArticle",
"headline": "Lorries at the pass", "datePublished": "2023-05-12T08:00:00+02:00",
"author": {{"@type": "Person", "name": "Jane Doe"}}, "publisher": {{"name": "Valley Monitor"}}}}]}}
</script></head><body>
<nav><a href="/">Home</a><a href="/news">News</a></nav>
<div class="cookie-banner"><p>We use cookies to make this site work and to measure how it is used
by the many people who visit it every day.</p></div>
<main><article><h1>Lorries at the pass</h1><p class="byline">By Jane Doe</p>
<div class="share-bar"><a href="#">Tweet</a><a href="#">Mail</a></div>
<p>{PROSE}<sup><a href="#fn1">1</a></sup></p><h2>What is at stake</h2>
<p>{PROSE} The pass is <em>not</em> the only road.</p>
<ul><li>Fuel goes north.</li><li>Fruit goes south.</li></ul>
<table><tr><th>Year</th><th>Lorries</th></tr><tr><td>2022</td><td>1,204</td></tr></table>
<section class="footnotes"><ol>
<li id="fn1">Valley Customs Office, yearly figures.</li></ol></section>
<div class="related-posts"><h3>Related</h3><ul>
<li><a href="/x">Ten villages to see</a></li></ul></div>
</article></main>
<section id="comments"><h3>Leave a reply</h3><form><label>Name</label><input></form></section>
<footer><p>© 2024 Valley Monitor. All rights reserved, terms and conditions apply.</p></footer>
</body></html>"""


def read(markup: str) -> Report:
    return read_report(markup.encode(), "page.html")


def texts(report: Report, kind: BlockKind) -> list[str]:
    return [block.text for block in report.blocks if block.kind is kind]


def test_the_article_is_kept_and_the_site_left_out() -> None:
    report = read(PAGE)
    assert [(block.kind.value, block.text) for block in report.blocks] == [
        ("heading", "Lorries at the pass"),
        ("meta", "By Jane Doe"),
        ("paragraph", PROSE),
        ("heading", "What is at stake"),
        ("paragraph", f"{PROSE} The pass is not the only road."),
        ("list_item", "Fuel goes north."),
        ("list_item", "Fruit goes south."),
        ("table", "Year | Lorries\n2022 | 1,204"),
        ("footnote", "Valley Customs Office, yearly figures."),
    ]
    assert report.blocks[4].heading_path == ("Lorries at the pass", "What is at stake")


def test_metadata_comes_from_the_head_and_the_date_is_that_of_publication() -> None:
    metadata = read(PAGE).metadata
    assert metadata.title == "Lorries at the pass"
    assert metadata.authors == ("Jane Doe",)
    assert metadata.publisher == "Valley Monitor"
    assert metadata.date == PartialDate(2023, 5, 12)
    assert metadata.language == "en"
    assert metadata.address == "https://example.org/pass"


def test_the_day_of_the_last_change_is_not_taken_for_the_date() -> None:
    page = (
        '<html><head><meta property="article:modified_time" content="2024-01-01"></head>'
        f"<body><p>{PROSE}</p></body></html>"
    )
    assert read(page).metadata.date is None


def test_a_page_without_main_is_read_where_its_prose_is_dense() -> None:
    links = "".join(f'<li><a href="/{n}">Section number {n}</a></li>' for n in range(20))
    report = read(
        f"<html><body><ul>{links}</ul><div><div><h2>Pass</h2><p>{PROSE}</p><p>{PROSE}</p></div></div>"
        "</body></html>"
    )
    assert texts(report, BlockKind.PARAGRAPH) == [PROSE, PROSE]
    assert "Section number 3" not in " ".join(block.text for block in report.blocks)


def test_a_page_that_is_all_furniture_by_name_is_still_read() -> None:
    report = read(f'<html><body><div class="widget"><p>{PROSE}</p></div></body></html>')
    assert texts(report, BlockKind.PARAGRAPH) == [PROSE]


def test_old_pages_part_paragraphs_by_double_breaks() -> None:
    report = read(f"<html><body>{PROSE}<br><br>{PROSE}<br>It went on.</body></html>")
    assert texts(report, BlockKind.PARAGRAPH) == [PROSE, f"{PROSE} It went on."]


def test_layout_tables_are_read_as_text_and_raised_units_kept() -> None:
    report = read(
        f"<html><body><table><tr><td><h2>Left</h2><p>{PROSE}</p></td><td><p>Some 12 km<sup>2</sup> "
        f"burnt. {PROSE}</p></td></tr></table></body></html>"
    )
    assert texts(report, BlockKind.PARAGRAPH) == [PROSE, f"Some 12 km² burnt. {PROSE}"]


@pytest.mark.parametrize("tag", ["div", "b"])
def test_endless_nesting_is_refused_in_a_sentence(tag: str) -> None:
    with pytest.raises(ImportFailure, match="nested too deep"):
        read(f"<html><body>{f'<{tag}>' * 50_000}{PROSE}")


def test_entities_of_a_document_type_are_not_expanded() -> None:
    report = read(
        f'<!DOCTYPE html [<!ENTITY a "boom boom">]><html><body><p>{PROSE} &a;</p></body></html>'
    )
    assert "boom boom" not in " ".join(block.text for block in report.blocks)


def test_scripts_and_styles_never_become_text() -> None:
    report = read(
        "<html><body><script>var secret = 1</script><style>p {}</style>"
        f"<p>{PROSE}</p></body></html>"
    )
    assert [block.text for block in report.blocks] == [PROSE]


def test_the_line_under_the_headline_gives_author_and_day() -> None:
    metadata = read(
        '<html><body><h1>Pass</h1><div class="entry-meta">Posted on <time datetime="2022-03-04">4 '
        'March</time> by <a rel="author">Selin Ay</a></div><div class="entry"><p>'
        f"{PROSE}</p><p>{PROSE}</p></div></body></html>"
    ).metadata
    assert metadata.authors == ("Selin Ay",)
    assert metadata.date == PartialDate(2022, 3, 4)


def test_notes_of_pages_saved_by_word_processors_are_kept_as_notes() -> None:
    report = read(
        f"<html><body><div class=WordSection1><p>{PROSE}"
        '<a href="#_ftn1" name="_ftnref1">[1]</a></p>'
        f"<p>· {PROSE}</p></div><div><hr><div id=ftn1><p class=MsoFootnoteText>"
        '<a href="#_ftnref1" name="_ftn1">[1]</a> Customs Office.</p></div></div></body></html>'
    )
    assert [(block.kind.value, block.text) for block in report.blocks] == [
        ("paragraph", PROSE),
        ("list_item", PROSE),
        ("footnote", "[1] Customs Office."),
    ]
