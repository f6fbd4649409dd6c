"""A small library for tests of the desk: two reports on borders, with sentences that lean."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from briefing.library import Library
from briefing.model import Block, BriefRequest, Draft, Report
from briefing.pipeline.desk import Desk
from tests.builders import a_block, a_report, a_taxonomy, found_in, original_of

TODAY = date(2026, 11, 21)
FIRE = "Armenia and Azerbaijan exchanged fire along their border."
TRUCE = "They agreed on a truce two days later."
COUNT = "Observers counted forty posts."
ALMATY = "Kazakhstan offered Almaty as the place for talks."
GUARDS = "Armenian guards returned to the bridge in spring."
ENERGY = "Georgia sold power to its neighbours."
REPORT = a_report(f"{FIRE} {TRUCE} {COUNT}", ALMATY)
SECOND = a_report(GUARDS, ENERGY, file_name="guards.txt")
REQUEST = BriefRequest(regions=("AM", "KZ"), themes=("conflict", "diplomacy"), title="Borders")


def add_first(library: Library, report: Report = REPORT, original: bytes | None = None) -> None:
    """Put the first report into a library."""
    findings = [
        found_in(report, FIRE, about=("AM", "AZ"), themes=("conflict",)),
        replace(found_in(report, TRUCE, about=(), themes=("diplomacy",)), needs_context=True),
        found_in(report, COUNT, about=(), themes=("society",)),
        found_in(report, ALMATY, about=("KZ",), themes=("diplomacy",)),
    ]
    library.add(report, findings, original or original_of(report), TODAY)


def add_second(library: Library) -> None:
    """Put the second report into a library."""
    findings = [
        found_in(SECOND, GUARDS, about=("AM",), themes=("conflict",)),
        found_in(SECOND, ENERGY, about=("GE",), themes=("energy",)),
    ]
    library.add(SECOND, findings, original_of(SECOND), TODAY)


def a_desk(library: Library, *folders: Path) -> Desk:
    """Return a desk on a library."""
    return Desk(library, a_taxonomy(), folders=folders, today=lambda: TODAY)


def proposed(desk: Desk, request: BriefRequest = REQUEST) -> Draft:
    """Return a draft with the program's proposal."""
    return desk.view(Draft(request)).draft


def read_anew(*blocks: str | Block) -> Report:
    """Return the first report as another reading of the same file gives it."""
    made = tuple(
        block if isinstance(block, Block) else a_block(block, paragraph=number)
        for number, block in enumerate(blocks, 1)
    )
    return replace(REPORT, blocks=made)
