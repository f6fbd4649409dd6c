"""What takes back or limits the sentence before it is known by how it opens."""

from __future__ import annotations

import pytest

from briefing.extraction.qualifying import Qualification, qualifies

KINDS = Qualification


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("However, the port stayed open.", KINDS.CONTRAST),
        ("But nobody expects a vote before June.", KINDS.CONTRAST),
        ("In practice, customs officers wave most lorries through.", KINDS.CONTRAST),
        ("Only if the pipeline is repaired will exports resume.", KINDS.CONDITION),
        ("This would require a two-thirds majority.", KINDS.CONDITION),
        ("That depends on the harvest.", KINDS.CONDITION),
        ("The ministry has denied this.", KINDS.DENIAL),
        ("Both capitals rejected the claim.", KINDS.DENIAL),
        ("This is not confirmed by the satellite pictures.", KINDS.DENIAL),
        ("There is no evidence that the ship left harbour.", KINDS.DENIAL),
        ("The figure could not be independently verified.", KINDS.DOUBT),
        ("It remains unclear who gave the order.", KINDS.DOUBT),
        ("Estimates vary between forty and ninety.", KINDS.DOUBT),
        ("That may prove too optimistic.", KINDS.DOUBT),
        ("Such is the view of the opposition.", KINDS.ATTRIBUTION),
        ("“This, at least, is what the governor told reporters.", KINDS.ATTRIBUTION),
        ("The figure comes from the port authority.", KINDS.ATTRIBUTION),
        ("If confirmed, the sale would be the first of its kind.", KINDS.CONDITION),
        ("As long as the truce holds, that is.", KINDS.CONDITION),
        ("Much will depend on the rains.", KINDS.CONDITION),
        ("That was later denied.", KINDS.DENIAL),
        ("The miners’ union disputes that.", KINDS.DENIAL),
        ("The governor says otherwise.", KINDS.DENIAL),
        ("So far, there is no proof of a leak.", KINDS.DENIAL),
        ("At least that is what the harbour master says.", KINDS.ATTRIBUTION),
        ("Or so the ministry claims.", KINDS.ATTRIBUTION),
        ("None of this is certain.", KINDS.DOUBT),
        ("Neither claim has been verified.", KINDS.DOUBT),
        ("Analysts doubt that it will last.", KINDS.DOUBT),
        ("Others disagree.", KINDS.DOUBT),
        ("Whether the fund can pay is another matter.", KINDS.DOUBT),
        ("The second shaft, however, may never open.", KINDS.CONTRAST),
    ],
)
def test_a_qualification_is_known_by_its_opening(sentence: str, kind: Qualification) -> None:
    assert qualifies(sentence) is kind


@pytest.mark.parametrize(
    "sentence",
    [
        "The two ministers met again in May.",
        "Bolivia sold 300 tonnes of lithium carbonate.",
        "It signed the treaty in 2011.",
        "This brought the total to nine.",
        "Stillwater Mining opened a second shaft.",
        "If the strait is closed, prices double.",
        "The president denied the opposition a permit for its march.",
        "Those who fled numbered 40,000.",
        "The minister denied that troops had crossed the border.",
        "It is not a member of the customs union.",
        "It may join the bloc in 2030.",
        "Some agreements were signed in Sucre.",
        "Officials in Lima met the miners.",
        "That year the harbour was dredged.",
        "The court rejected these two appeals and upheld the third.",
    ],
)
def test_what_goes_on_with_the_story_qualifies_nothing(sentence: str) -> None:
    assert qualifies(sentence) is None
