"""What a PDF says of itself: PDF/A-3a and PDF/UA-1 in one file, dates and names of the brief.

WeasyPrint writes the declaration of one standard. The other goes into the same ``rdf:RDF``,
together with the description of its schema that PDF/A asks for (ISO 19005-3, 6.6.2.3) of every
property that XMP does not define itself.

Imports WeasyPrint, so only ``pdf`` imports it, when a document is made.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from lxml import etree
from weasyprint import Attachment
from weasyprint.pdf.metadata import NS, DocumentMetadata

from briefing.model import RenderedBrief
from briefing.tracing import NAME, payload_of

_PDFUA = NS["pdfuaid"]
_UA_PART = f"""<x xmlns:rdf="{NS["rdf"]}" xmlns:pdfuaid="{_PDFUA}"
  xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
  xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
  xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<rdf:Description rdf:about="" pdfuaid:part="1"/>
<rdf:Description rdf:about=""><pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
  <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
  <pdfaSchema:namespaceURI>{_PDFUA}</pdfaSchema:namespaceURI>
  <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
  <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
    <pdfaProperty:name>part</pdfaProperty:name>
    <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
    <pdfaProperty:category>internal</pdfaProperty:category>
    <pdfaProperty:description>Part of ISO 14289 that the file keeps to</pdfaProperty:description>
  </rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
</x>"""


class ArchivableMetadata(DocumentMetadata):  # type: ignore[misc] # WeasyPrint publishes no types
    """Metadata that declares PDF/UA-1 beside the standard that WeasyPrint declares."""

    def generate_rdf_metadata(self, variant: str, version: int, conformance: str) -> bytes:
        """Return the one ``rdf:RDF`` of the file."""
        rdf = etree.fromstring(super().generate_rdf_metadata(variant, version, conformance))
        # lxml keeps the prefixes, which PDF/A prescribes.
        rdf.extend(list(etree.fromstring(_UA_PART)))
        return etree.tostring(rdf, encoding="utf-8")


def metadata_of(brief: RenderedBrief) -> ArchivableMetadata:
    """Return the metadata of a brief; its day of issue is the only date in the file."""
    moment = _midnight(brief.issued)
    return ArchivableMetadata(
        title=brief.title,
        authors=[brief.author],
        description=brief.subject,
        generator=brief.made_by,
        created=moment,
        modified=moment,
        lang=brief.language,
        attachments=_attachments(brief),
    )


def _attachments(brief: RenderedBrief) -> list[Attachment]:
    """Return the data that the document carries for being checked, dated as the document is."""
    data = payload_of(brief)
    if not data:
        return []
    moment = datetime.combine(brief.issued, time(), UTC)
    return [
        Attachment(
            string=data,
            name=NAME,
            description="The findings with their sources, for checking the document",
            created=moment,
            modified=moment,
            relationship="Data",
        )
    ]


def _midnight(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
