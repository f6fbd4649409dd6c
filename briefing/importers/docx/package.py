"""Opening a Word file: its XML parts, or a sentence on why it cannot be read.

The parts are read with lxml rather than python-docx, which opens neither templates nor files with
macros and passes over content controls, text boxes, notes and tracked changes.
"""

from __future__ import annotations

import io
import posixpath
import zipfile

from lxml import etree

from briefing.archives import BROKEN_ARCHIVE, is_bomb, part_of
from briefing.errors import ImportFailure

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DAMAGED = ("The Word file is damaged and cannot be opened.", "Open it in Word and save it again.")


def looks_like_word(data: bytes) -> bool:
    """Return whether the bytes are a Word file, of the old or locked kinds too."""
    if data.startswith(_OLE):
        return _has_stream(data, "WordDocument") or _has_stream(data, "EncryptedPackage")
    return data.startswith(b"PK") and b"word/" in data


def _has_stream(data: bytes, name: str) -> bool:
    return name.encode("utf-16-le") in data


class Package:
    """The XML parts of a Word file."""

    def __init__(self, data: bytes) -> None:
        """Open the file.

        Raises:
            ImportFailure: the file is locked, of the old binary kind, damaged or far too large.
        """
        _refuse_binary(data)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except BROKEN_ARCHIVE as error:
            raise ImportFailure(*_DAMAGED) from error
        if is_bomb(self._zip):
            raise ImportFailure(
                "The Word file unpacks to more than can be read.",
                "If it comes from a source you trust, split it or save it as PDF.",
            )
        self._main = self._related("", "officeDocument") or "word/document.xml"

    def body(self) -> etree._Element:
        """Return the body of the document.

        Raises:
            ImportFailure: there is none.
        """
        root = self._parse(self._main)
        body = root.find(f"{W}body") if root is not None else None
        if body is None:
            raise ImportFailure(*_DAMAGED)
        return body

    def part(self, kind: str) -> etree._Element | None:
        """Return the part that stands in relation ``kind`` to the document: ``styles``."""
        name = self._related(self._main, kind)
        return self._parse(name) if name else None

    def parts(self, kind: str) -> list[etree._Element]:
        """Return all parts of a kind, such as ``header``."""
        roots = (self._parse(name) for name in self._all_related(self._main, kind))
        return [root for root in roots if root is not None]

    def core_properties(self) -> etree._Element | None:
        """Return the part with title, author and dates."""
        name = self._related("", "metadata/core-properties")
        return self._parse(name) if name else None

    def _related(self, source: str, kind: str) -> str:
        return next(iter(self._all_related(source, kind)), "")

    def _all_related(self, source: str, kind: str) -> list[str]:
        folder, name = posixpath.split(source)
        root = self._parse(posixpath.join(folder, "_rels", f"{name}.rels"))
        if root is None:
            return []
        return [
            posixpath.normpath(posixpath.join("/", folder, item.get("Target", ""))).lstrip("/")
            for item in root.iter(_RELATIONS)
            if item.get("Type", "").endswith(f"/{kind}") and item.get("TargetMode") != "External"
        ]

    def _parse(self, name: str) -> etree._Element | None:
        """Return the root of a part, without entities or network; None where it is missing.

        Raises:
            ImportFailure: the part is there and damaged.
        """
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        try:
            data = part_of(self._zip, name)
            if _STRICT.encode() in data[:4096]:
                data = data.replace(_STRICT.encode(), W[1:-1].encode())
            return etree.fromstring(data, parser)
        except KeyError:
            return None
        except (etree.XMLSyntaxError, *BROKEN_ARCHIVE) as error:
            raise ImportFailure(*_DAMAGED) from error


def _refuse_binary(data: bytes) -> None:
    if not data.strip():
        raise ImportFailure("The file is empty.", "Save or download it again.")
    if data.startswith(_OLE) and _has_stream(data, "EncryptedPackage"):
        raise ImportFailure(
            "The Word file is protected by a password.",
            "Open it in Word, remove the password, and save it as .docx.",
        )
    if data.startswith(_OLE):
        raise ImportFailure(
            "The file is in Word's old .doc format.", "Open it in Word and save it as .docx."
        )
