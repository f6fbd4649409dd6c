"""Words of reports are shown as they are: nothing in them is taken for markup."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import Qt, QTextDocument
from pytestqt.qtbot import QtBot

import gui
from gui.models.report_choice import ReportChoice
from gui.tips import plain_tip
from tests.builders import a_summary

FOLDER = Path(gui.__file__).parent
MODULES = sorted(FOLDER.rglob("*.py"))
TRICKY = "<img src=x> & <b>bold</b>"


def shown(tip: str) -> str:
    """Return what is read in a tooltip, as Qt takes it."""
    if not Qt.mightBeRichText(tip):
        return tip
    document = QTextDocument()
    document.setHtml(tip)
    return document.toPlainText()


@pytest.mark.parametrize("text", [TRICKY, "a.txt", "two\nlines", "a &amp; b", ""])
def test_tooltip_reads_as_the_text_does(text: str) -> None:
    assert shown(plain_tip(text)) == text


def test_tooltip_holds_no_markup_for_a_screen_reader_to_read_and_wraps_all_the_same() -> None:
    long = "Only what is used can be extended, and this finding is not used. " * 4
    assert plain_tip("Zoom out") == "Zoom out"
    lines = plain_tip(long).splitlines()
    assert len(lines) > 3
    assert max(map(len, lines)) < 80
    assert " ".join(lines) == long.strip()


def test_file_name_that_looks_like_markup_is_shown_as_it_is(qtbot: QtBot) -> None:
    report = a_summary(file_name=TRICKY)
    choice = ReportChoice((report,), set())
    assert shown(choice.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)) == TRICKY


def plain(node: ast.expr | None) -> bool:
    """Whether an expression is a text of the program's own, or one that is escaped."""
    if node is None or isinstance(node, ast.Constant):
        return True
    if isinstance(node, ast.IfExp):
        return plain(node.body) and plain(node.orelse)
    if isinstance(node, ast.Lambda):
        return plain(node.body)
    if not isinstance(node, ast.Call):
        return False
    called = node.func
    name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
    return name in ("tr", "translate", "plain_tip")


def names_the_role(node: ast.AST) -> bool:
    return any(getattr(part, "attr", "") == "ToolTipRole" for part in ast.walk(node))


def tips(tree: ast.AST) -> Iterator[ast.expr | None]:
    """Yield every text that becomes a tooltip."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            if node.func.attr == "setToolTip":
                yield node.args[0]
            elif any(getattr(arg, "attr", "") == "ToolTipRole" for arg in node.args):
                yield from (arg for arg in node.args[1:] if not names_the_role(arg))
        elif isinstance(node, ast.If) and names_the_role(node.test):
            yield from (p.value for p in ast.walk(node) if isinstance(p, ast.Return))
        elif isinstance(node, ast.Dict):
            pairs = zip(node.keys, node.values, strict=True)
            yield from (value for key, value in pairs if key is not None and names_the_role(key))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_what_becomes_a_tooltip_is_escaped(path: Path) -> None:
    texts = tips(ast.parse(path.read_text("utf-8")))
    faults = [ast.unparse(text) for text in texts if text is not None and not plain(text)]
    assert not faults, f"{path.name}: wrap in plain_tip: {faults}"
