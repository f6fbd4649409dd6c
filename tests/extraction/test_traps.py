"""Words that look like the name of a region, and references that only the report resolves."""

import pytest

from briefing.extraction.regions import RegionTagger
from briefing.extraction.sentence import RegionTags
from tests.extraction.builders import a_sentence


@pytest.fixture(scope="module")
def tagger() -> RegionTagger:
    return RegionTagger.shipped()


def last_of(tagger: RegionTagger, *texts: str) -> RegionTags:
    units = [a_sentence(text, opens_block=number == 0) for number, text in enumerate(texts)]
    return tagger.tag(units)[-1]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Atlanta, Georgia, hosted the fair.", {"US"}),
        ("Georgia's parliament met in Tbilisi.", {"GE"}),
        ("Jordan Peterson and Michael Jordan spoke.", set()),
        ("Jordan closed its crossing with Syria.", {"JO", "SY"}),
        ("The families ate turkey at Thanksgiving.", set()),
        ("Turkey vultures circle over the plain.", set()),
        ("Guinea suspended its constitution.", {"GN"}),
        ("Guinea-Bissau postponed its vote.", {"GW"}),
        ("Equatorial Guinea pumps less oil.", {"GQ"}),
        ("Papua New Guinea bought patrol boats.", {"PG"}),
        ("Guinea pigs were used in the trial.", set()),
        ("Nigeria closed the border with Niger.", {"NG", "NE"}),
        ("The Nigerien junta and Nigerian officers met.", {"NE", "NG"}),
        ("The Niger Delta produces most of the oil.", {"NG"}),
        ("The Niger river floods each year.", set()),
        ("The Democratic Republic of the Congo accuses Rwanda.", {"CD", "RW"}),
        ("The Republic of the Congo exports timber.", {"CG"}),
        ("Kinshasa and Brazzaville share a river.", {"CD", "CG"}),
        ("Dominica sells passports.", {"DM"}),
        ("The Dominican Republic builds a fence.", {"DO"}),
        ("Washington will not lift the embargo.", {"US"}),
        ("A bomb exploded at Brussels airport.", {"BE"}),
        ("The Russo-Georgian war is remembered.", {"RU", "GE"}),
        ("The book is written in English and French.", set()),
        ("He speaks fluent Persian and Turkish.", set()),
        ("Pupils in French and Turkish schools are tested.", {"FR", "TR"}),
        ("Settlers moved to the west of the country.", set()),
        ("The West imposed a tariff.", {"west"}),
        ("The USSR collapsed in 1991.", set()),
        ("Fine china is sold in every China shop.", set()),
    ],
)
def test_a_name_is_read_for_what_it_names(tagger: RegionTagger, text: str, named: set[str]) -> None:
    assert set(last_of(tagger, text).mentions) == named


@pytest.mark.parametrize(
    ("before", "text", "meant"),
    [
        ("Peru and Chile signed a treaty.", "Both countries will ratify it.", {"PE", "CL"}),
        ("Peru and Chile signed a treaty.", "The former has ratified it.", {"PE"}),
        ("Peru and Chile signed a treaty.", "The latter has not ratified it.", {"CL"}),
        ("Peru and Chile signed a treaty.", "Their border is open.", {"PE", "CL"}),
        ("Turkmenistan sells gas to China.", "It has few other buyers.", {"TM"}),
        ("Turkmenistan sells gas to China.", "The country has few other buyers.", {"TM"}),
        ("NATO held a summit in Madrid.", "The Alliance promised tanks.", {"nato"}),
        ("Central Asia needs migrants.", "The region exports workers.", {"central-asia"}),
        ("Central Asia needs water.", "The five republics share a river.", {"central-asia"}),
        ("Kazakh President Tokayev spoke.", "Tokayev promised reforms.", {"KZ"}),
        ("EU envoys met in May.", "Brussels wants the reforms finished.", {"eu"}),
        ("Peru held a vote.", "The former president of Chile watched.", {"CL"}),
    ],
)
def test_a_reference_means_what_was_named_before(
    tagger: RegionTagger, before: str, text: str, meant: set[str]
) -> None:
    assert set(last_of(tagger, before, text).about) == meant


def test_the_seat_of_the_union_names_no_country_and_is_about_the_union(
    tagger: RegionTagger,
) -> None:
    tags = last_of(tagger, "Brussels wants the reforms finished by May.")
    assert (tags.mentions, tags.about) == ((), ("eu",))


def test_a_venue_is_not_what_a_sentence_is_about(tagger: RegionTagger) -> None:
    tags = last_of(tagger, "The talks between Armenia and Azerbaijan took place in Geneva.")
    assert set(tags.mentions) == {"AM", "AZ", "CH"}
    assert set(tags.about) == {"AM", "AZ"}


def test_all_members_of_a_sub_region_make_it_the_subject(tagger: RegionTagger) -> None:
    five = "Kazakhstan, Kyrgyzstan, Tajikistan, Turkmenistan and Uzbekistan share one river."
    assert last_of(tagger, five).about == ("central-asia",)


def test_a_short_form_that_the_report_defines_names_what_it_stands_for(
    tagger: RegionTagger,
) -> None:
    full = "The Collective Security Treaty Organization (CSTO) met."
    assert last_of(tagger, full, "The CSTO will send no one.").mentions == ("csto",)


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Congress passed a law on Iran.", {"US", "IR"}),
        ("Mexico's Congress passed a law.", {"MX"}),
        ("The Indian National Congress lost seats.", {"IN"}),
        ("The Liberal Democratic Party of Japan won.", {"JP"}),
        ("Leaders of the Democratic Party visited Oslo.", {"US", "NO"}),
        ("Turkey was served with cranberry sauce.", set()),
    ],
)
def test_parliaments_and_parties_are_those_of_whoever_is_named_before_them(
    tagger: RegionTagger, text: str, about: set[str]
) -> None:
    assert {*last_of(tagger, text).about} == about


def test_a_minister_who_bears_the_name_of_a_town_is_his_own_country(tagger: RegionTagger) -> None:
    introduced = "Chilean Foreign Minister Pablo Odense spoke."
    assert last_of(tagger, "Odense is a port.").mentions == ("DK",)
    assert last_of(tagger, introduced, "Odense then left.").mentions == ("CL",)
