"""The fields of a report's metadata as text that can be corrected, and back again.

A field's text goes in; the metadata with that field replaced comes out, or a sentence that says
what is wrong with the text.
"""

from __future__ import annotations

import re
from dataclasses import replace
from enum import StrEnum
from functools import cache
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale

from briefing.grading import read_grade
from briefing.model import EMPTIABLE, Metadata, PartialDate

_OF_A_BODY = re.compile(r"\b(?:of|for|on|the|und|für)\b", re.IGNORECASE)
"""Small words that stand in the names of bodies rather than of people."""


class Field(StrEnum):
    """What can be corrected; the values are the names of the metadata's own fields."""

    TITLE = "title"
    AUTHORS = "authors"
    PUBLISHER = "publisher"
    DATE = "date"
    LANGUAGE = "language"
    ADDRESS = "address"
    MARKING = "marking"
    GRADE = "grade"


class FieldError(Exception):
    """A text that the field cannot hold; its words are fit to show."""


def name_of(field: Field) -> str:
    """Return what a field is called on screen."""
    return {
        Field.TITLE: QCoreApplication.translate("Metadata", "Title"),
        Field.AUTHORS: QCoreApplication.translate("Metadata", "Authors"),
        Field.PUBLISHER: QCoreApplication.translate("Metadata", "Publisher"),
        Field.DATE: QCoreApplication.translate("Metadata", "Date"),
        Field.LANGUAGE: QCoreApplication.translate("Metadata", "Language"),
        Field.ADDRESS: QCoreApplication.translate("Metadata", "Address"),
        Field.MARKING: QCoreApplication.translate("Metadata", "Marking"),
        Field.GRADE: QCoreApplication.translate("Metadata", "Grade"),
    }[field]


def text_of(metadata: Metadata, field: Field) -> str:
    """Return a field as one types it: ``Ada Novak; Ben Okoro``, ``2022-09``, ``English``."""
    if field is Field.AUTHORS:
        names = "; ".join(metadata.authors)
        return names if authors_in(names) == metadata.authors else f"{names};"
    if field is Field.DATE:
        return str(metadata.date) if metadata.date else ""
    if field is Field.LANGUAGE:
        return language_name(metadata.language)
    return str(getattr(metadata, field))


def with_text(metadata: Metadata, field: Field, text: str) -> Metadata:
    """Return the metadata with one field as typed; an empty text empties the field for good.

    A title that is emptied is again that of the file.

    Raises:
        FieldError: the text is no date, no language, no address or no grade.
    """
    words = " ".join(text.split())
    if not words and field in EMPTIABLE:
        return metadata.without([field.value])
    metadata = _unemptied(metadata, field)
    if field is Field.AUTHORS:
        return replace(metadata, authors=authors_in(words))
    if field is Field.DATE:
        return replace(metadata, date=_date(words))
    if field is Field.LANGUAGE:
        return replace(metadata, language=_language(words))
    if field is Field.ADDRESS:
        return replace(metadata, address=_address(words))
    if field is Field.MARKING:
        return replace(metadata, marking=words.upper())
    if field is Field.GRADE:
        return replace(metadata, grade=_grade(words))
    return replace(metadata, title=words) if field is Field.TITLE else _publisher(metadata, words)


def as_in_file(metadata: Metadata, field: Field) -> Metadata:
    """Return the metadata with one field as the file has it: nothing is said of it."""
    nothing: dict[str, Any] = {field.value: getattr(Metadata(), field.value)}
    return replace(_unemptied(metadata, field), **nothing)


def _unemptied(metadata: Metadata, field: Field) -> Metadata:
    return replace(metadata, emptied=tuple(n for n in metadata.emptied if n != field.value))


def authors_in(words: str) -> tuple[str, ...]:
    """Return the names in a line: between semicolons; without one, between commas and “and”.

    A comma divides whole names only: ``Novak, Ada`` is one, and so is a body such as
    ``Ministry of Trade and Industry``, which a semicolon behind it keeps together in any case.
    """
    if ";" in words:
        parts = words.split(";")
    elif _OF_A_BODY.search(words):
        parts = [words]
    else:
        parts = re.split(r",?\s+(?:and|&)\s+", words)
        listed = [name for part in parts for name in part.split(",")]
        if all(len(name.split()) > 1 for name in listed):
            parts = listed
    return tuple(name for part in parts if (name := part.strip(" ,")))


def language_name(tag: str) -> str:
    """Return the English name of a language tag, or the tag where it has none."""
    language = QLocale.codeToLanguage(tag.split("-")[0]) if tag else QLocale.Language.AnyLanguage
    known = language not in (QLocale.Language.AnyLanguage, QLocale.Language.C)
    return QLocale.languageToString(language) if known else tag


@cache
def language_names() -> tuple[str, ...]:
    """Return the names of all languages, for completing what is typed."""
    return tuple(sorted(_tags_by_name()[0].values()))


def _publisher(metadata: Metadata, words: str) -> Metadata:
    return replace(metadata, publisher=words)


def _date(words: str) -> PartialDate | None:
    if not words:
        return None
    try:
        return PartialDate.typed(words)
    except ValueError:
        told = QCoreApplication.translate(
            "Metadata", "“{text}” is not a date such as 2022, 2022-09 or 2022-09-13."
        )
        raise FieldError(told.format(text=words)) from None


def _language(words: str) -> str:
    names, tags = _tags_by_name()
    if not words:
        return ""
    if words.casefold() in tags:
        return tags[words.casefold()]
    if words.split("-")[0].lower() in names:
        return words
    told = QCoreApplication.translate(
        "Metadata", "“{text}” is not a language such as English, French or de."
    )
    raise FieldError(told.format(text=words))


def _grade(words: str) -> str:
    try:
        return read_grade(words)
    except ValueError:
        told = QCoreApplication.translate(
            "Metadata", "“{text}” is no grade: a letter A to F and a number 1 to 6, such as B2."
        )
        raise FieldError(told.format(text=words)) from None


def _address(words: str) -> str:
    if not words or (words.startswith(("http://", "https://")) and " " not in words):
        return words
    told = QCoreApplication.translate(
        "Metadata", "A web address begins with https:// or http:// and has no spaces."
    )
    raise FieldError(told)


@cache
def _tags_by_name() -> tuple[dict[str, str], dict[str, str]]:
    """Return the name of each language tag, and the tag of each name in small letters."""
    names = {}
    for language in QLocale.Language:
        tag = QLocale.languageToCode(language)
        if tag and tag != "C":
            names[tag] = QLocale.languageToString(language)
    return names, {name.casefold(): tag for tag, name in names.items()}
