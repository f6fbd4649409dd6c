"""Packs as files: ``.pack``, versioned JSON that the program saves, and TOML written by hand.

    title = "The talks in Tbilisi"
    event = "Visit of the Foreign Minister"
    begins = 2026-12-03
    recipients = ["The Minister", "Ambassador, Tbilisi"]

    [[parts]]
    file = "georgia.brief"

    [[parts]]
    file = "armenia.toml"
    template = "memo"

    [[annexes]]
    file = "programme.md"

Keys are the fields of ``Pack``; files are named from the folder in which the pack lies.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import msgspec

from briefing.brief_file import version_of
from briefing.errors import BriefError, RequestError, reason
from briefing.files import read_toml, write_atomically
from briefing.importers.local_file import read_regular_file
from briefing.model import PageSize
from briefing.model.pack import Pack, PackAnnex, PackPart, PackVersion
from briefing.request_file import check_binding, in_plain_words
from briefing.suggesting import suggest

EXTENSION = ".pack"
VERSION = 1
_FORMAT = "deskbrief-pack"
_LARGEST = 4 * 1024 * 1024
_TABLES = {"parts": PackPart, "annexes": PackAnnex, "versions": PackVersion}


def read_pack(path: Path) -> Pack:
    """Return the pack that a ``.pack`` or TOML file holds.

    Raises:
        BriefError: the file cannot be read, is no pack, or was written by a newer program.
        ImportFailure: it is no file, or larger than a pack can be.
        RequestError: an unknown key, or a value that no pack can have.
    """
    try:
        data = read_regular_file(path, _LARGEST)
    except OSError as error:
        raise BriefError(f"The pack {path} cannot be opened: {reason(error)}.") from error
    return parse_pack(data, path.name)


def parse_pack(data: bytes, name: str = "The pack") -> Pack:
    """Return the pack in the bytes of a file of that name; errors as ``read_pack``."""
    if len(data) > _LARGEST:
        raise BriefError(f"{name} is larger than a pack can be ({len(data):,} bytes).")
    is_saved = name.lower().endswith(EXTENSION)
    values = _saved(data, name) if is_saved else _written_by_hand(data, name)
    _refuse_unknown(values, Pack, name)
    for key, kind in _TABLES.items():
        for table in _tables(values.get(key)):
            _refuse_unknown(table, kind, f"{name}, {key}")
    try:
        pack = msgspec.convert(values, Pack, strict=not is_saved)
    except msgspec.ValidationError as error:
        raise RequestError(f"{name}: {in_plain_words(str(error))}.") from error
    check_pack(pack)
    return pack


def dump_pack(pack: Pack) -> bytes:
    """Return the bytes of a ``.pack`` file; the same pack gives the same bytes."""
    document = {"format": _FORMAT, "version": VERSION, "pack": pack}
    return msgspec.json.format(msgspec.json.encode(document), indent=1) + b"\n"


def save_pack(pack: Pack, path: Path, folder: Path | None = None) -> None:
    """Write a pack to a ``.pack`` file, entirely or not at all.

    Its files are named from ``folder``; they will be named from that of the pack file.

    Raises:
        ExportError: the file cannot be written.
    """
    write_atomically(path, dump_pack(moved(pack, folder or path.parent, path.parent)))


def moved(pack: Pack, old: Path, new: Path) -> Pack:
    """Return a pack whose files, named from one folder, are named from another."""
    return replace(
        pack,
        parts=tuple(replace(one, file=_named_from(old / one.file, new)) for one in pack.parts),
        annexes=tuple(replace(one, file=_named_from(old / one.file, new)) for one in pack.annexes),
    )


def whole_paths(pack: Pack, folder: Path) -> Pack:
    """Return a pack whose files, named from a folder, are named by whole paths."""
    folder = folder.absolute()
    return replace(
        pack,
        parts=tuple(replace(one, file=_whole(folder / one.file)) for one in pack.parts),
        annexes=tuple(replace(one, file=_whole(folder / one.file)) for one in pack.annexes),
    )


def _whole(path: Path) -> str:
    return os.path.normpath(path)


def _named_from(path: Path, folder: Path) -> str:
    """Return a file as a path from a folder, or whole where no way leads from one to the other."""
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:  # another drive
        return str(path)


def check_pack(pack: Pack) -> None:
    """Check what can be checked without the files that a pack names.

    Raises:
        RequestError: a page size or binding margin that does not exist, days out of order.
    """
    if pack.page_size not in set(PageSize):
        raise RequestError(
            f"There is no page size {pack.page_size!r}.", f"Use {' or '.join(PageSize)}."
        )
    check_binding(pack.binding_mm)
    if pack.begins and pack.ends and pack.ends < pack.begins:
        raise RequestError("The event ends before it begins.", "Look at its days again.")


def _saved(data: bytes, name: str) -> dict[str, Any]:
    try:
        document = msgspec.json.decode(data)
    except (ValueError, RecursionError) as error:  # its own errors, and of what is no UTF-8
        raise BriefError(f"{name} is not a pack, or is cut short.") from error
    if not isinstance(document, dict) or document.get("format") != _FORMAT:
        raise BriefError(f"{name} is not a pack.", "Choose a file that this program has saved.")
    version_of(document, VERSION, name)
    values = document.get("pack")
    if not isinstance(values, dict):
        raise BriefError(f"{name} is damaged: it holds no pack.", "Restore it from a copy.")
    return values


def _written_by_hand(data: bytes, name: str) -> dict[str, Any]:
    try:
        return read_toml(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise RequestError(f"{name} is not UTF-8 text.", "Save it as UTF-8.") from error
    except ValueError as error:
        raise RequestError(f"{name} is not valid TOML: {error}.") from error


def _tables(value: Any) -> Iterable[dict[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _refuse_unknown(values: Iterable[str], kind: type, where: str) -> None:
    known = tuple(field.name for field in fields(kind))
    for key in values:
        if key not in known:
            raise RequestError(f"{where}: there is no key {key!r}.", suggest(key, known))
