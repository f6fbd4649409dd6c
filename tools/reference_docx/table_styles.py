"""The table styles: rules between rows, none between columns, and no frame."""

from __future__ import annotations

from reference_docx.looks import COLOURS, Look, run_properties, twips

_HAIRLINE = f'w:val="single" w:sz="4" w:space="0" w:color="{COLOURS["hairline"]}"'


def table_styles() -> str:
    """Return the table styles; built-in names, so that Word lists them among its own."""
    data = f"<w:bottom {_HAIRLINE}/><w:insideH {_HAIRLINE}/>"
    facts = f"<w:top {_ink(8)}/><w:bottom {_HAIRLINE}/>"
    return (
        _normal()
        + _style("Plain Table 2", data, _margins(2.5, 0, 2.5, 5), _header_row())
        + _style("Plain Table 4", facts, _margins(0, 0, 0, 5))
    )


def _normal() -> str:
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:semiHidden/><w:unhideWhenUsed/>'
        f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{_margins(0, 0, 0, 5)}</w:tblPr></w:style>'
    )


def _style(name: str, borders: str, margins: str, conditional: str = "") -> str:
    """Return a table style; ``conditional`` looks are those of its first row and column."""
    return (
        f'<w:style w:type="table" w:styleId="{name.replace(" ", "")}"><w:name w:val="{name}"/>'
        '<w:basedOn w:val="TableNormal"/>'
        f"<w:tblPr><w:tblBorders>{borders}</w:tblBorders>{margins}</w:tblPr>"
        f"{conditional}</w:style>"
    )


def _ink(eighths: int) -> str:
    """Return the attributes of a rule in ink, its width in eighths of a point."""
    return f'w:val="single" w:sz="{eighths}" w:space="0" w:color="{COLOURS["ink"]}"'


def _header_row() -> str:
    return (
        f'<w:tblStylePr w:type="firstRow">{run_properties(Look(bold=True))}'
        f"<w:tcPr><w:tcBorders><w:bottom {_ink(6)}/></w:tcBorders></w:tcPr></w:tblStylePr>"
        f'<w:tblStylePr w:type="firstCol">{run_properties(Look(bold=True))}</w:tblStylePr>'
    )


def _margins(*widths: float) -> str:
    sides = zip(("top", "left", "bottom", "right"), widths, strict=True)
    inside = "".join(f'<w:{side} w:w="{twips(width)}" w:type="dxa"/>' for side, width in sides)
    return f"<w:tblCellMar>{inside}</w:tblCellMar>"
