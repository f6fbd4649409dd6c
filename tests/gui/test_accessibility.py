"""The whole window without a mouse and by ear: names, tab order, letters and keys."""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from gui import pages
from gui.accessible import introduce
from gui.wiring import Wiring

PAGES = (pages.WELCOME, pages.REPORTS, pages.FINDINGS, pages.BRIEF)
MOST_TABS = 200


def stops(window: QWidget, policy: Qt.FocusPolicy) -> list[QWidget]:
    """Return what takes the focus in a window, as it is shown now.

    The line within a combo box or a spin box leaves it to the box.
    """
    children = (child for child in window.findChildren(QWidget) if child.isVisibleTo(window))
    takers = (one for one in children if one.focusPolicy() & policy and one.window() is window)
    return [one for one in takers if one.focusProxy() is None]


def name_of(widget: QWidget) -> str:
    """Return what a screen reader says of a control."""
    told = QAccessible.queryAccessibleInterface(widget)
    return str(told.text(QAccessible.Text.Name)) if told else ""


def told(widget: QWidget) -> str:
    return f"{type(widget).__name__} “{name_of(widget)}” in {type(widget.parent()).__name__}"


@pytest.mark.parametrize("page", PAGES)
def test_everything_that_takes_the_focus_has_a_name(whole: Wiring, page: str) -> None:
    whole.pages.go(page)
    nameless = [w for w in stops(whole.window, Qt.FocusPolicy.StrongFocus) if not name_of(w)]
    assert not [told(widget) for widget in nameless]


@pytest.mark.parametrize("page", PAGES)
def test_tab_leads_to_everything_once_and_back_to_where_one_began(
    qtbot: QtBot, whole: Wiring, page: str
) -> None:
    window = whole.window
    whole.pages.go(page)
    qtbot.waitUntil(lambda: window.focusWidget() is not None)
    seen: list[QWidget] = []
    while (here := window.focusWidget()) is not None and here not in seen:
        seen.append(here)
        assert len(seen) < MOST_TABS
        QTest.keyClick(here, Qt.Key.Key_Tab)
    wanted = [one for one in stops(window, Qt.FocusPolicy.TabFocus) if one.isEnabled()]
    missed = [told(one) for one in wanted if one not in seen]
    assert not missed
    assert here is seen[0], f"Tab goes round from {told(seen[-1])} to {here and told(here)}"


def letters(window: QWidget) -> Iterator[tuple[str, str]]:
    """Yield each letter that works with Alt on what is shown, and what it belongs to."""
    for child in window.findChildren(QWidget):
        if not child.isVisibleTo(window) or child.window() is not window:
            continue
        yield from letter_of(child)


def letter_of(widget: QWidget) -> Iterator[tuple[str, str]]:
    """Yield the letter that works with Alt on a label or button, if there is one, and its text."""
    is_label = isinstance(widget, QLabel) and widget.buddy() is not None
    if is_label or isinstance(widget, QAbstractButton):
        text = widget.text()  # type: ignore[attr-defined]
        key = QKeySequence.mnemonic(text).toString()
        if key:
            yield key, text


def doubles(pairs: Iterator[tuple[str, str]]) -> dict[str, list[str]]:
    """Return what has the same letter or key as something else."""
    by_key: dict[str, list[str]] = defaultdict(list)
    for key, text in pairs:
        by_key[key].append(text)
    return {key: texts for key, texts in by_key.items() if len(texts) > 1}


@pytest.mark.parametrize("page", PAGES)
def test_no_letter_stands_for_two_things_on_a_page(whole: Wiring, page: str) -> None:
    whole.pages.go(page)
    bar = whole.window.menuBar().actions()

    def all_letters() -> Iterator[tuple[str, str]]:
        yield from letters(whole.window)
        yield from ((QKeySequence.mnemonic(a.text()).toString(), a.text()) for a in bar)

    assert not doubles(all_letters())


def test_no_letter_of_a_page_is_that_of_a_menu_whatever_is_shown_of_it(whole: Wiring) -> None:
    """Also what stands behind something else now: reviews, empty pages, the reader."""
    bar = whole.window.menuBar().actions()
    taken = {QKeySequence.mnemonic(a.text()).toString(): a.text() for a in bar}
    parts = [part for part in whole.window.findChildren(QWidget) if part.window() is whole.window]
    mine = [(letter, text) for part in parts for letter, text in letter_of(part)]
    assert any(text == "&On to Findings" for _, text in mine)
    assert not [(text, taken[letter]) for letter, text in mine if letter in taken]


def test_no_letter_stands_for_two_commands_of_a_menu(whole: Wiring) -> None:
    for menu in whole.window.findChildren(QMenu):
        shown = [action for action in menu.actions() if not action.isSeparator()]
        keys = ((QKeySequence.mnemonic(a.text()).toString(), a.text()) for a in shown)
        assert not doubles(pair for pair in keys if pair[0]), menu.title()


def reach(action: QAction) -> list[QWidget]:
    """Return the widgets at which a command's keys work."""
    widgets = [one for one in action.associatedObjects() if isinstance(one, QWidget)]
    if action.shortcutContext() is Qt.ShortcutContext.WidgetShortcut:
        return widgets
    if action.shortcutContext() is Qt.ShortcutContext.WidgetWithChildrenShortcut:
        return [part for one in widgets for part in (one, *one.findChildren(QWidget))]
    return [part for one in widgets[:1] for part in one.window().findChildren(QWidget)]


def test_no_key_is_claimed_by_two_commands_in_one_place(whole: Wiring) -> None:
    claims: dict[tuple[str, QWidget], set[str]] = defaultdict(set)
    for action in whole.window.findChildren(QAction):
        places = reach(action) if action.shortcuts() else []
        for key in action.shortcuts():
            for place in places:
                claims[key.toString(), place].add(action.text())
    clashes = {(key, *sorted(texts)) for (key, _), texts in claims.items() if len(texts) > 1}
    assert not clashes


def test_a_screen_reader_takes_map_and_charts_for_pictures_with_their_names(whole: Wiring) -> None:
    introduce()
    view = whole.pages.scope.map.view
    view.go_to("")
    for _ in range(2):  # asked again, it is the one that was made
        known = QAccessible.queryAccessibleInterface(view)
        assert known.role() is QAccessible.Role.Graphic
        assert known.text(QAccessible.Text.Name) == "Map of regions"
        gc.collect()
    button = QAccessible.queryAccessibleInterface(whole.pages.scope.map.buttons[0])
    assert button.role() is QAccessible.Role.Button
