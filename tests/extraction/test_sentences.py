from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefing.extraction.sentences import sentences
from briefing.extraction.splitter import split
from briefing.model import Block, BlockKind, TextKind
from tests.builders import a_block, a_report

# "¦" marks where one sentence ends and the next begins; a space stands there in the text
HARD_CASES = [
    "Officials of the U.S. Navy met in Manama.¦They agreed on patrols.",
    "The deal was signed in the U.S.¦The Senate has not ratified it.",
    "E.U. leaders and the U.K. government met.¦No deal followed.",
    "The U.N. Security Council met.¦Nothing passed.",
    "The U.S.-led coalition struck.¦The militia replied.",
    "The D.C. court ruled.¦Washington appealed.",
    "The pact, signed in Washington, D.C., failed.¦It was void.",
    "The pact was signed in Washington, D.C.¦It was void.",
    "Cf. the communiqué of 3 May.¦It names no date.",
    "See No. 14 of the series.¦It is short.",
    "He is No. 2 in the party.¦The No. 1 is ill.",
    "Is that so?¦No.¦The text says otherwise.",
    "Mr. Rahman spoke first.¦Mrs. Diaz replied.",
    "Gen. Austin and Lt. Gen. Brown attended.¦Adm. Paparo did not.",
    "President Biden met Sen. Graham and Rep. Smith.¦They disagreed.",
    "Their envoy, Amb. Khalilzad, left.¦Col. Doumbia stayed.",
    "The Hon. Penny Wong and Rt. Hon. David Lammy met.¦They signed.",
    "Dr. Smith, Ph.D., wrote it.¦It sold well.",
    "J. F. Kennedy and G.W. Bush are cited.¦So is A. Toynbee.",
    "He cited Smith et al. on this point.¦Others differ.",
    "Ministers, envoys, etc. were there.¦The press was not.",
    "Oil, i.e. crude, and gas, e.g. LNG, were cut.¦Prices rose.",
    "The figure is on p. 9 of the report.¦The table is on pp. 11-13.",
    "The note (Vol. 3, ch. 2) is long.¦Few read it.",
    "Art. 5 and para. 7 apply.¦Sect. 3 does not.",
    "The clause (Annex II.A) is void.¦It lapsed.",
    "Output fell by 3.5 per cent.¦Prices rose by 12.4 per cent.",
    "Some 1.5 million people fled.¦About 300,000 returned.",
    "Prices rose to $3.20.¦Demand fell.",
    "Losses reached 20%.¦Morale fell.",
    "The treaty of 1987 ended in 2019.¦It was the last.",
    "The war began on 24 February 2022.¦24 countries condemned it.",
    "It happened on Jan. 5 and again on Feb. 2, 2021.¦Nobody died.",
    "The Jan.-Mar. quarter was bad.¦April was worse.",
    "Ships left at 6 a.m. and returned at 9 p.m.¦The sea was calm.",
    "Companies such as Rosneft Inc. and Gunvor Ltd. traded.¦Others left.",
    "St. Petersburg hosted it.¦Ft. Bragg did not.",
    "It was over by c. 1990.¦Few noticed.",
    "The talks dragged on... and then stopped.¦Nobody was surprised.",
    "The talks dragged on…¦Nobody was surprised.",
    "The regime survives . . . for now.¦Its rivals wait.",
    "He called it “a mistake.”¦She agreed.",
    'He called it "a mistake."¦She agreed.',
    "'We will not yield.'¦The minister left.",
    "“Stop!” he said.¦They stopped.",
    '"Will you sign?" he asked.¦She did not answer.',
    "He spoke of “peace in our time”.¦Nobody believed him.",
    "The port was closed (it reopened in May.)¦Trade fell.",
    "The port was closed (see Fig. 3).¦Trade fell.",
    "Exports rose sharply.12¦Imports did not.",
    "Exports rose sharply.[12]¦Imports did not.",
    "Exports rose sharply.¹²¦Imports did not.",
    "The fleet has three parts: ships; aircraft; bases.¦All are old.",
    "Visit www.example.org for more.¦The site is slow.",
    "What now?¦Nobody knows!¦Still they wait.",
    "No.¦Nobody was surprised.",
    "Can the lines bear it?¦No.¦Three have left.¦Yes.¦But not for long.",
    "No. 10 Downing Street was silent.¦Resolution No. 2231 was not.",
]


@pytest.mark.parametrize("case", HARD_CASES)
def test_sentences_end_where_a_reader_would_end_them(case: str) -> None:
    text = case.replace("¦", " ")
    assert [text[start:end] for start, end in split(text)] == case.split("¦")


def test_a_missing_space_after_a_stop_still_ends_the_sentence() -> None:
    text = "They left the area.Russia stayed behind."
    assert [text[a:b] for a, b in split(text)] == ["They left the area.", "Russia stayed behind."]


def test_a_web_address_is_not_cut() -> None:
    assert len(split("Read it at https://example.org/Some.Page for free.")) == 1


def test_a_list_number_stays_with_its_item() -> None:
    text = "1. Tehran must stop enrichment. 2. The fleet must leave."
    assert [text[a:b] for a, b in split(text)] == [
        "1. Tehran must stop enrichment.",
        "2. The fleet must leave.",
    ]


@pytest.mark.parametrize("marker", ["(1)", "(a)", "(iv)", "•", "▪", "-", "*", "[1]"])
def test_a_list_item_of_several_sentences_is_cut_like_any_other_text(marker: str) -> None:
    text = f"{marker} The strait was mined. The fleet swept it."
    assert [text[a:b] for a, b in split(text)] == [
        f"{marker} The strait was mined.",
        "The fleet swept it.",
    ]


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("fr", "M. Sall a parlé. Il a quitté Dakar.", 2),
        ("es", "El Sr. Arévalo habló en la ONU. Pidió paz.", 2),
        ("de", "Am 3. Mai traf er Dr. Schmidt. Sie stritten z. B. über Gas.", 2),
        ("ru", "Министр прибыл в г. Минск. Переговоры начались.", 2),
    ],
)
def test_other_languages_are_cut_by_their_own_abbreviations(
    language: str, text: str, count: int
) -> None:
    assert len(split(text, language)) == count


@given(st.text(alphabet="ab AB.!?…”“\"'()[]12¹² \u00a0éЯ", max_size=80))
@example("M. J\u00a0. Dupont")
def test_every_character_that_is_not_space_lies_in_one_sentence(text: str) -> None:
    spans = split(text)
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())
    assert all(first[1] <= second[0] for first, second in pairwise(spans))


def test_a_sentence_is_the_run_of_characters_it_names() -> None:
    report = a_report("  Oman mediates. Qatar hosts talks.", "Iran waits.  ")
    found = sentences(report)
    assert [s.text for s in found] == ["Oman mediates.", "Qatar hosts talks.", "Iran waits."]
    assert all(s.text == report.blocks[s.block].text[s.start : s.end] for s in found)
    assert [s.opens_block for s in found] == [True, False, True]


@pytest.mark.parametrize(
    ("block", "kind"),
    [
        (BlockKind.HEADING, TextKind.HEADING),
        (BlockKind.FOOTNOTE, TextKind.FOOTNOTE),
        (BlockKind.META, TextKind.META),
        (BlockKind.QUESTION, TextKind.QUESTION),
        (BlockKind.FURNITURE, TextKind.NOISE),
        (BlockKind.LIST_ITEM, TextKind.BODY),
        (BlockKind.CAPTION, TextKind.BODY),
    ],
)
def test_a_sentence_has_the_kind_of_its_block(block: BlockKind, kind: TextKind) -> None:
    assert [s.kind for s in sentences(a_report(a_block("Iran waits.", block)))] == [kind]


def test_a_heading_stays_whole_and_a_table_gives_its_rows() -> None:
    report = a_report(
        a_block("Gulf v. Iran. A Reckoning", BlockKind.HEADING),
        a_block("State | Barrels\nIran | 3.2", BlockKind.TABLE),
    )
    assert [s.text for s in sentences(report)] == [
        "Gulf v. Iran. A Reckoning",
        "State | Barrels",
        "Iran | 3.2",
    ]


def test_a_list_item_and_its_headings_are_known() -> None:
    block = Block(BlockKind.LIST_ITEM, "Oil fell.", heading_path=("Gulf", "Oil"))
    [sentence] = sentences(a_report(block))
    assert sentence.in_list
    assert sentence.heading_path == ("Gulf", "Oil")
