"""Short codes of findings, made of their passages and distinct within a document."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace

from briefing.model import ChartData, Passage
from briefing.quotations import full_code, short_code

_LENGTH = len("f-") + 4
"""Of a short code."""


def codes_for(passages: Iterable[Passage]) -> dict[Passage, str]:
    """Return a code for each passage; where short ones would be equal, the later is longer."""
    codes: dict[Passage, str] = {}
    used: set[str] = set()
    for passage in passages:
        if passage not in codes:
            code = short_code(passage)
            codes[passage] = code if code not in used else _longer(passage, used)
            used.add(codes[passage])
    return codes


def _longer(passage: Passage, used: Container[str]) -> str:
    return next(code for code in _beginnings(full_code(passage)) if code not in used)


def with_printed_codes(
    charts: Iterable[ChartData], printed: Mapping[Passage, str]
) -> tuple[ChartData, ...]:
    """Return charts whose points name findings as the document does, those it does not print too.

    ``printed`` holds the codes of those it does; ``charts`` have whole ones.
    """
    short = {full_code(passage): code for passage, code in printed.items()}
    used = set(short.values())

    def shortened(full: str) -> str:
        if full not in short:
            short[full] = next(code for code in _beginnings(full) if code not in used)
            used.add(short[full])
        return short[full]

    return tuple(
        replace(
            data,
            points=tuple(
                replace(point, codes=tuple(map(shortened, point.codes))) for point in data.points
            ),
        )
        for data in charts
    )


def _beginnings(full: str) -> Iterator[str]:
    return (full[:length] for length in range(_LENGTH, len(full) + 1))
