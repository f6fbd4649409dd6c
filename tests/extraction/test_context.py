import pytest

from briefing.extraction.context import leaning
from briefing.extraction.sentence import RegionTags
from briefing.model import Facet, TextKind
from tests.extraction.builders import a_sentence, named


def leans(text: str, **names: str) -> bool:
    return bool(leaning(a_sentence(text), None, named(text, **names)))


@pytest.mark.parametrize(
    "text",
    [
        "However, Qatar kept its embassy open.",
        "Nevertheless, Australia signed.",
        "For these reasons, Mexico raised its duties.",
        "On the contrary, Oman welcomed the fleet.",
        "As a result, prices in Iran doubled.",
        "But Canberra did not answer.",
        "Second, the Emirates would lose their trade with Iran.",
        "In this context, Riyadh prefers to wait.",
    ],
)
def test_a_connective_that_turns_what_was_said_leans_on_it(text: str) -> None:
    assert leans(text)


def test_a_connective_that_only_adds_does_not_tie_a_sentence_that_names_its_actors() -> None:
    assert not leans("Moreover, Qatar sends gas to Japan.", Qatar="QA", Japan="JP")
    assert leans("Moreover, prices have doubled since spring.")


@pytest.mark.parametrize(
    "text",
    [
        "This has alarmed the Gulf states.",
        "These measures failed to stop the flow of arms.",
        "They agreed to meet again in Muscat.",
        "It has refused every offer since the spring.",
        "He has ruled for thirty years.",
        "Its fleet has doubled in size.",
        "The latter refused.",
        "Such claims are common in Tehran.",
        "Others have followed.",
        "In response to this, Iran closed the strait.",
    ],
)
def test_a_pronoun_or_demonstrative_without_antecedent_leans(text: str) -> None:
    assert leans(text)


@pytest.mark.parametrize(
    "text",
    [
        "It is likely that Iran will return to talks.",
        "It is in the interest of Oman to mediate.",
        "It remains unclear whether Mexico will pay.",
        "It took nine months to agree on the text of the treaty.",
        "Sanctions make it hard to buy spare parts.",
    ],
)
def test_an_it_that_stands_for_nothing_does_not_lean(text: str) -> None:
    assert not leans(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Iran says that it will not yield.", {"Iran": "IR"}),
        ("Despite its losses, Iran keeps its allies.", {"Iran": "IR"}),
        ("By closing its ports, Yemen would harm itself.", {"Yemen": "YE"}),
        ("President Claudia Sheinbaum said that she would sign.", {}),
        ("A minister said that he would resign.", {}),
        ("Many states fear that they will be next.", {}),
        ("Australia and Fiji agreed that both countries would patrol.",
         {"Australia": "AU", "Fiji": "FJ"}),
        ("Iran and Iraq fought; the two countries made peace in 1988.",
         {"Iran": "IR", "Iraq": "IQ"}),
        ("Mexico expects the government to fall.", {"Mexico": "MX"}),
        ("The agreement between Iran and Oman has lapsed.", {"Iran": "IR", "Oman": "OM"}),
        ("In the Gulf, the region depends on imported food.", {"Gulf": "gulf"}),
        ("Countries such as Oman stay neutral.", {"Oman": "OM"}),
        ("This year Iran exported more oil.", {"Iran": "IR"}),
    ],
)  # fmt: skip
def test_what_the_sentence_itself_explains_does_not_lean(text: str, names: dict[str, str]) -> None:
    assert not leans(text, **names)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The two countries signed in Muscat.", {}),
        ("Both sides claimed victory.", {}),
        ("The agreement has lapsed.", {}),
        ("The conflict has lasted for ten years.", {}),
        ("The president refused to sign.", {}),
        ("Tehran has lost much of its weight in the region.", {"Tehran": "IR"}),
        ("By yielding at once, it saved the talks.", {}),
    ],
)
def test_a_description_of_what_stands_elsewhere_leans(text: str, names: dict[str, str]) -> None:
    assert leans(text, **names)


def test_a_short_answer_leans_on_its_question() -> None:
    question = a_sentence("Will Oman mediate?", TextKind.QUESTION)
    answer = a_sentence("Certainly, and with success.")
    [why] = leaning(answer, question, RegionTags())
    assert why.reason == "answers the question before it"


def test_a_heading_never_leans() -> None:
    assert (
        leaning(a_sentence("This Changes Everything", TextKind.HEADING), None, RegionTags()) == ()
    )


def test_it_is_told_which_words_lean_and_why() -> None:
    [why] = leaning(a_sentence("However, Qatar paid."), None, RegionTags())
    assert why.facet is Facet.CONTEXT
    assert why.words == "However"
    assert why.reason == "opens with a connective"


@pytest.mark.parametrize(
    "text",
    [
        "First, Oman should reopen its embassy.",
        "The fishermen of Tonga, by contrast, have prospered.",
        "Tonga and Fiji signed a treaty that December.",
        "Tonga offered its harbour to Fiji in that spirit.",
        "No other kingdom has ever done so.",
        "We did not ask for praise.",
        "The bargain was soon forgotten.",
        "There was no hurry.",
        "Tonga welcomed the arrangement.",
    ],
)
def test_what_only_its_neighbours_explain_leans(text: str) -> None:
    assert leans(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("In Tonga we found the harbour closed.", {"Tonga": "TO"}),
        ("The fleet of Tonga was sold.", {"Tonga": "TO"}),
        ("There were three coups in Tonga.", {"Tonga": "TO"}),
        ("Tonga insists that Fiji has agreed.", {"Tonga": "TO", "Fiji": "FJ"}),
    ],
)
def test_names_make_a_short_sentence_stand_alone(text: str, names: dict[str, str]) -> None:
    assert not leans(text, **names)


@pytest.mark.parametrize(
    "text",
    [
        "The rebuff did not stop there because Quito recalled its envoy.",
        "Not only that, Lima has closed its ports.",
        "This time Lima sent nobody.",
        "Here, too, Lima has failed.",
        "The three juntas left the bloc in January.",
        "For two years the arrangement worked.",
        "In October the prime minister resigned.",
    ],
)
def test_what_goes_on_from_something_untold_leans(text: str) -> None:
    assert leans(text)


def test_a_cause_or_a_reply_that_is_named_is_no_connective() -> None:
    assert not leans("As a result of the drought, Peru imported wheat.", Peru="PE")
    assert not leans("In response to a tariff, Peru closed its ports.", Peru="PE")


def test_a_pronoun_in_an_opening_participle_means_the_subject_that_follows() -> None:
    text = "Frustrated by what they see as neglect, Peru and Chile turned to China."
    assert not leans(text, Peru="PE", Chile="CL", China="CN")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Peru therefore closed its ports.", {"Peru": "PE"}),
        ("Recognition would nevertheless help Peru.", {"Peru": "PE"}),
        ("Peru then asked that Chile pay.", {"Peru": "PE", "Chile": "CL"}),
        ("Peru has since repaid the bank in Lima.", {"Peru": "PE", "Lima": "PE"}),
        ("Remittances from Chile, too, may fall.", {"Chile": "CL"}),
        ("The guerrillas use camps which the army there tolerates.", {}),
        ("Nobody from Chile has come back to those valleys.", {"Chile": "CL"}),
        ("Chile has never come close to that threshold.", {"Chile": "CL"}),
        ("All three use the same port in Chile.", {"Chile": "CL"}),
        ("A war between the two, with Arica as the prize, is possible.", {"Arica": "CL"}),
        ("More than half of its trade passes through Chile.", {"Chile": "CL"}),
        ("Peru called it void.", {"Peru": "PE"}),
        ("The court in Lima sentenced him to a year.", {"Lima": "PE"}),
        ("The guards were paid by Chile.", {"Chile": "CL"}),
    ],
)
def test_small_words_that_go_on_from_before_lean(text: str, names: dict[str, str]) -> None:
    assert leans(text, **names)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("There are no ports in Bolivia.", {"Bolivia": "BO"}),
        ("Bolivia keeps stocks that are there for a drought.", {"Bolivia": "BO"}),
        ("Bolivia warned those who import wheat.", {"Bolivia": "BO"}),
        ("Recently enlarged, Mercosur has asked this organisation's guests to pay.",
         {"Mercosur": "mercosur"}),
        ("The question is whether Bolivia will pay.", {"Bolivia": "BO"}),
        ("A Bolivian sailor lost his boat.", {"Bolivian": "BO"}),
        ("Bolivia makes it hard to buy fuel.", {"Bolivia": "BO"}),
    ],
)  # fmt: skip
def test_the_same_words_do_not_lean_where_the_sentence_tells(
    text: str, names: dict[str, str]
) -> None:
    assert not leans(text, **names)
