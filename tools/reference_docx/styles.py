"""The styles of the reference document: Word's built-in names with the looks of ``styles.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reference_docx.looks import (
    COLOURS,
    FONTS,
    Look,
    Rule,
    paragraph_properties,
    run_properties,
)
from reference_docx.table_styles import table_styles

TABLE = Path(__file__).with_name("styles.toml")
NUMBERINGS = {"bullets": 1, "numbers": 2, "sources": 3, "lines": 4, "notes": 5}
"""Numbering definitions by the names that the table uses; see ``numbering``."""
_DEFAULT = {"paragraph": "Normal", "character": "Default Paragraph Font"}
_NOT_LOOKS = frozenset({"on", "next", "hidden"})
_DEFAULTS = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB" w:eastAsia="en-GB" '
    'w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
    "<w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>"
)
"""Language alone: looks are in *Normal*, since LibreOffice lets defaults win inside tables."""


def style_id(name: str) -> str:
    """Return the id that Word itself gives a built-in style."""
    return "".join(word[0].upper() + word[1:] for word in name.split())


def styles_xml() -> str:
    """Return the styles part."""
    kinds = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    styles = "".join(
        _style(kind, name, entry) for kind, table in kinds.items() for name, entry in table.items()
    )
    return (
        '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f"{_DEFAULTS}{styles}{table_styles()}</w:styles>"
    )


def _style(kind: str, name: str, entry: Mapping[str, Any]) -> str:
    default = ' w:default="1"' if _DEFAULT[kind] == name else ""
    return (
        f'<w:style w:type="{kind}"{default} w:styleId="{style_id(name)}">'
        f"{''.join(_parts(kind, name, entry))}</w:style>"
    )


def _parts(kind: str, name: str, entry: Mapping[str, Any]) -> Iterator[str]:
    yield f'<w:name w:val="{escape(name)}"/>'
    based_on = entry.get("on", "Normal" if kind == "paragraph" else "")
    if based_on:
        yield f'<w:basedOn w:val="{style_id(based_on)}"/>'
    if "next" in entry:
        yield f'<w:next w:val="{style_id(entry["next"])}"/>'
    if not entry.get("hidden", False):
        yield "<w:qFormat/>"
    look = _look(entry)
    yield paragraph_properties(look)
    yield run_properties(look)


def _look(entry: Mapping[str, Any]) -> Look:
    """Return the look that an entry of the table describes."""
    values = {name: value for name, value in entry.items() if name not in _NOT_LOOKS}
    values |= {name: COLOURS[values[name]] for name in ("colour", "shade") if name in values}
    if "font" in values:
        values["font"] = FONTS[values["font"]]
    if "numbering" in values:
        name, level = values["numbering"]
        values["numbering"] = (NUMBERINGS[name], level)
    rules = values.get("rules", ())
    values["rules"] = tuple(
        Rule(side, width, COLOURS[colour], space) for side, width, colour, space in rules
    )
    return Look(**values)
