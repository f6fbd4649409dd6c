"""Pages as pictures: as large as asked for, on white, from any thread."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from typing import Any

import pytest
from pypdfium2 import PdfiumError

from briefing import rasterising
from briefing.exporters.pdf import PDF
from briefing.rasterising import Raster, draw_page, page_count
from briefing.templating import render
from tests import briefs


@lru_cache(maxsize=1)
def document() -> bytes:
    rendered = render(briefs.brief(), briefs.figures(), briefs.TAXONOMY)
    return PDF.export(rendered).data


def darkest(raster: Raster) -> int:
    return min(raster.data[0::4])


def test_a_page_is_as_large_as_its_paper_times_the_scale() -> None:
    for scale in (0.5, 1.0, 2.0):
        raster = draw_page(document(), 1, scale)
        assert abs(raster.width - 595.3 * scale) <= 1
        assert abs(raster.height - 841.9 * scale) <= 1
        assert len(raster.data) == raster.stride * raster.height


def test_a_page_is_ink_on_white() -> None:
    raster = draw_page(document(), 1, 1.0)
    assert raster.data[:3] == b"\xff\xff\xff"
    assert darkest(raster) < 100


def test_every_page_can_be_drawn() -> None:
    pages = [draw_page(document(), n, 0.5) for n in range(1, page_count(document()) + 1)]
    assert len({page.data for page in pages}) == len(pages) > 1


def test_threads_take_turns() -> None:
    with ThreadPoolExecutor(4) as pool:
        drawn = list(pool.map(lambda _: draw_page(document(), 1, 0.5).data, range(8)))
    assert len(set(drawn)) == 1


def test_a_page_drawn_in_bands_is_the_page_drawn_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = draw_page(document(), 2, 2.0)
    monkeypatch.setattr(rasterising, "_BAND", whole.width * 301)
    assert draw_page(document(), 2, 2.0) == whole


def test_a_large_page_lets_a_small_one_through(monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[str] = []
    under_way = threading.Event()
    draw = rasterising._band

    def band(*args: Any) -> bytes:
        under_way.set()
        return draw(*args)

    def large() -> None:
        draw_page(document(), 1, 600 / 72)
        ended.append("large")

    monkeypatch.setattr(rasterising, "_band", band)
    printing = threading.Thread(target=large)
    printing.start()
    under_way.wait(10)
    draw_page(document(), 1, 0.5)
    ended.append("small")
    printing.join()
    assert ended == ["small", "large"]


def test_nothing_of_a_page_is_left_when_the_turn_is_over() -> None:
    with pytest.raises(PdfiumError):
        draw_page(document(), 99, 1.0)
    assert not rasterising._pdfium.locked()
    assert draw_page(document(), 1, 0.1).width > 0
