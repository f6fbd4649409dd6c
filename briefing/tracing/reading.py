"""The data that a document carries, read back: anyone may have written it, so nothing is trusted.

What it says is held to kinds and sizes here. Whether it is true, the library alone can tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from briefing.errors import BriefingError
from briefing.model import BriefFinding, Quotation
from briefing.model.trace import CarriedData, Trace

FORMAT = "deskbrief-trace"
VERSION = 1
LARGEST = 32 * 1024 * 1024
"""Bytes of the data of one document; one of three hundred findings takes one million."""
_MOST = 20_000
"""Findings, parts of the text, or sources."""
_CODE = re.compile(r"f-[a-z0-9]{1,60}", re.ASCII)
_HASH = re.compile(r"[0-9a-f]{64}", re.ASCII)


class PayloadError(BriefingError):
    """What a document carries cannot be what the program put there."""


def read_payload(data: bytes) -> CarriedData:
    """Return what the data of a document says.

    Raises:
        PayloadError: too large, damaged, of a newer version, or what the program never writes.
    """
    if len(data) > LARGEST:
        raise _unfit("they are larger than a document's can be")
    content = _decoded(data)
    version = content.get("version")
    if content.get("format") != FORMAT or type(version) is not int or version < 1:
        raise _unfit("they are not of this program")
    if version > VERSION:
        raise PayloadError(
            f"The document was made by a newer version of this program (data {version}).",
            "Check it with that version.",
        )
    try:
        carried = msgspec.convert(content, CarriedData, strict=True)
    except (msgspec.ValidationError, ValueError, OverflowError) as error:
        raise _unfit(str(error)) from error
    for fault in _faults(carried):
        raise _unfit(fault)
    return carried


def _decoded(data: bytes) -> dict[str, Any]:
    try:
        content = msgspec.json.decode(data)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise _unfit("they are damaged") from error
    if not isinstance(content, dict):
        raise _unfit("they are not of this program")
    return content


def _faults(carried: CarriedData) -> Iterator[str]:
    if len(carried.parts) > _MOST or len(carried.traces) > _MOST:
        yield "they are larger than a document's can be"
    for trace in carried.traces:
        yield from _faults_of_trace(trace)


def _faults_of_trace(trace: Trace) -> Iterator[str]:
    if len(trace.quoted) > _MOST or len(trace.sources) > _MOST:
        yield "they are larger than a document's can be"
    numbers = [source.number for source in trace.sources]
    if numbers != list(range(1, len(numbers) + 1)):
        yield "the sources are not numbered in order"
    if not all(_HASH.fullmatch(source.sha256) for source in trace.sources):
        yield "a source has no fingerprint"
    for traced in trace.quoted:
        yield from _faults_of_finding(traced.finding, len(numbers))


def _faults_of_finding(finding: BriefFinding, sources: int) -> Iterator[str]:
    if not _CODE.fullmatch(finding.code):
        yield "a finding has no code"
    beside = tuple(one.quotation for one in finding.disagreements)
    quoted = (*finding.quotations, *finding.elsewhere, *beside)
    if not finding.quotations or not all(map(_can_be, quoted)):
        yield f"finding {finding.code[:64]} quotes what cannot be"
    count = len(finding.quotations)
    if not -count <= finding.own < count or len(finding.citations) != 1 + len(finding.elsewhere):
        yield f"finding {finding.code[:64]} does not tell where it stands"
    cited = (*finding.citations, *(one.citation for one in finding.disagreements))
    if any(not 1 <= one.source <= sources for one in cited):
        yield f"finding {finding.code[:64]} cites a source that is not listed"


def _can_be(quotation: Quotation) -> bool:
    return (
        _HASH.fullmatch(quotation.report) is not None
        and quotation.block >= 0
        and 0 <= quotation.start < quotation.end
        and len(quotation.exact) == quotation.end - quotation.start
    )


def _unfit(why: str) -> PayloadError:
    return PayloadError(
        f"The data that the document carries cannot be used: {why}.",
        "Compare it by hand, or ask for the file as it was made.",
    )
