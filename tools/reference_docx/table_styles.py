"""The table styles: rules between rows, none between columns, and no frame."""

from __future__ import annotations

from reference_docx.looks import HAIRLINE, INK, Look, run_properties, twips


def table_styles() -> str:
    """Return the table styles; built-in names, so that Word lists them among its own."""
    return _normal() + _ruled("Plain Table 2", _header_row()) + _ruled("Plain Table 4", "")


def _normal() -> str:
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:semiHidden/><w:unhideWhenUsed/>'
        f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{_margins(0, 0, 0, 5)}</w:tblPr></w:style>'
    )


def _ruled(name: str, conditional: str) -> str:
    """Return a style with a strong rule above and hairlines below; ``conditional`` looks follow."""
    above = 2.5 if conditional else 0
    strong = 8 if not conditional else 0
    top = f'<w:top w:val="single" w:sz="{strong}" w:space="0" w:color="{INK}"/>' if strong else ""
    thin = f'w:val="single" w:sz="4" w:space="0" w:color="{HAIRLINE}"'
    inside = f"<w:insideH {thin}/>" if conditional else ""
    return (
        f'<w:style w:type="table" w:styleId="{name.replace(" ", "")}"><w:name w:val="{name}"/>'
        '<w:basedOn w:val="TableNormal"/>'
        f"<w:tblPr><w:tblBorders>{top}<w:bottom {thin}/>{inside}</w:tblBorders>"
        f"{_margins(above, 0, above, 5)}</w:tblPr>"
        f"{conditional}</w:style>"
    )


def _header_row() -> str:
    rule = f'<w:bottom w:val="single" w:sz="6" w:space="0" w:color="{INK}"/>'
    return (
        f'<w:tblStylePr w:type="firstRow">{run_properties(Look(bold=True))}'
        f"<w:tcPr><w:tcBorders>{rule}</w:tcBorders></w:tcPr></w:tblStylePr>"
        f'<w:tblStylePr w:type="firstCol">{run_properties(Look(bold=True))}</w:tblStylePr>'
    )


def _margins(*widths: float) -> str:
    sides = zip(("top", "left", "bottom", "right"), widths, strict=True)
    inside = "".join(f'<w:{side} w:w="{twips(width)}" w:type="dxa"/>' for side, width in sides)
    return f"<w:tblCellMar>{inside}</w:tblCellMar>"
