"""Lays the officer's own table over the shipped one, row by row."""

from __future__ import annotations

from typing import Any

from briefing.taxonomy.schema import STRENGTHS
from briefing.taxonomy.values import tables_of

_REPLACED = frozenset({"members"})
"""Lists that the officer's own take the place of; of all others they are added to."""


def laid_over(shipped: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """Return the shipped table with the officer's own laid over; neither is changed.

    A row with the same id keeps what the own one does not say. Names and terms are added to those
    that are there, and taken away where they stood for something else before: a name under another
    row, a term of the same theme with another weight. Members of a region are replaced.
    """
    taken = {(key, text) for row in own.values() for key, text in _names(row)}
    rows = {id_: _without(row, taken) for id_, row in shipped.items()}
    for id_, row in own.items():
        rows[id_] = _laid(rows.get(id_), row)
    return rows


def _names(row: Any) -> set[tuple[str, str]]:
    """Return the names that a row of names has, by kind of name."""
    if not isinstance(row, dict):
        return set()
    lists = {key: value for key, value in row.items() if isinstance(value, list)}
    return {
        (key, text)
        for key, texts in lists.items()
        if key not in _NO_NAMES
        for text in texts
        if isinstance(text, str)
    }


_NO_NAMES = frozenset({"members", "names_too"})


def _without(row: Any, taken: set[tuple[str, str]]) -> Any:
    """Return a shipped row without names that the officer gives to another, or to this one."""
    if not isinstance(row, dict) or not taken:
        return row
    return {
        key: [text for text in value if not isinstance(text, str) or (key, text) not in taken]
        if isinstance(value, list) and key not in _NO_NAMES
        else value
        for key, value in row.items()
    }


def _laid(shipped: Any, own: Any) -> Any:
    if isinstance(shipped, list) and isinstance(own, list):
        if tables_of(own) and "id" in own[0]:
            return _by_id(tables_of(shipped), tables_of(own))
        return [*own, *(one for one in shipped if one not in own)]
    if not isinstance(shipped, dict) or not isinstance(own, dict):
        return own
    return {
        key: own[key]
        if key in _REPLACED and key in own
        else _laid(shipped.get(key), own[key])
        if key in own
        else shipped[key]
        for key in {**shipped, **own}
    }


def _by_id(shipped: list[dict[str, Any]], own: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the themes, those with the same id laid over each other."""
    themes = {theme["id"]: theme for theme in shipped}
    for theme in own:
        weighed = {(key, term) for s in STRENGTHS for term in theme.get(s, ()) for key in STRENGTHS}
        before = _without(themes.get(theme["id"], {}), weighed)
        themes[theme["id"]] = _laid(before, theme)
    return list(themes.values())
