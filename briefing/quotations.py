"""Quotations made of passages: the words with what stands around them."""

from __future__ import annotations

from briefing.model import Quotation, Report

SURROUNDINGS = 40
"""Characters kept on either side of a quotation."""


def surroundings(text: str, start: int, end: int) -> tuple[str, str]:
    """Return what stands before and after a run of characters in its block."""
    return text[max(0, start - SURROUNDINGS) : start], text[end : end + SURROUNDINGS]


def quotation_at(report: Report, block: int, start: int, end: int) -> Quotation:
    """Return the quotation of a run of characters of one block of a report."""
    text = report.blocks[block].text
    prefix, suffix = surroundings(text, start, end)
    return Quotation(report.sha256, block, start, end, text[start:end], prefix, suffix)
