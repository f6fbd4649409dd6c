"""The marks that open a line: bullets, enumerators, fields of a memo's head, heading signs."""

from __future__ import annotations

import re

BULLET = re.compile(r"(?:[•●▪◦‣∙·■□➢➤]|[-–—*+o](?=\s))\s*(?=\S)")
ENUMERATOR = re.compile(
    r"\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]\s+(?=\S)|\(?[A-Z]\)\s+(?=\S)"
    r"|[IVX]{1,5}\.\s+(?=\S)|\d{1,2}(?:\.\d{1,2})+\.?\s+(?=\S)"
)
ITEM_NUMBER = re.compile(r"\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]\s+(?=\S)|\(?[A-Z]\)\s+(?=\S)")
"""The number of a list item or numbered paragraph, which is no part of its first sentence."""
HEADER_FIELD = re.compile(
    r"(?:to|from|date|subject|re|cc|via|through|thru|ref|reference|classification|title"
    r"|authors?|author\(s\)|publisher|publication date|date of publication|published|issued"
    r"|source|url|an|von|datum|betreff|de|para|asunto|fecha)\s*:\s*(?=\S)",
    re.IGNORECASE,
)
LABEL = re.compile(r"\|?\s*[A-Z][A-Za-z ./()#&-]{1,30}:\s*(?:\|\s*)?(?=\S)")
"""Any label before a value, as title blocks have them: ``Product type: In Focus``."""
MARKDOWN_HEADING = re.compile(r"(#{1,6})\s+(?=\S)")
COPYRIGHT = re.compile(r"(?:©|\(c\) ?\d{4}|copyright (?:©|\(c\)|\d{4}))", re.IGNORECASE)
STRAY = re.compile(r"[_*~#=|<>\-–—+.·•\s\\^]+")
"""A line of nothing but signs: a rule, a leftover of markup."""
ADDRESS = re.compile(r"https?://|www\.|[\w.+-]+@[\w-]+\.\w")
"""An address of the web or of mail at the beginning of a line."""
