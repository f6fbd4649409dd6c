"""Head and foot of a page: marking, running title, reference, page x of y and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy

from briefing.exporters import docx_styles as names
from briefing.exporters.docx_fields import field
from briefing.exporters.docx_styles import StyleSheet
from briefing.exporters.docx_text import styled_run
from briefing.exporters.docx_xml import Element, qn, w
from briefing.exporters.pages import running_head
from briefing.model import RenderedBrief


def write_head(rendered: RenderedBrief, variant: str, styles: StyleSheet, width: int) -> Element:
    """Return marking at the left and, from the second page on, the title at the right.

    ``width`` is that of the text in twentieths of a point, for heads and feet alike.
    """
    runs = _marking(rendered, styles)
    if variant != "first":
        runs += [_tab(), styled_run(styles, running_head(rendered.title))]
    return w("hdr", _line(styles, names.HEADER, {width: "right"}, runs))


def write_foot(
    rendered: RenderedBrief,
    styles: StyleSheet,
    width: int,
    *,
    numbered: bool = True,
    total: Sequence[Element] = (),
    below: Sequence[Element] = (),
) -> Element:
    """Return marking, reference and version, and page x of y; the same on every page.

    Not ``numbered``, the page is told elsewhere in the foot. ``total`` takes the place of what
    Word counts; ``below`` stands in a second line, in the middle.
    """
    runs = [
        *_marking(rendered, styles),
        _tab(),
        styled_run(styles, rendered.reference),
        *(_page_of_pages(styles, total) if numbered else ()),
    ]
    places = {width // 2: "center", width: "right"}
    lines = [_line(styles, names.FOOTER, places, runs)]
    if below:
        lines.append(_line(styles, names.FOOTER, places, [_tab(), *deepcopy(list(below))]))
    return w("ftr", *lines)


def _page_of_pages(styles: StyleSheet, total: Sequence[Element]) -> list[Element]:
    return [
        _tab(),
        styled_run(styles, "Page "),
        *field("PAGE", "1"),
        styled_run(styles, " of "),
        *(deepcopy(list(total)) or field("NUMPAGES", "1")),
    ]


def _line(styles: StyleSheet, name: str, places: dict[int, str], runs: list[Element]) -> Element:
    """Return a line with tabs at these places, and without those that its style sets."""
    style = styles.paragraph(name)
    kept = dict.fromkeys(_tabs(styles.element(style)), "clear") | places
    tabs = (w("tab", val=kept[place], pos=place) for place in sorted(kept))
    named = w("pStyle", val=style) if style else None
    return w("p", w("pPr", named, w("tabs", *tabs)), *runs)


def _tabs(style: Element | None) -> list[int]:
    """Return the places of the tabs that a style sets."""
    found = [] if style is None else style.findall(f"{qn('pPr')}/{qn('tabs')}/{qn('tab')}")
    return [int(tab.get(qn("pos"), "0")) for tab in found]


def _marking(rendered: RenderedBrief, styles: StyleSheet) -> list[Element]:
    return [styled_run(styles, rendered.marking, names.MARKING)] if rendered.marking else []


def _tab() -> Element:
    return w("r", w("tab"))
