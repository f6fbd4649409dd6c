"""Which language a passage is in, by the small words that no sentence of it can do without.

Takes a passage and the language its report is in; gives that language, unless the passage is
plainly in another. A report's own language is found on import, by letters as well.
"""

from __future__ import annotations

import re

_SMALL_WORDS = {
    "en": """the of and to in is that for it as was with be by on not he this are at from have which
        an has had were but or its their they would been will there more can said who if when""",
    "fr": """le la les des du une est et que dans pour qui sur par au aux avec ne pas plus ce cette
        ces ses son sa leur leurs ont été il elle ils en un se dont mais ou sont comme entre nous
        vous je l d qu n s""",
    "es": """el los las del una que para por con se su sus más como al fue ha han es lo la de en y
        un este esta estos entre también son no sobre pero sin desde hasta ya nos le les""",
    "de": """der die das und den von zu mit im des auf für ist dem nicht ein eine als auch es an
        werden aus bei nach wird sich sie er wir einer eines einem einen zum zur hat haben über""",
    "ru": """и в на не что с по к из от за для о до как это его но же бы при также их или мы во
        со том который которые быть был была было были является""",
}
READ = frozenset(_SMALL_WORDS)
"""The languages that the program reads: in others it finds the names of countries alone."""
_WORDS = {tag: frozenset(words.split()) for tag, words in _SMALL_WORDS.items()}
_COMMONEST = {
    tag: tuple(f" {word} " for word in words.split()[:6]) for tag, words in _SMALL_WORDS.items()
}
_WORD = re.compile(r"[^\W\d_]+")
_LEAST_WORDS = 12
_USUAL, _PLAIN, _APART = 0.12, 0.25, 0.15
"""Shares of small words: enough to be the report's language; to be another; and between them."""


def language_of_passage(text: str, usual: str) -> str:
    """Return ``usual``, the report's language, or the one a passage is plainly in instead.

    Languages are BCP 47 tags; an empty one stands for English here.
    """
    own = usual.partition("-")[0].lower() or "en"
    known = own in _WORDS
    if known and _is_plainly_in(text, own):
        return usual
    words = text.split()
    if len(words) < _LEAST_WORDS:
        return usual
    if known:
        small = sum(map(_WORDS[own].__contains__, words[: len(words) // 2]))
        if small >= _USUAL * len(words):  # half of a passage in its language says enough
            return usual
        if _share(text.lower().split(), own) >= _USUAL:
            return usual
    words = _WORD.findall(text.lower())
    shares = {tag: _share(words, tag) for tag in _WORDS}
    best = max(shares, key=lambda tag: shares[tag])
    plain = shares[best] >= _PLAIN and shares[best] - shares.get(own, 0.0) >= _APART
    return best if known and plain and best != own else usual


def _is_plainly_in(text: str, tag: str) -> bool:
    """Return whether a text is too short to tell, or a language's commonest words say enough.

    They are counted in the text as it is, which takes a fraction of what cutting it up does; where
    it returns False, all is still open.
    """
    spaces = text.count(" ")
    if spaces + 1 >= _LEAST_WORDS:
        found, enough = 0, _USUAL * (spaces + 1)
        for word in _COMMONEST[tag]:
            found += text.count(word)
            if found >= enough:
                break
        else:
            return False
    return text.isprintable()  # otherwise more than spaces may part its words


def is_plainly_english(text: str, least: float) -> bool:
    """Return whether so great a share of the words are small words of English."""
    return _share(text.lower().split(), "en") >= least


def _share(words: list[str], tag: str) -> float:
    small = _WORDS[tag]
    return sum(map(small.__contains__, words)) / max(1, len(words))
