"""Answers about packs."""

from __future__ import annotations

from pathlib import Path

from briefing.model.desk import ExportedFile, PreviewPage
from briefing.model.pack import Pack
from briefing.service.core import Core
from briefing.service.pack_calls import ExportPack, OpenPack, RenderPack, SavePack
from briefing.service.reports import Reports


def open_pack(_core: Core, call: OpenPack, _reports: Reports) -> Pack:
    """Read a pack; its files are whole paths."""
    from briefing.pack_file import read_pack, whole_paths

    return whole_paths(read_pack(call.path), call.path.parent)


def save_pack(_core: Core, call: SavePack, _reports: Reports) -> None:
    """Write a pack to its file."""
    from briefing.pack_file import save_pack as save

    save(call.pack, call.path)


def render_pack(core: Core, call: RenderPack, reports: Reports) -> tuple[PreviewPage, ...]:
    """Lay a pack out; what has not changed since the last time is not laid out again."""
    from briefing.rasterising import single_pages

    pages = single_pages(core.packer.printed(call.pack, Path(), reports))
    return tuple(PreviewPage(number, *page) for number, page in enumerate(pages, 1))


def export_pack(core: Core, call: ExportPack, reports: Reports) -> tuple[ExportedFile, ...]:
    """Write a pack; what is laid out for it serves the next time."""
    from briefing.pipeline.pack_order import PackOrder

    order = PackOrder(
        call.pack, Path(), call.paths, call.numbered, replace_strange=True, level=call.level
    )
    return core.packer.export(order, reports)
