"""Opens the program with the sample and saves pictures of its pages, to be looked at.

    python tools/screenshots.py FOLDER

Every page in light and dark, at 1366 × 768 and at twice the scale. Offscreen unless a display is
there; the data folder is a temporary one.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

SCALES = (1, 2)
APPEARANCES = ("light", "dark")
_CHILD = "DESKBRIEF_SCREENSHOTS"
"""Set in the processes that take the pictures: appearance and scale."""


def take_all(folder: Path) -> int:
    """Start a process for each appearance and scale, since a process has one scale."""
    folder.mkdir(parents=True, exist_ok=True)
    failed = 0
    for scale in SCALES:
        for appearance in APPEARANCES:
            with tempfile.TemporaryDirectory(prefix="deskbrief-pictures-") as data:
                around = os.environ | {
                    "DESKBRIEF_DATA": data,
                    "QT_SCALE_FACTOR": str(scale),
                    _CHILD: f"{appearance} {scale}",
                }
                if not around.get("DISPLAY"):
                    around.setdefault("QT_QPA_PLATFORM", "offscreen")
                command = [sys.executable, __file__, str(folder)]
                failed += subprocess.run(command, env=around, check=False).returncode  # noqa: S603
    return failed


def take(folder: Path, appearance: str, scale: str) -> int:
    """Go through the pages and save a picture of each."""
    from driving import Stage, Step, perform
    from PySide6.QtWidgets import QWidget

    from briefing.settings import Appearance

    def save(widget: QWidget, name: str) -> None:
        widget.grab().save(str(folder / f"{name}-{appearance}-{scale}00.png"))

    def story(stage: Stage) -> Iterator[Step]:
        window, pages, wiring = stage.window, stage.pages, stage.wiring
        settings = replace(stage.workspace.settings, appearance=Appearance(appearance))
        stage.workspace.change_settings(settings)
        window.resize(1366, 768)
        yield from _settled()
        save(window, "welcome")
        window.welcome.sample_wanted.emit()
        yield lambda: stage.document.view is not None and stage.document.view.used
        for name in ("findings", "brief", "reports"):
            pages.go(name)
            yield lambda: pages.preview.state is not None or not pages.preview.isVisible()
            yield from _settled(200)
            save(window, name)
        pages.go("findings")
        for name, open_dialog in (
            ("export", wiring.exporting.export),
            ("series", wiring.exporting.export_series),
        ):
            open_dialog()
            yield from _settled(60)
            dialog = wiring.exporting.dialog
            if dialog is not None:
                save(dialog, name)
                dialog.reject()
            yield from _settled()

    return perform(story)


def _settled(turns: int = 30) -> Iterator[None]:
    """Let the window come to rest."""
    for _ in range(turns):
        yield None


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    if _CHILD in os.environ:
        sys.exit(take(Path(sys.argv[1]), *os.environ[_CHILD].split()))
    sys.exit(take_all(Path(sys.argv[1])))
