"""Read one file into a report: find its format, import it, finish it. Reads nothing from disk."""

from __future__ import annotations

import hashlib
from pathlib import PurePath

from briefing.errors import ImportFailure
from briefing.importers.importer import Importer
from briefing.importers.registry import IMPORTERS
from briefing.model import Metadata, Report
from briefing.wording import listed

LARGEST_TEXT = 16 * 1024 * 1024
"""Bytes of a text file or web page: some 5,000 pages."""
_NOTHING_GIVEN = Metadata()


def read_report(data: bytes, file_name: str, given: Metadata = _NOTHING_GIVEN) -> Report:
    """Return the report in ``data``; ``given`` overrules what the file says of itself.

    Raises:
        ImportFailure: the file is empty, damaged, of no known format, or not what its name says.
    """
    from briefing.importers.finishing import finish
    from briefing.importers.language import remark_on_language

    importer = importer_for(data, file_name)
    if not importer.is_binary and len(data) > LARGEST_TEXT:
        raise ImportFailure(
            f"The file holds more than {LARGEST_TEXT // 1024 // 1024} MB of text.",
            "No report is that long; save the part that matters as a file of its own.",
        )
    draft = importer.load().read(data)
    blocks, metadata = finish(draft)
    metadata = metadata.overlaid(given)
    return Report(
        sha256=hashlib.sha256(data).hexdigest(),
        file_name=file_name,
        format=importer.id,
        metadata=metadata,
        blocks=blocks,
        page_labels=draft.page_labels,
        remarks=(
            *_remark_on_ending(importer, file_name),
            *remark_on_language(metadata.language),
            *draft.remarks,
        ),
    )


def importer_for(data: bytes, file_name: str) -> Importer:
    """Return the importer for the file: by content, and by ending where that leaves open.

    A file that opens as a PDF, a Word document or a web page is one, whatever it is called. Among
    the kinds of text the ending decides. A file called a PDF or a Word document that is none is
    refused, for what it holds is most often the leavings of a failed download.

    Raises:
        ImportFailure: no importer recognises the content, or the ending promises another.
    """
    if not data.strip(b"\0\t\n\f\r "):
        raise ImportFailure(
            "The file is empty.", "Check that it was saved or downloaded completely."
        )
    ending = PurePath(file_name).suffix.lower()
    promised = next((importer for importer in IMPORTERS if ending in importer.extensions), None)
    recognised = [importer for importer in IMPORTERS if importer.load().recognises(data)]
    signed = next((importer for importer in recognised if importer.has_signature), None)
    if not recognised or (promised and promised.is_binary and signed is not promised):
        raise _refusal(promised, recognised, ending)
    if signed is not None:
        return signed
    return promised if promised in recognised else recognised[0]


def _refusal(promised: Importer | None, recognised: list[Importer], ending: str) -> ImportFailure:
    if promised is None:
        return ImportFailure(
            "The file is of a kind that cannot be read.", f"Deskbrief reads {_formats()}."
        )
    if not recognised:
        return ImportFailure(
            f"The file is called {ending} but is no {promised.name}, or it is damaged.",
            "Ask for another copy, or download it again.",
        )
    return ImportFailure(
        f"The file is called {ending} but is no {promised.name}: it holds {recognised[0].holds}.",
        "Download it again, or give it the ending of what it is and import that.",
    )


def _remark_on_ending(importer: Importer, file_name: str) -> tuple[str, ...]:
    ending = PurePath(file_name).suffix.lower()
    promised = next((other for other in IMPORTERS if ending in other.extensions), None)
    if (
        promised is None
        or promised is importer
        or not (importer.has_signature or promised.has_signature)
    ):
        return ()
    return (f"The file is called {ending} but holds {importer.holds}; it was read as such.",)


def _formats() -> str:
    return listed([importer.name for importer in IMPORTERS])
