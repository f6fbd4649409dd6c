"""Quantities in French, Spanish, German and Russian: ``2.000 Soldaten``, ``1,5 milliard d'euros``.

Only where the noun or the scale is of one of these languages: there a comma parts the decimals, and
points or spaces the thousands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_NOUNS = {
    "troops": "soldats militaires combattants casques\\sbleus|soldados militares efectivos"
    "|Soldaten Kämpfer Bundeswehrsoldaten|солдат солдата солдаты военнослужащих военных бойцов",
    "dead": "morts tués|muertos|Tote Toten Todesopfer|погибших убитых",
    "wounded": "blessés|heridos|Verletzte Verwundete|раненых пострадавших",
    "displaced": "déplacés|desplazados|Vertriebene Binnenvertriebene|переселенцев",
    "refugees": "réfugiés|refugiados|Flüchtlinge|беженцев",
    "people": "personnes habitants civils|personas habitantes civiles|Menschen Personen Einwohner"
    " Zivilisten|человек человека людей жителей",
    "tanks": "|tanques|Panzer Kampfpanzer|танков танка",
    "drones": "||Drohnen|дронов беспилотников",
    "ships": "navires|buques barcos|Schiffe Kriegsschiffe|кораблей судов",
    "missiles": "|misiles|Raketen|ракет",
    "share": "pour\\scent|por\\sciento|Prozent|процентов процента процент",
    "area": "kilomètres\\scarrés|kilómetros\\scuadrados|Quadratkilometer|квадратных\\sкилометров",
    "kilometres": "kilomètres|kilómetros|Kilometer|километров км",
    "tonnes": "|toneladas|Tonnen|тонн",
    "dollars": "|dólares|US-Dollar|долларов доллара",
    "roubles": "|rublos|Rubel|рублей рубля",
}  # fmt: skip
_SHARED = {
    "dollars": "dollars dollar Dollar",
    "CFA francs": "francs\\sCFA",
    "euros": "euros euro Euro евро",
    "roubles": "roubles",
}
"""Words that English has too: they count only after a scale that it has not."""
_SCALES = {
    "mille": 1e3, "tausend": 1e3, "mil": 1e3, "тысяч": 1e3, "тысячи": 1e3, "тыс.": 1e3,
    "millions": 1e6, "million": 1e6, "millones": 1e6, "millón": 1e6, "mil millones": 1e9,
    "Millionen": 1e6, "Mio.": 1e6, "миллионов": 1e6, "миллиона": 1e6, "млн": 1e6,
    "milliards": 1e9, "milliard": 1e9, "Milliarden": 1e9, "Mrd.": 1e9, "миллиардов": 1e9,
    "миллиарда": 1e9, "млрд": 1e9, "billones": 1e12, "трлн": 1e12,
}  # fmt: skip
_BOUNDS = {
    "about": "environ quelque unos unas cerca\\sde rund etwa ungefähr около примерно",
    "more than": "plus\\sde más\\sde mehr\\sals über более свыше",
    "at least": "au\\smoins al\\smenos mindestens минимум",
    "less than": "moins\\sde menos\\sde weniger\\sals менее",
    "up to": "jusqu'à hasta bis\\szu до",
    "nearly": "près\\sde casi fast knapp почти",
}
_KIND = {
    noun.replace("\\s", " "): kind
    for kind, nouns in _NOUNS.items()
    for noun in nouns.replace("|", " ").split()
}
_ENGLISH = {
    noun.replace("\\s", " "): kind for kind, nouns in _SHARED.items() for noun in nouns.split()
}
_BOUND = {
    word.replace("\\s", " "): bound for bound, words in _BOUNDS.items() for word in words.split()
}


def _one_of(words: dict[str, str] | dict[str, float]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_QUANTITY = re.compile(
    rf"(?:(?<!\w)(?P<bound>(?i:{_one_of(_BOUND)}))\s)?"
    r"(?<![\w.,:/-])(?P<figures>\d{1,3}(?:[.\s’]\d{3})+|\d+)(?P<part>,\d{1,2})?(?!\d|[.,]\d)"
    rf"(?:\s(?P<scale>{_one_of(_SCALES)})(?!\w))?"
    rf"(?:\s(?:de\s|d[’'])?(?:[^\W\d_]+\s(?!и\b))??(?P<noun>{_one_of(_KIND)}|{_one_of(_ENGLISH)})(?!\w)|\s?(?P<percent>%))"
)


@dataclass(frozen=True, slots=True)
class Foreign:
    """A quantity as it stands in a text of another language."""

    start: int
    end: int
    kind: str
    number: float
    words: str
    bound: str


def foreign(text: str) -> Iterator[Foreign]:
    """Yield the quantities told in another language than English."""
    for match in _QUANTITY.finditer(text):
        noun, scale = match["noun"] or "", match["scale"] or ""
        english = noun in _ENGLISH and not (scale and scale not in ("million", "millions"))
        if english or (match["percent"] and not match["part"]):
            continue
        kind = "share" if match["percent"] else _KIND.get(noun) or _ENGLISH[noun]
        figures = re.sub(r"\D", "", match["figures"]) + (match["part"] or "").replace(",", ".")
        words = " ".join(match[0].split())
        bound = _BOUND.get(" ".join((match["bound"] or "").casefold().split()), "")
        number = float(figures) * _SCALES.get(scale, 1.0)
        yield Foreign(*match.span(), kind, number, words, bound)
