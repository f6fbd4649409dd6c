"""Print: the very pages of the PDF come out of the printer."""

from __future__ import annotations

import gc
import threading
from functools import lru_cache
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat
from PySide6.QtGui import QPageRanges, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from briefing.exporters import EXPORTERS
from briefing.model import BriefRequest, Draft
from briefing.service.calls import MakePdf
from briefing.templating import render
from gui.exporting import Exporting
from gui.printing import Printing
from gui.printing_pages import MOST_DPI, Sheets
from gui.workspace import Workspace
from tests import briefs
from tests.gui import out
from tests.gui.fakes import FakeTasks

TOLERANCE = 0.015
"""Mean difference of brightness that a page may show, as a part of the whole range: what is left of
letters' edges where one picture was made at 72 dots per inch from the PDF and the other from the
printer's raster. A page that is shifted by a point, or another page, differs by more."""


@lru_cache(maxsize=1)
def exported() -> bytes:
    """Return a real document of several pages."""
    exporter = next(one for one in EXPORTERS if one.extension == ".pdf")
    brief = briefs.brief(times=3)
    return exporter.export(render(brief, briefs.figures(), briefs.TAXONOMY)).data


@pytest.fixture(autouse=True)
def _no_leftovers_of_other_tests() -> None:
    """PDFium bears one thread at a time: nothing is to be put away while pages are drawn."""
    gc.collect()


def pages_of(pdf: bytes | Path) -> list[Image.Image]:
    with pypdfium2.PdfDocument(pdf) as document:
        pictures = [picture_of(page) for page in document]
    gc.collect()
    return pictures


def picture_of(page: pypdfium2.PdfPage) -> Image.Image:
    bitmap = page.render(scale=1)
    try:
        picture: Image.Image = bitmap.to_pil().convert("L")
        return picture
    finally:
        bitmap.close()
        page.close()


def difference(one: Image.Image, other: Image.Image) -> float:
    other = other.resize(one.size)
    return float(ImageStat.Stat(ImageChops.difference(one, other)).mean[0]) / 255


def printing_to(
    qtbot: QtBot, path: Path, *, size: QPageSize.PageSizeId = QPageSize.PageSizeId.A4
) -> Printing:
    """Return a printing whose printer writes a PDF, as the system's dialog can be set to."""
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    shared = out.workspace(path.parent, {MakePdf: lambda _: exported()})
    printing = Printing(shared, window)
    printing.printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printing.printer.setOutputFileName(str(path))
    printing.printer.setPageSize(QPageSize(size))
    printing.printer.setResolution(300)
    printing.keep = (window, shared)  # type: ignore[attr-defined]
    return printing


def run(qtbot: QtBot, printing: Printing) -> None:
    with qtbot.waitSignal(printing.finished, timeout=30_000):
        printing.start()


def test_printed_pages_look_like_those_of_the_pdf(qtbot: QtBot, tmp_path: Path) -> None:
    run(qtbot, printing_to(qtbot, tmp_path / "printed.pdf"))
    originals, printed = pages_of(exported()), pages_of(tmp_path / "printed.pdf")
    assert len(originals) > 2
    assert len(printed) == len(originals)
    for one, other in zip(originals, printed, strict=True):
        assert difference(one, other) < TOLERANCE


def test_tolerance_tells_pages_apart_and_notices_a_shift() -> None:
    first, second = pages_of(exported())[:2]
    assert difference(first, second) > 3 * TOLERANCE
    assert difference(first, ImageChops.offset(first, 1, 1)) > 2 * TOLERANCE


def test_only_the_pages_asked_for_are_printed(qtbot: QtBot, tmp_path: Path) -> None:
    printing = printing_to(qtbot, tmp_path / "printed.pdf")
    ranges = QPageRanges()
    ranges.addPage(2)
    printing.printer.setPageRanges(ranges)
    run(qtbot, printing)
    (page,) = pages_of(tmp_path / "printed.pdf")
    assert difference(pages_of(exported())[1], page) < TOLERANCE


def test_other_paper_holds_the_whole_page(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "printed.pdf"
    printing = printing_to(qtbot, path, size=QPageSize.PageSizeId.A5)
    run(qtbot, printing)
    page = pages_of(path)[0]
    assert abs(page.width - 420) <= 1
    assert difference(pages_of(exported())[0], page) < 3 * TOLERANCE


def test_pages_that_are_not_there_are_told(qtbot: QtBot, tmp_path: Path) -> None:
    printing = printing_to(qtbot, tmp_path / "printed.pdf")
    ranges = QPageRanges()
    ranges.addPage(99)
    printing.printer.setPageRanges(ranges)
    window = printing._window
    run(qtbot, printing)
    (box,) = window.findChildren(QMessageBox)
    assert "none of the pages" in box.text()
    box.close()


def test_pages_are_counted_off_the_thread_of_the_window(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[int] = []

    def count(_pdf: bytes) -> int:
        threads.append(threading.get_ident())
        return 1

    monkeypatch.setattr("briefing.rasterising.page_count", count)
    run(qtbot, printing_to(qtbot, tmp_path / "printed.pdf"))
    assert threads
    assert threading.get_ident() not in threads


def test_printing_is_cancelled_while_the_pages_are_made(qtbot: QtBot, tmp_path: Path) -> None:
    printing = printing_to(qtbot, tmp_path / "printed.pdf")
    printing._workspace.tasks.answers.clear()  # type: ignore[attr-defined]
    printing.start()
    task = printing._task
    printing.progress.reject()
    assert task is not None
    assert task.cancelled  # type: ignore[attr-defined]
    with qtbot.waitSignal(printing.finished):
        printing._end()
    assert not printing.progress.isVisible()


def test_printing_is_cancelled_between_two_pages(qtbot: QtBot, tmp_path: Path) -> None:
    printing = printing_to(qtbot, tmp_path / "printed.pdf")
    with qtbot.waitSignal(printing.finished, timeout=30_000):
        printing.start()
        qtbot.waitUntil(lambda: printing._painting is not None)
        printing.progress.pane.cancel.click()


@pytest.mark.parametrize(
    ("collated", "order"), [(True, [1, 2, 1, 2, 1, 2]), (False, [1, 1, 1, 2, 2, 2])]
)
def test_copies_come_in_the_order_asked_for(collated: bool, order: list[int]) -> None:
    sheets = Sheets((1, 2), copies=3, collated=collated)
    assert list(sheets) == order
    assert len(sheets) == 6


def test_system_dialog_is_set_to_the_paper_of_the_request(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    shared = out.workspace(tmp_path)
    exporting = Exporting(shared, window)
    exporting.print_()
    assert exporting.printing is not None
    assert exporting.printing.printer.pageLayout().pageSize().id() == QPageSize.PageSizeId.A4
    (dialog,) = window.findChildren(QPrintDialog)
    dialog.reject()
    qtbot.waitUntil(lambda: exporting.printing is None)
    assert isinstance(shared.tasks, FakeTasks)
    assert out.calls_of(shared, MakePdf) == []


def test_pictures_stay_within_memory() -> None:
    assert MOST_DPI == 600


def test_a_file_printed_to_is_offered_a_name_that_can_be(workspace: Workspace) -> None:
    title = "Peace: what the reports say, " + "of one thing and of another " * 12
    workspace.document.begin(Draft(BriefRequest(title=title)))
    name = Printing(workspace, QWidget()).printer.docName()
    assert name.startswith("Peace - what the reports say, of one thing")
    assert len(name.encode()) < 200
    assert name.endswith(("of", "one", "thing", "and", "another"))
