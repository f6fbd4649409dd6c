from dataclasses import replace
from datetime import date
from typing import Any

from briefing.assembly import Terms, assemble
from briefing.charts.chart import Chart, NotEnough
from briefing.model import (
    BriefRequest,
    Candidate,
    ChartData,
    Choice,
    Citation,
    Draft,
    FigureImage,
    Metadata,
    PartialDate,
    ReportSummary,
    Selection,
    StoredFinding,
    Taxonomy,
    scope_of,
)
from briefing.selection.proposing import proposed_decision
from tests.builders import a_finding, a_stored, a_summary, a_taxonomy

REQUEST = BriefRequest(regions=("south-caucasus", "central-asia"), themes=("conflict", "diplomacy"))
TERMS = Terms(issued=date(2026, 11, 21), program="Deskbrief 0", charts=())
OLD = a_summary(sha256="0" * 64, metadata=Metadata("Old", date=PartialDate(2010)))
NEW = a_summary(sha256="1" * 64, metadata=Metadata("New", date=PartialDate(2026, 3)))


def a_candidate(
    stored: StoredFinding | None = None,
    region: str = "south-caucasus",
    theme: str = "diplomacy",
    choice: Choice = Choice.SUPPORT,
    **more: object,
) -> Candidate:
    stored = stored or a_stored(a_finding(f"On {theme} in {region}.", block=_block(region, theme)))
    return Candidate(stored, 0.5, region, theme, "why", choice, **more)  # type: ignore[arg-type]


def _block(region: str, theme: str) -> int:
    """Return a block of its own for each section: no two findings stand in one place."""
    return 10 * REQUEST.regions.index(region) + REQUEST.themes.index(theme)


def of(report: ReportSummary, **place: Any) -> StoredFinding:
    return a_stored(a_finding(report=report.sha256), report=report, **place)


def a_selection(*candidates: Candidate, request: BriefRequest = REQUEST) -> Selection:
    return Selection(request, candidates)


def test_sections_follow_the_order_of_the_request() -> None:
    brief = assemble(
        a_selection(
            a_candidate(region="central-asia", theme="conflict"),
            a_candidate(theme="diplomacy"),
            a_candidate(theme="conflict"),
        ),
        a_taxonomy(),
        TERMS,
    )
    assert [section.title for section in brief.sections] == [
        "South Caucasus · Conflict",
        "South Caucasus · Diplomacy",
        "Central Asia · Conflict",
    ]


def test_what_was_left_out_is_not_in_the_brief() -> None:
    brief = assemble(a_selection(a_candidate(choice=Choice.LEFT_OUT)), a_taxonomy(), TERMS)
    assert brief.findings == ()
    assert brief.sources == ()
    assert brief.candidates == 1


def test_leads_come_first_in_their_section() -> None:
    support = a_candidate(a_stored(a_finding("Support it.", block=1)))
    lead = a_candidate(a_stored(a_finding("Lead with it.")), choice=Choice.LEAD)
    brief = assemble(a_selection(support, lead), a_taxonomy(), TERMS)
    assert [finding.text for finding in brief.findings] == ["Lead with it.", "Support it."]
    assert [finding.lead for finding in brief.findings] == [True, False]


def test_sources_are_numbered_as_the_document_cites_them() -> None:
    first = a_candidate(of(NEW, page="9", paragraph=2))
    second = a_candidate(
        of(OLD),
        theme="conflict",
        also_in=(a_stored(a_finding(report=NEW.sha256, block=3), report=NEW, paragraph=7),),
    )
    brief = assemble(a_selection(first, second), a_taxonomy(), TERMS)
    assert [(s.number, s.metadata.title, s.cited) for s in brief.sources] == [
        (1, "Old", 1),
        (2, "New", 2),
    ]
    assert brief.findings[0].citations == (Citation(1, "", 1), Citation(2, "", 7))
    assert [q.report for q in brief.findings[0].elsewhere] == [NEW.sha256]
    assert brief.findings[1].citations == (Citation(2, "9", 2),)


def test_cut_off_is_the_newest_source_and_never_the_day_of_issue() -> None:
    dated = a_selection(a_candidate(of(OLD)), a_candidate(of(NEW)))
    assert assemble(dated, a_taxonomy(), TERMS).cut_off == PartialDate(2026, 3)
    undated = a_summary(metadata=Metadata("Undated"))
    selection = a_selection(a_candidate(a_stored(report=undated)))
    assert assemble(selection, a_taxonomy(), TERMS).cut_off is None


def test_only_an_old_source_carries_its_year() -> None:
    selection = a_selection(a_candidate(of(OLD)), a_candidate(of(NEW)))
    assert [f.year for f in assemble(selection, a_taxonomy(), TERMS).findings] == [2010, None]


def test_the_limit_of_age_counts_from_the_day_of_issue() -> None:
    dated = a_summary(metadata=Metadata("T", date=PartialDate(2023, 11, 20)))
    selection = a_selection(a_candidate(a_stored(report=dated)))

    def year(issued: date) -> int | None:
        return assemble(selection, a_taxonomy(), replace(TERMS, issued=issued)).findings[0].year

    assert year(date(2026, 11, 20)) is None
    assert year(date(2026, 11, 21)) == 2023
    assert year(date(2028, 2, 29)) == 2023
    assert year(date(2, 1, 1)) is None


def test_a_finding_that_leans_brings_the_sentence_before() -> None:
    before = a_finding("Talks began in Prague.", start=0)
    finding = a_finding("They failed.", start=23, needs_context=True)
    stored = a_stored(finding, before=before)
    brief = assemble(a_selection(a_candidate(stored, brings=before)), a_taxonomy(), TERMS)
    made = brief.findings[0]
    assert made.text == "Talks began in Prague. They failed."
    assert [(q.start, q.end, q.exact) for q in made.quotations] == [
        (0, 22, "Talks began in Prague."),
        (23, 35, "They failed."),
    ]


def test_each_finding_has_a_code_of_its_own_that_stays_the_same() -> None:
    candidates = [a_candidate(a_stored(a_finding(f"Sentence {n}.", block=n))) for n in range(300)]
    long = replace(REQUEST, max_findings=300)
    first = assemble(a_selection(*candidates, request=long), a_taxonomy(), TERMS)
    again = assemble(a_selection(*reversed(candidates), request=long), a_taxonomy(), TERMS)
    codes = {finding.text: finding.code for finding in first.findings}
    assert len(set(codes.values())) == 300
    same = [codes[finding.text] == finding.code for finding in again.findings]
    assert sum(same) >= 298  # two whose first letters agree may exchange the longer code


def test_title_is_made_of_the_request_where_it_has_none() -> None:
    brief = assemble(a_selection(a_candidate()), a_taxonomy(), TERMS)
    assert brief.title == "South Caucasus and Central Asia: conflict and diplomacy"
    named = a_selection(a_candidate(), request=replace(REQUEST, title="Who keeps the peace"))
    assert assemble(named, a_taxonomy(), TERMS).title == "Who keeps the peace"


def test_a_chart_without_enough_data_is_left_out_and_the_document_says_so() -> None:
    data = ChartData("shown", "Q?", "A.", "b", "alt", ("x", "n"), (("a", 1),))

    def image(_: ChartData) -> FigureImage:
        raise AssertionError("assembly draws nothing")

    def enough(_: Selection, __: Taxonomy) -> ChartData:
        return data

    def thin(_: Selection, __: Taxonomy) -> NotEnough:
        return NotEnough("No chart: nothing to count.")

    def check(_: ChartData) -> None:
        raise AssertionError("what was just counted is not looked at for damage")

    charts = (
        Chart("shown", "S", "s", enough, check, image),
        Chart("thin", "T", "t", thin, check, image),
    )
    one = BriefRequest(regions=("south-caucasus",), themes=("diplomacy",))
    selection = a_selection(a_candidate(), request=one)
    brief = assemble(selection, a_taxonomy(), replace(TERMS, charts=charts))
    assert brief.charts == (data,)
    assert brief.omitted == brief.unprinted == ("No chart: nothing to count.",)
    asked = replace(selection, request=replace(one, charts=("thin",)))
    assert assemble(asked, a_taxonomy(), replace(TERMS, charts=charts)).unprinted == ()


def test_what_was_asked_and_has_no_section_is_said() -> None:
    selection = a_selection(
        a_candidate(theme="diplomacy"),
        a_candidate(theme="conflict", choice=Choice.LEFT_OUT),
        a_candidate(theme="conflict", choice=Choice.LEFT_OUT, repeats=True),
    )
    omitted = assemble(selection, a_taxonomy(), TERMS).omitted
    assert omitted == (
        "Findings not printed, for length or weakness: South Caucasus · Conflict (1).",
        "Nothing found chiefly on: Central Asia · Conflict; Central Asia · Diplomacy.",
    )


def test_undated_findings_passed_over_are_counted() -> None:
    one = BriefRequest(regions=("south-caucasus",), themes=("diplomacy",))
    selection = replace(a_selection(a_candidate(), request=one), undated=3)
    (said,) = assemble(selection, a_taxonomy(), TERMS).omitted
    assert said.endswith("a period was asked for: 3 findings.")


def test_what_the_officer_left_out_is_not_called_too_long_or_weak() -> None:
    one = BriefRequest(regions=("south-caucasus",), themes=("diplomacy",))
    selection = a_selection(a_candidate(choice=Choice.LEFT_OUT), request=one)
    left = replace(proposed_decision(selection.candidates[0]), by_officer=True)
    draft = Draft(one, (left,), proposed_for=scope_of(one))
    assert assemble(selection, a_taxonomy(), TERMS, draft).omitted == ()


def test_a_finding_of_whose_source_nothing_is_known_is_counted_as_not_printed() -> None:
    candidate = a_candidate()
    draft = Draft(
        REQUEST,
        (replace(proposed_decision(candidate), by_officer=True),),
        proposed_for=scope_of(REQUEST),
    )
    brief = assemble(a_selection(), a_taxonomy(), TERMS, draft)
    assert brief.findings == ()
    assert "report is not in the library: 1 finding." in brief.omitted[-1]
    held = {candidate.stored.finding.passage: candidate.stored}
    assert len(assemble(a_selection(), a_taxonomy(), TERMS, draft, held).findings) == 1


def test_sentences_after_a_finding_follow_it_and_its_own_words_are_told() -> None:
    candidate = a_candidate()
    own = proposed_decision(candidate)
    after = replace(own.finding, start=900, end=909, exact="And more.")
    draft = Draft(REQUEST, (replace(own, after=(after,)),), proposed_for=scope_of(REQUEST))
    (finding,) = assemble(a_selection(candidate), a_taxonomy(), TERMS, draft).findings
    assert finding.text == f"{own.finding.exact} And more."
    assert finding.quotations[finding.own] == own.finding
