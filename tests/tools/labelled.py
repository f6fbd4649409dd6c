"""Labelled and found sentences for tests, with little to write."""

from __future__ import annotations

from evaluation.labels import Found, Labelled, Tags, labelled


def label(
    text: str,
    *,
    about: str = "",
    themes: str = "",
    mentions: str | None = None,
    finding: int = 2,
    kind: str = "body",
    needs_context: bool = False,
    disputed: dict[str, list[str]] | None = None,
) -> Labelled:
    """Return a labelled sentence; tags are words with blanks between, mentions as ``about``."""
    return labelled({
        "id": text,
        "source": "report.txt",
        "text": text,
        "kind": kind,
        "mentions": (about if mentions is None else mentions).split(),
        "about": about.split(),
        "themes": themes.split(),
        "finding": finding,
        "needs_context": needs_context,
        "disputed": disputed or {},
    })  # fmt: skip


def found(
    text: str,
    *,
    about: str = "",
    themes: str = "",
    mentions: str | None = None,
    strength: float = 1.0,
    kind: str = "body",
    needs_context: bool = False,
) -> Found:
    """Return a sentence as the program might find it."""
    named = frozenset((about if mentions is None else mentions).split())
    tags = Tags(named, frozenset(about.split()), frozenset(themes.split()))
    return Found(text, kind, tags, strength, needs_context)
