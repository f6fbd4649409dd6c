"""Read one file into a report: find its format, import it, finish it. Reads nothing from disk."""

from __future__ import annotations

import hashlib
from pathlib import PurePath

from briefing.errors import ImportFailure
from briefing.importers.finishing import finish
from briefing.importers.importer import Importer
from briefing.importers.registry import IMPORTERS
from briefing.model import Metadata, Report

_NOTHING_GIVEN = Metadata()


def read_report(data: bytes, file_name: str, given: Metadata = _NOTHING_GIVEN) -> Report:
    """Return the report in ``data``; ``given`` overrules what the file says of itself.

    Raises:
        ImportFailure: the file is empty, damaged, of no known format, or not what its name says.
    """
    importer = importer_for(data, file_name)
    draft = importer.read(data)
    blocks, metadata = finish(draft)
    return Report(
        sha256=hashlib.sha256(data).hexdigest(),
        file_name=file_name,
        format=importer.id,
        metadata=metadata.overlaid(given),
        blocks=blocks,
        page_labels=draft.page_labels,
        remarks=draft.remarks,
    )


def importer_for(data: bytes, file_name: str) -> Importer:
    """Return the importer for the file, by its content first and its ending second.

    Raises:
        ImportFailure: no importer recognises the content.
    """
    if not data.strip(b"\0\t\n\f\r "):
        raise ImportFailure(
            "The file is empty.", "Check that it was saved or downloaded completely."
        )
    ending = PurePath(file_name).suffix.lower()
    recognised = [importer for importer in IMPORTERS if importer.recognises(data)]
    if not recognised:
        raise ImportFailure(_unknown(ending), f"Deskbrief reads {_formats()}.")
    by_name = [importer for importer in recognised if ending in importer.extensions]
    return (by_name or recognised)[0]


def _unknown(ending: str) -> str:
    expected = next((i.name for i in IMPORTERS if ending in i.extensions), "")
    if expected:
        return f"The file ends in {ending} but is no {expected} file, or it is damaged."
    return "The file is of a kind that cannot be read."


def _formats() -> str:
    names = [importer.name for importer in IMPORTERS]
    return ", ".join(names[:-1]) + " and " + names[-1] if len(names) > 1 else names[0]
