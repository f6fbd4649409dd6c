"""Head and foot of a page: marking, running title, reference, page x of y and nothing else."""

from __future__ import annotations

from briefing.exporters import docx_styles as names
from briefing.exporters.docx_fields import field
from briefing.exporters.docx_styles import StyleSheet
from briefing.exporters.docx_text import styled_run
from briefing.exporters.docx_xml import NOTHING, Element, Xml, joined, qn, w
from briefing.exporters.pages import running_head
from briefing.model import RenderedBrief


def write_head(
    rendered: RenderedBrief, variant: str, styles: StyleSheet, width: int, logo: Xml = NOTHING
) -> Xml:
    """Return the line of a head: marking and, from the second page on, the title at the right.

    ``width`` is that of the text in twentieths of a point, for heads and feet alike. ``logo``
    stands at the right.
    """
    runs = [_marking(rendered, styles)]
    if variant != "first":
        runs += [_tab(), styled_run(styles, running_head(rendered.title))]
    if logo:
        runs += [_tab(), logo]
    return _line(styles, names.HEADER, {width: "right"}, runs)


def write_foot(
    rendered: RenderedBrief,
    styles: StyleSheet,
    width: int,
    *,
    numbered: bool = True,
    total: Xml = NOTHING,
    below: Xml = NOTHING,
) -> Xml:
    """Return the lines of a foot, the same on every page: marking, reference, page x of y.

    Not ``numbered``, the page is told elsewhere in the foot. ``total`` takes the place of what
    Word counts; ``below`` stands in a second line, in the middle.
    """
    runs = [
        _marking(rendered, styles),
        _tab(),
        styled_run(styles, rendered.reference),
        *(_page_of_pages(styles, total) if numbered else ()),
    ]
    places = {width // 2: "center", width: "right"}
    lines = [_line(styles, names.FOOTER, places, runs)]
    if below:
        lines.append(_line(styles, names.FOOTER, places, [_tab(), below]))
    return joined(lines)


def _page_of_pages(styles: StyleSheet, total: Xml) -> list[Xml]:
    return [
        _tab(),
        styled_run(styles, "Page "),
        field("PAGE", "1"),
        styled_run(styles, " of "),
        total or field("NUMPAGES", "1"),
    ]


def _line(styles: StyleSheet, name: str, places: dict[int, str], runs: list[Xml]) -> Xml:
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


def _marking(rendered: RenderedBrief, styles: StyleSheet) -> Xml:
    marking = rendered.marking
    return styled_run(styles, marking, names.MARKING) if marking else NOTHING


def _tab() -> Xml:
    return w("r", w("tab"))
