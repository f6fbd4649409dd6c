"""Whose turn a paragraph of an interview is, without labels and with them."""

from __future__ import annotations

from briefing.importers import read_report
from briefing.importers.turns import Turn, interviewer_turns

ANSWER = (
    "The delta has lost a third of its water in ten years, and the farmers on both banks know it"
    " as well as the engineers of the joint commission do."
)


def test_a_statement_between_two_answers_is_the_interviewers() -> None:
    turns = [
        Turn("Why did the talks fail?", is_question=True),
        Turn(ANSWER, is_question=False),
        Turn("Was there another way?", is_question=True),
        Turn(ANSWER, is_question=False),
        Turn("Some say that the commission is dead.", is_question=False),
        Turn(ANSWER, is_question=False),
        Turn("And Sudland?", is_question=True),
        Turn(ANSWER, is_question=False),
    ]
    assert interviewer_turns(turns) == {0, 2, 4, 6}


def test_an_answer_that_ends_by_asking_stays_an_answer() -> None:
    turns = [
        Turn("Why did the talks fail?", is_question=True),
        Turn(f"{ANSWER} {ANSWER} Would you have signed?", is_question=True),
        Turn("What comes now?", is_question=True),
        Turn(ANSWER, is_question=False),
    ]
    assert interviewer_turns(turns) == {0, 2}


def test_answers_over_several_paragraphs_stay_answers() -> None:
    turns = [
        Turn("Why did the talks fail?", is_question=True),
        *[Turn(ANSWER, is_question=False)] * 3,
        Turn("Was there another way?", is_question=True),
        *[Turn(ANSWER, is_question=False)] * 2,
        Turn("What comes now?", is_question=True),
        *[Turn(ANSWER, is_question=False)] * 4,
    ]
    assert interviewer_turns(turns) == {0, 4, 7}


def test_a_turn_of_several_sentences_is_one_question() -> None:
    report = read_report(
        (
            "A conversation about the delta\n\n"
            f"There was talk in Ostburg of going it alone. And Sudland?\n\n{ANSWER}\n\n"
            f"Dredging is the word one hears most often. Is it the answer?\n\n{ANSWER}\n\n"
            f"What would you tell your successor?\n\n{ANSWER}\n"
        ).encode(),
        "talk.txt",
    )
    assert [block.text for block in report.blocks if block.kind.value == "question"] == [
        "There was talk in Ostburg of going it alone. And Sudland?",
        "Dredging is the word one hears most often. Is it the answer?",
        "What would you tell your successor?",
    ]


def test_the_speaker_who_asks_most_is_the_interviewer_even_when_stating() -> None:
    report = read_report(
        b"Harbours in a Cold Spring\n\n"
        b"LEDGER: You wrote that the strait would freeze this year. It did not.\n\n"
        b"MARTEN: It froze in part. The northern quay was closed for nineteen days.\n\n"
        b"LEDGER: There was talk in Ostburg of going it alone. And Sudland?\n\n"
        b"MARTEN: Sudland has no icebreakers, and nobody would lend them one.\n\n"
        b"LEDGER: The ministry says that it will buy two.\n\n"
        b"MARTEN: No. The ministry said it would study the purchase.\n",
        "talk.txt",
    )
    assert report.metadata.title == "Harbours in a Cold Spring"
    assert [block.text for block in report.blocks if block.kind.value == "question"] == [
        "You wrote that the strait would freeze this year. It did not.",
        "There was talk in Ostburg of going it alone. And Sudland?",
        "The ministry says that it will buy two.",
    ]


def _bold_talk(mark: str, end: str) -> list[str]:
    asked = [
        "Why did the talks fail?",
        "Some say that the commission is dead.",
        "There was talk of going it alone. And Sudland?",
        "What comes now?",
    ]
    return [part for turn in asked for part in (f"{mark}{turn}{end}", ANSWER, ANSWER)]


def test_turns_in_bold_are_the_interviewers_in_a_text_and_on_a_page() -> None:
    text = "\n\n".join(["A talk about the delta", *_bold_talk("**", "**")])
    page = "".join(f"<p>{part}</p>" for part in _bold_talk("<b>", "</b>"))
    page = f"<html><body><h1>A talk about the delta</h1>{page}</body></html>"
    for report in (read_report(text.encode(), "t.txt"), read_report(page.encode(), "t.html")):
        assert [block.text for block in report.blocks if block.kind.value == "question"] == [
            "Why did the talks fail?",
            "Some say that the commission is dead.",
            "There was talk of going it alone. And Sudland?",
            "What comes now?",
        ]
