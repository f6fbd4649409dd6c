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
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from driving import Stage, Step
    from PySide6.QtWidgets import QWidget

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
    from driving import perform

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
        yield from _map_and_charts(stage, save)
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


def _map_and_charts(stage: Stage, save: Callable[[QWidget, str], None]) -> Iterator[Step]:
    """Save the map beside the regions, the charts to choose from, and one of them in large."""
    pages = stage.pages
    pages.go("findings")
    pages.scope.map_action.trigger()
    yield lambda: pages.scope.map.view.shapes is not None
    yield from _settled(200)
    save(stage.window, "map")
    pages.scope.map_action.trigger()
    pages.go("brief")
    charts = pages.brief.charts
    yield lambda: all(entry.offer is not None for entry in charts.entries.values())
    _scroll_to(charts)
    yield from _settled(60)
    save(stage.window, "charts")
    dialog = next(filter(None, map(charts.look_at, charts.entries)), None)
    yield from _settled(60)
    if dialog is not None:
        save(dialog, "chart")
        dialog.reject()


def _scroll_to(part: QWidget) -> None:
    """Bring the head of a part to the top of the form in which it stands."""
    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QScrollArea

    area = part.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    inside = area.widget() if area is not None else None
    if area is not None and inside is not None:
        area.verticalScrollBar().setValue(part.mapTo(inside, QPoint()).y())


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
