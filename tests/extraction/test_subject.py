import pytest

from briefing.extraction.sentence import ThemeTags
from briefing.extraction.themes import ThemeTagger
from briefing.model import TextKind
from tests.extraction.builders import a_sentence, nobody


@pytest.fixture(scope="module")
def tagger() -> ThemeTagger:
    return ThemeTagger.shipped()


def last_of(tagger: ThemeTagger, *texts: str, heading: str = "") -> ThemeTags:
    """Return the tags of the last of the texts, each in a paragraph of its own."""
    units = [a_sentence(text, block=at + 1) for at, text in enumerate(texts)]
    if heading:
        units.insert(0, a_sentence(heading, TextKind.HEADING))
    return tagger.tag(units, nobody(units))[-1]


def reasons(tags: ThemeTags, theme: str) -> set[str]:
    return {item.reason for item in tags.evidence if item.tag == theme}


@pytest.mark.parametrize(
    ("first", "last", "theme"),
    [
        ("Pyongyang promised in the agreed framework to freeze its plutonium reactor.",
         "The arrangement lasted for eight years.", "nuclear"),
        ("Brussels answered with an embargo and asset freezes.",
         "The measures have been renewed every six months.", "sanctions"),
        ("Gunmen and soldiers fought in the market town of Beni.",
         "The fighting went on until dusk.", "conflict"),
        ("A pipeline carries the gas of Shah Deniz to Erzurum.",
         "The pipeline was closed twice last winter.", "energy"),
    ],
)  # fmt: skip
def test_a_description_means_what_was_last_called_so(
    tagger: ThemeTagger, first: str, last: str, theme: str
) -> None:
    assert theme in last_of(tagger, first, last).themes


def test_a_description_tells_the_words_that_point_back(tagger: ThemeTagger) -> None:
    tags = last_of(
        tagger,
        "The nuclear deal capped the enrichment of uranium.",
        "Nobody in the room mourned the deal.",
    )
    [evidence] = [item for item in tags.evidence if item.reason == "spoken of before"]
    assert (evidence.tag, evidence.words) == ("nuclear", "the deal")


def test_the_title_says_what_is_meant_where_nothing_else_does(tagger: ThemeTagger) -> None:
    text = "Few in the capital expect the deal to survive."
    assert "nuclear" not in last_of(tagger, text).themes
    assert "nuclear" in last_of(tagger, text, heading="After the Uranium Enrichment Ban").themes


def test_what_the_sentence_itself_explains_points_nowhere(tagger: ThemeTagger) -> None:
    tags = last_of(
        tagger,
        "The nuclear deal capped the enrichment of uranium.",
        "The deal with the fishermen pleased the harbour town.",
    )
    assert "nuclear" not in tags.themes


def test_a_thing_of_long_ago_is_forgotten(tagger: ThemeTagger) -> None:
    between = ["The room was painted blue."] * 40
    tags = last_of(
        tagger, "The gas pipeline was opened in May.", *between, "The pipeline was closed."
    )
    assert "spoken of before" not in reasons(tags, "energy")


def test_a_bare_pronoun_goes_on_about_the_sentence_before(tagger: ThemeTagger) -> None:
    tags = last_of(
        tagger, "The army shelled the rebels in the hills.", "It was not the first time."
    )
    assert reasons(tags, "conflict") == {"goes on about the sentence before"}


@pytest.mark.parametrize(
    "remark", ["It is, I admit, a long list.", "This paper asks why.", "It is time to rest."]
)
def test_a_remark_that_speaks_of_nothing_before_carries_nothing_on(
    tagger: ThemeTagger, remark: str
) -> None:
    assert last_of(tagger, "The army shelled the rebels in the hills.", remark).themes == ()


def test_a_heading_ends_what_a_pronoun_can_mean(tagger: ThemeTagger) -> None:
    units = [
        a_sentence("The army shelled the rebels in the hills."),
        a_sentence("Fisheries", TextKind.HEADING, block=1),
        a_sentence("It was not the first time.", block=2),
    ]
    assert "conflict" not in tagger.tag(units, nobody(units))[-1].themes
