from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefing import drafting
from briefing.errors import RequestError
from briefing.library import Library
from briefing.model import BriefRequest, Choice, Draft, RegionGroup
from briefing.model.desk import FindingRow
from briefing.pipeline.desk import Desk
from briefing.pipeline.desk_rows import NEW
from briefing.progress import Silent
from briefing.quotations import full_code
from briefing.taxonomy import load_taxonomy
from tests.pipeline.desks import (
    ALMATY,
    COUNT,
    ENERGY,
    FIRE,
    GUARDS,
    REQUEST,
    TODAY,
    TRUCE,
    a_desk,
    add_first,
    add_second,
    proposed,
)


def row_of(desk: Desk, draft: Draft, text: str) -> FindingRow:
    return next(row for row in desk.view(draft).rows if row.text == text)


def printed(desk: Desk, draft: Draft) -> list[str]:
    built = desk.build(draft)
    assert built.verification.sentences() == ()
    return [finding.text for finding in built.brief.findings]


def test_every_section_asked_for_is_listed_in_the_document_s_order(desk: Desk) -> None:
    assert [section.title for section in desk.view(Draft(REQUEST)).sections] == [
        "Armenia · Conflict",
        "Armenia · Diplomacy",
        "Kazakhstan · Conflict",
        "Kazakhstan · Diplomacy",
    ]
    (everything,) = desk.view(Draft(BriefRequest())).sections
    assert everything.title == "All findings"


def test_rows_have_the_codes_and_the_order_of_the_document(desk: Desk) -> None:
    view = desk.view(Draft(REQUEST))
    used = [row for row in view.rows if row.decision.is_used]
    findings = desk.build(view.draft).brief.findings
    assert [(row.code, row.text) for row in used] == [(f.code, f.text) for f in findings]
    assert (view.used, view.found) == (3, 3)


def test_a_view_does_not_change_what_it_has_once_proposed(desk: Desk) -> None:
    view = desk.view(Draft(REQUEST))
    assert desk.view(view.draft) == view


def test_what_the_officer_leaves_out_is_not_printed_and_says_why(desk: Desk) -> None:
    draft = proposed(desk)
    decision = row_of(desk, draft, FIRE).decision
    draft = drafting.decide(draft, decision, Choice.LEFT_OUT, "known to the minister")
    assert FIRE not in printed(desk, draft)
    assert row_of(desk, draft, FIRE).why_left_out == "known to the minister"


def test_the_program_s_reason_does_not_become_the_officer_s(desk: Desk) -> None:
    draft = proposed(desk, replace(REQUEST, max_findings=1))
    passed_over = next(row for row in desk.view(draft).rows if not row.decision.is_used)
    assert passed_over.why_left_out
    draft = drafting.decide(draft, passed_over.decision, Choice.LEFT_OUT)
    assert row_of(desk, draft, passed_over.text).why_left_out == ""


def test_answer_to_a_search_says_whether_it_suits_its_section(desk: Desk) -> None:
    draft = proposed(desk)
    (stranger,) = desk.search("power neighbours", draft)
    assert not stranger.fits
    assert all(row.fits for row in desk.search("exchanged", draft))
    georgia = replace(REQUEST, regions=("GE",), themes=("energy",))
    assert all(row.fits for row in desk.search("power neighbours", Draft(georgia)))


def test_what_stands_behind_a_number_is_found_whether_the_list_has_it_or_not(desk: Desk) -> None:
    draft = proposed(desk)
    listed = row_of(desk, draft, FIRE)
    (stranger,) = desk.search("power neighbours", draft)
    codes = [full_code(row.decision.passage) for row in (stranger, listed)]
    behind = desk.behind(draft, [*codes, "f-zzzzzzzzzzzz"])
    assert [row.text for row in behind] == [stranger.text, FIRE]
    assert [row.decision.is_used for row in behind] == [False, True]
    assert behind[0].place == stranger.place


def test_a_finding_says_whether_it_answers_the_section_into_which_it_is_moved(desk: Desk) -> None:
    draft = proposed(desk)
    first = row_of(desk, draft, FIRE)
    assert first.fits
    over = drafting.move(draft, first.decision.passage, "KZ", "diplomacy", 0)
    assert not row_of(desk, over, FIRE).fits
    back = drafting.move(over, first.decision.passage, *first.decision.section, 0)
    assert row_of(desk, back, FIRE).fits


def test_the_officer_s_order_is_the_document_s(desk: Desk) -> None:
    draft = proposed(desk)
    first, second = (row.decision for row in desk.view(draft).rows[:2])
    moved = drafting.move(draft, first.passage, *first.section, 1)
    assert printed(desk, moved)[:2] == [second.finding.exact, first.finding.exact]
    over = drafting.move(draft, first.passage, "KZ", "diplomacy", 0)
    assert printed(desk, over) == [second.finding.exact, first.finding.exact, ALMATY]


def test_a_lengthened_finding_is_cited_at_its_own_place_and_is_verbatim(desk: Desk) -> None:
    draft = proposed(desk)
    passage = desk.passage(row_of(desk, draft, FIRE).decision)
    assert passage.longer_after is not None
    longer = desk.passage(passage.longer_after).longer_after
    assert longer is not None
    draft = drafting.put(draft, longer)
    (finding,) = [f for f in desk.build(draft).brief.findings if f.text.startswith(FIRE)]
    assert finding.text == f"{FIRE} {TRUCE} {COUNT}"
    assert finding.quotations[finding.own].exact == FIRE
    assert f"{FIRE} {TRUCE} {COUNT}" in printed(desk, draft)
    assert row_of(desk, draft, finding.text).code == finding.code


def test_reports_that_come_in_change_nothing_until_asked(tmp_path: Path) -> None:
    with Library.open(tmp_path / "l") as library:
        add_first(library)
        desk = a_desk(library)
        draft = proposed(desk)
        before = printed(desk, draft)
        add_second(library)
        desk.invalidate()
        assert printed(desk, draft) == before
        assert row_of(desk, draft, GUARDS).why_left_out == NEW
        assert desk.view(draft).fresh > 0
        anew = desk.view(drafting.propose_anew(draft))
        assert GUARDS in printed(desk, anew.draft)
        assert anew.fresh == 0


def test_what_the_officer_left_out_is_no_news(desk: Desk) -> None:
    draft = proposed(desk)
    row = next(row for row in desk.view(draft).rows if row.decision.is_used)
    assert desk.view(drafting.decide(draft, row.decision, Choice.LEFT_OUT)).fresh == 0


def test_a_finding_of_any_report_is_found_by_words_and_used(desk: Desk) -> None:
    draft = proposed(desk)
    (row,) = desk.search("power neighbours", draft)
    assert (row.text, row.decision.choice) == (ENERGY, Choice.LEFT_OUT)
    assert row.decision.section == ("AM", "conflict")
    draft = drafting.decide(draft, row.decision, Choice.SUPPORT)
    assert printed(desk, draft)[2] == ENERGY
    assert desk.search("power", draft)[0].decision.is_used
    shown = row_of(desk, draft, ENERGY)
    assert shown.place == "Novak 2023, ¶ 2"
    assert shown.code == desk.build(draft).brief.findings[2].code


def test_a_code_leads_to_its_finding(desk: Desk) -> None:
    draft = proposed(desk)
    row = row_of(desk, draft, ALMATY)
    (found,) = desk.search(row.code, draft)
    assert found == row


def test_a_printed_mark_leads_to_its_finding(desk: Desk) -> None:
    draft = proposed(desk)
    brief = desk.build(draft).brief
    for finding in brief.findings:
        citation = finding.citations[0]
        found = desk.search(f"[{citation.source} ¶{citation.paragraph}]", draft)
        assert finding.code in [row.code for row in found]
        assert all(row.decision.is_used for row in found)
    assert desk.search("[1 ¶ 99]", draft) == ()


def test_a_group_of_one_s_own_is_a_region(desk: Desk) -> None:
    group = RegionGroup("Two seas", ("AM", "KZ"))
    request = BriefRequest((group.id,), ("diplomacy",), groups=(group,))
    view = desk.view(Draft(request))
    assert view.sections[0].title == "Two seas · Diplomacy"
    assert printed(desk, view.draft) == [ALMATY]
    assert desk.build(view.draft).brief.title == "Two seas: diplomacy"
    assert "Two seas" in desk.rendered(desk.build(view.draft)).html


def test_a_scope_that_does_not_exist_is_named(desk: Desk) -> None:
    with pytest.raises(RequestError, match="Atlantis"):
        desk.view(Draft(BriefRequest(("Atlantis",))))


def test_the_pdf_is_the_one_that_an_export_writes(desk: Desk, tmp_path: Path) -> None:
    draft = proposed(desk)
    out = tmp_path / "note.pdf"
    (file,) = desk.export(draft, [out], Silent())
    assert (file.path, file.pages) == (out, 2)  # the note, and its annex
    assert out.read_bytes() == desk.pdf(draft)


def test_a_chart_is_drawn_once(borders: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    from briefing.charts import CHARTS
    from briefing.charts.chart import Chart
    from briefing.model import ChartData, FigureImage, WordPicture

    drawn = []

    def draw(data: ChartData) -> FigureImage:
        drawn.append(data.chart)
        return FigureImage(data.chart, b"<svg/>", lambda: WordPicture(b"", b""), 10, 10)

    def always(chart: Chart) -> Chart:
        data = ChartData(chart.id, "Q?", "A.", "b", "alt", ("x", "n"), (("a", 1),))
        return replace(chart, data=lambda *_: data, draw=draw)

    charts = tuple(always(chart) for chart in CHARTS)
    monkeypatch.setattr("briefing.charts.CHARTS", charts)
    desk = a_desk(borders)
    draft = proposed(desk)
    desk.rendered(desk.build(draft))
    desk.rendered(desk.build(drafting.with_request(draft, title="Another")))
    assert len(drawn) == len(set(drawn)) > 0


def test_a_draft_without_a_title_has_the_automatic_one(desk: Desk) -> None:
    built = desk.build(Draft(replace(REQUEST, title="")))
    assert built.brief.title == "Armenia and Kazakhstan: conflict and diplomacy"


def test_the_sample_is_there_in_one_call_and_can_be_built(tmp_path: Path) -> None:
    with Library.open(tmp_path / "l") as library:
        desk = Desk(library, load_taxonomy(), today=lambda: TODAY)
        draft = desk.sample()
        assert len(library.reports()) == 5
        built = desk.build(draft)
        assert len(built.brief.findings) == built.brief.request.max_findings
        assert built.verification.sentences() == ()
        assert desk.sample() == draft
