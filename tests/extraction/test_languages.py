"""Names, ends of sentences, context and dates in French, Spanish, German and Russian."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from briefing.errors import BriefingError
from briefing.extraction.languages.shelf import RULES, Languages
from briefing.extraction.sentences import sentences
from briefing.model import Block, BlockKind, Metadata, Report
from briefing.resources import assets
from briefing.tongues import READ, language_of_passage
from tests.extraction.reading import read


def _report(text: str, language: str) -> Report:
    block = Block(BlockKind.PARAGRAPH, text, paragraph=1)
    return Report("0" * 64, "report.txt", "text", Metadata(language=language), (block,))


def _cut(text: str, language: str) -> list[str]:
    return [one.text for one in sentences(_report(text, language))]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Selon M. Dupont et Mme Durand, le port, le rail, etc. seront rénovés."),
        ("fr", "« Nous attendons », a dit le ministre avant de partir."),
        ("es", "El Sr. Pérez firmó, p. ej., el acuerdo núm. 12 con EE. UU. en marzo."),
        ("de", "Am 3. Oktober trafen sich z. B. die Minister bzw. ihre Vertreter."),
        ("de", "Im 2. Quartal stiegen die Ausgaben auf ca. 3 Mrd. Euro."),
        ("ru", "В 2023 г. Россия, т. е. ее правительство, выделила 3 млрд. рублей."),
        ("ru", "Встреча прошла в г. Минске с участием г-на Иванова и др. дипломатов."),
    ],
)
def test_an_abbreviation_ends_no_sentence(language: str, text: str) -> None:
    assert _cut(text, language) == [text]


@pytest.mark.parametrize(
    ("language", "parts"),
    [
        ("fr", ["Le texte est adopté.", "« Enfin ! »", "Les députés applaudissent."]),
        ("es", ["¿Quién firmó el acuerdo?", "¡Nadie!", "La cumbre fracasó."]),
        ("de", ["Der Anteil lag bei 12.", "Die Regierung schwieg.", "„Warum?“, fragte er."]),
        ("ru", ["Это произошло в конце 2022 г.", "Однако переговоры продолжались."]),
    ],
)
def test_a_sentence_ends_where_the_next_begins(language: str, parts: list[str]) -> None:
    assert "".join(_cut(" ".join(parts), language)[-1:]) == parts[-1]
    assert _cut(" ".join(parts), language)[0] == parts[0]


@pytest.mark.parametrize(
    ("language", "text", "regions"),
    [
        ("fr", "Les diplomates sud-africaines et les forces tchadiennes", {"ZA", "TD"}),
        ("fr", "la frontière russo-ukrainienne et l'OTSC", {"RU", "UA", "csto"}),
        ("es", "las tropas marroquíes, los diputados alemanes y la OTAN", {"MA", "DE", "nato"}),
        ("de", "mit russischen Soldaten, den Ukrainern und der OSZE", {"RU", "UA", "osce"}),
        ("de", "der US-Präsident und die Vereinten Nationen", {"US", "un"}),
        ("ru", "в Саудовской Аравии, с Турцией и без Казахстана", {"SA", "TR", "KZ"}),
        ("ru", "российско-китайское заявление с участием украинцев", {"RU", "CN", "UA"}),
        ("ru", "между ОДКБ, ЕАЭС и странами Южного Кавказа", {"csto", "eaeu", "south-caucasus"}),
    ],
)
def test_names_are_found_in_their_inflections(language: str, text: str, regions: set[str]) -> None:
    assert set(read(text, language=language)[-1].mentions) == regions


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "UN ACCORD EST TROUVÉ À NICE, COMME LE DIT LE TEXTE."),
        ("de", "Man sprach beim Essen auf Russisch."),
        ("es", "El discurso se pronunció en español este mes de mayo."),
    ],
)
def test_words_that_only_look_like_names_name_nothing(language: str, text: str) -> None:
    assert read(text, language=language)[-1].mentions == ()


@pytest.mark.parametrize(
    ("language", "text", "dates"),
    [
        ("fr", "Signé le 1er mars 2021, le traité vaut depuis 2022.", ["2021-03-01", "2022"]),
        ("es", "El 12 de mayo de 2020 y en 2023 se reunieron.", ["2020-05-12", "2023"]),
        ("de", "Am 3. Oktober 2019 und im Jahr 2021 tagte er.", ["2019-10-03", "2021"]),
        ("ru", "Договор подписан 5 июля 2018 года и изменен в 2021 г.", ["2018-07-05", "2021"]),
        (
            "fr",
            "De janvier à mars 2022, puis du 3 au 5 mai 2022.",
            ["2022-01", "2022-03", "2022-05-03", "2022-05-05"],
        ),
        ("es", "Del 30 de diciembre al 2 de enero de 2023.", ["2022-12-30", "2023-01-02"]),
        ("de", "Vom 3. bis 5. März 2022 tagte er.", ["2022-03-03", "2022-03-05"]),
        ("ru", "Перемирие подписано в ноябре 2020 года.", ["2020-11"]),
        ("fr", "Le village compte 2000 habitants et 1950 maisons.", []),
    ],
)
def test_dates_are_read(language: str, text: str, dates: list[str]) -> None:
    known = Languages().of(language)
    assert known is not None
    assert [str(spoken.date) for spoken in known.dates.dates_in(text)] == dates


def test_a_paragraph_in_another_language_is_read_in_its_own() -> None:
    french = (
        "Les troupes russes ont quitté la base que le pays leur avait prêtée depuis des années."
    )
    (sentence,) = sentences(_report(french, "en"))
    assert sentence.language == "fr"
    assert language_of_passage("Accord signé.", "en") == "en"
    assert language_of_passage(french, "ar") == "ar"


def test_every_language_with_tables_is_told_by_its_small_words() -> None:
    assert {"en", *RULES} == READ
    assert {folder.name for folder in assets("taxonomy").iterdir() if folder.is_dir()} == {*RULES}


def test_nothing_is_read_of_a_language_before_a_report_needs_it(tmp_path: Path) -> None:
    languages = Languages(tmp_path)
    assert languages.of("en-GB") is None
    assert languages.of("ar") is None
    with pytest.raises(BriefingError):
        languages.of("fr")


@pytest.mark.parametrize(
    ("table", "old", "new", "said"),
    [
        ("names.toml", 'RU = ["russe"]', 'ZZ = ["russe"]', "'ZZ' is no region"),
        ("names.toml", 'RU = ["russe"]', 'RU = "russe"', "no list of names"),
        ("names.toml", "[metonyms]", "[nicknames]", "no sort of names"),
        ("themes.toml", 'id = "energy"', 'id = "weather"', "'weather' is no theme"),
        ("cues.toml", "connectives =", "connective =", "'connective' is no list of words"),
    ],
)
def test_a_mistake_in_a_table_is_told_with_file_and_line(
    tmp_path: Path, table: str, old: str, new: str, said: str
) -> None:
    folder = tmp_path / "taxonomy"
    shutil.copytree(assets("taxonomy"), folder)
    path = folder / "fr" / table
    text = path.read_text(encoding="utf-8").replace(old, new, 1)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BriefingError) as caught:
        Languages(folder).of("fr")
    line = text[: text.index(new)].count("\n") + 1
    assert f"fr/{table}, line {line}" in str(caught.value)
    assert said in str(caught.value)


def test_a_passage_whose_words_no_break_spaces_part_is_told_by_all_of_its_words() -> None:
    french = "Le gouvernement de la République et les partis du pays ont signé un accord".split()
    quoted = "the of and to in".split()
    passage = "\u00a0".join(french * 3) + " " + " ".join(quoted)
    assert language_of_passage(passage, "en") == "fr"
