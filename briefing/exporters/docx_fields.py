"""Fields: what Word counts or looks up by itself, with what is shown until it does."""

from __future__ import annotations

from briefing.exporters.docx_xml import XML_SPACE, Element, w


def text_element(text: str) -> Element:
    """Return the element that holds a run's characters, its spaces kept."""
    element = w("t")
    element.text = text
    element.set(XML_SPACE, "preserve")
    return element


def field(instruction: str, shown: str) -> list[Element]:
    """Return the runs of a field: its instruction, and what is shown until Word counts."""
    return [*begin_field(instruction), w("r", text_element(shown)), *end_field()]


def begin_field(instruction: str) -> list[Element]:
    """Return the runs that stand before what a field shows."""
    code = w("instrText")
    code.text = f" {instruction} "
    code.set(XML_SPACE, "preserve")
    return [
        w("r", w("fldChar", fldCharType="begin")),
        w("r", code),
        w("r", w("fldChar", fldCharType="separate")),
    ]


def end_field() -> list[Element]:
    """Return the run that ends a field."""
    return [w("r", w("fldChar", fldCharType="end"))]
