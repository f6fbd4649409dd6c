"""The data that a Word document carries for being checked: a custom XML part (ECMA-376, 15.2.5)."""

from __future__ import annotations

import json
import re
import uuid

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from briefing.exporters.docx_xml import Element
from briefing.model import RenderedBrief
from briefing.tracing import NAMESPACE, payload_of

_PROPERTIES = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_SCHEMA = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_NOT_ASCII = re.compile("[^\n -~]+")
"""They stand within quotes only: what lies between these is ASCII."""
_FOLDER = "/customXml/"
_ITEM, _ITEM_PROPERTIES = "deskbriefTrace", "deskbriefTraceProps"


def carry_data(part: Part, rendered: RenderedBrief) -> None:
    """Put what the document carries beside its main part; nothing where it carries nothing."""
    data = payload_of(rendered)
    if not data:
        return
    package = part.package
    root = etree.Element(f"{{{NAMESPACE}}}trace", nsmap={None: NAMESPACE})
    root.text = _ascii(data)
    item = Part(PackURI(f"{_FOLDER}{_ITEM}1.xml"), "application/xml", _bytes(root), package)
    named = PackURI(f"{_FOLDER}{_ITEM_PROPERTIES}1.xml")
    item.relate_to(Part(named, _PROPERTIES, _bytes(_properties()), package), RT.CUSTOM_XML_PROPS)
    part.relate_to(item, RT.CUSTOM_XML)


def _ascii(data: bytes) -> str:
    """Return JSON with all but ASCII spelt out, so that XML holds whatever a report does."""
    return _NOT_ASCII.sub(_spelt, data.decode())


def _spelt(found: re.Match[str]) -> str:
    return json.dumps(found[0])[1:-1]


def _properties() -> Element:
    """Return the properties of the part: an id, the same for every document, and its schema."""
    root = etree.Element(f"{{{_SCHEMA}}}datastoreItem", nsmap={"ds": _SCHEMA})
    identifier = str(uuid.uuid5(uuid.NAMESPACE_URL, NAMESPACE)).upper()
    root.set(f"{{{_SCHEMA}}}itemID", f"{{{identifier}}}")
    references = etree.SubElement(root, f"{{{_SCHEMA}}}schemaRefs")
    etree.SubElement(references, f"{{{_SCHEMA}}}schemaRef").set(f"{{{_SCHEMA}}}uri", NAMESPACE)
    return root


def _bytes(root: Element) -> bytes:
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
