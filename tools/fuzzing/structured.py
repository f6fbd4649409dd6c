"""Spoils files where it hurts: the parts of archives, the streams of PDFs, the values of JSON."""

from __future__ import annotations

import io
import json
import re
import struct
import zipfile
import zlib
from collections.abc import Callable
from copy import deepcopy
from random import Random
from typing import Any

from lxml import etree

from fuzzing.mutating import Change, spoilt
from fuzzing.tokens import NUMBERS, WORDS

_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_OBJECT = re.compile(rb"\b(\d+) 0 obj\b.*?\bendobj", re.DOTALL)
_REFERENCE = re.compile(rb"\b(\d+) 0 R\b")
_TAG = re.compile(rb"<[^<>]{1,400}>")
_NOT_OF_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NAMES = (
    "../../escaped.xml", "/escaped.xml", "word/document.xml", "_rels/.rels", "a\\..\\b", "CON",
    "x" * 300, "word/", "", "customXml/item9.xml", "\u202exml.exe",
)  # fmt: skip


def any_of(*changes: Change) -> Change:
    """Return a change that is one of several, or spoils the bytes blindly."""
    return lambda data, random: random.choice((*changes, spoilt))(data, random)


def archive(data: bytes, random: Random) -> bytes:
    """Return an archive with spoilt, missing, doubled or renamed parts; else its bytes spoilt."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as old:
            parts = [(item.filename, old.read(item)) for item in old.infolist()]
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, RuntimeError, EOFError):
        return spoilt(data, random)
    texts = [n for n, (name, _) in enumerate(parts) if name.endswith((".xml", ".rels"))]
    for _ in range(random.choice((1, 1, 2, 3))):
        at = random.choice(texts or range(len(parts)))
        name, content = parts[at]
        deed = random.randrange(10)
        if deed < 7:
            parts[at] = (name, random.choice((elements, elements, markup, spoilt))(content, random))
        elif deed == 7:
            parts[at] = (random.choice(_NAMES), content)
        elif deed == 8:
            parts.append((random.choice((name, *_NAMES)), content))
        else:
            parts[at] = (name, b"")
    return _with_lies(_zipped(parts), random)


def markup(data: bytes, random: Random) -> bytes:
    """Return markup with elements taken out, doubled, nested or swapped."""
    tags = list(_TAG.finditer(data[:400_000]))
    if not tags:
        return spoilt(data, random)
    one, other = sorted(random.choices(tags, k=2), key=lambda tag: tag.start())
    inner = data[one.start() : other.end()]
    deed = random.randrange(5)
    if deed == 0:
        return data[: one.start()] + data[other.end() :]
    if deed == 1:
        return data[: one.start()] + inner * random.choice((2, 5, 40)) + data[other.end() :]
    if deed == 2:
        return data[: one.start()] + one[0] * random.choice((1, 60, 3000)) + data[one.start() :]
    if deed == 3:
        return data[: one.start()] + other[0] + data[one.end() :]
    word = random.choice(WORDS).encode("utf-8", "surrogatepass")
    return data[: one.end()] + word + data[one.end() :]


def elements(data: bytes, random: Random) -> bytes:
    """Return XML that is still sound, with elements and attributes that are not; else spoilt."""
    try:
        root = etree.fromstring(data)
    except (etree.XMLSyntaxError, ValueError):
        return spoilt(data, random)
    for _ in range(random.choice((1, 1, 2, 5))):
        found = list(root.iter("*"))
        _spoil_element(random.choice(found), random.choice(found), random)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def _spoil_element(one: etree._Element, other: etree._Element, random: Random) -> None:
    above = one.getparent()
    deed = random.randrange(7)
    if deed == 0 and above is not None:
        above.remove(one)
    elif deed == 1 and above is not None:
        above[above.index(one) : above.index(one)] = [deepcopy(one) for _ in range(3)]
    elif deed == 2 and one not in other.iter():
        other.append(deepcopy(one))
    elif deed == 3:
        one.tag = other.tag
    elif deed == 4:
        one.text = _sound_text(random)
    elif one.attrib and deed == 5:
        del one.attrib[random.choice(list(one.attrib))]
    else:
        name = random.choice([*one.attrib, *other.attrib, "val"])
        one.set(name, random.choice((_sound_text(random), *other.attrib.values())))


def _sound_text(random: Random) -> str:
    """Return an enemy's words as far as XML may hold them."""
    return _NOT_OF_XML.sub("", random.choice(WORDS))


def pdf(data: bytes, random: Random) -> bytes:
    """Return a PDF with a spoilt stream, objects swapped, or references that lead elsewhere."""
    deed = random.randrange(4)
    if deed == 0 and (streams := list(_STREAM.finditer(data))):
        return _with_stream(data, random.choice(streams), random)
    if deed == 1 and (objects := list(_OBJECT.finditer(data))):
        one, other = random.choice(objects), random.choice(objects)
        return data[: one.start()] + one[1] + other[0][len(other[1]) :] + data[one.end() :]
    if deed == 2 and (references := list(_REFERENCE.finditer(data))):
        for _ in range(random.choice((1, 2, 8))):
            one, other = random.choice(references), random.choice(references)
            if one.end() - one.start() == other.end() - other.start():
                data = data[: one.start()] + other[0] + data[one.end() :]
        return data
    return spoilt(data, random)


def _with_stream(data: bytes, stream: re.Match[bytes], random: Random) -> bytes:
    """Return a PDF with one stream spoilt as it is before it is packed; its length is set right."""
    try:
        content = zlib.compress(spoilt(zlib.decompress(stream[1]), random))
    except zlib.error:
        content = spoilt(stream[1], random)
    before = data[: stream.start()]
    at = before.rfind(b"/Length ")
    if at >= 0:
        length = f"/Length {len(content)}".encode()
        before = before[:at] + re.sub(rb"/Length \d+", length, before[at:], count=1)
    return before + b"stream\n" + content + b"\nendstream" + data[stream.end() :]


def values(data: bytes, random: Random) -> bytes:
    """Return JSON with some values replaced, taken out or doubled; else its bytes spoilt."""
    try:
        content = json.loads(data)
    except (ValueError, RecursionError):
        return spoilt(data, random)
    for _ in range(random.choice((1, 1, 1, 2, 4))):
        _spoil_value(content, random)
    return json.dumps(content, ensure_ascii=random.random() < 0.5).encode("utf-8", "replace")


def lines(data: bytes, random: Random) -> bytes:
    """Return lines of text with some swapped, doubled, taken out, or with other values."""
    found = data.split(b"\n")
    for _ in range(random.choice((1, 1, 2, 4))):
        at = random.randrange(len(found))
        key, equals, _ = found[at].partition(b"=")
        word = random.choice(WORDS)
        written = random.choice((word, json.dumps(word), f"[{json.dumps(word)}]", "[[]]", "{}"))
        deed = random.randrange(4)
        if deed == 0 and equals:
            found[at] = key + b"= " + written.encode("utf-8", "surrogatepass")
        elif deed == 1:
            found.insert(random.randint(0, len(found)), found[at])
        elif deed == 2 and len(found) > 1:
            del found[at]
        else:
            found[at] = spoilt(found[at], random)
    return b"\n".join(found)


def _spoil_value(content: Any, random: Random) -> None:
    """Change one value somewhere below; the path to it is drawn by lot."""
    holder: Any = None
    key: Any = None
    while isinstance(content, dict | list) and content:
        holder = content
        key = random.choice(list(content)) if isinstance(content, dict) else _place(content, random)
        content = holder[key]
        if random.random() < 0.15:
            break
    if holder is None:
        return
    deed = random.randrange(8)
    if deed == 0:
        del holder[key]
    elif deed == 1 and isinstance(holder, list):
        holder[key:key] = [content] * random.choice((1, 2, 50))
    elif deed == 2 and isinstance(holder, dict):
        holder[random.choice(WORDS)] = content
    else:
        holder[key] = random.choice(_OTHERS)(content, random)


def _place(content: list[Any], random: Random) -> int:
    return random.randrange(len(content))


_OTHERS: tuple[Callable[[Any, Random], Any], ...] = (
    lambda _, random: random.choice(WORDS),
    lambda _, random: random.choice(NUMBERS),
    lambda old, random: f"{old}{random.choice(WORDS)}" if isinstance(old, str) else [old, old],
    lambda old, random: old + random.choice((-1, 1, 1000)) if isinstance(old, int) else None,
    lambda old, _: old[:200] * 3000 if isinstance(old, str) else {},
    lambda _, random: random.choice((None, True, [], {}, "", [[]], 0)),
)


def _zipped(parts: list[tuple[str, bytes]]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new:
        for name, content in parts:
            # Not by writestr alone, which warns of names that come twice.
            entry = zipfile.ZipInfo(name or "x")
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.NameToInfo.pop(entry.filename, None)
            new.writestr(entry, content)
    return made.getvalue()


def _with_lies(data: bytes, random: Random) -> bytes:
    """Return an archive whose list tells, once in a while, of other sizes or places."""
    heads = [found.start() for found in re.finditer(rb"PK\x01\x02", data)]
    if random.random() > 0.15 or not heads:
        return data
    spoiled = bytearray(data)
    field = random.choice((20, 24, 42, 10, 8))
    kind = "<H" if field in (10, 8) else "<I"
    number = random.choice((0, 1, 9, 0x7FFF, 0xFFFF, 2**31 - 1, 2**32 - 1))
    value = number & (0xFFFF if kind == "<H" else 0xFFFFFFFF)
    struct.pack_into(kind, spoiled, random.choice(heads) + field, value)
    return bytes(spoiled)
