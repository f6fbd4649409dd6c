"""What the keyboard does everywhere in the window: Return presses, Tab goes on in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget


def press(event: QKeyEvent, focus: QWidget | None) -> bool:
    """Press the button that has the focus, as Space does, if the key is Return or Enter.

    Asked with keys that nothing else has used. Return whether a button was pressed.
    """
    if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or event.isAutoRepeat():
        return False
    if not isinstance(focus, QPushButton | QToolButton) or not focus.isEnabled():
        return False
    if isinstance(focus, QToolButton) and _is_menu(focus):
        focus.showMenu()
    else:
        focus.click()
    return True


def is_escape(event: QKeyEvent) -> bool:
    """Return whether a key is Escape alone."""
    return event.key() == Qt.Key.Key_Escape and not event.modifiers()


def tab_through(*parts: QWidget) -> None:
    """Let Tab go through these parts of the window, one after another.

    Within each of them the order stays as it is.
    """
    stops = [stop for part in parts for stop in stops_of(part)]
    for first, second in pairwise(stops):
        QWidget.setTabOrder(first, second)


def stops_of(part: QWidget) -> Iterator[QWidget]:
    """Yield what Tab stops at within a part, in the order in force, seen or not."""
    chain = _chain(part.window())
    if part in chain:
        begin = chain.index(part)
        chain = chain[begin:] + chain[:begin]
    yield from (one for one in chain if _is_stop(one) and (one is part or part.isAncestorOf(one)))


def _chain(window: QWidget) -> list[QWidget]:
    """Return what is in a window, itself first, in the order of the focus.

    PySide takes what ``nextInFocusChain`` returns for a child of the widget that was asked, and
    holds it for gone when that one goes. So the last is never asked: the window would be its child.
    The others are given back to the parents that they have.
    """
    chain, last = [window], window.previousInFocusChain()
    while chain[-1] is not last and (following := chain[-1].nextInFocusChain()):
        chain.append(following)
    for parent in {one.parentWidget() for one in chain[1:]}:
        if parent is not None:
            parent.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return chain


def _is_stop(widget: QWidget) -> bool:
    by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_tab and widget.focusProxy() is None


def _is_menu(button: QToolButton) -> bool:
    instant = button.popupMode() is QToolButton.ToolButtonPopupMode.InstantPopup
    return instant and button.menu() is not None
