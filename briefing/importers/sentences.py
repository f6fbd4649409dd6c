"""How a run of text begins and ends: the small signs by which paragraphs are told apart."""

from __future__ import annotations

import re

_CLOSERS = "\"'”’»)]›*_ \u2009"
_NOTE_CALL = re.compile(r"(?:\s?[\u00b9\u00b2\u00b3\u2070-\u2079]+|(?<=[.!?”\"])\d{1,3})$")
_RAISED = "\u00b9\u00b2\u00b3" + "".join(map(chr, range(0x2070, 0x207A)))
_OPENERS = "\"'“‘„«‹([*_¿¡ "
_UNCLOSED_TAG = re.compile(r"<[a-zA-Z/]")
_TAIL = 80  # characters at the end of a text that tell how it ends
_LEADING = frozenset(
    "a an the of in on at to for from by with without within into onto over under between among "
    "through during against about towards toward upon via per and or but nor that which who whom "
    "whose is are was were be been being has have had its their his her our your this these those "
    "as than if because although while where when whether not "
    "de la le les des du et ou que qui dans sur pour par avec un une "
    "el los las y o en con por para del der die das den dem des und oder von zu mit auf für "
    "и в на с к по от из для что о об".split()
)

_LONGEST_LEADING = 12  # characters: one more than any word above
_CUT_WORD = re.compile(r"\w[-‐\u00ad¬]$")
_LAST_WORD = re.compile(r"(?<![^\W\d_])[^\W\d_]+$")
_SMALL_WORDS = frozenset(
    "a an the of in on at to for from by with and or but nor as vs via into over per is".split()
)
_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?")


def ends_sentence(text: str) -> bool:
    """Return whether ``text`` closes with a full stop, question or exclamation mark."""
    bare = text[-_TAIL:].rstrip()
    if bare[-1:].isdigit() or bare[-1:] in _RAISED:
        bare = _NOTE_CALL.sub("", bare)
    bare = bare.rstrip(_CLOSERS)
    return bare.endswith((".", "!", "?", "…", "؟", "۔", "。", "।"))


def ends_clause(text: str) -> bool:
    """Return whether ``text`` closes a sentence or stops at a colon or semicolon."""
    return ends_sentence(text) or text[-_TAIL:].rstrip().rstrip(_CLOSERS).endswith((":", ";"))


def begins_in_lower_case(text: str) -> bool:
    """Return whether the first letter of ``text`` is small, opening marks apart."""
    first = text.lstrip(_OPENERS)[:1]
    return first.islower() or (first in "–—,;" and first != "")


def begins_in_caseless_script(text: str) -> bool:
    """Return whether ``text`` begins in a script without capitals, such as Arabic."""
    first = text.lstrip(_OPENERS)[:1]
    return first.isalpha() and first.lower() == first.upper()


def leans_forward(text: str) -> bool:
    """Return whether the last word calls for another: an article, a preposition, a comma."""
    bare = text[-_TAIL:].rstrip()
    if bare.endswith((",", "(", "–", "—")) or _CUT_WORD.search(bare[-2:]):
        return True
    last = _LAST_WORD.search(bare[-_LONGEST_LEADING:])
    return last is not None and last.group() in _LEADING


def is_broken_off(text: str) -> bool:
    """Return whether markup cut off in the middle ends the text: what followed is lost."""
    opened = text.rfind("<")
    return opened > text.rfind(">") and _UNCLOSED_TAG.match(text, opened) is not None


def words(text: str) -> int:
    """Return how many words ``text`` has, counted by white space."""
    return len(text.split())


def is_longer(text: str, count: int) -> bool:
    """Return whether ``text`` has more than ``count`` words, without counting them all."""
    return len(text) > count and len(text.split(None, count)) > count


def is_title_case(text: str) -> bool:
    """Return whether nearly every word but the small ones begins with a capital."""
    long_words = [word for word in _WORD.findall(text) if word.lower() not in _SMALL_WORDS]
    capitals = sum(word[0].isupper() for word in long_words)
    return len(long_words) >= 2 and capitals >= 0.8 * len(long_words)
