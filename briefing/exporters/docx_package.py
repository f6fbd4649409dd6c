"""A package in, the bytes of a ``.docx`` out, the same for the same content."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping

from docx.opc.package import OpcPackage
from docx.opc.part import Part
from lxml import etree

from briefing.exporters.docx_xml import add

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
_FIXED_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest a zip file can tell; the clock of the computer stays out."""
_LEVEL = 3
"""Half the time of the usual level for a twentieth more bytes; embedded fonts are most of both."""


def package_bytes(package: OpcPackage, changed: Mapping[str, bytes]) -> bytes:
    """Return the package as bytes; ``changed`` holds new content of parts by name."""
    parts = sorted(package.iter_parts(), key=lambda part: str(part.partname))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compresslevel=_LEVEL) as archive:
        for name, data in _entries(package, parts, changed):
            entry = zipfile.ZipInfo(name, _FIXED_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, data)
    return buffer.getvalue()


def _entries(
    package: OpcPackage, parts: list[Part], changed: Mapping[str, bytes]
) -> Iterator[tuple[str, bytes]]:
    """Yield names and bytes, the list of content types first, as readers expect."""
    yield "[Content_Types].xml", _content_types(parts)
    yield "_rels/.rels", package.rels.xml
    for part in parts:
        yield part.partname.membername, changed.get(str(part.partname), part.blob)
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
