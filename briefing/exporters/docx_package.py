"""A package in, the bytes of a ``.docx`` out, the same for the same content."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping

from docx.opc.package import OpcPackage
from docx.opc.part import Part
from lxml import etree

from briefing.exporters.docx_xml import add
from briefing.exporters.docx_zip import Packed, archive_of, pack

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_DEFAULTS = {
    "jpeg": "image/jpeg",
    "odttf": "application/vnd.openxmlformats-officedocument.obfuscatedFont",
    "png": "image/png",
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "svg": "image/svg+xml",
    "xml": "application/xml",
}
"""Content types by ending; every other part has an entry of its own."""


def package_bytes(
    package: OpcPackage, changed: Mapping[str, bytes], packing: Mapping[str, Packed]
) -> bytes:
    """Return the package as bytes; ``changed`` holds new content of parts by name.

    ``packing`` are files as they lay in the reference, taken over where a part is as it was there.
    """
    parts = sorted(package.iter_parts(), key=lambda part: str(part.partname))
    return archive_of(
        (name, _unchanged(name, data, packing) or pack(data))
        for name, data in _entries(package, parts, changed)
    )


def _unchanged(name: str, data: bytes, packing: Mapping[str, Packed]) -> Packed | None:
    """Return a file as it lay in the reference; None if it is another now."""
    before = packing.get(name)
    same = before is not None and (before.size, before.checksum) == (len(data), zlib.crc32(data))
    return before if same else None


def _entries(
    package: OpcPackage, parts: list[Part], changed: Mapping[str, bytes]
) -> Iterator[tuple[str, bytes]]:
    """Yield names and bytes, the list of content types first, as readers expect."""
    yield "[Content_Types].xml", _content_types(parts)
    yield "_rels/.rels", package.rels.xml
    for part in parts:
        name = str(part.partname)
        yield part.partname.membername, changed.get(name, part.blob)
        if part.rels:
            yield part.partname.rels_uri.membername, part.rels.xml


def _content_types(parts: list[Part]) -> bytes:
    root = etree.Element(f"{{{_TYPES}}}Types", nsmap={None: _TYPES})
    for ending, content_type in _DEFAULTS.items():
        add(root, _TYPES, "Default", Extension=ending, ContentType=content_type)
    for part in parts:
        name, content_type = str(part.partname), part.content_type
        if _DEFAULTS.get(part.partname.ext) != content_type:
            add(root, _TYPES, "Override", PartName=name, ContentType=content_type)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
