"""Take the remains of markup out of running text: tags, entities, marks of emphasis."""

from __future__ import annotations

import html
import re

_TAG_NAMES = (
    "a|abbr|b|big|blockquote|br|center|cite|code|del|div|em|font|h[1-6]|hr|i|img|ins|li|mark|o:p"
    "|ol|p"
    "|q|s|small|span|strike|strong|sub|sup|table|tbody|td|th|thead|tr|tt|u|ul"
)
_TAG = re.compile(rf"</?(?:{_TAG_NAMES})(?:\s[^<>]{{0,2000}})?/?>", re.IGNORECASE)
_BREAKING_TAG = re.compile(r"<(?:br|/?p|/?div|/?li|/?td|/?tr|hr)\b[^<>]{0,2000}>", re.IGNORECASE)
_CUT_TAG = re.compile(rf"\s*<(?:{_TAG_NAMES})(?:\s[^<>]{{0,2000}})?$", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{2,7}|#x[0-9a-fA-F]{2,6}|[a-zA-Z]{2,8}\d{0,2});")
_STARS = re.compile(r"(?<![\w*\\])(\*{1,3})(?=[^\s*])([^*]{1,500}?)(?<=\S)\1(?![\w*])")
_LONELY_STARS = re.compile(r"\*{2,}")
_UNDERSCORES = re.compile(r"(?<![\w/=&?.])(_{1,2})(?=[^\s_])([^_]{1,500}?)(?<=\S)\1(?![\w/])")
_LINK = re.compile(r"!?\[([^\[\]]{1,300})\]\((?:https?://|/|#|mailto:)[^()\s]{0,1000}\)")
_EMPHASISED = re.compile(r"(\*{1,3}|_{1,2})(?=[^\s*_])[^*]{2,2000}(?<=[^\s*_])\1")
_STRAY = re.compile(r"^(?:[_*~#=|<>\-–—]\s*)+$")


def is_emphasised(text: str) -> bool:
    """Return whether marks of bold or italics stand around the whole of ``text``."""
    return _EMPHASISED.fullmatch(text.strip()) is not None


def without_markup(text: str) -> str:
    """Return the text that a reader was meant to see."""
    if "<" in text:
        text = _CUT_TAG.sub("", _TAG.sub("", _BREAKING_TAG.sub(" ", text)))
    if "&" in text:
        text = _ENTITY.sub(lambda match: html.unescape(match.group()), text)
    if "](" in text:
        text = _LINK.sub(r"\1", text)
    if "*" in text:
        text = _LONELY_STARS.sub("", _STARS.sub(r"\2", text))
    if "_" in text:
        text = _UNDERSCORES.sub(r"\2", text)
    return "" if _STRAY.match(text) else text
