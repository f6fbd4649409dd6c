"""Know the lines that speak of the publication itself: series, copyright, grant, disclaimer."""

from __future__ import annotations

import re
from dataclasses import replace

from briefing.importers.dates import date_in_line
from briefing.importers.draft import DraftBlock
from briefing.importers.sentences import is_longer, words
from briefing.model import BlockKind, Metadata, PartialDate

_SERIES = re.compile(
    r"(?:(?:policy|working|research|discussion|issue|briefing|background|occasional|position"
    r"|white|green|strategic"
    r"|special|country|intelligence|security|economic|expert|regional|technical|annual|flash"
    r"|trade|situation|press|media|news|original|feature|official|approved)\s+)?"
    r"(?:report|brief|briefing|memo|memorandum|paper|note|commentary|analysis|insight"
    r"|perspective|comment|opinion"
    r"|release|remarks|transcript|press (?:conference|briefing)|column|article|essay"
    r"|explainer|dispatch|blog ?post|speech|judgment|country profile"
    r"|op-ed|interview|fact ?sheet|study|backgrounder|bulletin|assessment|testimony|in focus"
    r"|q ?& ?a)s?"
    r"(?:\s*(?:no\.?|nr\.?|#|№|n°)?\s*(?:\(\d{4}\)\s*)?\d+(?:[/.-]\d+)?)?(?:\s*[|,–-]\s*.{0,30}\d{4})?",
    re.IGNORECASE,
)
_SERIES_ELSEWHERE = re.compile(
    r"(?:аналитическ(?:ая записка|ий доклад|ий обзор)|доклад|записка|отчёт|отчет|обзор|интервью"
    r"|комментарий|arbeitspapier|kurzanalyse|analyse|studie|bericht|kommentar|positionspapier"
    r"|note d['’]analyse|note de recherche|rapport|étude|entretien|informe"
    r"|nota(?: técnica)?|análisis"
    r"|documento de trabajo|estudio|entrevista|relatório)(?:\s*(?:no\.?|nr\.?|№|n[°º])?\s*\d+)?",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)(?:\s*(?:©"
    r"|\(c\)))?\s*(?:(?P<before>\d{4})(?:\s*[-–]\s*\d{4})?\s*,?\s*(?:by\s+)?)?"
    r"(?P<who>(?:[^\d,.;|]|\b[A-Z]\.)*?[^\d,.;|\s](?<!\b[A-Z])(?=\s*(?:\d|[,.;|]|$)))?\s*,?\s*(?P<after>\d{4})?\s*(?:[.,;"
    r"|]\s*)?(?:all rights reserved\.?)?",
    re.IGNORECASE,
)
_PUBLISHED_BY = re.compile(
    r"(?:published by|publisher\s*:|herausgegeben von|publié par)\s+(?P<who>[^.;|]{2,100})",
    re.IGNORECASE,
)
_STATEMENT = re.compile(
    r"(?:classification\s*:|©|\(c\) ?\d{4}|copyright\b|all rights reserved|isbn\b|issn\b|doi\s*:"
    r"|jel\b|key ?words?\s*:|for sale by\b"
    r"|printed (?:in|by)\b|published by\b|publisher\s*:|suggested citation|recommended citation"
    r"|cite (?:this )?as\b|how to cite\b"
    r"|disclaimer\b|funding\s*:|acknowledge?ments?\s*:|contact\s*:|tel\.?\s*:|e-?mail\s*:"
    r"|(?:media|press|public|general) (?:contacts?|enquir(?:y|ies)|inquir(?:y|ies)|office|officer"
    r"|relations)\b(?:\s*:|$)|for (?:further|more) (?:information|details)\b[^.]{0,60}?"
    r"(?:\bcontact\b|\bcall\b|\be-?mail\b|:)|notes? to editors\b"
    r"|(?:tele)?(?:phone|fax)\s*:|mobile\s*:|website\s*:|corresponding author\b|article history\b"
    r"|received:? .{0,60}\b(?:accepted|revised|published)\b|(?:drafted|cleared|approved) by\s*:"
    r"|(?:we|the authors?) (?:thanks?|(?:is|are) (?:grateful|indebted) to)\b.{0,160}"
    r"\b(?:referees?|reviewers?|comments|research assistance|funding|seminar)\b"
    r"|(?:layout|design|cover (?:design|photo|image)|typesetting|editors?|series editors?)\s*:"
    r"|\(signed\)|first published\b|(?:reprints?|permissions?)\b.{0,40}:|printed on\b"
    r"|(?:this|the) (?:publication|report|paper|memo|memorandum|project|research|study|work"
    r"|brief|article|analysis|policy \w+)"
    r" (?:was|is|has been) (?:made possible|funded|supported|sponsored|financed|produced with"
    r"|prepared (?:with|under))"
    r"|the (?:views|opinions|statements|positions|analysis|findings)\b.{0,80}\b(?:are|do|is"
    r"|remain)\b.{0,60}\b(?:author|own|reflect|"
    r"represent|responsib)|the author(?:s)? (?:would like to|wish(?:es)? to) thank\b"
    r"|about the authors?\b|(?:this|these) (?:documents?|reports?|publications?) (?:was|were|is"
    r"|are) prepared by\b)",
    re.IGNORECASE,
)
_BIOGRAPHY = re.compile(
    r"(?:the author|[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3}) (?:is|was|serves as) (?:an?"
    r"|the) .{0,80}\b(?:fellow|researcher|professor"
    r"|analyst|director|lecturer|scholar|editor|correspondent|expert|associate|economist"
    r"|journalist)\b.{0,40}\b(?:at|of|with|for|in)\b"
)
_SECTION = re.compile(
    r"(?:disclaimer|about the authors?|über (?:die|den) autor(?:in|en|innen)?|acknowledge?ments?"
    r"|(?:author )?contact(?: information)?|à propos de l[’']auteure?|sobre (?:el|la) autora?"
    r"|copyright"
    r"|funding|imprint|impressum|about (?:us|this (?:report|paper|series))|orcid"
    r"|(?:disclosure|data availability|ethics|funding)(?: statement)?|author contributions?"
    r"|(?:declaration of )?(?:competing|conflicts? of) interests?|notes? on (?:the )?contributors?"
    r"|notes? to editors|(?:media|press) (?:contacts?|enquiries|inquiries))\s*:?",
    re.IGNORECASE,
)
_DATED = re.compile(r"(?:first |last )?(?:published|updated|modified|reviewed)\b", re.IGNORECASE)
_MAIL = re.compile(r"\S+@\S+\.\w{2,}")
_MARKABLE = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADING, BlockKind.META})
_LONGEST = 130  # words
_LONGEST_PORTRAIT_HEADING = 6  # words
_EDGE = 8  # blocks at either end of a report among which an author's biography may stand


def is_series_label(text: str) -> bool:
    """Return whether the line names the kind of publication: ``Policy Report``, ``Brief No. 4``."""
    bare = text.strip("*_ #")
    return words(bare) <= 8 and bool(_SERIES.fullmatch(bare) or _SERIES_ELSEWHERE.fullmatch(bare))


def is_imprint(text: str) -> bool:
    """Return whether the paragraph speaks of the publication: copyright, grant, disclaimer."""
    bare = text.strip("*_ ")
    if is_longer(bare, _LONGEST):
        return False
    if _DATED.match(bare) and date_in_line(bare):
        return True
    return bool(_STATEMENT.match(bare) or _MAIL.fullmatch(bare))


def mark_imprint(blocks: list[DraftBlock]) -> Metadata:
    """Set the kind of imprint paragraphs and return publisher and year where they give them."""
    metadata = Metadata()
    in_section = False
    for index, block in enumerate(blocks):
        if _SECTION.fullmatch(block.text):
            in_section = index > len(blocks) // 2
        elif block.kind is BlockKind.HEADING:
            in_section = False
        if block.kind not in _MARKABLE:
            continue
        in_section = in_section or _opens_self_portrait(block, len(blocks) - index)
        edge = index < _EDGE or index >= len(blocks) - _EDGE
        if in_section or is_imprint(block.text) or (edge and _is_biography(block)):
            block.kind, block.level = BlockKind.META, 0
            metadata = _facts(block.text).overlaid(metadata)
    return metadata


def _opens_self_portrait(block: DraftBlock, blocks_left: int) -> bool:
    """Return whether ``About Harbour Watch`` begins what a publisher says of itself at the end."""
    is_last = blocks_left <= _EDGE and words(block.text) <= _LONGEST_PORTRAIT_HEADING
    return is_last and block.kind is BlockKind.HEADING and block.text.startswith("About ")


def _is_biography(block: DraftBlock) -> bool:
    return not is_longer(block.text, _LONGEST) and _BIOGRAPHY.match(block.text) is not None


def _facts(text: str) -> Metadata:
    metadata = Metadata()
    if match := _PUBLISHED_BY.match(text):
        metadata = replace(metadata, publisher=match["who"].strip(" ,"))
    if match := _COPYRIGHT.match(text):
        year = match["before"] or match["after"]
        who = (match["who"] or "").strip(" ,")
        metadata = replace(
            metadata,
            publisher=who if _names_publisher(who) else metadata.publisher,
            date=PartialDate(int(year)) if year and int(year) > 0 else None,
        )
    return metadata


def _names_publisher(who: str) -> bool:
    return 2 < len(who) <= 80 and not re.match(r"the author|by\b", who, re.IGNORECASE)
