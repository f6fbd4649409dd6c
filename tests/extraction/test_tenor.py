from briefing.extraction.sentence import RegionTags, Sentence
from briefing.extraction.tenor import Tenor
from briefing.extraction.themes import ThemeTagger
from briefing.model import TextKind
from tests.extraction.builders import a_sentence, nobody

ENERGY, NOTHING = {"energy": 1.0}, dict[str, float]()


def lent(own: list[dict[str, float]]) -> list[str]:
    units = [a_sentence("Words.", block=number) for number in range(len(own))]
    return [theme for theme, *_ in Tenor(units, own).lent_to(units[-1])]


def test_what_most_sentences_deal_with_is_lent_to_the_others() -> None:
    assert set(lent([ENERGY, ENERGY, ENERGY, NOTHING])) == {"energy"}


def test_what_few_sentences_deal_with_is_lent_to_none() -> None:
    assert lent([ENERGY, ENERGY, ENERGY, *[NOTHING] * 20]) == []


def test_two_sentences_do_not_tell_what_a_report_deals_with() -> None:
    assert lent([ENERGY, ENERGY, NOTHING]) == []


def test_a_title_line_counts_for_nothing() -> None:
    units = [a_sentence("Gas.", TextKind.META), *(a_sentence("Gas.") for _ in range(2))]
    assert list(Tenor(units, [ENERGY, ENERGY, ENERGY]).lent_to(units[1])) == []


def test_a_section_lends_within_itself_only() -> None:
    inside = [Sentence(n, 0, 4, "Gas.", TextKind.BODY, ("Gas",), True, False) for n in range(3)]
    after = [Sentence(9, 0, 4, "Sea.", TextKind.BODY, ("Sea",), True, False) for _ in range(12)]
    tenor = Tenor([*inside, *after], [ENERGY] * 3 + [NOTHING] * 12)
    assert [words for _, _, words, _ in tenor.lent_to(inside[0])] == ["Gas"]
    assert list(tenor.lent_to(after[0])) == []


def test_a_weak_word_counts_more_where_the_whole_report_is_on_its_theme() -> None:
    gas = [a_sentence(f"Gas field {n} feeds the pipeline.", block=n) for n in range(5)]
    units = [*gas, a_sentence("Supply has fallen for six months.", block=9)]
    tags = ThemeTagger.shipped().tag(units, nobody(units))[-1]
    assert tags.themes[0] == "energy"
    assert "what the report mostly deals with" in {item.reason for item in tags.evidence}


def test_how_states_deal_with_each_other_needs_two_of_them() -> None:
    tagger, sentence = ThemeTagger.shipped(), a_sentence("The pressure of Lima on Quito grows.")
    alone = tagger.tag([sentence], [RegionTags(mentions=("PE",))])[0]
    both = tagger.tag([sentence], [RegionTags(mentions=("PE", "EC"))])[0]
    assert "influence" not in alone.themes
    assert "influence" in both.themes
