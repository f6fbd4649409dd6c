"""What numbers count and measure: kinds, the words for each, and what a unit makes of them."""

from __future__ import annotations

import re

COUNTED = {
    "troops": "soldier soldiers troops servicemen servicewomen paratroopers peacekeepers personnel"
    " fighters men mercenaries militants insurgents gunmen conscripts reservists recruits marines"
    " rebels combatants militiamen jihadists guerrillas",
    "police": "police policemen",
    "tanks": "tanks",
    "aircraft": "aircraft planes jets warplanes",
    "helicopters": "helicopters",
    "vehicles": "vehicles",
    "guns": "howitzers guns",
    "brigades": "brigades",
    "battalions": "battalions",
    "drones": "drones uavs",
    "ships": "ships vessels warships",
    "submarines": "submarines",
    "missiles": "missiles rockets",
    "shells": "shells",
    "warheads": "warheads",
    "displaced": "displaced evacuees idps",
    "refugees": "refugees",
    "dead": "dead deaths fatalities killed",
    "wounded": "wounded injured injuries",
    "captured": "prisoners captured hostages detainees arrested kidnapped abducted",
    "casualties": "casualties",
    "people": "people persons civilians inhabitants citizens residents migrants children women"
    " adults workers voters pupils students schoolchildren schoolgirls villagers passengers"
    " victims",
    "protesters": "protesters demonstrators",
    "villages": "villages",
    "countries": "countries states nations",
    "jobs": "jobs",
    "votes": "votes",
    "seats": "seats deputies",
    "observers": "observers monitors",
}
PAIRS = {
    ("service", "members"): "troops",
    ("police", "officers"): "police",
    ("artillery", "rounds"): "shells",
    ("united", "states"): "",
    ("civilian", "men"): "people",
    ("civilian", "personnel"): "people",
}
"""What two words count that mean something else, or nothing, apart."""
MONEY = {
    "dollars": ("dollar dollars", "US$ $ USD"),
    "euros": ("euro euros", "€ EUR"),
    "pounds": ("pound pounds", "£ GBP"),
    "roubles": ("rouble roubles ruble rubles", "₽ RUB"),
    "yuan": ("yuan renminbi", "RMB CNY"),
    "yen": ("yen", "¥ JPY"),
    "rupees": ("rupee rupees", "₹ INR Rs"),
    "lira": ("lira liras", "₺ TRY"),
    "hryvnias": ("hryvnia hryvnias", "₴ UAH"),
    "shekels": ("shekel shekels", "₪ ILS"),
    "reais": ("reais", "R$ BRL"),
    "naira": ("naira nairas", "₦ NGN"),
    "rand": ("rand", "ZAR"),
    "tenge": ("tenge", "KZT"),
    "zlotys": ("zloty zlotys", "PLN"),
    "birr": ("birr", "ETB"),
    "baht": ("baht", "THB"),
    "dong": ("dong", "VND"),
    "rupiah": ("rupiah", "IDR"),
    "ringgit": ("ringgit", "MYR"),
    "Swiss francs": ("", "CHF"),
    "CFA francs": ("", "XOF XAF FCFA"),
    "francs": ("franc francs", ""),
    "pesos": ("peso pesos", ""),
    "shillings": ("shilling shillings", ""),
    "riyals": ("riyal riyals rial rials", "SAR"),
    "dirhams": ("dirham dirhams", "AED"),
    "dinars": ("dinar dinars", ""),
    "kronor": ("krona kronor krone kroner", "SEK NOK DKK"),
    "other dollars": ("", "A$ AU$ AUD C$ CA$ CAD NZ$ NZD HK$ HKD S$ SGD NT$ TWD"),
    "other pounds": ("", "EGP SDG SSP SYP LBP"),
}
"""Words and signs of each currency."""
_HOME = {"dollars": "US U.S. American", "pounds": "British sterling"}
_ABROAD = {("Swiss", "francs"): "Swiss francs", ("CFA", "francs"): "CFA francs"}

_PER_DAY = r"(?:\sof\s\w+)?(?:\s(?:per|a|each)\sday|\sdaily|/day)"
_CUBIC = r"[\s-]?(?:cubic[\s-]met(?:re|er)s?\b|m³)"
_NO_SPEED = r"(?!/h|²|2|\s(?:per|an)\shour)"
UNITS = {
    "share": r"\s?%|\s(?:per\s?cent|pct)\b(?!\s?-?points?)",
    "area": r"[\s-]?(?:(?:square|sq\.?)[\s-](?:kilomet(?:re|er)s?|km)\b|km[²2])",
    "square miles": r"[\s-](?:square|sq\.?)[\s-]miles?\b",
    "nautical miles": r"[\s-](?:nautical[\s-]miles?)\b",
    "kilometres": rf"[\s-]?(?:kilomet(?:re|er)s?|km)\b{_NO_SPEED}",
    "miles": rf"[\s-]miles?\b{_NO_SPEED}",
    "cubic metres a day": rf"{_CUBIC}(?:\s\(\w+\))?{_PER_DAY}",
    "gas": rf"\s?bcm\b|{_CUBIC}(?!\sof\s(?!(?:\w+\s)?gas\b))",
    "volume": _CUBIC,
    "watts": r"[\s-]?(?P<watts>(?:[Kk]ilo|[Mm]ega|[Gg]iga|[Tt]era)watt|[kMGT]W\b)s?\b"
    r"(?![\s-]?hours?|h)",
    "barrels a day": rf"\s(?:barrels?{_PER_DAY}|bpd\b|b/d\b)",
    "barrels": r"\sbarrels?\b",
    "acres": r"[\s-]acres?\b",
    "hectares": r"[\s-](?:hectares?|ha)\b",
    "tonnes": r"[\s-](?:metric\s)?(?:tonnes?|tons?)\b",
}  # fmt: skip
"""What may stand right after a number, the more exact before the less."""
TIMES_OF_UNIT = {"bcm": 1e9, "k": 1e3, "m": 1e6, "g": 1e9, "t": 1e12}
"""What a unit makes of its number, so that all of a kind are counted in the same."""

KIND = {noun: kind for kind, nouns in COUNTED.items() for noun in nouns.split()}
CURRENCY = {noun: kind for kind, (nouns, _) in MONEY.items() for noun in nouns.split()}
SIGN = {sign: kind for kind, (_, signs) in MONEY.items() for sign in signs.split()}
NOUNS = frozenset((*KIND, *CURRENCY, "percent", "cent", "barrels", "hectares", "tonnes", "tons"))
"""Words that tell what is counted, not of what matter a sentence is."""
GENERAL = frozenset((*MONEY, *UNITS, "change", "people", "countries")) - {
    "barrels a day",
    "barrels",
}
"""Kinds that measure all sorts of things, so that much else must agree before two are compared."""

_PEOPLE = re.compile(
    r"[A-Z]\w{2,}(?:ans|landers)|[A-Z]\w+(?:aqis|aelis|alis|anis|eshis|enis)|Arabs|Croats"
    r"|Czechs|Danes|Filipinos|Finns|Greeks|Jews|Kazakhs|Kurds|Poles|Scots|Serbs|Slovaks"
    r"|Swedes|Tajiks|Tatars|Turks|U[iy]ghurs|Uzbeks"
)
"""Names of nations, as people are counted by: ``700,000 Russians``."""


def counted(word: str, before: str) -> str | None:
    """Return what is counted by a word and the one before it; None where it is nothing known.

    A noun with a capital is a name or begins a line: it counts only as an abbreviation.
    """
    small = word.casefold()
    pair = PAIRS.get((before.casefold(), small))
    if pair is not None:
        return pair
    if small in CURRENCY:
        return _currency(CURRENCY[small], before)
    if word in ("IDPs", "UAVs") or word == small:
        return KIND.get(small)
    return "people" if _PEOPLE.fullmatch(word) else None


def _currency(kind: str, before: str) -> str:
    """Return the currency of a noun by the name of its country, where one stands before it."""
    abroad = before[:1].isupper() and before not in _HOME.get(kind, before).split()
    return f"other {kind}" if abroad else _ABROAD.get((before, kind), kind)
