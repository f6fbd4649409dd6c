"""What the program is, in which version, and whose work is in it under which licence."""

from __future__ import annotations

import platform
from dataclasses import dataclass
from importlib import metadata

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from briefing import PROGRAM, __version__, resources
from gui.shipped import SHIPPED
from gui.widgets.labels import headline, plain


@dataclass(frozen=True, slots=True)
class Component:
    """Something made by others that the program needs."""

    name: str
    version: str
    licence: str


def components() -> list[Component]:
    """Return what is installed of what the program needs, each with its licence."""
    found = []
    for name in SHIPPED:
        try:
            about = metadata.metadata(name)
        except metadata.PackageNotFoundError:
            continue
        found.append(Component(about["Name"], about["Version"], _licence(name)))
    return found


class AboutDialog(QDialog):
    """Version and licences; the text can be copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About %1").replace("%1", PROGRAM))
        column = QVBoxLayout(self)
        column.setSpacing(self.fontMetrics().lineSpacing() // 2)
        column.addWidget(self._name())
        column.addWidget(self._promise())
        column.addWidget(self._licences(), 1)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close: QPushButton = box.button(QDialogButtonBox.StandardButton.Close)
        close.setDefault(True)
        box.rejected.connect(self.reject)
        column.addWidget(box)

    def _name(self) -> QLabel:
        label = headline(f"{PROGRAM} {__version__}", 1.6)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _promise(self) -> QLabel:
        label = plain(
            self.tr(
                "From a folder of policy reports to a finished briefing, every sentence traceable. "
                "The program opens no network connection: what you import stays on this computer."
            )
        )
        label.setWordWrap(True)
        return label

    def _licences(self) -> QPlainTextEdit:
        text = QPlainTextEdit(licences_text())
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setAccessibleName(self.tr("Licences"))
        letter = text.fontMetrics()
        text.setMinimumSize(letter.averageCharWidth() * 84, letter.lineSpacing() * 18)
        return text


def licences_text() -> str:
    """Return the notice of the program, and a line for each of the libraries it needs."""
    notice = resources.assets().parent.joinpath("NOTICE").read_text("utf-8")
    lines = [f"- {part.name} {part.version}: {part.licence}" for part in components()]
    python = f"- Python {platform.python_version()}: Python Software Foundation License"
    qt = f"- Qt {qVersion()}: GNU Lesser General Public License 3"
    return "\n".join((_unwrapped(notice), "", "Libraries:", "", python, qt, *lines))


def _unwrapped(text: str) -> str:
    """Return a text whose paragraphs are one line each, for a field that wraps by itself."""
    paragraphs: list[str] = []
    for line in text.strip().splitlines():
        begins = not line or line.startswith("- ") or not paragraphs or not paragraphs[-1]
        if begins:
            paragraphs.append(line)
        else:
            paragraphs[-1] += f" {line.strip()}"
    return "\n".join(paragraphs)


def _licence(name: str) -> str:
    """Return a package's licence as it states it: expression, else one line, else classifier."""
    about = metadata.metadata(name)
    stated = next((about[key] for key in ("License-Expression", "License") if key in about), "")
    if stated and "\n" not in stated.strip() and len(stated) < 80:
        return stated.strip()
    named = [
        line.rpartition(" :: ")[2]
        for line in about.get_all("Classifier") or ()
        if line.startswith("License ::")
    ]
    return ", ".join(named) or "see its package"
