"""Requests as TOML files: what the officer asks, in a form one can write by hand.

Keys are the fields of ``BriefRequest``; ``assets/samples/request.toml`` shows them in use.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from pathlib import Path
from typing import Any

import msgspec

from briefing.errors import RequestError, reason
from briefing.files import read_toml
from briefing.model import BriefRequest, Judgement
from briefing.suggesting import suggest

_REQUEST_KEYS = tuple(field.name for field in fields(BriefRequest))
_JUDGEMENT_KEYS = tuple(field.name for field in fields(Judgement))


def load_request(path: Path) -> BriefRequest:
    """Return the request that a TOML file holds.

    Raises:
        RequestError: no such file, not TOML, an unknown key, or a value of the wrong kind.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        why = reason(error) if isinstance(error, OSError) else "it is not UTF-8 text"
        raise RequestError(
            f"The request {path} cannot be read: {why}.",
            "Give the path of a text file in TOML.",
        ) from error
    return parse_request(text, path.name)


def parse_request(text: str, name: str = "request") -> BriefRequest:
    """Return the request written in TOML; ``name`` is used in messages.

    Raises:
        RequestError: not TOML, an unknown key, or a value of the wrong kind.
    """
    try:
        values = read_toml(text)
    except ValueError as error:
        raise RequestError(f"{name} is not valid TOML: {error}.") from error
    _refuse_unknown(values, _REQUEST_KEYS, name)
    for judgement in _tables(values.get("judgements")):
        _refuse_unknown(judgement, _JUDGEMENT_KEYS, f"{name}, a judgement")
    try:
        return msgspec.convert(values, BriefRequest, strict=True)
    except msgspec.ValidationError as error:
        raise RequestError(f"{name} has a value of the wrong kind: {error}.") from error


def _tables(value: object) -> list[dict[str, Any]]:
    items = value if isinstance(value, list) else []
    return [item for item in items if isinstance(item, dict)]


def _refuse_unknown(values: Iterable[str], known: tuple[str, ...], where: str) -> None:
    for key in values:
        if key not in known:
            raise RequestError(f"{where}: there is no key {key!r}.", suggest(key, known))
