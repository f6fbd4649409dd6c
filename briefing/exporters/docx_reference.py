"""The reference document, which gives a Word document its styles: read once, then copied."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from copy import deepcopy
from functools import lru_cache
from pathlib import Path
from typing import TypeAlias, cast

import docx
from docx.document import Document as WordDocument
from docx.opc.exceptions import PackageNotFoundError
from docx.package import Package
from lxml.etree import XMLSyntaxError

from briefing.archives import BROKEN_ARCHIVE, is_bomb
from briefing.errors import ExportError
from briefing.exporters.docx_package import package_bytes
from briefing.exporters.docx_zip import Packed, packed_in

UNFIT = (AttributeError, KeyError, TypeError, IndexError, ValueError)
"""What python-docx raises on a package that lacks what it looks for, or what it writes."""

Packing: TypeAlias = Mapping[str, Packed]
"""The files of a package as they lie in it, by name."""


def opened(reference: Path) -> tuple[WordDocument, Packing]:
    """Return a copy of a reference document to be written in, and how its files are packed.

    Raises:
        ExportError: it is missing or unfit.
    """
    try:
        package, packing = _read(reference.read_bytes(), reference.name)
        return deepcopy(package).main_document_part.document, packing
    except (PackageNotFoundError, *BROKEN_ARCHIVE, XMLSyntaxError, *UNFIT) as error:
        raise unfit(reference) from error


def unfit(reference: Path) -> ExportError:
    """Return what to tell of a reference document that nothing can be written with."""
    return ExportError(
        f"The Word reference document {reference.name} cannot be opened.",
        "Put a Word document with the built-in styles in its place.",
    )


@lru_cache(maxsize=2)
def _read(data: bytes, name: str) -> tuple[Package, Packing]:
    """Return what a document holds; by its bytes, since a desk may put another in its place."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        too_large = is_bomb(archive)
    if too_large:
        raise ExportError(f"The Word reference document {name} unpacks to more than one can hold.")
    package = cast(Package, docx.Document(io.BytesIO(data)).part.package)
    packing = packed_in(data)
    package_bytes(package, {}, packing)  # what cannot be written again is found here, not at export
    return package, packing
