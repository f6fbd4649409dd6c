from dataclasses import replace

import pytest

from briefing.citing import place, short_name, short_names
from briefing.model import Metadata, PartialDate, Source
from briefing.templating.bibliography import reference_line
from briefing.wording import joined
from tests.builders import a_stored, a_summary

YEAR = PartialDate(2022, 12)


@pytest.mark.parametrize(
    ("metadata", "said"),
    [
        (Metadata("T", ("Ada Novak",), date=YEAR), "Novak 2022"),
        (Metadata("T", ("Ada Novak", "J. R. Okafor"), date=YEAR), "Novak and Okafor 2022"),
        (Metadata("T", ("A B", "C D", "E F"), date=YEAR), "B and others 2022"),
        (Metadata("T", ("Петров, Иван", "O’Hara, Seán"), date=YEAR), "Петров and O’Hara 2022"),
        (Metadata("T", ("van der Berg, Jan",), date=YEAR), "van der Berg 2022"),
        (Metadata("T", ("Ada Novak, PhD",), date=YEAR), "Novak 2022"),
        (Metadata("T", ("Okafor, John, Jr.",), date=YEAR), "Okafor 2022"),
        (Metadata("T", ("Ministry of Defence",), date=YEAR), "Ministry of Defence 2022"),
        (
            Metadata("T", ("United States Department of Homeland Affairs",)),
            "United States Department of Homeland Affairs",
        ),
        (Metadata("T", ("Ministry of Trade, Oslo",)), "Ministry of Trade, Oslo"),
        (Metadata("T", ("Economic Research Service",)), "Economic Research Service"),
        (Metadata("T", (), "Border Institute"), "Border Institute"),
        (
            Metadata("A Title That Is Too Long for the Head of a Column"),
            "A Title That Is Too Long for …",
        ),
        (Metadata(), "talks.txt"),
    ],
)
def test_short_name_is_what_a_reader_would_call_the_report(metadata: Metadata, said: str) -> None:
    assert short_name(a_summary(metadata=metadata)) == said


def test_reports_with_the_same_short_name_are_told_apart() -> None:
    one, two = a_summary(sha256="1" * 64), a_summary(sha256="2" * 64)
    assert list(short_names([one, two]).values()) == ["Novak 2023a", "Novak 2023b"]
    undated = [replace(r, metadata=Metadata("T", ("Ada Novak",))) for r in (one, two)]
    assert list(short_names(undated).values()) == ["Novak (a)", "Novak (b)"]


def test_place_names_page_and_paragraph() -> None:
    assert place(a_stored(page="9", paragraph=2)) == "Novak 2023, p. 9 ¶ 2"
    assert place(a_stored(paragraph=14)) == "Novak 2023, ¶ 14"


def test_names_with_commas_are_told_with_semicolons_between_them() -> None:
    assert joined(("Ada Novak", "Ben Okoro")) == "Ada Novak, Ben Okoro"
    assert joined(("Novak, Ada", "Okoro, Ben")) == "Novak, Ada; Okoro, Ben"
    said = Metadata("Peace", ("Novak, Ada", "Okoro, Ben"), date=YEAR)
    line = reference_line(Source(1, "ab", "talks.txt", said, "2026-11-22", 1))
    assert line.startswith("Novak, Ada; Okoro, Ben: ")
