from __future__ import annotations

import pytest

from briefing.model import Facet
from tests.extraction.reading import about, read


def test_a_war_that_is_only_the_setting_is_not_what_a_sentence_is_about() -> None:
    assert about("The war in Ukraine has strengthened Turkey.") == {"TR"}
    assert about("As the Russian-Ukrainian conflict drags on, Beijing waits.") == {"CN"}


def test_a_war_is_the_subject_where_nothing_else_is_named() -> None:
    assert about("The war in Yemen has cost many lives.") == {"YE"}


@pytest.mark.parametrize(
    "text",
    [
        "Russia and the United States held talks in Geneva.",
        "In Vienna, Russian and American envoys met.",
        "The Geneva summit brought Putin and Biden together.",
    ],
)
def test_a_venue_is_not_what_a_sentence_is_about(text: str) -> None:
    assert about(text) == {"RU", "US"}


def test_those_who_govern_from_a_capital_are_no_venue() -> None:
    assert about("Officials in Tehran said that Iraq had agreed.") == {"IR", "IQ"}


def test_a_source_is_not_what_a_sentence_is_about() -> None:
    assert about("According to U.S. intelligence, Iran has resumed enrichment.") == {"IR"}


def test_examples_are_what_a_sentence_is_about() -> None:
    text = "States like Chile, Peru and Panama depend on China."
    assert about(text) == {"CL", "PE", "PA", "CN"}


def test_members_in_brackets_do_not_stand_beside_their_group() -> None:
    text = "The Organization of Turkic States (Azerbaijan, Kazakhstan, Turkey) met Iran."
    assert about(text) == {"ots", "IR"}


def test_all_members_of_a_small_sub_region_are_that_sub_region() -> None:
    assert about("Lithuania, Latvia and Estonia closed the border to Russia.") == {
        "baltic-states",
        "RU",
    }


def test_three_large_neighbours_are_not_folded_into_a_bloc() -> None:
    text = "Ottawa joined Washington in its complaint about Mexico."
    assert about("# USMCA", text) == {"CA", "US", "MX"}


def test_it_is_who_acted_in_the_sentence_before() -> None:
    lines = ("Qatar offered to mediate between Chad and Sudan.", "It has done so before.")
    assert about(*lines) == {"QA"}


def test_they_are_the_group_of_the_sentence_before() -> None:
    lines = ("The Baltic states have warned of Moscow for years.", "They were proven right.")
    assert about(*lines) == {"baltic-states"}


def test_it_in_an_opening_phrase_means_who_comes_after() -> None:
    lines = ("Kuwait is cautious.", "For its part, Oman has kept talking to Tehran.")
    assert about(*lines) == {"OM", "IR"}


def test_it_that_stands_for_nobody_carries_nothing_on() -> None:
    lines = ("Kuwait is cautious.", "It is clear that Oman will not follow.")
    assert about(*lines) == {"OM"}


@pytest.mark.parametrize(
    "words",
    ["The two countries have", "Both sides have", "The two neighbours have", "Both capitals have"],
)
def test_two_countries_last_coupled_are_the_two_countries(words: str) -> None:
    lines = ("Australia and Japan signed a treaty.", f"{words} held exercises since.")
    assert about(*lines) == {"AU", "JP"}


def test_a_list_of_three_makes_no_pair() -> None:
    lines = (
        "Chad and Niger share a border.",
        "Ghana, Togo and Benin protested.",
        "The two countries closed it.",
    )
    assert about(*lines) == {"TD", "NE"}


def test_the_alliance_is_the_one_last_spoken_of() -> None:
    lines = ("Finland joined NATO in 2023.", "The Alliance gained a long border.")
    assert about(*lines) == {"nato"}
    lines = ("Armenia left the CSTO summit.", "The military alliance did not comment.")
    assert about(*lines) == {"csto"}


def test_the_alliance_in_capitals_is_the_atlantic_one_where_no_other_is_named() -> None:
    assert about("Finland and Sweden joined the Alliance.") == {"FI", "SE", "nato"}


def test_a_section_whose_heading_names_nobody_has_the_subject_of_the_title() -> None:
    lines = ("# Iran at a Crossroads", "# Kuwait", "It waits.", "# Outlook", "¶ Prices will rise.")
    assert about(*lines) == {"IR"}


def test_many_sentences_without_a_name_are_about_nobody() -> None:
    theory = ["States seek security."] * 8
    assert about("# Russia and the West", "Moscow objected to NATO.", *theory) == set()


def test_a_short_form_that_the_report_defines_stands_for_its_region() -> None:
    lines = (
        "The Gulf Cooperation Council (hereafter the Council) met.",
        "The Council condemned the attack.",
    )
    assert "gcc" in about(*lines)
    assert read(*lines)[-1].mentions == ()


def test_the_region_is_the_one_last_spoken_of() -> None:
    lines = ("Drought afflicts the Sahel.", "The region needs aid.")
    assert about(*lines) == {"sahel"}


def test_the_country_is_the_one_last_spoken_of() -> None:
    lines = ("Tokyo has doubled its budget.", "The country will buy missiles.")
    assert about(*lines) == {"JP"}


def test_these_republics_narrow_down_the_sub_region_they_name() -> None:
    lines = (
        "Kyrgyzstan and Tajikistan clashed.",
        "The border between these Central Asian republics was never drawn.",
    )
    assert about(*lines) == {"KG", "TJ"}


def test_relations_with_one_country_have_another_side() -> None:
    lines = ("Belgrade depends on gas.", "Relations with Moscow remain close.")
    assert about(*lines) == {"RS", "RU"}


def test_a_sentence_that_names_nobody_carries_on() -> None:
    assert about("Peru and Chile agreed.", "There was optimism.") == {"PE", "CL"}


def test_a_new_paragraph_returns_to_the_subject_of_its_section() -> None:
    lines = ("# Iran's Economy", "Kuwait buys nothing.", "¶ Inflation exceeds 40 percent.")
    assert about(*lines) == {"IR"}


def test_a_question_sets_the_subject_of_the_answer() -> None:
    lines = ("? Will India join the pact?", "¶ Hardly, for many reasons.")
    assert about(*lines) == {"IN"}


def test_a_company_or_movement_speaks_for_its_country_without_naming_it() -> None:
    tags = read("The Houthis attacked a ship.")[0]
    assert (tags.mentions, tags.about) == ((), ("YE",))


def test_a_leader_of_an_organisation_makes_a_sentence_about_it() -> None:
    assert about("Charles Michel invited Armenia and Azerbaijan.") == {"eu", "AM", "AZ"}


def test_the_subject_comes_first() -> None:
    tags = read("Despite pressure from Washington, Ankara bought missiles from Moscow.")[0]
    assert tags.about[0] == "TR"
    assert set(tags.about) == {"TR", "US", "RU"}


def test_every_region_it_is_about_has_its_evidence() -> None:
    lines = ("Australia and Japan signed.", "The two countries will exercise together.")
    evidence = [e for e in read(*lines)[-1].evidence if e.facet is Facet.ABOUT]
    assert [(e.tag, e.words, e.reason) for e in evidence] == [
        ("AU", "The two countries", "the two last spoken of"),
        ("JP", "The two countries", "the two last spoken of"),
    ]


def test_reports_do_not_remember_each_other() -> None:
    read("Peru and Chile agreed.")
    assert about("There was optimism.") == set()


def test_what_a_sentence_touched_in_passing_is_not_carried_on() -> None:
    assert about(
        "Peru has opened a port.",
        "Peru expects freight, and Peru plans a railway.",
        "Peru built it with steel for which it had asked Japan.",
        "Freight has doubled since.",
    ) == {"PE"}


def test_the_three_governments_are_the_three_last_listed() -> None:
    listed = "Chad, Gabon and Togo signed a charter."
    assert about(listed, "Togo hosted the feast.", "The three governments then fell out.") == {
        "TD",
        "GA",
        "TG",
    }
    assert about(listed, "All three are poor.") == {"TD", "GA", "TG"}


def test_neither_side_is_the_two_spoken_of() -> None:
    assert about("India and Nepal dispute a pass.", "Neither side has given way.") == {"IN", "NP"}


@pytest.mark.parametrize(
    "text",
    [
        "This chapter asks a narrower question.",
        "We shall now turn to the question of water.",
        "The reasons were discussed at length elsewhere.",
        "So what happens next?",
    ],
)
def test_what_a_text_says_of_itself_is_about_nobody(text: str) -> None:
    assert about("Peru has opened a port.", text) == set()


def test_we_in_a_speech_are_the_country_that_speaks() -> None:
    speech = [
        "# Statement by the Foreign Minister of Ghana",
        "Mr President, I thank you for the floor.",
        "We have always kept our word to Togo.",
    ]
    assert about(*speech) == {"GH", "TG"}
    assert about("# Ghana and its ports", "We have seen how Togo keeps its word.") == {"TG"}


def test_the_army_is_the_one_that_was_called_a_countrys() -> None:
    assert about(
        "The Chilean army moved north.", "Peruvian envoys praised the move.", "The army withdrew."
    ) == {"CL"}
    assert about(
        "The Chilean army moved north.", "Peruvian envoys praised it.", "The parliament met."
    ) == {"PE"}


def test_the_kingdom_is_the_last_one_spoken_of_that_is_one() -> None:
    started = "Jordan and Kuwait signed a treaty."
    assert about(started, "Iraq objected.", "The Kingdom gave no answer.") == {"JO"}
    assert about(started, "Iraq objected.", "The emirate gave no answer.") == {"KW"}
    assert about(started, "Iraq objected.", "The country gave no answer.") == {"IQ"}


def test_a_title_and_a_name_at_the_end_of_a_sentence_introduce_its_bearer() -> None:
    assert about("Chile received Prime Minister Carney.") == {"CL", "CA"}


def test_an_answer_is_about_all_that_its_question_names() -> None:
    question = "? Will Oman mediate between Iran and Iraq again?"
    assert about(question, "¶ Certainly.") == {"OM", "IR", "IQ"}
    assert about(question, "¶ Certainly.", "Nobody has any doubt.") == {"OM", "IR", "IQ"}
