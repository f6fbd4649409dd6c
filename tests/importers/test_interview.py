"""Interviews: who asks, who answers."""

from __future__ import annotations

from briefing.importers import read_report
from briefing.model import BlockKind, Report


def read(text: str) -> Report:
    return read_report(text.encode(), "talk.txt")


def kinds(report: Report) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in report.blocks]


def test_a_name_run_into_every_answer_is_split_off() -> None:
    report = read(
        "The lake will not wait\n\n"
        "What does the closing of the joint office by the ministry mean for the talks?\n\n"
        "Anna Berg After the quarrel of last spring this was to be expected by all sides.\n\n"
        "It is a setback, but not the end of the matter, as both capitals know.\n\n"
        "Will other channels between the two capitals be touched by the decision?\n\n"
        "Anna Berg Certainly, though the fishermen still speak to one another every day.\n\n"
        "Is the lake commission then finished, or can it be revived by its members?\n\n"
        "Anna Berg This is a question of money, and of patience above all.\n"
    )
    assert report.metadata.authors == ("Anna Berg",)
    assert [text for kind, text in kinds(report) if kind == "question"] == [
        "What does the closing of the joint office by the ministry mean for the talks?",
        "Will other channels between the two capitals be touched by the decision?",
        "Is the lake commission then finished, or can it be revived by its members?",
    ]
    assert kinds(report)[2:4] == [
        ("meta", "Anna Berg"),
        ("paragraph", "After the quarrel of last spring this was to be expected by all sides."),
    ]


def test_initials_before_questions_and_answers_are_labels() -> None:
    report = read(
        "An interview with Dr. Nyok Mwang\n\nRT: Water has fallen for three years. Who is to"
        " blame?\n\n"
        "NM: Nobody alone. Irrigation takes a third, and the dam another part.\n\n"
        "RT: What should the commission do first?\n\n"
        "NM: Publish what it has. Then agree on a gauge that both sides trust.\n"
    )
    assert ("question", "What should the commission do first?") in kinds(report)
    assert (
        "paragraph",
        "Nobody alone. Irrigation takes a third, and the dam another part.",
    ) in kinds(report)


def test_markdown_labels_in_bold_are_understood() -> None:
    report = read_report(
        b"# A talk\n\n**Q:** Is the road open to lorries again?\n\n**A:** It is since Monday, "
        b"says the ministry of transport.\n\n**Q:** And the bridge over the river?\n\n**A:** It "
        b"will need another year of work.\n",
        "talk.md",
    )
    assert [b.text for b in report.blocks if b.kind is BlockKind.QUESTION] == [
        "Is the road open to lorries again?",
        "And the bridge over the river?",
    ]


def test_one_rhetorical_question_does_not_make_an_interview() -> None:
    report = read(
        "Will the alliance hold? Most of its members say so in public.\n\n"
        "Faced with rising costs, is the ministry, which lost its budget, able to keep its"
        " promise?\n\n"
        "It is not, and the reasons lie in the treaty that was signed in the last century.\n"
    )
    assert not [b for b in report.blocks if b.kind is BlockKind.QUESTION]
