"""Make ``templates/reference.docx``, the Word document whose styles every export wears.

    python tools/make_reference_docx.py [OUT]

The same fonts and the same looks give the same bytes. Whoever has a house template puts it in the
place of the file instead: any document with Word's built-in style names will do.
"""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

from reference_docx.embedding import font_table
from reference_docx.looks import twips
from reference_docx.numbering import numbering_xml
from reference_docx.styles import styles_xml

ROOT = Path(__file__).resolve().parent.parent
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MM = 72 / 25.4
PARTS = ("styles", "numbering", "settings", "fontTable", "footnotes", "endnotes")

SETTINGS = (
    f'<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:embedTrueTypeFonts/>'
    '<w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>'
    '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
    '<w:endnotePr><w:endnote w:id="-1"/><w:endnote w:id="0"/></w:endnotePr>'
    '<w:compat><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="en-GB" w:bidi="ar-SA"/><w:decimalSymbol w:val="."/>'
    '<w:listSeparator w:val=","/></w:settings>'
)


def document_xml() -> str:
    """Return an empty document: one paragraph, A4, the margins of the printed page."""
    margins = {"top": 26, "right": 24, "bottom": 24, "left": 24, "header": 17.5, "footer": 14}
    lengths = " ".join(f'w:{side}="{twips(length * MM)}"' for side, length in margins.items())
    return (
        f'<w:document xmlns:w="{W}"><w:body><w:p/><w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
        f'<w:pgMar {lengths} w:gutter="0"/></w:sectPr></w:body></w:document>'
    )


def notes_xml(kind: str) -> str:
    """Return the footnotes or endnotes with nothing but the separators Word asks for."""
    separators = "".join(
        f'<w:{kind} w:type="{name}" w:id="{number}"><w:p><w:r><w:{name}/></w:r></w:p></w:{kind}>'
        for number, name in ((-1, "separator"), (0, "continuationSeparator"))
    )
    return f'<w:{kind}s xmlns:w="{W}">{separators}</w:{kind}s>'


def content_types() -> str:
    """Return the list of what each part is."""
    defaults = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
        "odttf": "application/vnd.openxmlformats-officedocument.obfuscatedFont",
    }
    overrides = {"document": "document.main", **{part: part for part in PARTS}}
    entries = [
        f'<Default Extension="{ending}" ContentType="{kind}"/>' for ending, kind in defaults.items()
    ]
    entries += [
        f'<Override PartName="/word/{part}.xml" ContentType="{WORD}.{kind}+xml"/>'
        for part, kind in overrides.items()
    ]
    return f'<Types xmlns="{PACKAGE}/content-types">{"".join(entries)}</Types>'


def relations(targets: dict[str, str]) -> str:
    """Return a relationships part from targets to the last part of their type."""
    entries = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/relationships/{kind}" Target="{target}"/>'
        for number, (target, kind) in enumerate(targets.items(), 1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{entries}</Relationships>'


def parts() -> dict[str, bytes]:
    """Return every part of the package by its name."""
    table, fonts = font_table(ROOT / "assets" / "fonts")
    texts = {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relations({"word/document.xml": "officeDocument"}),
        "word/document.xml": document_xml(),
        "word/_rels/document.xml.rels": relations({f"{part}.xml": part for part in PARTS}),
        "word/styles.xml": styles_xml(),
        "word/numbering.xml": numbering_xml(),
        "word/settings.xml": SETTINGS,
        "word/fontTable.xml": table,
        "word/_rels/fontTable.xml.rels": relations({f"fonts/{name}": "font" for name in fonts}),
        "word/footnotes.xml": notes_xml("footnote"),
        "word/endnotes.xml": notes_xml("endnote"),
    }
    made = {name: (HEAD + text).encode() for name, text in texts.items()}
    return made | {f"word/fonts/{name}": data for name, data in fonts.items()}


def main(out: Path) -> None:
    """Write the package with one fixed time, so that it is the same every time."""
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as package:
        for name, data in parts().items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, data)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "templates" / "reference.docx")
