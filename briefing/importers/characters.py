"""Clean the characters of a text: what a reader does not see must not reach a finding.

Takes any text; gives the same words in Unicode NFC without ligatures, soft hyphens, zero-width
and control characters, with every run of white space as one space.
"""

from __future__ import annotations

import itertools
import re
import unicodedata

from briefing.importers.draft import DraftBlock

_LATIN_LIGATURE = re.compile("[\ufb00-\ufb06]")
_LATIN_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)
_PRESENTATION_FORMS = re.compile("[\ufb1d-\ufdcf\ufdf0-\ufdfc\ufe70-\ufefc]+")
_ALWAYS_INVISIBLE = re.compile(
    "[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]"
)
# Joiners carry meaning in Persian and Indic scripts, where they stand between letters; beside
# Latin, Greek and Cyrillic letters they are dirt.
_IDLE_JOINER = re.compile("(?<![\u0590-\u109f])[\u200c\u200d]|[\u200c\u200d](?![\u0590-\u109f])")
_CONTROL = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]"
)
_SPACES_IN_ROW = re.compile(r"[^\S\n]+")


def clean(text: str) -> str:
    """Return ``text`` as one clean line; empty if nothing visible is left."""
    text = visible(text)
    if text.isprintable() and "  " not in text:  # then a plain space is its only white space
        return text.strip(" ")
    return " ".join(text.split())


def clean_rows(text: str) -> str:
    """Return the text of a table cleaned, keeping the newlines between its rows."""
    rows = (_SPACES_IN_ROW.sub(" ", row).strip() for row in visible(text).splitlines())
    return "\n".join(row for row in rows if row.strip(" |"))


def visible(text: str) -> str:
    """Return ``text`` in NFC with only what a reader sees; white space stays as it is."""
    if text.isascii():
        return text if text.isprintable() else _CONTROL.sub("", text)
    text = _LATIN_LIGATURE.sub(lambda match: match.group().translate(_LATIN_LIGATURES), text)
    if not text.isprintable():
        text = _ALWAYS_INVISIBLE.sub("", text)
        text = _IDLE_JOINER.sub("", _CONTROL.sub("", text))
    text = _PRESENTATION_FORMS.sub(lambda run: unicodedata.normalize("NFKC", run.group()), text)
    return unicodedata.normalize("NFC", text)


def pieces(block: DraftBlock) -> list[str]:
    """Return the block's text cut at its page breaks: one piece a sheet."""
    bounds = [0, *block.page_breaks, len(block.text)]
    return [block.text[start:end] for start, end in itertools.pairwise(bounds)]


def set_pieces(block: DraftBlock, parts: list[str]) -> None:
    """Put the text of each sheet into the block, keeping its page breaks right."""
    text, breaks = "", []
    for number, part in enumerate(parts):
        part = _SPACES_IN_ROW.sub(" ", part)
        part = part.lstrip() if not text or text.endswith(" ") else part
        if number:
            breaks.append(len(text))
        text += part
    block.text = text.rstrip()
    block.page_breaks = tuple(min(offset, len(block.text)) for offset in breaks)
