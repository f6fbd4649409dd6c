"""Russian: six cases of names, adjectives and peoples."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.extraction.languages.rules import Rules
from briefing.extraction.languages.russian_stems import beginning, fold, stem

_HARD = ("ый", "ая", "ое", "ые", "ого", "ой", "ому", "ую", "ым", "ом", "ых", "ыми", "ою")
_SOFT = ("ий", "ая", "ое", "ие", "ого", "ой", "ому", "ую", "им", "ом", "их", "ими", "ою")
_SOFTEST = ("ий", "яя", "ее", "ие", "его", "ей", "ему", "юю", "им", "ем", "их", "ими")

_ADJECTIVES = {
    "ий": ("ий", "ого", "ому", "ий", "им", "ом"),
    "ый": ("ый", "ого", "ому", "ый", "ым", "ом"),
    "ой": ("ой", "ого", "ому", "ой", "ым", "ом"),
    "ая": ("ая", "ой", "ой", "ую", "ой", "ой"),
    "яя": ("яя", "ей", "ей", "юю", "ей", "ей"),
    "ое": ("ое", "ого", "ому", "ое", "ым", "ом"),
    "ее": ("ее", "его", "ему", "ее", "им", "ем"),
    "ие": ("ие", "их", "им", "ие", "ими", "их"),
    "ые": ("ые", "ых", "ым", "ые", "ыми", "ых"),
}
"""Adjectives within a name, case by case: nominative, genitive, dative, accusative, …"""

_NOUNS: dict[str, tuple[tuple[str, ...], ...]] = {
    "ия": (("ия", "ии", "ии", "ию", "ией", "ии"),),
    "ея": (("ея", "еи", "ее", "ею", "еей", "ее"),),
    "ье": (("ье", "ья", "ью", "ье", "ьем", "ье"),),
    "ие": (("ие", "ия", "ию", "ие", "ием", "ии"),),
    "ец": (("ец", "ца", "цу", "ец", "цом", "це"), ("ец", "йца", "йцу", "ец", "йцем", "йце")),
    "а": (("а", "ы", "е", "у", "ой", "е"), ("а", "и", "е", "у", "ей", "е")),
    "я": (("я", "и", "е", "ю", "ей", "е"),),
    "ь": (("ь", "и", "и", "ь", "ью", "и"), ("ь", "я", "ю", "ь", "ем", "е")),
    "й": (("й", "я", "ю", "й", "ем", "е"),),
    "о": (("о", "а", "у", "о", "ом", "е"), ("о",) * 6),
    "ы": (("ы", "ов", "ам", "ы", "ами", "ах"), ("ы", "", "ам", "ы", "ами", "ах")),
    "и": (("и", "", "ам", "и", "ами", "ах"), ("и", "ов", "ам", "и", "ами", "ах"), ("и",) * 6),
}
"""Endings of nouns, longest first; of two patterns one is right, and the other found nowhere."""
_CONSONANTS = frozenset("бвгджзклмнпрстфхцчшщ")
_AFTER_CONSONANT = (("", "а", "у", "", "ом", "е"), ("", "а", "у", "", "ем", "е"))
_CASES = 6

_PEOPLES = {
    "ец": ("ец", "ца", "цу", "цем", "це", "цы", "цев", "цам", "цами", "цах", "цом", "цов", "ка"),
    "анин": ("анин", "анина", "анину", "анином", "ане", "ан", "анам", "анами", "анах"),
    "янин": ("янин", "янина", "янину", "янином", "яне", "ян", "янам", "янами", "янах"),
    "нин": ("нин", "нина", "не", "н", "нам", "нами", "нах"),
    "рин": ("рин", "рина", "ры", "р", "рам", "рами", "рах"),
}
_OF_PEOPLE = ("", "а", "у", "ом", "е", "ы", "и", "ов", "ам", "ами", "ах")


def _adjective(word: str) -> Iterator[str]:
    for ending, forms in (("ский", _SOFT), ("цкий", _SOFT), ("ний", _SOFTEST), ("ый", _HARD)):
        if word.endswith(ending):
            yield from (word[:-2] + form for form in forms)
            return
    yield from (word[:-2] + form for form in _SOFT)


def _noun(name: str) -> Iterator[str]:
    """Yield a name in its cases; adjectives before the noun go with it, words after it stay."""
    yield name
    words = name.split(" ")
    head = next((n for n, word in enumerate(words) if word[-2:] not in _ADJECTIVES), None)
    if head is None or (head == 0 and name.isupper()) or not name[-1].isalpha():
        return
    for noun in _declined(words[head]):
        for case in range(_CASES):
            before = [_of_case(word, case) for word in words[:head]]
            yield " ".join([*before, noun[case], *words[head + 1 :]])
            if words[head + 1 : head + 2] == ["и"] and len(words) == head + 3:
                for other in _declined(words[-1]):
                    yield " ".join([*before, noun[case], "и", other[case]])


def _of_case(adjective: str, case: int) -> str:
    return adjective[:-2] + _ADJECTIVES[adjective[-2:]][case]


def _declined(noun: str) -> Iterator[tuple[str, ...]]:
    """Yield the six cases of a noun, in each way that its ending allows."""
    for ending, patterns in _NOUNS.items():
        if noun.endswith(ending):
            bare = noun.removesuffix(ending)
            yield from (tuple(bare + form for form in forms) for forms in patterns)
            return
    if noun[-1].lower() in _CONSONANTS and not noun.isupper():
        yield from (tuple(noun + form for form in forms) for forms in _AFTER_CONSONANT)
    else:
        yield (noun,) * _CASES


def _people(word: str) -> Iterator[str]:
    for ending, forms in _PEOPLES.items():
        if word.endswith(ending):
            bare = word.removesuffix(ending)
            if ending == "ец" and bare[-1] in "аеиоуыэюя":
                forms = ("ец", *("й" + form for form in forms[1:]))
            yield from (bare + form for form in forms)
            return
    yield from (word + ending for ending in _OF_PEOPLE)


RULES = Rules(
    adjective=_adjective, noun=_noun, people=_people, stem=stem, fold=fold, beginning=beginning
)
