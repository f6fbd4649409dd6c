"""Fields: what Word counts or looks up by itself, with what is shown until it does."""

from __future__ import annotations

import re

from briefing.exporters.docx_xml import Xml, joined, spelt, w

_HYPHEN_IN_CODE = re.compile(r"(?:(?<=\bf)(?=-[a-z0-9]{4,60}\b)|(?<=\bSHA)(?=-256\b))-")


def text_run(text: str, properties: Xml | None = None) -> Xml:
    """Return a run with these characters, its spaces kept."""
    return w("r", properties, spelt("t", text))


def unbroken_run(text: str, properties: Xml | None = None) -> Xml:
    """Return a run in which no line ends at a hyphen of a code or fingerprint."""
    first, *others = _HYPHEN_IN_CODE.split(text)
    pieces = (joined((w("noBreakHyphen"), spelt("t", piece))) for piece in others)
    return w("r", properties, spelt("t", first), *pieces)


def field(instruction: str, shown: str) -> Xml:
    """Return the runs of a field: its instruction, and what is shown until Word counts."""
    return joined((begin_field(instruction), text_run(shown), end_field()))


def begin_field(instruction: str) -> Xml:
    """Return the runs that stand before what a field shows."""
    begin, separate = (w("fldChar", fldCharType=kind) for kind in ("begin", "separate"))
    code = spelt("instrText", f" {instruction} ")
    return joined((w("r", begin), w("r", code), w("r", separate)))


def end_field() -> Xml:
    """Return the run that ends a field."""
    return w("r", w("fldChar", fldCharType="end"))
