"""Rules of the officer: tried with a count, kept, obeyed by what comes in later, taken out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.errors import LibraryError, RequestError
from briefing.extraction.rules import RuleJudge
from briefing.library import FindingQuery, Library
from briefing.model import Evidence, Facet, Finding, Metadata, Report, TagRule
from briefing.pipeline.ruling import keep_rules, kept_rules, try_rules
from briefing.taxonomy import load_taxonomy
from tests.builders import a_report, found_in, original_of
from tests.pipeline.test_importing import TODAY, imported

TAXONOMY = load_taxonomy()
QUARTET = TagRule("Quartet", Facet.THEME, "diplomacy")
NOT_ENERGY = TagRule("gas mask", Facet.THEME, "energy", adds=False)
NOT_GEORGIA = TagRule("Georgia", Facet.ABOUT, "GE", adds=False)
OAKVALE = TagRule("Oakvale", Facet.ABOUT, "AM")

MEMO = (
    "The Quartet sat in Vienna for three days and left without a paper.",
    "Volunteers handed out gas masks to four hundred families.",
    "The gas mask is cheap, and gas imports from the east fell by a third.",
    "Farmers at Oakvale lost two harvests in a row to the drought.",
)
STATES = (
    "Georgia raised its budget for schools by four per cent.",
    "The state also cut the tax on farms.",
    "In Tbilisi the parliament of Georgia voted on the budget in the autumn.",
)
MENTION, ABOUT, THEME = Facet.MENTION, Facet.ABOUT, Facet.THEME
TOLD = {
    MEMO[1]: ((THEME, "energy", "gas"),),
    MEMO[2]: ((THEME, "energy", "gas"), (THEME, "energy", "gas imports")),
    STATES[0]: ((MENTION, "GE", "Georgia"), (ABOUT, "GE", "Georgia")),
    STATES[1]: ((ABOUT, "GE", "The state"),),
    STATES[2]: ((MENTION, "GE", "Tbilisi"), (MENTION, "GE", "Georgia"), (ABOUT, "GE", "Tbilisi")),
}
"""What extraction says of the sentences: facet, tag and the words for it."""


def tagged(report: Report, text: str) -> Finding:
    told = TOLD.get(text, ())
    tags = {
        facet: tuple(dict.fromkeys(tag for one, tag, _ in told if one is facet)) for facet in Facet
    }
    made = found_in(report, text, mentions=tags[MENTION], about=tags[ABOUT], themes=tags[THEME])
    evidence = tuple(Evidence(facet, tag, words, "term") for facet, tag, words in told)
    return replace(made, evidence=evidence)


def add(library: Library, name: str, sentences: tuple[str, ...], **metadata: str) -> str:
    """Put a report of one paragraph into the library and return its SHA-256."""
    said = Metadata(title=f"On {name}", authors=("Ada Novak",), **metadata)  # type: ignore[arg-type]
    report = a_report(" ".join(sentences), file_name=name, metadata=said)
    findings = [tagged(report, sentence) for sentence in sentences]
    library.add(report, findings, original_of(report), TODAY, judge=RuleJudge())
    return report.sha256


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library") as opened:
        yield opened


@pytest.fixture
def filled(library: Library) -> Library:
    """A library with the memo, of one publisher, and the note on states, of another."""
    add(library, "memo.txt", MEMO, publisher="Field Post")
    add(library, "states.txt", STATES, publisher="Ledger")
    return library


def found(library: Library, words: str) -> Finding:
    (stored,) = library.search(f'"{words}"')
    return stored.finding


def texts(library: Library, *, region: str = "", theme: str = "") -> list[str]:
    query = FindingQuery(
        regions=frozenset(filter(None, [region])), themes=frozenset(filter(None, [theme]))
    )
    return [one.finding.text for one in library.candidates(query)]


def test_trial_counts_and_shows_what_would_change_and_changes_nothing(filled: Library) -> None:
    before = filled.candidates(FindingQuery())
    trial = try_rules(filled, [QUARTET, NOT_ENERGY], TAXONOMY)
    gained = [(one.tag, one.findings) for one in trial.gained]
    assert gained == [("diplomacy", 1)]
    assert [(one.tag, one.findings) for one in trial.lost] == [("energy", 1)]
    assert (trial.findings, trial.reports) == (2, 1)
    first = trial.examples[0]
    assert first.text.startswith("The Quartet sat")
    assert (first.gains, first.loses) == (("diplomacy",), ())
    assert "Novak" in first.place
    assert filled.candidates(FindingQuery()) == before
    assert kept_rules(filled) == ()


def test_term_means_a_theme_and_the_evidence_says_whose_rule_it_is(filled: Library) -> None:
    keep_rules(filled, [QUARTET], TAXONOMY)
    finding = found(filled, "Quartet")
    assert finding.themes[0] == "diplomacy"
    (told,) = (one for one in finding.evidence if one.is_ruled)
    assert (told.tag, told.words, told.reason) == ("diplomacy", "Quartet", "your rule: “Quartet”")
    assert finding.text in texts(filled, theme="diplomacy")
    assert filled.count(FindingQuery(themes=frozenset({"diplomacy"}))) == len(
        texts(filled, theme="diplomacy")
    )


def test_place_is_in_a_region(filled: Library) -> None:
    keep_rules(filled, [OAKVALE], TAXONOMY)
    finding = found(filled, "Oakvale")
    assert "AM" in finding.about
    assert "AM" in finding.mentions
    assert texts(filled, region="AM") == [finding.text]


def test_words_in_another_form_are_the_same_term(filled: Library) -> None:
    keep_rules(filled, [TagRule("gas  masks", Facet.THEME, "society")], TAXONOMY)
    assert "society" in found(filled, "The gas mask is cheap").themes
    assert "society" in found(filled, "Volunteers handed out").themes


def test_only_whole_words_count_unless_a_star_says_otherwise(filled: Library) -> None:
    keep_rules(filled, [TagRule("farm", Facet.THEME, "economy")], TAXONOMY)
    assert "economy" not in found(filled, "Farmers at Oakvale").themes
    keep_rules(filled, [TagRule("farm*", Facet.THEME, "economy")], TAXONOMY)
    assert "economy" in found(filled, "Farmers at Oakvale").themes


def test_what_else_speaks_for_a_tag_in_the_sentence_keeps_it(filled: Library) -> None:
    assert "energy" in found(filled, "Volunteers handed out").themes
    keep_rules(filled, [NOT_ENERGY], TAXONOMY)
    told = found(filled, "Volunteers handed out")
    assert "energy" not in told.themes
    assert "your rule: “gas mask” is not energy" in [one.reason for one in told.evidence]
    assert "energy" in found(filled, "gas imports").themes


def test_region_that_was_carried_on_from_the_term_goes_with_it(filled: Library) -> None:
    assert found(filled, "The state also").about == ("GE",)
    keep_rules(filled, [NOT_GEORGIA], TAXONOMY)
    assert texts(filled, region="GE") == [STATES[2]]


def test_rule_for_a_publisher_follows_what_is_known_of_the_report(filled: Library) -> None:
    sha256 = filled.find_report("states.txt")
    elsewhere = TagRule("Georgia", Facet.ABOUT, "GE", adds=False, publisher="field post")
    keep_rules(filled, [elsewhere], TAXONOMY)
    assert len(texts(filled, region="GE")) == 3
    assert filled.count(FindingQuery(regions=frozenset({"GE"}))) == 3
    filled.correct_metadata(sha256, Metadata(publisher="Field Post"))
    assert len(texts(filled, region="GE")) == 1
    assert filled.count(FindingQuery(regions=frozenset({"GE"}))) == 1
    filled.correct_metadata(sha256, Metadata())
    assert len(texts(filled, region="GE")) == 3


def test_rule_for_one_report_leaves_all_others_alone(filled: Library) -> None:
    (elsewhere,) = keep_rules(
        filled, [TagRule("harvests", Facet.THEME, "energy", report="ab" * 32)], TAXONOMY
    )
    assert "energy" not in found(filled, "Oakvale").themes
    here = filled.find_report("memo.txt")
    keep_rules(filled, [TagRule("harvests", Facet.THEME, "energy", report=here)], TAXONOMY)
    assert "energy" in found(filled, "Oakvale").themes
    assert [(one.rule.report, one.findings, one.source) for one in kept_rules(filled)] == [
        (elsewhere.report, 0, ""),
        (here, 1, "On memo.txt"),
    ]


def test_taking_a_rule_out_leaves_everything_as_it_was(filled: Library) -> None:
    before = filled.candidates(FindingQuery())
    regions = [texts(filled, region=region) for region in ("GE", "AM")]
    rules = keep_rules(filled, [QUARTET, NOT_ENERGY, NOT_GEORGIA, OAKVALE], TAXONOMY)
    assert filled.candidates(FindingQuery()) != before
    for rule in rules:
        assert filled.rulebook.remove(rule.number) == rule
    assert filled.candidates(FindingQuery()) == before
    assert [texts(filled, region=region) for region in ("GE", "AM")] == regions
    with pytest.raises(LibraryError, match="no rule 1"):
        filled.rulebook.remove(1)


def test_tags_by_hand_win_over_rules_whichever_came_first(filled: Library) -> None:
    passage = found(filled, "Quartet").passage
    filled.correct_tags(passage, ("DE",), ("politics",))
    rules = [QUARTET, TagRule("Quartet", Facet.ABOUT, "FR")]
    assert try_rules(filled, rules, TAXONOMY).findings == 0
    keep_rules(filled, rules, TAXONOMY)
    finding = found(filled, "Quartet")
    assert (finding.about, finding.themes) == (("DE",), ("politics",))
    assert texts(filled, region="FR") == []
    filled.correct_tags(passage, None, None)
    assert "diplomacy" in found(filled, "Quartet").themes
    assert texts(filled, region="FR") == [finding.text]
    filled.correct_tags(passage, None, ())
    assert found(filled, "Quartet").themes == ()
    assert texts(filled, region="FR") == [finding.text]


def test_later_reports_obey_the_rules(library: Library) -> None:
    here = TagRule("Georgia", Facet.ABOUT, "GE", adds=False, publisher="Ledger")
    keep_rules(library, [QUARTET, here], TAXONOMY)
    sha256 = add(library, "memo.txt", MEMO)
    add(library, "states.txt", STATES, publisher="Ledger")
    assert "diplomacy" in found(library, "Quartet").themes
    assert len(texts(library, region="GE")) == 1
    assert [one.findings for one in kept_rules(library)] == [1, 2]
    library.remove(sha256)
    add(library, "memo.txt", MEMO)
    assert "diplomacy" in found(library, "Quartet").themes


def test_imported_file_obeys_the_rules(library: Library, tmp_path: Path) -> None:
    keep_rules(library, [QUARTET], TAXONOMY)
    path = tmp_path / "memo.txt"
    path.write_text("Notes from the field\n\n" + " ".join(MEMO), encoding="utf-8")
    imported(library, path)
    assert found(library, "Quartet").themes[0] == "diplomacy"


def test_same_rule_is_kept_once_and_the_opposite_takes_its_place(filled: Library) -> None:
    keep_rules(filled, [QUARTET], TAXONOMY)
    assert keep_rules(filled, [TagRule("quartet", Facet.THEME, "Diplomacy")], TAXONOMY) == ()
    opposite = TagRule("Quartet", Facet.THEME, "diplomacy", adds=False)
    (kept,) = keep_rules(filled, [opposite], TAXONOMY)
    assert [one.rule for one in kept_rules(filled)] == [kept]
    assert "diplomacy" not in found(filled, "Quartet").themes


@pytest.mark.parametrize(
    "rule",
    [
        TagRule("", Facet.THEME, "energy"),
        TagRule("–", Facet.THEME, "energy"),
        TagRule("gas* mask", Facet.THEME, "energy"),
        TagRule("gas", Facet.THEME, "no such theme"),
        TagRule("gas", Facet.ABOUT, "Nowhere"),
    ],
)
def test_mistaken_rule_is_refused(filled: Library, rule: TagRule) -> None:
    with pytest.raises(RequestError):
        keep_rules(filled, [rule], TAXONOMY)
    assert kept_rules(filled) == ()


def test_rule_that_contradicts_itself_is_refused(filled: Library) -> None:
    opposite = TagRule("quartet", Facet.THEME, "diplomacy", adds=False)
    with pytest.raises(RequestError, match="cannot both"):
        keep_rules(filled, [QUARTET, opposite], TAXONOMY)


def test_odd_terms_are_words_and_never_syntax(filled: Library) -> None:
    for term in ('gas" OR "mask', "NEAR(gas mask)", "col:gas", "gas*", "Ada's", "‘gas’"):
        try_rules(filled, [TagRule(term, Facet.THEME, "energy")], TAXONOMY)


def test_inflection_of_another_language_is_found(library: Library) -> None:
    text = "Die Schlichtungen in Wien dauern seit drei Tagen an und bleiben geheim."
    add(library, "lage.txt", (text,), language="de")
    keep_rules(library, [TagRule("Schlichtung", Facet.THEME, "diplomacy")], TAXONOMY)
    (only,) = kept_rules(library)
    assert only.findings == 1
