"""What an officer would write: the head and the fields of every template, for made documents.

Nothing here is of a real report. ``{0}``, ``{1}`` and ``{2}`` stand for the codes of findings.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.model import BriefRequest, FieldKind, FieldValue, Judgement, TemplateField

HEAD = BriefRequest(
    addressee="Minister of State for Europe",
    sender="Eastern neighbourhood desk, ext. 4417",
    through="Director, Europe",
    copies=("Permanent Under-Secretary", "Policy planning", "Embassy Tbilisi", "Mission Brussels"),
    reference="EUR/2026/0417",
    version="2",
    bottom_line="The old guarantor settles fewer of its neighbours’ quarrels than it did, and two "
    "capitals now ask others to do it. That is an opening for us, if we take it before the "
    "summit.\n\nNobody in the region expects a treaty this year {0}.",
    recommendation="That you offer to host the next meeting of the border commissions.\n\nThat you "
    "say so in your opening words, before the communiqué is agreed.",
    lines_to_take=(
        "We support direct talks, and are ready to host them {0}.",
        "Borders are for the two governments to agree, without force.",
        "We welcome every meeting that brings the two sides to one table, whoever convenes it.",
    ),
    action="Please agree by noon on 4 December 2026 whether the offer is made in writing; the "
    "embassy needs two working days to deliver it.",
    enclosures=("Map of the agreed sections of the border", "Joint statement of 6 October 2022"),
    judgements=(
        Judgement(
            "The next round of talks is held outside Moscow {1}.",
            likelihood="likely",
            confidence="moderate",
            would_change="A joint statement in the format that was used before 2022.",
        ),
        Judgement(
            "No member leaves the alliance before its lease on the base runs out.",
            likelihood="highly likely",
            confidence="high",
        ),
        Judgement("The mission’s mandate is extended without a debate."),
    ),
)

_TEXTS = {
    "visit": "Minister of State and Foreign Minister Novak, Tallinn",
    "occasion": "Press conference after the Foreign Affairs Council",
    "objective": "To agree a date for the next meeting of the border commissions, and to hear what "
    "Tallinn would put behind it.",
    "background": "Two commissions have met since 2021, four times on neutral ground. They have "
    "agreed two thirds of the line on paper and none of it on the ground {0}.\n\n"
    "The open sections are the ones with wells, roads and a railway on them; neither side has "
    "named a date for a signature.",
    "closed_background": "Our embassy hears that the host of the last round will not offer "
    "again.\n\nThe partners in the region have asked us not to mention the railway.",
    "issue": "Whether to offer to host the next meeting of the border commissions, and to say so "
    "before the summit.",
    "timing": "Immediate: the communiqué is agreed on 4 December, and the embassy needs two days.",
    "argument": "The offer costs little and commits us to nothing beyond a room and "
    "interpreters. It would be the first by a government that neither side suspects of wanting "
    "the railway {0}.\n\nTo wait would leave the choice of place to the mediator who failed last "
    "{1} {2}.",
    "presentation": "In Parliament as support for direct talks; to the press on request only. "
    "Partners are told the day before.",
    "overview": "A republic of three million between two larger neighbours, with one open border. "
    "It has talked about its frontier since 2021 and has reformed its army since 2023.",
    "relations": "Embassy since 1992. The Foreign Minister came in March 2025; a visit in return "
    "is owed.\n\nTrade of 310 million euros in 2025, most of it machines.",
}
_LINES = {
    "points": (
        "We are grateful for the offer of rooms at the University, and would like to take it up.",
        "Two thirds of the line is agreed on paper; we can help with surveyors {0}.",
        "What would it take for both sides to come in January?",
    ),
    "considerations": (
        "Legal: no treaty obligation arises from an offer of good offices.",
        "Financial: about 80 000 euros, from the mediation fund.",
        "Partners: Tallinn and Vienna have hosted before, and should hear of it first {1}.",
    ),
    "risks": (
        "One side declines in public; the offer should be cleared with both beforehand.",
        "The meeting is moved at short notice, as the last two were {0}.",
    ),
    "avoid": (
        "“Corridor”: each side means something else by it.",
        "Any figure for prisoners still held.",
    ),
    "sensitivities": (
        "The railway: not to be raised before the host raises it.",
        "Place names: use those of the commission’s own papers {0}.",
    ),
}
_PAIRS = {
    "people": (
        ("Foreign Minister E. Novak", "In office since May 2025; law, speaks English and French."),
        ("J. Saar, political director", "Ran the talks of 2023; knows our ambassador well."),
    ),
    "institutions": (
        ("Border commission", "Seven members; decides by consent, reports to the prime minister."),
        ("Constitutional court", "Reviews treaties before they are ratified."),
    ),
    "options": (
        ("Offer in writing", "Clear and on record; harder to withdraw."),
        ("Say it at the summit", "Quick, with partners in the room; easily overheard."),
        ("Wait", "Costs nothing now, and leaves the place to others {1}."),
    ),
    "considerations": (
        ("Legal", "No treaty obligation arises from an offer of good offices."),
        ("Financial", "About 80 000 euros, from the mediation fund."),
        ("Other departments", "Defence is content; Interior asks for two weeks’ notice."),
    ),
    "questions": (
        ("Do you take sides?", "No. We support what both governments agree. [{0}; {1}]"),
        ("Why should anybody come to you?", "Because both have asked. [{0}]"),
        ("Is the old alliance finished?", "That is for its members to say."),
    ),
    "addendum": (
        ("2026-11-20", "The dinner is moved to the residence."),
        ("2026-11-21", "The Minister of Defence joins for the second half."),
    ),
}
_TABLES = {
    "indicators": (
        ("Population", "2.98", "million", "2025", "National statistics"),
        ("Gross domestic product", "24.1", "billion euros", "2025", "National bank"),
        ("Defence spending", "6.1", "% of GDP", "2024", ""),
        ("Refugees received since September 2023", "100 617", "persons", "2023", "Interior"),
    ),
}
_DATES = {"meeting_date": "2026-11-30", "occasion_date": "2026-12-07"}


def written(
    request: BriefRequest, fields: Sequence[TemplateField], codes: Sequence[str]
) -> BriefRequest:
    """Return a request whose head and fields are filled, naming findings by these codes."""
    named = [*codes[:3], *[""] * (3 - len(codes[:3]))]

    def said(text: str) -> str:
        for number, code in enumerate(named):
            text = text.replace(f"[{{{number}}}", f"[{code}" if code else "[")
            text = text.replace(f"; {{{number}}}]", f"; {code}]" if code else "]")
            text = text.replace(f" {{{number}}}", f" [{code}]" if code else "")
        return text.replace(" []", "").replace("[]", "")

    head = {
        name: getattr(HEAD, name)
        for name in ("addressee", "sender", "through", "copies", "reference", "version")
    }
    return replace(
        request,
        **head,
        enclosures=HEAD.enclosures,
        bottom_line=said(HEAD.bottom_line),
        recommendation=said(HEAD.recommendation),
        lines_to_take=tuple(map(said, HEAD.lines_to_take)),
        action=said(HEAD.action),
        judgements=tuple(replace(one, text=said(one.text)) for one in HEAD.judgements),
        fields=tuple(
            FieldValue(field.name, tuple(tuple(map(said, row)) for row in _rows(field)))
            for field in fields
        ),
    )


def _rows(field: TemplateField) -> tuple[tuple[str, ...], ...]:
    """Return what is written in a field; a template of one's own may have others."""
    if field.kind is FieldKind.LINES:
        return tuple((line,) for line in _LINES.get(field.name, ("A line.", "Another.")))
    if field.kind is FieldKind.PAIRS:
        return _PAIRS.get(field.name, (("One", "Its answer."),))
    if field.kind is FieldKind.TABLE:
        return _TABLES.get(field.name, (("x",) * len(field.columns),))
    if field.kind is FieldKind.DATE:
        return ((_DATES.get(field.name, "2026-11-30"),),)
    return ((_TEXTS.get(field.name, "Words in a field."),),)
