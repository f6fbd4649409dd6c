"""The words of a pack that carry markings: its cover, its document control, titles it gives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from briefing.marking.parts import DeskText, TextChange
from briefing.marking.reading import marks_of_lines, split_mark
from briefing.model.marking import Part, Scheme
from briefing.model.pack import Pack, PackVersion

_COVER = ("title", "event", "place", "department", "contact", "reference", "version")


def pack_texts(pack: Pack, scheme: Scheme) -> Iterator[DeskText]:
    """Yield every text of the desk's in a pack but the titles of its annexes, with its mark."""
    for name, text in _named_texts(pack):
        mark, words = split_mark(text, scheme)
        if words.strip():
            yield DeskText(name, mark, words)


def _named_texts(pack: Pack) -> Iterator[tuple[str, str]]:
    for name in _COVER:
        yield f"{name} of the pack", getattr(pack, name)
    for number, recipient in enumerate(pack.recipients, 1):
        yield f"recipient {number}", recipient
    for number, one in enumerate(pack.versions, 1):
        for text in (one.version, one.author, one.change):
            yield f"version {number} of the pack", text
    for number, part in enumerate(pack.parts, 1):
        yield f"title of tab {number}", part.title


def with_pack_texts(pack: Pack, change: TextChange, heads: TextChange) -> Pack:
    """Return a pack with each text of the desk's changed; recipients changed to nothing go.

    ``heads`` changes the numbers of versions. Titles of annexes stay. Days of the event and of
    versions go with what they tell of.
    """
    cover: dict[str, Any] = {name: change(getattr(pack, name)) for name in _COVER}
    cover["version"] = heads(pack.version)
    told = bool(cover["event"]) or not pack.event
    versions = tuple(_version(one, change, heads) for one in pack.versions)
    return replace(
        pack,
        **cover,
        begins=pack.begins if told else None,
        ends=pack.ends if told else None,
        recipients=tuple(filter(None, map(change, pack.recipients))),
        versions=tuple(one for one in versions if one.author or one.change),
        parts=tuple(replace(one, title=change(one.title)) for one in pack.parts),
    )


def _version(one: PackVersion, change: TextChange, heads: TextChange) -> PackVersion:
    return replace(
        one, version=heads(one.version), author=change(one.author), change=change(one.change)
    )


def without_marks(pack: Pack, scheme: Scheme | None) -> Pack:
    """Return a pack as it is printed: its texts without the marks with which they begin."""
    if scheme is None:
        return pack
    bare = _bare(scheme)
    annexes = tuple(replace(one, title=bare(one.title)) for one in pack.annexes)
    return replace(with_pack_texts(pack, bare, bare), annexes=annexes)


def _bare(scheme: Scheme) -> TextChange:
    return lambda text: split_mark(text, scheme)[1]


def parts_of_pack(pack: Pack, scheme: Scheme | None) -> Iterator[Part]:
    """Yield the texts of a pack and the annexes that carry markings of their own."""
    if scheme is None:
        return
    for text in pack_texts(pack, scheme):
        if text.mark is not None:
            yield Part(text.name, text.mark.text(scheme))
        for mark in marks_of_lines(text.words, scheme):
            yield Part(text.name, mark.text(scheme))
    for number, annex in enumerate(pack.annexes, 1):
        begun, _ = split_mark(annex.title, scheme)
        if begun is not None:
            yield Part(f"annex {number}", begun.text(scheme))
