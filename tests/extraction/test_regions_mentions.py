from __future__ import annotations

import pytest

from tests.extraction.reading import mentions, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kazakh officials flew to Ankara.", {"KZ", "TR"}),
        ("The Kremlin and the Élysée kept silent.", {"RU", "FR"}),
        ("Foggy Bottom, Whitehall and the Blue House agreed.", {"US", "GB", "KR"}),
        ("Turks, Poles, Danes and Swedes voted.", {"TR", "PL", "DK", "SE"}),
        ("Fighting spread from Tigray to Darfur and Cabo Delgado.", {"ET", "SD", "MZ"}),
        ("Kashmir and Xinjiang were discussed.", {"IN", "PK", "CN"}),
        ("The DPRK, the ROK, the PRC, the UAE and KSA abstained.", {"KP", "KR", "CN", "AE", "SA"}),
        ("Abkhazia, Transnistria and Nagorno-Karabakh remained calm.", {"GE", "MD", "AZ"}),
        ("Burma and Swaziland changed their names.", {"MM", "SZ"}),
        ("The Russo-Georgian war and the Sino-Indian border.", {"RU", "GE", "CN", "IN"}),
        ("Saudi-Iranian talks and a US–China summit.", {"SA", "IR", "US", "CN"}),
        ("Pro-Russian, anti-Chinese and non-NATO forces.", {"RU", "CN", "nato"}),
        ("The Russian-speaking population left.", {"RU"}),
        ("Tsarist Russia fell, the USSR and Soviet rule followed.", {"RU"}),
        ("Vladimir Poutine met Erdoğan, Xi Jinping and AMLO.", {"RU", "TR", "CN", "MX"}),
        ("Côte d’Ivoire and São Tomé and Príncipe ratified it.", {"CI", "ST"}),
        ("MEXICO AND GUATEMALA REACH AGREEMENT ON MIGRATION", {"MX", "GT"}),
    ],
)
def test_names_of_every_sort_name_their_country(text: str, expected: set[str]) -> None:
    assert mentions(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Patrols in the South China Sea and the Indian Ocean.", set()),
        ("A spill in the Gulf of Mexico reached New Mexico.", {"US"}),
        ("Tankers crossed the Persian Gulf and the Arabian Sea.", {"gulf"}),
        ("The Sea of Japan and the Black Sea.", set()),
        ("Papua New Guinea, Guinea-Bissau and Equatorial Guinea.", {"PG", "GW", "GQ"}),
        ("Guinea itself did not vote.", {"GN"}),
        ("Niger closed its border with Nigeria.", {"NE", "NG"}),
        ("The Republic of the Congo is not the DRC.", {"CG", "CD"}),
        ("Dominica is not the Dominican Republic.", {"DM", "DO"}),
        ("North Korea threatened South Korea.", {"KP", "KR"}),
        ("Both halves of the Korean Peninsula.", {"KP", "KR"}),
        ("Jordan Peterson and Michael Jordan were there.", set()),
        ("Jordan closed its airspace.", {"JO"}),
        ("He carved the turkey on fine china.", set()),
        ("The fund paid US$5 million.", set()),
        ("She spoke in English.", set()),
        ("Latin American and West African leaders.", {"latin-america", "west-africa"}),
        ("Central Asian and South Caucasian roads.", {"central-asia", "south-caucasus"}),
    ],
)
def test_what_only_looks_like_a_country_names_none(text: str, expected: set[str]) -> None:
    assert mentions(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Western sanctions did not work.", {"west"}),
        ("Rivalry between the West and Russia grew.", {"west", "RU"}),
        ("A bridge between West and East.", {"west"}),
        ("Relations with western countries cooled.", {"west"}),
        ("Shelling in western Ukraine.", {"UA"}),
        ("Western Sahara and Western Australia.", {"EH", "AU"}),
        ("The west of the country is dry.", set()),
        ("Settlers in the West Bank.", {"PS"}),
        ("West Jakarta was flooded.", {"ID"}),
    ],
)
def test_the_west_is_told_from_a_direction(text: str, expected: set[str]) -> None:
    assert mentions(text) == expected


def test_names_are_found_as_headings_print_them() -> None:
    assert mentions("# Gulf Security and Former Soviet Republics") == {"gulf", "post-soviet"}


def test_a_surname_that_is_a_word_counts_with_its_title() -> None:
    assert mentions("President Bush spoke.", "The bush burned.") == set()
    assert mentions("President Bush spoke.") == {"US"}


def test_brussels_is_a_city_only_where_something_takes_place() -> None:
    assert mentions("Ministers met in Brussels.") == {"BE"}
    assert mentions("Kyiv asked Brussels for funds.") == {"UA"}


def test_leaders_of_organisations_name_no_country() -> None:
    assert mentions("Josep Borrell and Jens Stoltenberg issued a statement.") == set()


def test_an_office_makes_a_surname_the_countrys_from_there_on() -> None:
    tags = read("Kazakh President Aidar Bekov spoke first.", "Later Bekov left.")
    assert tags[1].mentions == ("KZ",)


def test_a_surname_says_nothing_before_its_bearer_is_introduced() -> None:
    tags = read("Bekov left.", "Kazakh President Aidar Bekov spoke first.")
    assert tags[0].mentions == ()


def test_an_office_may_follow_the_name_or_the_country() -> None:
    lines = (
        "Ana Ruiz, the Mexican foreign minister, arrived.",
        "The foreign minister of Armenia, Davit Petrosyan, waited.",
        "President Omar Said of Oman came late.",
        "Ruiz, Petrosyan and Said talked.",
    )
    assert mentions(*lines) == {"MX", "AM", "OM"}


def test_a_title_is_enough_for_an_official_in_the_table() -> None:
    assert mentions("President Petro signed the law.") == {"CO"}
    assert mentions("The petro economy grew, and Petro with it.") == set()


def test_a_surname_that_is_a_word_needs_more_than_having_been_named() -> None:
    assert mentions("Theresa May resigned.", "In May 2019 it rained.") == set()


def test_an_acronym_that_the_report_gives_another_meaning_is_silent() -> None:
    lines = ("The Center for Immigration Studies (CIS) published it.", "CIS was criticised.")
    assert mentions(*lines) == set()
    assert mentions("CIS leaders met.") == {"cis"}


def test_georgia_is_the_state_where_the_report_is_american() -> None:
    lines = ("Voters in Atlanta, Florida and Alabama were asked.", "Georgia decides.")
    assert mentions(*lines) == {"US"}
    assert mentions("Georgia and Armenia signed.") == {"GE", "AM"}


def test_spans_give_the_place_of_each_name() -> None:
    text = "Baku and Yerevan agreed."
    spans = read(text)[0].spans
    assert [(text[start:end], region) for start, end, region in spans] == [
        ("Baku", "AZ"),
        ("Yerevan", "AM"),
    ]


def test_every_mention_has_its_evidence() -> None:
    tags = read("The Kremlin and Kazakh traders met Putin.")[0]
    told = {(e.tag, e.words, e.reason) for e in tags.evidence if e.facet == "mention"}
    assert ("RU", "Kremlin", "organ of government") in told
    assert ("KZ", "Kazakh", "adjective or demonym") in told
    assert any(words == "Putin" and "1999" in reason for _, words, reason in told)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "La Russie et l'Allemagne ont quitté l'Égypte.", {"RU", "DE", "EG"}),
        ("es", "Marruecos y Alemania firmaron con Japón.", {"MA", "DE", "JP"}),
        ("de", "Frankreich und Ägypten verhandeln mit Russland.", {"FR", "EG", "RU"}),
        ("fr", "L'OTAN et l'UE ont condamné Moscou.", {"nato", "eu", "RU"}),
        ("es", "La ONU y EE.UU. discutieron sobre América Latina.", {"un", "US", "latin-america"}),
        ("ru", "Франция и Китай подписали соглашение.", {"FR", "CN"}),
        (
            "ru",
            "США и ОДКБ говорили о Польше, Украине и Центральной Азии.",
            {"US", "csto", "PL", "UA", "central-asia"},
        ),
        ("pt-BR", "A Alemanha e o Japão assinaram.", {"DE", "JP"}),
    ],
)
def test_countries_are_known_in_the_language_of_the_report(
    language: str, text: str, expected: set[str]
) -> None:
    assert set(read(text, language=language)[0].mentions) == expected


def test_an_unknown_language_is_read_with_english_names() -> None:
    assert set(read("Armenia and Chad.", language="tlh")[0].mentions) == {"AM", "TD"}
