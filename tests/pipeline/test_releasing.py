"""A releasable version: smaller, anew, and searched for what was left out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefing.errors import ExportError, RequestError
from briefing.library import Library
from briefing.model import BriefRequest, Draft, Judgement, Metadata
from briefing.pipeline.desk import Desk
from briefing.pipeline.exporting import export_brief
from briefing.pipeline.releasing import Released, release
from briefing.progress import Silent
from tests.builders import a_taxonomy
from tests.pipeline.desks import FIRE, GUARDS, REPORT, REQUEST, SECOND, TODAY, proposed

UK = replace(
    REQUEST,
    scheme="uk",
    annex=True,
    title="Bridge watch and what it shows",
    sender="Desk for rivers and bridges",
    bottom_line="(O) The border is quiet.\n\nThe bridge will be closed before the elections.",
    recommendation="Tell nobody of the bridge before the elections are over.",
    judgements=(
        Judgement("The truce holds through the winter.", "likely", marking="O"),
        Judgement("The garrison by the lake leaves before the first snow."),
    ),
)


@pytest.fixture
def secret(borders: Library) -> Library:
    """The library with its second report marked, and named so that one would know it again."""
    over = Metadata("Guards of the northern bridge", ("Jana Vesely",), marking="SECRET")
    borders.correct_metadata(SECOND.sha256, over)
    return borders


def released(library: Library, draft: Draft | None = None, level: str = "OFFICIAL") -> Released:
    return release(library, draft or Draft(UK), a_taxonomy(), level, today=TODAY)


def write(made: Released, *paths: Path) -> list[str]:
    brief = made.built.brief
    files = export_brief(
        brief,
        paths,
        a_taxonomy(),
        Silent(),
        made.built.verification,
        draft=made.built.draft,
        inspect=made.inspect,
    )
    return [remark for file in files for remark in file.remarks]


def test_what_is_above_the_level_is_left_out(secret: Library) -> None:
    brief = released(secret).built.brief
    assert GUARDS not in [finding.text for finding in brief.findings]
    assert FIRE in [finding.text for finding in brief.findings]
    assert [source.number for source in brief.sources] == [1]
    assert [source.sha256 for source in brief.sources] == [REPORT.sha256]
    assert brief.request.marking == "OFFICIAL"
    assert [one.text for one in brief.request.judgements] == ["The truce holds through the winter."]


def test_a_version_is_never_marked_above_the_document_itself(borders: Library) -> None:
    low = replace(UK, marking="OFFICIAL", judgements=())
    request = released(borders, Draft(low), "TOP SECRET").built.brief.request
    assert request.marking == "OFFICIAL"


def test_the_desk_s_words_are_the_document_s_unless_they_are_marked(secret: Library) -> None:
    request = released(secret).built.brief.request
    assert request.bottom_line == "(O) The border is quiet."
    assert request.recommendation == ""
    assert (request.title, request.sender) == ("", "")
    assert request.purpose == ""
    assert released(secret).built.brief.title != UK.title


def test_in_a_document_of_the_level_itself_everything_stays(borders: Library) -> None:
    request = released(borders).built.brief.request
    assert request == replace(UK, marking="OFFICIAL", regions=request.regions,
                              themes=request.themes, max_findings=request.max_findings)  # fmt: skip


def test_charts_are_counted_from_what_is_left(secret: Library) -> None:
    draft = Draft(replace(UK, charts=("coverage",)))
    full = release(secret, draft, a_taxonomy(), "SECRET", today=TODAY).built.brief
    less = release(secret, draft, a_taxonomy(), "OFFICIAL", today=TODAY).built.brief
    said = " ".join((*less.omitted, *(chart.alt + chart.basis for chart in less.charts)))
    assert len(full.findings) > len(less.findings)
    assert "Vesely" not in said
    assert less.candidates < full.candidates


def test_files_are_written_once_nothing_is_found_in_them(secret: Library, tmp_path: Path) -> None:
    out = [tmp_path / f"note{ending}" for ending in (".pdf", ".docx", ".brief")]
    remarks = write(released(secret), *out)
    assert all(path.exists() for path in out)
    assert sum(remark.endswith("nothing found.") for remark in remarks) == 3
    assert any("pages" in remark or "page and" in remark for remark in remarks)


def test_what_was_left_out_and_who_was_taken_on_trust_is_told(secret: Library) -> None:
    said = " ".join(released(secret).sentences)
    assert "Releasable at OFFICIAL. Left out: 1 finding; 1 source;" in said
    assert "judgement 2" in said
    assert "1 report without a marking taken as OFFICIAL" in said


@pytest.mark.parametrize("ending", [".pdf", ".docx", ".brief"])
def test_a_find_stops_the_export(secret: Library, tmp_path: Path, ending: str) -> None:
    made = released(secret)
    request = replace(made.built.brief.request, lines_to_take=(f"(O) They say: {GUARDS}",))
    brief = replace(made.built.brief, request=request)
    made = replace(made, built=replace(made.built, brief=brief))
    out = tmp_path / f"note{ending}"
    with pytest.raises(ExportError, match=r"still holds what may not be released: finding f-\w+"):
        write(made, out)
    assert not out.exists()


def test_names_of_reports_that_were_left_out_are_searched_for(
    secret: Library, tmp_path: Path
) -> None:
    made = released(secret)
    request = replace(made.built.brief.request, reference="(O) After Jana Vesely")
    made = replace(
        made, built=replace(made.built, brief=replace(made.built.brief, request=request))
    )
    with pytest.raises(ExportError, match="the report"):
        write(made, tmp_path / "note.docx")


def test_a_finding_marked_by_the_officer_is_not_in_the_words_around_others(
    borders: Library, desk: Desk, tmp_path: Path
) -> None:
    draft = proposed(desk, replace(UK, regions=("AM", "KZ", "GE")))
    decisions = tuple(
        replace(one, marking="SECRET") if one.finding.exact == FIRE else one
        for one in draft.decisions
    )
    made = released(borders, replace(draft, decisions=decisions))
    brief = made.built.brief
    assert FIRE not in " ".join(finding.text for finding in brief.findings)
    assert all(FIRE not in one.text for one in brief.paragraphs)
    quoted = [one for finding in brief.findings for one in finding.quotations]
    assert not any(one.prefix or one.suffix for one in quoted)
    assert write(made, tmp_path / "note.brief", tmp_path / "note.docx")


def test_a_finding_marked_lower_than_its_report_stays_without_its_paragraph(
    secret: Library, desk: Desk
) -> None:
    draft = proposed(desk, UK)
    decisions = tuple(
        replace(one, marking="O") if one.finding.report == SECOND.sha256 else one
        for one in draft.decisions
    )
    made = released(secret, replace(draft, decisions=decisions))
    assert GUARDS in [finding.text for finding in made.built.brief.findings]
    assert SECOND.sha256 not in {one.report for one in made.built.brief.paragraphs}
    assert any("is SECRET, and named as the source" in one for one in made.sentences)


def test_notes_and_reasons_of_the_officer_do_not_travel(secret: Library, desk: Desk) -> None:
    draft = proposed(desk, UK)
    decisions = tuple(
        replace(one, note="Ask the lake garrison about it.") for one in draft.decisions
    )
    made = released(secret, replace(draft, decisions=decisions))
    assert not any(one.note or one.why for one in made.built.draft.decisions)


def test_caveats_that_the_level_lacks_keep_a_part_back(secret: Library) -> None:
    eyes = replace(UK.judgements[0], marking="OFFICIAL EYES ONLY")
    draft = Draft(replace(UK, judgements=(eyes,)))
    assert not released(secret, draft).built.brief.request.judgements
    made = released(secret, draft, "OFFICIAL EYES ONLY")
    assert made.built.brief.request.judgements


@pytest.mark.parametrize(
    ("request_", "level", "said"),
    [
        (replace(UK, scheme=""), "OFFICIAL", "needs a scheme"),
        (UK, "RESTRICTED", "not of the scheme"),
    ],
)
def test_a_level_and_its_scheme_must_be_there(
    secret: Library, request_: BriefRequest, level: str, said: str
) -> None:
    with pytest.raises(RequestError, match=said):
        released(secret, Draft(request_), level)


def test_a_brief_of_which_nothing_may_be_released_is_refused(secret: Library) -> None:
    secret.correct_metadata(REPORT.sha256, Metadata(marking="TOP SECRET"))
    with pytest.raises(ExportError, match="No finding of the brief may be released"):
        released(secret)
