"""What Word itself counts in a pack: the page of a tab, the last page, where a page stays blank.

Formulas have one argument each: between several Word wants the list separator of the machine.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy

from lxml import etree

from briefing.exporters.docx_fields import field, text_element
from briefing.exporters.docx_xml import WORD_2013, XML_SPACE, Element, w

_CHOICES = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_WORD_2013 = "http://schemas.microsoft.com/office/word/2012/wordml"
"""A namespace that Word knows, and that LibreOffice does not."""


def page_of(name: str, shown: int = 1) -> list[Element]:
    """Return the runs of a field that tells on which page a bookmark stands."""
    return field(f"PAGEREF {name}", str(shown))


def page_in_tab(first: str, last: str) -> list[Element]:
    """Return the runs that tell ``page 2 of 5`` between two bookmarks, and nothing behind them.

    Other programs show nothing: they would tell the same on every page.
    """
    number = _nested((" = ", _page(), " - ", page_of(first), " + 1 "))
    total = _nested((" = ", page_of(last), " - ", page_of(first), " + 1 "))
    said = (' "" " · page ', number, " of ", total, '" ')
    return _where_counted(_nested((" IF ", _page(), " > ", page_of(last), *said)), [])


def blank_page(label: str, *, shown: bool) -> list[Element]:
    """Return the runs that add a page with a label where what stands before them ends on a right.

    ``shown`` says whether it does so until Word counts.
    """
    rest = _nested((" = ", _page(), " - 2 * INT(", _page(), " / 2) "), _text("1" if shown else "0"))
    page = [w("r", w("br", type="page"))]
    said = (" IF ", rest, ' = 1 "', page, f'{label}" "" ')
    told = [*page, *_text(label)] if shown else []
    return _where_counted(_nested(said, deepcopy(told)), told)


def _where_counted(runs: Sequence[Element], else_shown: Sequence[Element]) -> list[Element]:
    """Return runs for Word, and what stands in their place where fields in fields are unknown."""
    either = etree.Element(f"{{{_CHOICES}}}AlternateContent", nsmap={"mc": _CHOICES})
    choice = etree.SubElement(either, f"{{{_CHOICES}}}Choice", nsmap={WORD_2013: _WORD_2013})
    choice.set("Requires", WORD_2013)
    choice.extend(runs)
    etree.SubElement(either, f"{{{_CHOICES}}}Fallback").extend(else_shown)
    return [either]


def _page() -> list[Element]:
    return field("PAGE", "1")


def _text(words: str) -> list[Element]:
    return [w("r", text_element(words))]


def _nested(
    instruction: Sequence[str | list[Element]], shown: Sequence[Element] = ()
) -> list[Element]:
    """Return the runs of a field whose instruction holds fields."""
    runs = [w("r", w("fldChar", fldCharType="begin"))]
    for piece in instruction:
        runs += [_code(piece)] if isinstance(piece, str) else deepcopy(piece)
    runs.append(w("r", w("fldChar", fldCharType="separate")))
    return [*runs, *shown, w("r", w("fldChar", fldCharType="end"))]


def _code(words: str) -> Element:
    code = w("instrText")
    code.text = words
    code.set(XML_SPACE, "preserve")
    return w("r", code)
