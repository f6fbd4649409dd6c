from pathlib import Path

import pytest

from briefing.errors import BriefingError
from briefing.extraction.lexicon import load_lexicon, pattern_of
from briefing.extraction.sentence import RegionTags, ThemeTags
from briefing.extraction.stems import stem_of
from briefing.extraction.themes import ThemeTagger
from briefing.model import Facet, TextKind
from briefing.resources import assets
from tests.extraction.builders import a_sentence, nobody

THEMES = [
    "conflict", "defence", "nuclear", "alliances", "diplomacy", "influence", "integration",
    "economy", "energy", "sanctions", "politics", "society", "ideology",
]  # fmt: skip
LEXICON = assets("taxonomy", "themes.toml")


@pytest.fixture(scope="module")
def tagger() -> ThemeTagger:
    return ThemeTagger.shipped()


def themes_of(tagger: ThemeTagger, text: str) -> set[str]:
    return set(tags_of(tagger, text).themes)


def tags_of(tagger: ThemeTagger, text: str) -> ThemeTags:
    sentence = a_sentence(text)
    return tagger.tag([sentence], nobody([sentence]))[0]


@pytest.mark.parametrize(
    ("text", "themes"),
    [
        ("Troops shelled the border town for a third day.", {"conflict"}),
        ("Canberra ordered eleven frigates for its navy.", {"defence"}),
        ("Inspectors found uranium enriched to 60 percent at Fordow.", {"nuclear"}),
        ("The pact obliges every ally to come to the aid of the others.", {"alliances"}),
        ("Omani envoys mediated between the two foreign ministries.", {"diplomacy"}),
        ("The island has slipped into a foreign sphere of influence.", {"influence"}),
        ("Accession to the EU would bring the country into the single market.", {"integration"}),
        ("Remittances and tourism brought in 90 billion dollars.", {"economy"}),
        ("Qatar will ship liquefied natural gas from its North Field.", {"energy"}),
        ("The Treasury blacklisted a front company for evading the oil embargo.", {"sanctions"}),
        ("Voters handed the opposition a majority in parliament.", {"politics"}),
        ("Asylum seekers were deported to camps without clean water.", {"society"}),
        ("Textbooks teach the founding myth of the nation.", {"ideology"}),
    ],
)
def test_a_plain_case_of_each_theme_is_recognised(
    tagger: ThemeTagger, text: str, themes: set[str]
) -> None:
    assert themes <= themes_of(tagger, text)


@pytest.mark.parametrize(
    ("text", "meant", "not_meant"),
    [
        ("A gas attack killed forty villagers.", "conflict", "energy"),
        ("Both sides resumed arms control talks.", "nuclear", "defence"),
        ("They held talks about a ceasefire.", "conflict", "energy"),
        ("They held talks about a ceasefire.", "diplomacy", "energy"),
        ("The armies traded fire across the river.", "conflict", "economy"),
        ("The two signed a free trade agreement.", "economy", "conflict"),
        ("The two signed a free trade agreement.", "integration", "conflict"),
        ("A new power plant feeds the grid.", "energy", "influence"),
        ("The great powers vie for the port.", "influence", "energy"),
        ("Taxis are fuelled by compressed natural gas.", "energy", "conflict"),
        ("A think tank published the survey of voters.", "politics", "defence"),
        ("Rival factions fuelled a bitter civil war.", "conflict", "energy"),
        ("The fleet will start exercises with the navy.", "defence", "nuclear"),
        ("The two presidents extended New START.", "nuclear", "economy"),
        ("Workers walked out in a strike over wages.", "economy", "conflict"),
        ("Dockers began a strike that closed both ports.", "economy", "conflict"),
        ("The air strike levelled a depot outside the town.", "conflict", "economy"),
        ("The central bank raised its reserve requirements again.", "economy", "defence"),
        ("Reservists were called up within a week.", "defence", "economy"),
        ("The foreign capital that built the mines has left.", "economy", "politics"),
        ("Protesters marched through the capital.", "politics", "economy"),
        ("Prisoners may exercise for one hour a day.", "society", "defence"),
        ("The navies end their joint exercise on Friday.", "defence", "society"),
        ("The surgeon carried out the operation in hospital.", "society", "defence"),
        ("The operation freed the town from the militants.", "conflict", "economy"),
        ("The transfer of power to the vice president went well.", "politics", "energy"),
        ("Technology transfer is part of the investment.", "economy", "defence"),
        ("Power returned to half the city after the storm.", "energy", "influence"),
        ("Lorries queue at the border; customs checks each.", "economy", "conflict"),
        ("A wave of migrants crossed the border at night.", "society", "conflict"),
        ("The rebels crossed the border and attacked.", "conflict", "society"),
        ("Integration of refugees in the cities is slow.", "society", "integration"),
        ("Integration into the single market is slow.", "integration", "society"),
        ("The company reported a loss again.", "economy", "conflict"),
        ("The brigade suffered heavy losses in the assault.", "conflict", "economy"),
        ("The treaty limits both to 1,550 deployed warheads.", "nuclear", "alliances"),
        ("Their guarantee of the loan expires in May.", "economy", "alliances"),
        ("The security guarantee is doubted by all.", "alliances", "economy"),
        ("Farmers plant maize on the slopes.", "economy", "energy"),
        ("The bank financed a solar plant in the desert.", "energy", "politics"),
        ("Hackers shut down the ministry's network.", "defence", "energy"),
        ("The ban on chip exports hits every foundry.", "sanctions", "society"),
        ("The journal was banned and its editor jailed.", "society", "sanctions"),
        ("According to the station, exports are met with duties.", "economy", "diplomacy"),
    ],
)
def test_words_are_read_in_their_sense(
    tagger: ThemeTagger, text: str, meant: str, not_meant: str
) -> None:
    found = themes_of(tagger, text)
    assert meant in found
    assert not_meant not in found


def test_the_security_council_is_no_alliance_by_itself(tagger: ThemeTagger) -> None:
    assert "alliances" not in themes_of(tagger, "The Security Council met on Tuesday.")


def test_a_past_war_named_as_a_date_is_no_conflict(tagger: ThemeTagger) -> None:
    assert "conflict" not in themes_of(tagger, "Trade has grown since the Gulf War.")


def test_naming_an_alliance_with_membership_makes_it_the_theme(tagger: ThemeTagger) -> None:
    joining = a_sentence("Georgia still wants to join NATO.")
    tags = tagger.tag([joining], [RegionTags(mentions=("GE", "nato"))])
    assert tags[0].themes[0] == "alliances"


def test_rival_powers_beside_a_third_country_speak_for_influence(tagger: ThemeTagger) -> None:
    hosting = a_sentence("Washington and Beijing compete with each other in Luanda.")
    tags = tagger.tag([hosting], [RegionTags(mentions=("US", "CN", "AO"))])[0]
    alone = tagger.tag([hosting], [RegionTags(mentions=("US", "CN"))])[0]
    assert _weight(tags, "influence") > _weight(alone, "influence")


def _weight(tags: ThemeTags, theme: str) -> float:
    return dict(zip(tags.themes, tags.weights, strict=True)).get(theme, 0.0)


@pytest.mark.parametrize(
    ("text", "themes"),
    [
        ("The junta hired mercenaries from Wagner to replace the French troops.",
         {"defence", "influence"}),
        ("Gunmen attacked a convoy near the village and killed ten civilians.",
         {"conflict", "society"}),
        ("The port was leased to a Chinese lender when the loans fell due.",
         {"economy", "influence"}),
        ("Manila took the reef to the arbitral tribunal.", {"conflict", "diplomacy"}),
        ("Officers deposed the elected president and dissolved parliament.", {"politics"}),
        ("The two kings signed a mutual defence pact.", {"alliances", "defence"}),
        ("Both republics will leave ECOWAS and issue a common currency.", {"integration"}),
        ("The Treasury withdrew the licence to pump Venezuelan oil.", {"sanctions", "energy"}),
        ("ECOWAS put its standby brigade on alert.", {"alliances", "defence"}),
    ],
)  # fmt: skip
def test_events_of_the_field_have_all_their_themes(
    tagger: ThemeTagger, text: str, themes: set[str]
) -> None:
    assert themes <= themes_of(tagger, text)


@pytest.mark.parametrize(
    ("text", "not_meant"),
    [
        ("Two nuclear powers share the border.", "energy"),
        ("The ministry refused to issue licences to the schools.", "sanctions"),
        ("They waged a proxy war.", "economy"),
        ("The court heard the case of the employee.", "influence"),
        ("The climate of the talks was cool.", "energy"),
        ("The security environment has worsened.", "society"),
        ("The union began negotiations with the employer over wages.", "diplomacy"),
        ("Workers may join the union of their choice and strike.", "integration"),
        ("They gain from cooperation on global interests.", "influence"),
        ("A succession of storms delayed the harvest.", "politics"),
        ("Exports are credited with the growth of the city.", "influence"),
        ("The upper house failed to exercise its veto.", "defence"),
    ],
)
def test_words_of_another_field_mislead_nobody(
    tagger: ThemeTagger, text: str, not_meant: str
) -> None:
    assert not_meant not in themes_of(tagger, text)


def test_a_sentence_has_three_themes_at_most(tagger: ThemeTagger) -> None:
    text = (
        "Sanctions, an election, a ceasefire, the gas pipeline, a nuclear test, refugees and "
        "negotiations filled the week."
    )
    tags = tags_of(tagger, text)
    assert len(tags.themes) == 3
    assert list(tags.weights) == sorted(tags.weights, reverse=True)


def test_what_says_nothing_of_a_theme_has_none(tagger: ThemeTagger) -> None:
    assert themes_of(tagger, "The room was painted blue last Tuesday.") == set()


def test_every_theme_given_tells_its_words(tagger: ThemeTagger) -> None:
    tags = tags_of(tagger, "Sanctions have hurt oil exports.")
    assert {item.tag for item in tags.evidence} == set(tags.themes)
    assert all(item.facet is Facet.THEME for item in tags.evidence)
    assert "Sanctions" in {item.words for item in tags.evidence}


def test_the_heading_above_decides_where_the_sentence_says_little(tagger: ThemeTagger) -> None:
    heading = a_sentence("Oil and Gas", TextKind.HEADING)
    sentence = a_sentence("Supply has fallen for six months.", block=1)
    alone = tagger.tag([sentence], nobody([sentence]))[0]
    below = tagger.tag([heading, sentence], nobody([heading, sentence]))[1]
    assert "energy" not in alone.themes
    assert "energy" in below.themes
    assert "heading above" in {item.reason for item in below.evidence}


def test_the_sentence_before_lends_weight_within_its_paragraph_only(tagger: ThemeTagger) -> None:
    first = a_sentence("Gas pipelines and oil refineries were sabotaged.")
    same = a_sentence("Supply has fallen for six months.", opens_block=False)
    other = a_sentence("Supply has fallen for six months.", block=1)
    near = tagger.tag([first, same], nobody([first, same]))[1]
    far = tagger.tag([first, other], nobody([first, other]))[1]
    assert "energy" in near.themes
    assert "energy" not in far.themes


def test_furniture_and_title_lines_have_no_themes(tagger: ThemeTagger) -> None:
    units = [a_sentence("War and Peace", TextKind.META), a_sentence("War", TextKind.NOISE)]
    assert [tags.themes for tags in tagger.tag(units, nobody(units))] == [(), ()]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("embargo", "embargoes"), ("deploy", "deployed"), ("ally", "allies"), ("trade", "trading"),
        ("ship", "shipped"), ("vote", "voting"), ("crisis", "crises"), ("sanction", "sanctioned"),
        ("negotiate", "negotiating"), ("withdraw", "withdrew"), ("treaty", "treaties"),
        ("expel", "expelled"),
    ],
)  # fmt: skip
def test_inflections_have_one_stem(one: str, other: str) -> None:
    assert stem_of(one) == stem_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("START", "start"), ("wine", "win"), ("base", "based"), ("war", "warring")],
)
def test_different_words_keep_different_stems(one: str, other: str) -> None:
    assert stem_of(one) != stem_of(other)


def test_a_heading_in_capitals_is_read_like_any_other(tagger: ThemeTagger) -> None:
    assert "defence" in themes_of(tagger, "MILITARY EXERCISES AND BASES")


def test_the_shipped_lexicon_has_the_thirteen_themes() -> None:
    lexicon = load_lexicon(LEXICON)
    assert [entry.id for entry in lexicon.entries] == THEMES
    assert all(entry.name and entry.description for entry in lexicon.entries)


def test_no_term_of_the_shipped_lexicon_is_idle() -> None:
    for entry in load_lexicon(LEXICON).entries:
        free = [t for t in entry.terms if not (t.beside or t.without or t.parties)]
        plain = [pattern_of(term.words) for term in free]
        assert len(plain) == len(set(plain)), sorted(p for p in plain if plain.count(p) > 1)


def test_a_mistake_in_the_lexicon_names_the_file(tmp_path: Path) -> None:
    broken = tmp_path / "themes.toml"
    broken.write_text('[[theme]]\nid = "war\n', encoding="utf-8")
    with pytest.raises(BriefingError, match=r"themes\.toml"):
        load_lexicon(broken)


def test_a_term_without_a_word_is_refused(tmp_path: Path) -> None:
    empty = tmp_path / "themes.toml"
    empty.write_text(
        '[[theme]]\nid = "war"\nname = "War"\ndescription = "War"\nstrong = ["$"]\n',
        encoding="utf-8",
    )
    with pytest.raises(BriefingError, match=r"“\$”"):
        load_lexicon(empty)
