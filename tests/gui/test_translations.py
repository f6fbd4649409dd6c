"""Words on screen go through ``tr``, and every count among them has its English forms."""

from __future__ import annotations

import ast
import runpy
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from pytestqt.qtbot import QtBot

from briefing import resources
from gui import translating

GUI = Path(__file__).resolve().parent.parent.parent / "gui"
SOURCES = sorted(GUI.rglob("*.py"))
WORDS = resources.assets("translations", "deskbrief_en.ts")
PLURALS = runpy.run_path(str(GUI.parent / "tools" / "english_plurals.py"))
fill, forms = PLURALS["fill"], PLURALS["forms"]

SHOWN = {
    *("QLabel", "QPushButton", "QAction", "QCheckBox", "QRadioButton", "QGroupBox", "QMenu"),
    *("QToolButton", "QCommandLinkButton", "QDockWidget", "QToolBar", "QUndoCommand"),
    *("setText", "setPlainText", "setWindowTitle", "setToolTip", "setStatusTip", "setWhatsThis"),
    *("setPlaceholderText", "setAccessibleName", "setAccessibleDescription", "setTitle"),
    *("setInformativeText", "setDetailedText", "setSuffix", "setPrefix", "setSpecialValueText"),
    *("addMenu", "addAction", "addTab", "addButton", "addRow", "showMessage", "setLabelText"),
}
"""Classes and methods whose words are shown."""


def calls(path: Path) -> Iterator[tuple[ast.Call, str, str]]:
    """Yield each call of a file with the name that is called and the class it stands in."""

    def walk(node: ast.AST, inside: str) -> Iterator[tuple[ast.Call, str, str]]:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.Call):
                function = child.func
                name = function.attr if isinstance(function, ast.Attribute) else ""
                yield child, name or getattr(function, "id", ""), inside
            yield from walk(child, child.name if isinstance(child, ast.ClassDef) else inside)

    yield from walk(ast.parse(path.read_text("utf-8")), "")


def literal(node: ast.AST) -> str:
    """Return the letters that a literal holds; empty for anything that is none."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value if any(letter.isalpha() for letter in node.value) else ""
    if isinstance(node, ast.JoinedStr):
        return "".join(literal(value) for value in node.values)
    return ""


def counted() -> set[tuple[str, str]]:
    """Return context and source of every string with a count."""
    found = set()
    for path in SOURCES:
        for call, name, inside in calls(path):
            words = [literal(argument) for argument in call.args[:2]]
            if name == "tr" and "%n" in words[0]:
                assert len(call.args) == 3, f'{path.name}:{call.lineno}: tr(text, "", n)'
                found.add((inside, words[0]))
            elif name == "translate" and len(words) == 2 and "%n" in words[1]:
                found.add((words[0], words[1]))
    return found


def translated() -> dict[tuple[str, str], list[str]]:
    """Return the forms in the translation file by context and source."""
    forms_of = {}
    for context in ElementTree.parse(WORDS).iter("context"):  # noqa: S314 - our own file
        for message in context.iter("message"):
            key = context.findtext("name", ""), message.findtext("source", "")
            forms_of[key] = [form.text or "" for form in message.iter("numerusform")]
    return forms_of


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(GUI)))
def test_no_words_reach_the_screen_untranslated(path: Path) -> None:
    bare = [
        f"line {call.lineno}: {name}({literal(argument)!r})"
        for call, name, _ in calls(path)
        if name in SHOWN
        for argument in call.args
        if literal(argument)
    ]
    assert not bare, "not inside tr(): " + "; ".join(bare)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(GUI)))
def test_words_are_asked_of_the_class_that_names_them(path: Path) -> None:
    strange = [
        f"line {call.lineno}"
        for call, name, inside in calls(path)
        if name == "tr" and isinstance(call.func, ast.Attribute)
        if not inside or getattr(call.func.value, "id", "") != "self"
    ]
    assert not strange, f"{strange}: outside a class use QCoreApplication.translate"


def test_every_count_has_its_english_forms() -> None:
    known = translated()
    assert counted() == set(known), "run tools/translations"
    for (_, source), two in known.items():
        assert len(two) == 2, source
        assert all(two), source
        assert not any("(s)" in form or "/" in form for form in two if "/" not in source), source


def test_window_loads_the_forms_that_were_written() -> None:
    translator = QTranslator()
    assert translator.load(str(WORDS.with_suffix(".qm")))
    for (context, source), (one, many) in translated().items():
        assert translator.translate(context, source, None, 1) == one, "run tools/translations"
        assert translator.translate(context, source, None, 2) == many, "run tools/translations"


def test_installed_forms_are_shown(qtbot: QtBot) -> None:
    app = QCoreApplication.instance()
    assert app is not None
    assert translating.install(app, QLocale("de_DE")) == ("deskbrief_en",)  # no half German window
    shown = [
        QCoreApplication.translate("WrittenPane", "%n file(s) written", None, number)
        for number in (0, 1, 2)
    ]
    assert shown == ["0 files written", "1 file written", "2 files written"]


@pytest.mark.parametrize(
    ("source", "one", "many"),
    [
        ("%n finding(s) in %1", "%n finding in %1", "%n findings in %1"),
        ("%n pass(es)", "%n pass", "%n passes"),
        ("%n countr(y/ies)", "%n country", "%n countries"),
        ("%n report(s) (is/are) there", "%n report is there", "%n reports are there"),
        ("%n found", "%n found", "%n found"),
    ],
)
def test_regular_forms_follow_from_the_source(source: str, one: str, many: str) -> None:
    assert forms(source) == (one, many)


def test_forms_written_by_hand_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "words.ts"
    path.write_text(
        '<TS><context><name>A</name><message numerus="yes"><source>%n x(s)</source><translation>'
        "<numerusform>one x</numerusform><numerusform>%n xs</numerusform></translation></message>"
        '<message numerus="yes"><source>%n y(s)</source><translation type="unfinished">'
        "<numerusform></numerusform><numerusform></numerusform></translation></message>"
        "</context></TS>",
        "utf-8",
    )
    assert fill(path) == 1
    written = path.read_text("utf-8")
    assert "one x" in written
    assert "<numerusform>%n y</numerusform>" in written
