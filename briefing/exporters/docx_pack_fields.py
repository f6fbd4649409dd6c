"""What Word itself counts in a pack: the page of a tab, the last page, where a page stays blank.

Formulas have one argument each: between several Word wants the list separator of the machine.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.exporters.docx_fields import field, text_run
from briefing.exporters.docx_xml import NOTHING, Xml, joined, spelt, w

_CHOICES = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_WORD_2013 = "http://schemas.microsoft.com/office/word/2012/wordml"
"""A namespace that Word knows, and that LibreOffice does not."""
_EITHER = (
    f'<mc:AlternateContent xmlns:mc="{_CHOICES}"><mc:Choice xmlns:w15="{_WORD_2013}"'
    ' Requires="w15">{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>'
)


def page_of(name: str, shown: int = 1) -> Xml:
    """Return the runs of a field that tells on which page a bookmark stands."""
    return field(f"PAGEREF {name}", str(shown))


def page_in_tab(first: str, last: str) -> Xml:
    """Return the runs that tell ``page 2 of 5`` between two bookmarks, and nothing behind them.

    Other programs show nothing: they would tell the same on every page.
    """
    before = _code(" = "), _page(), _code(" - "), page_of(first), _code(" + 1 ")
    number = _nested(before)
    total = _nested((_code(" = "), page_of(last), *before[2:]))
    said = (_code(' "" " · page '), number, _code(" of "), total, _code('" '))
    asked = (_code(" IF "), _page(), _code(" > "), page_of(last))
    return _where_counted(_nested((*asked, *said)), NOTHING)


def blank_page(label: str, *, shown: bool) -> Xml:
    """Return the runs that add a page with a label where what stands before them ends on a right.

    ``shown`` says whether it does so until Word counts.
    """
    half = (_code(" - 2 * INT("), _page(), _code(" / 2) "))
    rest = _nested((_code(" = "), _page(), *half), text_run("1" if shown else "0"))
    page = w("r", w("br", type="page"))
    said = (_code(" IF "), rest, _code(' = 1 "'), page, _code(f'{label}" "" '))
    told = joined((page, text_run(label))) if shown else NOTHING
    return _where_counted(_nested(said, told), told)


def _where_counted(runs: Xml, else_shown: Xml) -> Xml:
    """Return runs for Word, and what stands in their place where fields in fields are unknown."""
    return Xml(_EITHER.format(runs, else_shown))


def _page() -> Xml:
    return field("PAGE", "1")


def _nested(instruction: Sequence[Xml], shown: Xml = NOTHING) -> Xml:
    """Return the runs of a field whose instruction holds fields."""
    begin, separate, end = (
        w("r", w("fldChar", fldCharType=kind)) for kind in ("begin", "separate", "end")
    )
    return joined((begin, *instruction, separate, shown, end))


def _code(words: str) -> Xml:
    return w("r", spelt("instrText", words))
