"""What the file says of itself: title, author, dates, marking; settings and language."""

from __future__ import annotations

from collections.abc import Container
from datetime import date

from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.opc.rel import Relationships
from docx.package import Package
from lxml import etree

from briefing.exporters.docx_xml import Element, add, qn, replace_child, tree, w
from briefing.model import RenderedBrief

_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VT = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_USER_DEFINED = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The set of properties that a custom property belongs to ([MS-OLEPS] 2.18)."""
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_THUMBNAIL = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail"
_CUSTOM_RELATION = f"{_RELATIONS}/custom-properties"
_REPLACED = (RT.CORE_PROPERTIES, RT.EXTENDED_PROPERTIES, _CUSTOM_RELATION, _THUMBNAIL)
_TEMPLATE = f"{_RELATIONS}/attachedTemplate"
_WORD_2013 = "15"
"""Compatibility mode below which Word shows “Compatibility Mode” in the title bar."""


def set_properties(package: Package, rendered: RenderedBrief) -> None:
    """Replace the properties of the reference document, and its thumbnail, by the brief's."""
    drop_relations(package.rels, _REPLACED)
    _store(package, "core", CT.OPC_CORE_PROPERTIES, RT.CORE_PROPERTIES, _core(rendered))
    _store(package, "app", CT.OFC_EXTENDED_PROPERTIES, RT.EXTENDED_PROPERTIES, _program(rendered))
    _store(package, "custom", CT.OFC_CUSTOM_PROPERTIES, _CUSTOM_RELATION, _custom(rendered))


def drop_relations(relations: Relationships, kinds: Container[str]) -> None:
    """Remove the relations of these types, and with them the parts only they lead to."""
    for identifier, relation in list(relations.items()):
        if relation.reltype in kinds:
            del relations[identifier]


def set_settings(word: WordDocument, rendered: RenderedBrief) -> None:
    """Set language and compatibility.

    Word shall not ask to renew fields on opening, nor fetch the template that the reference was
    made from.
    """
    settings = word.settings.element
    drop_relations(word.part.part_related_by(RT.SETTINGS).rels, (_TEMPLATE,))
    for tag in ("updateFields", "attachedTemplate"):
        for element in settings.findall(qn(tag)):
            settings.remove(element)
    _set_mode(settings)
    _set_mirror(settings, mirrored=rendered.duplex)
    language = tree(w("themeFontLang", val=rendered.language))
    replace_child(settings, language, before=_AFTER_LANGUAGE)


def _set_mirror(settings: Element, *, mirrored: bool) -> None:
    """Set whether left and right change places on left-hand pages, as sheets are bound."""
    for element in settings.findall(qn("mirrorMargins")):
        settings.remove(element)
    if mirrored:
        earlier = {qn(tag) for tag in _BEFORE_MIRROR}
        place = sum(1 for element in settings if element.tag in earlier)
        settings.insert(place, tree(w("mirrorMargins")))


def _set_mode(settings: Element) -> None:
    """Set the mode in which Word lays the document out to that of the current versions."""
    mode = w(
        "compatSetting",
        name="compatibilityMode",
        uri="http://schemas.microsoft.com/office/word",
        val=_WORD_2013,
    )
    compat = settings.find(qn("compat"))
    if compat is None:
        compat = tree(w("compat"))
        replace_child(settings, compat, before=_AFTER_COMPAT)
    for old in compat.findall(qn("compatSetting")):
        if old.get(qn("name")) == "compatibilityMode":
            compat.remove(old)
    compat.append(tree(mode))


def set_language(styles: Element, language: str) -> None:
    """Set the language that text is in unless a run says otherwise."""
    properties = styles.find(f"{qn('docDefaults')}/{qn('rPrDefault')}/{qn('rPr')}")
    if properties is not None:
        set_to = w("lang", val=language, eastAsia=language, bidi=language)
        replace_child(properties, tree(set_to), before=())


_BEFORE_MIRROR = (
    "writeProtection",
    "view",
    "zoom",
    "removePersonalInformation",
    "removeDateAndTime",
    "doNotDisplayPageBoundaries",
    "displayBackgroundShape",
    "printPostScriptOverText",
    "printFractionalCharacterWidth",
    "printFormsData",
    "embedTrueTypeFonts",
    "embedSystemFonts",
    "saveSubsetFonts",
    "saveFormsData",
)
"""What stands before ``w:mirrorMargins`` in the schema of the settings."""
_AFTER_LANGUAGE = (
    "clrSchemeMapping",
    "doNotIncludeSubdocsInStats",
    "doNotAutoCompressPictures",
    "forceUpgrade",
    "captions",
    "readModeInkLockDown",
    "smartTagType",
    "shapeDefaults",
    "doNotEmbedSmartTags",
    "decimalSymbol",
    "listSeparator",
)
"""What follows ``w:themeFontLang`` in the schema of the settings."""
_AFTER_COMPAT = ("docVars", "rsids", "attachedSchema", "themeFontLang", *_AFTER_LANGUAGE)
AFTER_NOTES = {
    "footnote": ("endnotePr", "compat", *_AFTER_COMPAT),
    "endnote": ("compat", *_AFTER_COMPAT),
}
"""What follows ``w:footnotePr`` and ``w:endnotePr`` there."""


def _store(package: Package, name: str, content_type: str, relation: str, root: Element) -> None:
    data = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    part = Part(PackURI(f"/docProps/{name}.xml"), content_type, data, package)
    package.relate_to(part, relation)


def _core(rendered: RenderedBrief) -> Element:
    """Return the core properties (ECMA-376 part 2, 11)."""
    root = etree.Element(
        f"{{{_CORE}}}coreProperties",
        nsmap={"cp": _CORE, "dc": _DC, "dcterms": _TERMS, "xsi": _XSI},
    )
    author = rendered.author or rendered.made_by
    add(root, _DC, "title", rendered.title)
    add(root, _DC, "subject", rendered.subject)
    add(root, _DC, "creator", author)
    add(root, _DC, "identifier", rendered.identifier)
    add(root, _DC, "language", rendered.language)
    add(root, _CORE, "lastModifiedBy", author)
    for name in ("created", "modified"):
        moment = add(root, _TERMS, name, _midnight(rendered.issued))
        moment.set(f"{{{_XSI}}}type", "dcterms:W3CDTF")
    return root


def _program(rendered: RenderedBrief) -> Element:
    root = etree.Element(f"{{{_EXTENDED}}}Properties", nsmap={None: _EXTENDED})
    add(root, _EXTENDED, "Application", rendered.made_by)
    return root


def _custom(rendered: RenderedBrief) -> Element:
    root = etree.Element(f"{{{_CUSTOM}}}Properties", nsmap={None: _CUSTOM, "vt": _VT})
    values = {
        "Reference": rendered.reference,
        "Marking": rendered.marking,
        "Program": rendered.made_by,
        "Identifier": rendered.identifier,
    }
    for number, (name, value) in enumerate(values.items(), 2):
        entry = add(root, _CUSTOM, "property", fmtid=_USER_DEFINED, pid=number, name=name)
        add(entry, _VT, "lpwstr", value)
    return root


def _midnight(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
