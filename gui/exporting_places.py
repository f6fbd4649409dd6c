"""Showing a written file with the desktop's own programs."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QProcess, QUrl
from PySide6.QtGui import QDesktopServices

_FILE_MANAGER = "org.freedesktop.FileManager1"


def open_file(path: Path) -> bool:
    """Open a file or folder with the desktop's program for it; False where it has none."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def show_in_folder(path: Path) -> bool:
    """Show a file in the desktop's file manager, marked where that can be done."""
    if sys.platform == "win32":
        return bool(QProcess.startDetached("explorer", ["/select,", str(path)])[0])
    if sys.platform == "darwin":
        return bool(QProcess.startDetached("open", ["-R", str(path)])[0])
    return _ask_file_manager(path) or open_file(path.parent)


def _ask_file_manager(path: Path) -> bool:
    """Ask a Linux desktop's file manager to mark the file; False where there is no way to ask.

    One that refuses is noticed later, and the folder is opened instead.
    """
    from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return False
    message = QDBusMessage.createMethodCall(
        _FILE_MANAGER, "/org/freedesktop/FileManager1", _FILE_MANAGER, "ShowItems"
    )
    message.setArguments([[QUrl.fromLocalFile(str(path)).toString()], ""])
    watcher = QDBusPendingCallWatcher(bus.asyncCall(message), QCoreApplication.instance())

    def answered() -> None:
        if watcher.isError():
            open_file(path.parent)
        watcher.deleteLater()

    watcher.finished.connect(answered)
    return True
