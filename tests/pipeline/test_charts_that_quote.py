"""Charts that quote findings no section prints: chosen, cited, compared, marked, released."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.brief_file import BriefFile, dump_brief_file, parse_brief_file
from briefing.drafting import with_request
from briefing.errors import RequestError
from briefing.exporters.register import rows
from briefing.exporters.word import DOCX
from briefing.library import Library
from briefing.marks import findings_marked, marks_in
from briefing.model import (
    Brief,
    BriefFinding,
    BriefRequest,
    Choice,
    Draft,
    Finding,
    Metadata,
    Report,
    scope_of,
)
from briefing.model.checked import Backing, Fate
from briefing.pipeline.building import BuiltBrief, build_draft
from briefing.pipeline.checking_documents import check_document, codes_in
from briefing.pipeline.exporting import draw_charts
from briefing.pipeline.releasing import release
from briefing.pipeline.verifying import verify_brief
from briefing.quotations import full_code, passage_of
from briefing.templating import render
from briefing.templating.bibliography import reference_line
from tests.builders import a_report, a_taxonomy, found_in, original_of
from tests.pipeline.desks import TODAY, a_desk
from tests.verifying import documents

DAYS = {
    "In March 2021 the two armies held a drill at the lake.": "2021-03",
    "In July 2021 the bridge at Vardan was closed to lorries.": "2021-07",
    "On 5 May 2022 the ministers of both sides met in Prague.": "2022-05-05",
    "In October 2022 observers counted the posts along the road.": "2022-10",
    "In January 2023 the railway carried its first passengers.": "2023-01",
    "On 9 June 2023 the two capitals exchanged prisoners.": "2023-06-09",
}
OLDER = a_report(*list(DAYS)[:2], file_name="older.txt", metadata=Metadata("Older", ("Ada Low",)))
NEWER = a_report(*list(DAYS)[2:], file_name="newer.txt", metadata=Metadata("Newer", ("Bo High",)))
REQUEST = BriefRequest(
    regions=("AM",), title="Borders", charts=("events",), max_findings=1, annex=True
)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library") as opened:
        for report in (OLDER, NEWER):
            opened.add(report, _findings(report), original_of(report), TODAY)
        yield opened


def _findings(report: Report) -> list[Finding]:
    texts = [block.text for block in report.blocks]
    return [
        found_in(report, text, about=("AM",), themes=("conflict",), dates=(DAYS[text],))
        for text in texts
    ]


def built(library: Library, draft: Draft | None = None, **request: object) -> BuiltBrief:
    draft = draft or Draft(replace(REQUEST, **request))  # type: ignore[arg-type]
    return build_draft(library, draft, a_taxonomy(), today=TODAY)


def texts(brief: Brief) -> set[str]:
    return {finding.text for finding in brief.quoted}


def printing(library: Library, report: Report, **request: object) -> Draft:
    """Return a draft that prints one finding of a report, and may be made of both."""
    whole = replace(REQUEST, **request)  # type: ignore[arg-type]
    draft = built(library, Draft(replace(whole, sources=(report.sha256,)))).draft
    return replace(draft, request=whole, proposed_for=scope_of(whole))


def word_file(brief: Brief) -> bytes:
    return DOCX.export(render(brief, draw_charts(brief), a_taxonomy())).data


def _is_of(finding: BriefFinding, report: Report) -> bool:
    return finding.quotations[0].report == report.sha256


def without(draft: Draft, text: str) -> Draft:
    """Return a draft in which the officer has left out a finding that the program did not use."""
    report = next(one for one in (OLDER, NEWER) if text in [b.text for b in one.blocks])
    (model,) = [one for one in draft.decisions if one.is_used]
    block = [b.text for b in report.blocks].index(text)
    own = replace(
        model.finding, report=report.sha256, block=block, start=0, end=len(text), exact=text
    )
    left = replace(model, finding=own, choice=Choice.LEFT_OUT, by_officer=True, why="It is old.")
    return replace(draft, decisions=(*draft.decisions, left))


def test_a_chart_quotes_what_answers_the_request_though_one_finding_is_printed(
    library: Library,
) -> None:
    brief = built(library).brief
    (events,) = brief.charts
    assert [row[0] for row in events.rows] == sorted(DAYS.values())
    assert len(brief.findings) == 1
    assert len(brief.charted) == 5
    assert texts(brief) == set(DAYS)
    codes = {code for point in events.points for code in point.codes}
    assert codes == {finding.code for finding in brief.quoted}, "each as the document names it"


def test_reports_that_only_a_chart_quotes_are_numbered_behind_those_of_the_findings(
    library: Library,
) -> None:
    brief = built(library).brief
    printed = brief.findings[0].quotations[0].report
    assert [source.number for source in brief.sources] == [1, 2]
    assert brief.sources[0].sha256 == printed
    cited = {finding.citations[0].source for finding in brief.charted}
    assert cited == {1, 2}
    places = " ".join(str(row[2]) for row in brief.charts[0].rows)
    assert "[1 ¶" in places
    assert "[2 ¶" in places


def test_their_passages_stand_in_the_annex_and_lead_back_to_the_figure(library: Library) -> None:
    made = built(library)
    html = render(made.brief, draw_charts(made.brief), a_taxonomy()).html
    for finding in made.brief.charted:
        assert (
            f'{finding.code}</span> in <a class="back" href="#figure-events">Figure 1</a>' in html
        )
        assert f'">{finding.code}</a>' in html, "the table of numbers leads to the passage"
    assert "1 of 1 finding verbatim" not in html, "a document that was not compared says so"
    html = render(replace(made.brief, verified=1), draw_charts(made.brief), a_taxonomy()).html
    assert "1 of 1 finding verbatim, 5 more quoted in figures." in html


def test_a_passage_leads_back_to_the_figure_that_prints_its_words_not_to_one_that_counts_it(
    library: Library,
) -> None:
    brief = built(library, charts=("voices", "events")).brief
    voices, _ = brief.charts
    counted = {code for point in voices.points for code in point.codes}
    assert counted >= {finding.code for finding in brief.charted}
    html = render(brief, draw_charts(brief), a_taxonomy()).html
    for finding in brief.charted:
        assert (
            f'{finding.code}</span> in <a class="back" href="#figure-events">Figure 2</a>' in html
        )


def test_the_annex_names_the_reports_that_a_figure_counts_and_no_finding_is_from(
    library: Library,
) -> None:
    brief = built(library, charts=("voices",)).brief
    (cited,) = brief.sources
    (other,) = brief.counted
    assert {cited.sha256, other.sha256} == {OLDER.sha256, NEWER.sha256}
    html = render(brief, draw_charts(brief), a_taxonomy()).html
    assert f"not among the sources: {reference_line(other)}</p>" in html
    assert not built(library, charts=()).brief.counted
    assert not built(library, charts=("voices", "events")).brief.counted, "both are sources then"


def test_a_report_above_the_marking_of_the_document_is_counted_and_not_named(
    library: Library,
) -> None:
    draft = printing(library, NEWER, charts=("voices",), scheme="uk", marking="OFFICIAL")
    before = built(library, draft).brief
    assert [one.sha256 for one in before.counted] == [OLDER.sha256]
    library.correct_metadata(OLDER.sha256, replace(OLDER.metadata, marking="SECRET"))
    made = built(library, draft).brief
    assert not made.counted
    (named,), (bare,) = before.charts, made.charts
    assert {row[0] for row in named.rows} >= {"Low"}
    assert sorted(row[1] for row in bare.rows) == sorted(row[1] for row in named.rows)
    html = render(made, draw_charts(made), a_taxonomy()).html
    assert "Another report" in html
    for word in ("Low", OLDER.metadata.title, OLDER.file_name):
        assert word not in html, word


def test_every_point_of_the_drawing_leads_to_a_passage(library: Library) -> None:
    brief = built(library).brief
    (figure,) = render(brief, draw_charts(brief), a_taxonomy()).figures
    assert len(figure.areas) == len(DAYS)
    assert all(area.target.startswith("passage-") for area in figure.areas)


def test_what_the_officer_left_out_no_chart_quotes(library: Library) -> None:
    first = built(library)
    rejected = first.brief.charted[0].text
    brief = built(library, without(first.draft, rejected)).brief
    assert texts(brief) == set(DAYS) - {rejected}


@pytest.mark.parametrize("marking", ["", "OFFICIAL"])
def test_a_chart_never_raises_the_marking_of_the_document(library: Library, marking: str) -> None:
    library.correct_metadata(OLDER.sha256, replace(OLDER.metadata, marking="SECRET"))
    draft = printing(library, NEWER, scheme="uk", marking=marking)
    made = built(library, draft)
    assert made.brief.request.marking == "OFFICIAL"
    assert texts(made.brief) == {block.text for block in NEWER.blocks}


def test_a_chart_quotes_what_the_marking_of_the_document_covers(library: Library) -> None:
    library.correct_metadata(OLDER.sha256, replace(OLDER.metadata, marking="SECRET"))
    draft = printing(library, NEWER, scheme="uk", marking="SECRET")
    assert texts(built(library, draft).brief) == set(DAYS)


def test_without_a_scheme_a_chart_quotes_no_marking_that_the_document_does_not_have(
    library: Library,
) -> None:
    library.correct_metadata(OLDER.sha256, replace(OLDER.metadata, marking="For the desk"))
    brief = built(library, printing(library, NEWER)).brief
    assert texts(brief) == {block.text for block in NEWER.blocks}
    brief = built(library, printing(library, NEWER, marking="for the desk")).brief
    assert texts(brief) == set(DAYS)


def test_quoted_words_are_compared_with_their_source(library: Library) -> None:
    made = built(library)
    assert len(made.verification.verbatim) == 1
    assert len(made.verification.charted) == 5
    first, *others = made.brief.charted
    (own,) = first.quotations
    text = own.exact.replace("2", "3", 1)
    changed = replace(first, text=text, quotations=(replace(own, exact=text),))
    doubted = verify_brief(replace(made.brief, charted=(changed, *others)), library)
    assert [doubt.finding.code for doubt in doubted.doubtful] == [first.code]


def test_a_saved_document_keeps_what_its_charts_quote(library: Library) -> None:
    made = built(library)
    data = dump_brief_file(BriefFile(made.draft, made.brief))
    read = parse_brief_file(data, "note.brief").brief
    assert read is not None
    assert read.charted == made.brief.charted


def test_a_releasable_version_quotes_only_what_may_be_released_and_is_wanted(
    library: Library,
) -> None:
    library.correct_metadata(OLDER.sha256, replace(OLDER.metadata, marking="SECRET"))
    draft = printing(library, NEWER, scheme="uk", marking="SECRET")
    rejected = next(one for one in built(library, draft).brief.charted if _is_of(one, NEWER))
    draft = without(draft, rejected.text)
    assert texts(built(library, draft).brief) == set(DAYS) - {rejected.text}
    made = release(library, draft, a_taxonomy(), "OFFICIAL", today=TODAY).built
    assert texts(made.brief) == {block.text for block in NEWER.blocks} - {rejected.text}
    assert [one.is_used for one in made.draft.decisions] == [True], "nothing of what was left out"


def test_a_document_printed_anew_is_checked_by_the_codes_of_what_figures_quote(
    library: Library, tmp_path: Path
) -> None:
    brief = built(library).brief
    data = documents.with_part(word_file(brief), {"customXml/deskbriefTrace1.xml": None})
    path = tmp_path / "back.docx"
    path.write_bytes(data)
    checked = {one.code: one for one in check_document(path, library).findings}
    assert set(checked) == {one.code for one in brief.quoted}
    assert {one.fate for one in checked.values()} == {Fate.VERBATIM}
    assert {one.backing for one in checked.values()} == {Backing.STANDS}

    text = documents.main_part(data)
    words = brief.charted[0].text
    at = text.index(words, text.index(">Passages<"))
    text = text[:at] + text[at:].replace(words, words.replace("the", "no"), 1)
    path.write_bytes(documents.with_part(data, {documents.MAIN: text.encode()}))
    (altered,) = [one for one in check_document(path, library).findings if one.fate is Fate.ALTERED]
    assert altered.code == brief.charted[0].code
    assert altered.backing is Backing.CONTRADICTED


def test_a_document_leads_from_codes_and_marks_to_what_its_figures_quote(
    library: Library, tmp_path: Path
) -> None:
    brief = built(library).brief
    one = brief.charted[0]
    path = tmp_path / "note.docx"
    path.write_bytes(word_file(brief))
    whole = full_code(passage_of(one.quotations[0]))
    assert codes_in(path, one.code) == (whole,)
    place = one.citations[0]
    mark = f"[{place.source} ¶ {place.paragraph}]"
    assert codes_in(path, mark) == (whole,)
    assert findings_marked(brief, marks_in(mark)) == (one,)


def test_the_register_lists_what_figures_quote_under_the_question_of_the_figure(
    library: Library,
) -> None:
    brief = built(library).brief
    listed = list(rows(render(brief, draw_charts(brief), a_taxonomy())))
    assert [row[0] for row in listed] == [one.code for one in brief.quoted]
    assert {row[2] for row in listed[1:]} == {"What happened when?"}


def test_a_chart_of_the_document_is_shown_with_what_stands_behind_its_points(
    library: Library,
) -> None:
    desk = a_desk(library)
    draft = desk.view(Draft(REQUEST)).draft
    offer = desk.chart_shown(draft, "events")
    assert offer.data == desk.build(draft).brief.charts[0]
    assert offer.choice.id == "events"
    assert offer.png.startswith(b"\x89PNG")
    assert {area.label for area in offer.areas} == {one.label for one in offer.data.points}
    with pytest.raises(RequestError, match="no such chart any more"):
        desk.chart_shown(with_request(draft, charts=()), "events")
