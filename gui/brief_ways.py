"""Where on the page of the brief that is written which a template can need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from gui.brief_page import BriefPage

FIELD = "fields."
"""Begins the name of what stands in a field of the template."""
ELSEWHERE = frozenset({"region", "finding", "lead_finding"})
"""What is chosen on the page of findings."""


def go_to(page: BriefPage, name: str) -> bool:
    """Bring the focus to where something is written; False: not on this page."""
    if name.startswith(FIELD):
        return page.own_fields.focus_on(name.removeprefix(FIELD))
    if name == "judgement":
        page.judgements.add()
        return True
    control = _controls(page).get(name)
    if control is not None:
        control.setFocus(Qt.FocusReason.OtherFocusReason)
    return control is not None


def _controls(page: BriefPage) -> dict[str, QWidget]:
    head, opening, closing = page.head, page.opening, page.closing
    return {
        "title": head.title,
        "addressee": head.addressee,
        "sender": head.from_whom,
        "through": head.through,
        "copies": head.copies,
        "purpose": head.purpose,
        "reference": head.reference,
        "version": head.version,
        "marking": head.marking,
        "issued": head.issued,
        "bottom_line": opening.bottom_line,
        "recommendation": opening.recommendation,
        "lines_to_take": closing.lines,
        "action": closing.action,
        "enclosures": closing.enclosures,
    }
