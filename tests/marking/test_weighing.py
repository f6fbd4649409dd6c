from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.errors import ExportError
from briefing.marking import load_scheme, read_marking, refuse_outranked, weigh
from briefing.marking.limits import Limit, released_request, withheld
from briefing.marking.parts import parts_of, parts_of_request
from briefing.model import Brief, FieldValue
from briefing.model.marking import Part
from tests import briefs
from tests.builders import a_data_file

UK = load_scheme("uk")
OPEN, SECRET = Part("finding f-1", ""), Part("finding f-2", "SECRET")


def test_the_highest_of_the_parts_is_proposed_with_their_caveats() -> None:
    parts = (OPEN, SECRET, Part("judgement 1", "OFFICIAL-SENSITIVE PERSONAL"))
    assert weigh(parts, "", UK).proposed == "SECRET PERSONAL"


def test_what_nobody_has_marked_counts_as_the_scheme_says() -> None:
    assert weigh((OPEN,), "", UK).proposed == "OFFICIAL"
    assert not weigh((OPEN,), "OFFICIAL", UK).is_refused
    assert not weigh((), "", UK).is_refused


def test_a_banner_that_is_too_low_is_refused_with_what_outranks_it() -> None:
    weighed = weigh((OPEN, SECRET), "OFFICIAL", UK)
    assert weighed.above == (SECRET,)
    with pytest.raises(ExportError, match=r"OFFICIAL is too low: finding f-2 \(SECRET\)") as caught:
        refuse_outranked(weighed, "OFFICIAL", UK)
    assert "SECRET" in caught.value.hint


def test_a_banner_that_is_higher_is_the_desk_s_to_choose() -> None:
    assert not weigh((OPEN, SECRET), "TOP SECRET", UK).is_refused


def test_a_caveat_that_the_banner_lacks_is_told() -> None:
    weighed = weigh((Part("finding f-3", "SECRET UK EYES ONLY"),), "SECRET", UK)
    assert not weighed.is_refused
    assert weighed.uncovered == ("UK EYES ONLY",)


def test_a_marking_that_cannot_be_ranked_is_refused() -> None:
    weighed = weigh((Part("finding f-4", "VERTRAULICH"),), "TOP SECRET", UK)
    with pytest.raises(ExportError, match=r"cannot be ranked: finding f-4 \(VERTRAULICH\)"):
        refuse_outranked(weighed, "TOP SECRET", UK)


def test_without_a_scheme_parts_may_carry_only_what_the_banner_says() -> None:
    assert not weigh((OPEN,), "Vertraulich", None).is_refused
    assert not weigh((Part("finding f-4", "VERTRAULICH"),), "Vertraulich", None).is_refused
    weighed = weigh((SECRET,), "", None)
    with pytest.raises(ExportError, match="no marking, parts of it have: finding f-2") as caught:
        refuse_outranked(weighed, "", None)
    assert "scheme" in caught.value.hint


def marked_brief() -> Brief:
    wanted = briefs.request(
        scheme="uk",
        bottom_line="(S) Nobody guards the corridor.\n\nThe rest is known.",
        judgements=(replace(briefs.JUDGEMENTS[0], marking="OS"), briefs.JUDGEMENTS[1]),
    )
    made = briefs.brief(wanted)
    report = made.sources[1]
    marked = replace(report, metadata=replace(report.metadata, marking="NATO RESTRICTED"))
    return replace(made, sources=(made.sources[0], marked, *made.sources[2:]))


def test_the_parts_are_findings_judgements_and_marked_paragraphs() -> None:
    parts = {part.name: part.marking for part in parts_of(marked_brief(), UK)}
    assert parts["bottom line, paragraph 1"] == "SECRET"
    assert "bottom line, paragraph 2" not in parts
    assert parts["judgement 1"] == "OS"
    assert "judgement 2" not in parts
    assert parts["finding f-0001"] == "NATO RESTRICTED"
    assert parts["finding f-0000"] == ""


def test_a_finding_s_own_marking_goes_before_that_of_its_report() -> None:
    made = marked_brief()
    section = made.sections[0]
    findings = tuple(replace(one, marking="O") for one in section.findings)
    made = replace(made, sections=(replace(section, findings=findings), *made.sections[1:]))
    parts = {part.name: part.marking for part in parts_of(made, UK)}
    assert parts["finding f-0001"] == "O"


def test_a_paragraph_with_a_mistyped_mark_is_refused_and_never_released() -> None:
    uk = load_scheme("uk")
    assert uk is not None
    request = briefs.request(bottom_line="(OFFICIAL-SENSITVE) We have the map.", scheme="uk")
    found = weigh(parts_of_request(request, uk), "OFFICIAL", uk)
    assert [part.marking for part in found.unknown] == ["OFFICIAL-SENSITVE"]
    assert found.is_refused
    level = read_marking("OFFICIAL", uk)
    assert level is not None
    limit = Limit(uk, level, level)
    assert limit.says_all
    assert released_request(request, limit).bottom_line == ""
    assert not limit.allows("OFFICIAL-S")


def test_charts_of_own_figures_stay_out_with_the_figures() -> None:
    assert UK is not None
    secret, official = read_marking("SECRET", UK), read_marking("OFFICIAL", UK)
    assert secret is not None
    assert official is not None
    charts = ("coverage", "lines: Stocks of shells", "bars")
    request = briefs.request(charts=charts, data=(a_data_file(),))
    opened = released_request(request, Limit(UK, official, secret))
    assert (opened.charts, opened.data) == (("coverage",), ())
    assert released_request(request, Limit(UK, secret, secret)).charts == charts
    assert (
        released_request(replace(request, charts=None), Limit(UK, official, secret)).charts is None
    )


def test_what_is_left_out_of_a_field_is_named_as_the_template_names_it() -> None:
    fields = (
        FieldValue("people", (("Minister", "In office."), ("Director", "(S) Leaves soon."))),
        FieldValue("closed_notes", (("One.\n\nTwo.",),)),
    )
    labels = (("people", "Who will be there"), ("closed_notes", "Not to be disclosed"))
    assert UK is not None
    official = read_marking("OFFICIAL", UK)
    assert official is not None
    limit = Limit(UK, official, official, open_fields=frozenset({"people"}), labels=labels)
    request = briefs.request(fields=fields, judgements=())
    named = [name for name, _ in withheld(request, limit)]
    assert named == [
        "Who will be there, row 2, column 2",
        "Not to be disclosed, paragraph 1",
        "Not to be disclosed, paragraph 2",
    ]
