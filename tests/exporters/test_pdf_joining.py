"""Packs of finished parts, read back object by object: structure, places, fonts; who made what."""

from __future__ import annotations

import io
import threading
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import pikepdf
import pytest

from briefing.errors import Cancelled, ExportError
from briefing.exporters import pdf_part_making
from briefing.exporters.pdf_joining import Bound, Frame, joined
from briefing.exporters.pdf_pack import PackPrinter
from briefing.exporters.pdf_parts import PartOrder
from briefing.exporters.pdf_workshop import Workshop
from briefing.model.pack import RenderedPack
from tests import packs

A_PAGE = '<html lang="en"><head><title>-</title></head><body><p id="{0}">{1}</p></body></html>'


@lru_cache(maxsize=1)
def pack() -> RenderedPack:
    """Return a pack with what parts lead to in each other: marks, passages, charts, contents."""
    return packs.of(packs.bound("First"), packs.bound("Second", template="memo"))


@lru_cache(maxsize=1)
def data() -> bytes:
    return PackPrinter(alone()).export(pack()).data


def alone() -> Workshop:
    """Return a workshop without a helper."""
    workshop = Workshop()
    workshop.is_helped = False
    return workshop


def elements(root: Any) -> Iterator[Any]:
    for kid in root.K if isinstance(root.get("/K"), pikepdf.Array) else ():
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


def tree_of(pdf: pikepdf.Pdf) -> dict[int, Any]:
    """Return what leads from pages and links to elements, by key, in the order of the file."""
    found: dict[int, Any] = {}
    for kid in pdf.Root.StructTreeRoot.ParentTree.Kids:
        keys, held = list(kid.Nums)[::2], list(kid.Nums)[1::2]
        assert [int(limit) for limit in kid.Limits] == [int(keys[0]), int(keys[-1])]
        found.update(zip(map(int, keys), held, strict=True))
    return found


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[PartOrder]:
    """Return the orders of the parts that are made in this process from now on."""
    found: list[PartOrder] = []
    make = pdf_part_making.make

    def noted(order: PartOrder) -> Any:
        found.append(order)
        return make(order)

    monkeypatch.setattr(pdf_part_making, "make", noted)
    return found


def test_there_is_one_document_and_every_element_knows_its_parent() -> None:
    with pikepdf.open(io.BytesIO(data())) as pdf:
        (document,) = pdf.Root.StructTreeRoot.K
        assert document.S == "/Document"
        pages = {page.objgen for page in pdf.pages}
        for element in (document, *elements(document)):
            assert element is document or element.Pg.objgen in pages
            for kid in element.get("/K", ()):
                if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                    assert kid.P.objgen == element.objgen


def test_every_page_and_link_is_led_to_its_elements() -> None:
    with pikepdf.open(io.BytesIO(data())) as pdf:
        tree = tree_of(pdf)
        assert list(tree) == list(range(len(tree)))
        for page in pdf.pages:
            for element in tree.pop(int(page.StructParents)):
                assert element.Pg.objgen == page.objgen
            for link in page.get("/Annots", ()):
                element = tree.pop(int(link.StructParent))
                assert any(
                    isinstance(kid, pikepdf.Dictionary) and kid.Obj.objgen == link.objgen
                    for kid in element.K
                )
        assert not tree


def test_cells_have_ids_of_their_own_and_headers_that_are_there() -> None:
    with pikepdf.open(io.BytesIO(data())) as pdf:
        every = list(elements(pdf.Root.StructTreeRoot.K[0]))
        ids = Counter(bytes(one.ID) for one in every if one.S == "/TH")
        headers = {
            bytes(name) for one in every if one.S == "/TD" for name in one.A.get("/Headers", ())
        }
    assert max(ids.values()) == 1
    assert headers
    assert headers <= ids.keys()


def test_links_lead_to_places_and_say_what_stands_there() -> None:
    with pikepdf.open(io.BytesIO(data())) as pdf:
        names = pdf.Root.Names.Dests.Names
        places = dict(zip(map(str, list(names)[::2]), list(names)[1::2], strict=True))
        assert list(places) == sorted(places)
        pages = {page.objgen for page in pdf.pages}
        assert {place[0].objgen for place in places.values()} <= pages
        links = [link for page in pdf.pages for link in page.get("/Annots", ())]
        for link in links:
            assert str(link.Dest) in places
            assert str(link.Contents) != str(link.Dest)
            assert "\x01" not in str(link.Contents)
        contents = {str(link.Dest): str(link.Contents) for link in links}
    assert contents["b2"].startswith("Memo")


def test_each_font_is_there_once_with_the_letters_of_all() -> None:
    with pikepdf.open(io.BytesIO(data())) as pdf:
        fonts = {page.Resources.Font.objgen for page in pdf.pages}
        names = [str(one.BaseFont) for one in pdf.pages[0].Resources.Font.values()]
        profiles = [one for one in pdf.objects if isinstance(one, pikepdf.Stream) and "/N" in one]
    assert len(fonts) == 1
    assert len(names) == len(set(names))
    assert len([one for one in profiles if "/Type" not in one]) == 1


def test_what_has_not_changed_is_not_made_again(made: list[PartOrder]) -> None:
    printer = PackPrinter(alone())
    first = printer.export(pack())
    del made[:]
    assert printer.export(pack()).data == first.data
    assert made == []
    changed = packs.of(packs.bound("First, anew"), packs.bound("Second", template="memo"))
    again = printer.export(changed).data
    assert "b1" in {order.place for order in made}
    assert not {"b2", "b2-annex", "b1-annex", "cover"} & {order.place for order in made}
    assert again == PackPrinter(alone()).export(changed).data


def test_two_processes_make_the_same_bytes_as_one(made: list[PartOrder]) -> None:
    workshop = Workshop(idle=3600)
    workshop.worth = 0
    try:
        assert PackPrinter(workshop).export(pack()).data == data()
        assert workshop.has_helper
        (clock,) = [one for one in threading.enumerate() if getattr(one, "interval", 0) == 3600]
        assert isinstance(clock, threading.Timer)
        clock.cancel()
        clock.function()
        assert not workshop.has_helper  # after an hour at rest its memory is given back
    finally:
        workshop.close()
    places = {order.place for order in made}
    assert places < {"cover", "contents", "control", "blank", "tab-1", "tab-2", "key"} | {
        f"b{number}{annex}" for number in (1, 2) for annex in ("", "-annex")
    }


def test_what_the_helper_finds_at_fault_is_told_as_it_is_here() -> None:
    workshop = Workshop()
    workshop.worth = 0
    bad = PartOrder("bad", A_PAGE.format("one", "<img src='file:///etc/passwd' alt='x'>"), "")
    good = PartOrder("good", A_PAGE.format("two", "Good. " * 400), "")
    try:
        with pytest.raises(ExportError, match="is not allowed"):
            workshop.make([bad, good], lambda *_: (), _Patient())
    finally:
        workshop.close()


def test_a_helper_that_is_gone_is_done_without(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_: object, **__: object) -> None:
        raise OSError("no more processes")

    monkeypatch.setattr("subprocess.Popen", none)
    workshop = Workshop()
    workshop.worth = 0
    orders = [PartOrder(name, A_PAGE.format(name, name), "") for name in ("one", "two", "three")]
    assert workshop.make(orders, lambda *_: (), _Patient()).keys() == set(orders)


def test_cancelling_ends_the_helper_too() -> None:
    workshop = Workshop()
    workshop.worth = 0
    orders = [PartOrder(name, A_PAGE.format(name, name), "") for name in ("one", "two", "three")]
    with pytest.raises(Cancelled):
        workshop.make(orders, lambda *_: (), _Patient(0))
    assert not workshop.has_helper


def test_a_link_that_leads_nowhere_is_told() -> None:
    order = PartOrder("one", A_PAGE.format("one", "<a href='#nowhere'>There</a>"), "")
    part = pdf_part_making.make(order)
    with pytest.raises(ExportError, match="“nowhere”"):
        joined([Bound(part, (Frame(b"", ()),))], pack().whole, {})


class _Patient:
    """A person who stops after so many looks."""

    def __init__(self, looks: int = 1_000_000) -> None:
        self._looks = looks

    def start(self, total: int) -> None: ...

    def step(self, what: str) -> None: ...

    def check(self) -> None:
        self._looks -= 1
        if self._looks < 0:
            raise Cancelled
