"""The options with which commands say what a report does not say of itself."""

from __future__ import annotations

from typing import Any

import click

from briefing.errors import RequestError
from briefing.grading import read_grade
from briefing.model import Metadata, PartialDate

_OPTIONS = (
    click.option("--title", default="", help="Title, where the file does not give it."),
    click.option("--author", "authors", multiple=True, help="Author; may be given several times."),
    click.option("--publisher", default="", help="Publisher."),
    click.option("--date", "day", default="", help="Date: 2022, 2022-09 or 2022-09-13."),
    click.option("--address", default="", help="Web address."),
    click.option("--language", default="", help="Language, such as en."),
    click.option("--marking", default="", help="Protective marking, such as NATO RESTRICTED."),
    click.option("--grade", default="", help="Reliability A–F and credibility 1–6, such as B2."),
)


def metadata_options(command: Any) -> Any:  # click's decorators are not typed more closely
    """Add the options to a command; ``metadata_of`` reads what they give."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def metadata_of(
    title: str,
    authors: tuple[str, ...],
    publisher: str,
    day: str,
    address: str,
    language: str,
    marking: str,
    grade: str,
) -> Metadata:
    """Return what the options say.

    Raises:
        RequestError: the date is none, or the grade.
    """
    return Metadata(
        title,
        authors,
        publisher,
        _date(day),
        language,
        address,
        marking=" ".join(marking.split()),
        grade=_grade(grade),
    )


def _grade(text: str) -> str:
    try:
        return read_grade(text)
    except ValueError as error:
        raise RequestError(f"--grade: {error}.") from error


def _date(text: str) -> PartialDate | None:
    try:
        return PartialDate.typed(text) if text else None
    except ValueError as error:
        raise RequestError(f"--date: {error}.") from error
