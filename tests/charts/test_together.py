"""Who with whom: states and blocs that findings name together."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.charts.chart import NotEnough
from briefing.charts.together import together_data
from briefing.charts.together_drawing import draw_together
from briefing.charts.together_wording import answer
from briefing.errors import BriefError
from briefing.model import Candidate, ChartData, Region, RegionKind, Selection, Taxonomy
from tests.builders import a_taxonomy
from tests.charts.test_charts import HALICKI, REQUEST, SELECTION, STEPPE, offered


def together(*found: Candidate, taxonomy: Taxonomy | None = None) -> ChartData:
    data = together_data(Selection(REQUEST, tuple(found)), taxonomy or a_taxonomy())
    assert isinstance(data, ChartData)
    return data


def test_pairs_stand_with_their_findings_and_what_these_are_chiefly_on() -> None:
    data = together(*SELECTION.candidates)
    assert data.rows[0] == ("Armenia", "Azerbaijan", 2, "Conflict 2")
    assert data.rows[1:] == (
        ("Armenia", "Russia", 1, "Conflict 1"),
        ("Azerbaijan", "Russia", 1, "Conflict 1"),
        ("Georgia", "Russia", 1, "Conflict 1"),
        ("Kazakhstan", "Russia", 1, "Diplomacy 1"),
        ("Kazakhstan", "CSTO", 1, "Diplomacy 1"),
        ("Russia", "CSTO", 1, "Diplomacy 1"),
    )
    assert data.answer == (
        "Armenia and Azerbaijan are named together most, in 2 findings, chiefly on conflict; "
        "Russia is named with all 5 others."
    )
    assert [(one.label, len(one.codes)) for one in data.points[:2]] == [
        ("Armenia – Azerbaijan", 2),
        ("Armenia – Russia", 1),
    ]
    assert data.basis == (
        "Number of findings that name both, of 4 that name two or more, from 2 reports; all 6 "
        "states and blocs so named are shown."
    )


def test_sub_regions_are_no_actors() -> None:
    found = [offered(HALICKI, "AM", "x", mentions=("south-caucasus", "AZ")) for _ in range(4)]
    assert isinstance(together_data(Selection(REQUEST, tuple(found)), a_taxonomy()), NotEnough)
    more = (offered(STEPPE, "RU", "x", mentions=("south-caucasus", "AM")),)
    assert {row[:2] for row in together(*found, *more).rows} == {
        ("Armenia", "Azerbaijan"),
        ("Armenia", "Russia"),
    }


def test_of_many_regions_the_most_named_are_shown_and_the_rest_told() -> None:
    names = [f"X{number:02d}" for number in range(30)]
    regions = {id_: Region(id_, f"Land {id_}", RegionKind.COUNTRY) for id_ in names}
    taxonomy = replace(a_taxonomy(), regions=regions)
    found = [
        offered(HALICKI, names[one], "conflict", mentions=names[one + 1 :: 3]) for one in range(20)
    ]
    data = together(*found, taxonomy=taxonomy)
    assert len({name for row in data.rows for name in row[:2]}) <= 12
    assert "the 12 most named of 30 states and blocs are shown" in data.basis
    assert draw_together(data).svg


@pytest.mark.parametrize("name", ["", "W" * 900, "‏جمهورية", "中华人民共和国"])
def test_a_name_of_any_script_and_length_is_drawn(name: str) -> None:
    data = together(*SELECTION.candidates)
    rows = tuple((name, *row[1:]) for row in data.rows[:1])
    assert draw_together(replace(data, rows=rows + data.rows[1:])).svg


def test_a_pair_that_stands_twice_or_with_itself_is_refused() -> None:
    data = together(*SELECTION.candidates)
    one, other, *cells = data.rows[0]
    for wrong in ((other, one, *cells), (one, one, *cells)):
        with pytest.raises(BriefError, match="a pair stands twice or is none"):
            draw_together(replace(data, rows=(*data.rows, wrong)))


def test_more_regions_than_fit_are_refused() -> None:
    data = together(*SELECTION.candidates)
    rows = tuple((f"A{number}", f"B{number}", 1, "") for number in range(7))
    with pytest.raises(BriefError, match="more than 12 regions"):
        draw_together(replace(data, rows=rows))


def test_a_long_bloc_goes_by_its_initials_where_they_are_its_id() -> None:
    taxonomy = a_taxonomy()
    named = replace(taxonomy.regions["csto"], name="Collective Security Treaty Organization")
    taxonomy = replace(taxonomy, regions={**taxonomy.regions, "csto": named})
    rows = together(*SELECTION.candidates, taxonomy=taxonomy).rows
    assert ("Russia", "CSTO") in [tuple(sorted(row[:2], reverse=True)) for row in rows]


def test_where_nearly_all_name_one_the_pair_named_most_without_it_is_told() -> None:
    pairs = (("AM", "RU"), ("AM", "RU"), ("AZ", "RU"), ("GE", "RU"), ("AM", "AZ", "RU"))
    found = [offered(HALICKI, one, "conflict", mentions=others) for one, *others in pairs]
    data = together(*found)
    assert data.answer == (
        "Armenia and Russia are named together most, in 3 findings, chiefly on conflict; of pairs "
        "without Russia it is Armenia and Azerbaijan, in 1."
    )
    assert data.alt.startswith(
        "Findings that name both. Russia with Armenia 3, Azerbaijan 2, Georgia 1. Armenia with "
        "Azerbaijan 1. Other pairs: none."
    )
    without = together(*found[:4])
    assert without.answer.endswith("; no pair is named without Russia.")


def test_names_with_an_and_in_them_are_kept_apart() -> None:
    rows = (
        ("Bosnia and Herzegovina", "Trinidad and Tobago", 3, "Conflict 3"),
        ("Bosnia and Herzegovina", "Fiji", 2, "Conflict 1"),
        ("Fiji", "Trinidad and Tobago", 1, "Conflict 1"),
    )
    assert answer(rows, [{"Fiji"}, {"Mali"}]) == (
        "Bosnia and Herzegovina with Trinidad and Tobago are named together most, in 3 "
        "findings, chiefly on conflict; each is named with all others."
    )


def test_two_that_are_named_with_most_others_are_both_told() -> None:
    pairs = (("A", "B"), ("A", "C"), ("B", "C"), ("A", "D"), ("B", "D"))
    rows = tuple((*pair, 9 - number, "Conflict 1") for number, pair in enumerate(pairs))
    assert answer(rows, [{"A"}, {"B"}]).endswith("; A and B are each named with all 3 others.")
    rows = (*rows, ("C", "E", 1, ""))
    assert answer(rows, [{"A"}, {"B"}]).endswith("; 3 of the 5 are named with 3 of the 4 others.")
