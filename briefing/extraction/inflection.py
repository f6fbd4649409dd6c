"""The cases of a country's name in a language that declines it and has no tables of its own.

Takes the name as CLDR gives it, in the nominative; gives the forms found in running text. Only the
regular endings of Ukrainian: a name is looked for letter for letter, and a wrong form
is found nowhere.
"""

from __future__ import annotations

_UKRAINIAN = {
    "ія": ("ія", "ії", "ію", "ією"),
    "ка": ("ка", "ки", "ку", "кою"),
    "на": ("на", "ни", "ні", "ну", "ною"),
    "а": ("а", "и", "і", "у", "ою"),
    "ь": ("ь", "і", "ю"),
}
_ENDINGS = {"uk": _UKRAINIAN}
_AFTER_CONSONANT = {"uk": ("", "у", "ом", "і")}
_CONSONANTS = frozenset("бвгджзклмнпрстфхцчшщ")


def inflected(name: str, language: str) -> tuple[str, ...]:
    """Return a name in all its cases; only as it is in a language that does not decline it."""
    endings = _ENDINGS.get(language, {})
    if " " in name:
        return (name,)
    for ending, forms in endings.items():
        if name.endswith(ending):
            stem = name.removesuffix(ending)
            return tuple(stem + form for form in forms)
    if name[-1] in _CONSONANTS:
        return tuple(name + form for form in _AFTER_CONSONANT.get(language, ("",)))
    return (name,)
