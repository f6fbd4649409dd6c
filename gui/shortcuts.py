"""Commands and their keys, read from the menus themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar


@dataclass(frozen=True, slots=True)
class Shortcut:
    """A command and its keys; without keys it is the heading of a menu."""

    name: str
    keys: str = ""


def shortcuts_in(bar: QMenuBar) -> list[Shortcut]:
    """Return the commands of every menu that have keys, each menu under its name."""
    found: list[Shortcut] = []
    seen: set[QAction] = set()
    for heading in bar.actions():
        rows = []
        for action in _commands(heading):
            if action not in seen and action.shortcuts():
                seen.add(action)
                rows.append(Shortcut(_name(action), _keys(action)))
        if rows:
            found += [Shortcut(_plain(heading.text())), *rows]
    return found


def _commands(action: QAction) -> Iterator[QAction]:
    menu = action.menu()
    if not isinstance(menu, QMenu):
        yield action
        return
    for inner in menu.actions():
        yield from _commands(inner)


def _keys(action: QAction) -> str:
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


def _name(action: QAction) -> str:
    """Return what a command does whatever it would be done to just now."""
    names = {
        QKeySequence.StandardKey.Undo: QCoreApplication.translate("ShortcutsDialog", "Undo"),
        QKeySequence.StandardKey.Redo: QCoreApplication.translate("ShortcutsDialog", "Redo"),
    }
    for key, name in names.items():
        if action.shortcut() in QKeySequence.keyBindings(key):
            return name
    return _plain(action.text())


def _plain(text: str) -> str:
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")
