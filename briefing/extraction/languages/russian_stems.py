"""Russian words without their endings, by the steps of Porter's stemmer for Russian."""

from __future__ import annotations

import re
from functools import lru_cache

_VOWELS = "аеиоуыэюя"
_REGION = re.compile(rf"^[^{_VOWELS}]*[{_VOWELS}]")
"""Up to the first vowel: nothing is taken off there."""
_GERUND = re.compile(r"(?:(?:ив|ивши|ившись|ыв|ывши|ывшись)|(?<=[ая])(?:в|вши|вшись))$")
_REFLEXIVE = re.compile(r"с[яь]$")
_ADJECTIVE = re.compile(
    r"(?:(?:ивш|ывш|ующ)|(?<=[ая])(?:ем|нн|вш|ющ|щ))?"
    r"(?:ими|ыми|его|ого|ему|ому|ее|ие|ые|ое|ей|ий|ый|ой|ем|им|ым|ом|их|ых|ую|юю|ая|яя|ою|ею)$"
)
_VERB = re.compile(
    r"(?:(?:ила|ыла|ена|ейте|уйте|ите|или|ыли|ей|уй|ил|ыл|им|ым|ен|ило|ыло|ено|ят|ует|уют|ит|ыт"
    r"|ены|ить|ыть|ишь|ую|ю)"
    r"|(?<=[ая])(?:ла|на|ете|йте|ли|й|л|ем|н|ло|но|ет|ют|ны|ть|ешь|нно))$"
)
_NOUN = re.compile(
    r"(?:иями|ями|ами|ией|иям|ием|иях|ев|ов|ие|ье|еи|ии|ей|ой|ий|ям|ем|ам|ом|ах|ях|ию|ью|ия|ья"
    r"|а|е|и|й|о|у|ы|ь|ю|я)$"
)
_LAST = re.compile(r"(?:ейше|ейш)?(?:(?<=н)н)?ь?$")


def fold(word: str) -> str:
    """Return the word in small letters, with ``е`` for ``ё``."""
    return word.lower().replace("ё", "е")


def beginning(word: str) -> str:
    """Return the beginning of a word without the vowels at its end, which a stem may lack."""
    return word.rstrip(_VOWELS + "ьй") if len(word) > 4 else word


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """Return what the forms of a word have in common."""
    vowel = _REGION.match(word)
    if vowel is None or len(word) < 4:
        return word
    start, rest = vowel.group(), word[vowel.end() :]
    rest = _without_inflection(rest)
    rest = rest.removesuffix("и")
    return start + _LAST.sub("", rest)


def _without_inflection(rest: str) -> str:
    shorter = _GERUND.sub("", rest)
    if shorter != rest:
        return shorter
    rest = _REFLEXIVE.sub("", rest)
    for ending in (_ADJECTIVE, _VERB, _NOUN):
        shorter = ending.sub("", rest)
        if shorter != rest:
            return shorter
    return rest
