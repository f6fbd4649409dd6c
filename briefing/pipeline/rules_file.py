"""Rules of the officer's as a TOML file, to be handed on to a desk.

Each rule is a table: a term, what it means or does not mean, and where it holds if not everywhere:

    [[rules]]
    term = "Contact Group"
    add_theme = "diplomacy"

    [[rules]]
    term = "Georgia"
    remove_region = "GE"
    publisher = "Institute for Frontier Studies"

``report`` limits a rule to one report, named by the SHA-256 of its file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NoReturn

from briefing.errors import RequestError, reason
from briefing.files import read_toml, write_atomically, write_toml
from briefing.importers.local_file import read_regular_file
from briefing.model import Facet, TagRule, Taxonomy
from briefing.pipeline.ruling import checked
from briefing.suggesting import suggest

_SAYS = {
    "add_region": (Facet.ABOUT, True),
    "remove_region": (Facet.ABOUT, False),
    "add_theme": (Facet.THEME, True),
    "remove_theme": (Facet.THEME, False),
}
_LARGEST = 4 * 1024 * 1024
_KEYS = ("term", *_SAYS, "publisher", "report")
_FORM = 'Write [[rules]], and under it term = "Contact Group", add_theme = "diplomacy".'
_HEAD = re.compile(r"\s*\[\[\s*[\"']?rules[\"']?\s*\]\]")
_SHA256 = re.compile(r"[0-9a-f]{64}")


def save_rules(rules: Iterable[TagRule], path: Path) -> None:
    """Write rules to a file.

    Raises:
        ExportError: it cannot be written.
    """
    tables = [_table(rule) for rule in rules]
    write_atomically(path, write_toml({"rules": tables} if tables else {}).encode())


def load_rules(path: Path, taxonomy: Taxonomy) -> tuple[TagRule, ...]:
    """Return the rules that a file holds.

    Raises:
        RequestError: it cannot be read, or a rule has a mistake; the message names file and line.
        ImportFailure: it is no file, or larger than rules can be.
    """
    try:
        text = read_regular_file(path, _LARGEST).decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        why = reason(error) if isinstance(error, OSError) else "it is not UTF-8 text"
        raise RequestError(f"The rules {path} cannot be read: {why}.") from error
    return _Reader(path.name, text, taxonomy).rules()


class _Reader:
    """Reads one file, and knows the lines on which its rules stand."""

    def __init__(self, name: str, text: str, taxonomy: Taxonomy) -> None:
        self._name, self._text, self._taxonomy = name, text, taxonomy
        self._lines = text.splitlines()
        self._heads = [n for n, line in enumerate(self._lines) if _HEAD.match(line)]

    def rules(self) -> tuple[TagRule, ...]:
        try:
            values = read_toml(self._text)
        except ValueError as error:
            raise RequestError(f"{self._name} is not valid TOML: {error}.", _FORM) from error
        for key in values:
            if key != "rules":
                self._refuse(-1, key, f"there is no key {key!r}")
        tables = values.get("rules", [])
        if not isinstance(tables, list) or not all(isinstance(one, dict) for one in tables):
            self._refuse(-1, "rules", "rules are tables")
        return tuple(rule for n, table in enumerate(tables) for rule in self._rules(n, table))

    def _rules(self, n: int, table: Mapping[str, object]) -> Iterator[TagRule]:
        self._check(n, table)
        said = [key for key in _SAYS if key in table]
        if not said:
            self._refuse(n, "term", f"it says nothing: give one of {', '.join(_SAYS)}")
        for key in said:
            facet, adds = _SAYS[key]
            rule = TagRule(
                str(table["term"]),
                facet,
                str(table[key]),
                adds,
                str(table.get("report", "")),
                str(table.get("publisher", "")),
            )
            try:
                yield from checked([rule], self._taxonomy)
            except RequestError as error:
                at = "term" if "term" in error.message else key
                self._refuse(n, at, error.message.rstrip("."), error.hint)

    def _check(self, n: int, table: Mapping[str, object]) -> None:
        for key, value in table.items():
            if key not in _KEYS:
                self._refuse(n, key, f"there is no key {key!r}", suggest(key, _KEYS))
            if not isinstance(value, str):
                self._refuse(n, key, f"{key} must be a text in quotation marks")
        if "term" not in table:
            self._refuse(n, "", "a rule has no term")
        report = str(table.get("report", ""))
        if report and not _SHA256.fullmatch(report):
            self._refuse(n, "report", "report must be the SHA-256 of a file, 64 characters")

    def _refuse(self, n: int, key: str, what: str, hint: str = "") -> NoReturn:
        """Raise the error for a mistake at a key of the ``n``th rule; -1: before all rules."""
        first = self._heads[n] if 0 <= n < len(self._heads) else 0
        pattern = re.compile(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=") if key else None
        lines = range(first, len(self._lines))
        at = next((i for i in lines if pattern and pattern.match(self._lines[i])), first)
        raise RequestError(f"{self._name}, line {at + 1}: {what}.", hint or _FORM)


def _table(rule: TagRule) -> dict[str, str]:
    says = next(key for key, said in _SAYS.items() if said == (rule.facet, rule.adds))
    limits = {"publisher": rule.publisher, "report": rule.report}
    return {
        "term": rule.term,
        says: rule.tag,
        **{key: value for key, value in limits.items() if value},
    }
