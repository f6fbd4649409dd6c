"""What is compared of a finding that gives a figure or a year, to tell whether another differs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from briefing.model import Finding, PartialDate, Taxonomy
from briefing.selection.contrast import beside, manner, other_numbers, whole_of
from briefing.selection.duplicates import NEGATIONS, plain_words
from briefing.selection.quantities import NOUNS, Quantity, quantities, years
from briefing.selection.ranking import Ranked

_STEM = 6
"""Words that begin alike for so many letters are taken for one: deployed, deployment."""
_LETTERS = 4
"""Shorter words are mostly grammar."""
_EMPTY = frozenset(
    "about above after again against also although among around because become been before being"
    " between both country could during each early either ended every first from government have"
    " having however including into just last late less like made many more most much must near"
    " nearly only other over part people percent same second several should since some state still"
    " such than that their them then there these they third this those three through time took"
    " under until were what when where which while will with within without would year"
    " years".split()
)
_UNTELLING = frozenset(word[:_STEM] for word in (*_EMPTY, *NOUNS))
"""What is counted is compared by itself."""
_FATES = (
    frozenset({"killed", "kill", "dead", "died", "deaths", "casualties", "losses"}),
    frozenset({"wounded", "injured"}),
    frozenset({"captured", "prisoners"}),
    frozenset({"lost", "destroyed"}),
    frozenset({"withdrew", "withdrawn", "withdraw", "withdrawal", "left", "leave"}),
)
"""What became of those who are counted; other fates, other numbers."""


@dataclass(frozen=True, slots=True)
class Said:
    """What is compared of a finding."""

    entry: Ranked
    stems: frozenset[str]
    """How its telling words begin."""
    negations: frozenset[str]
    manner: tuple[frozenset[str], bool]
    """Which of several it speaks of, and whether of what is only meant to be."""
    fates: tuple[bool, ...]
    figures: Mapping[str, tuple[Quantity, ...]]
    """By kind."""
    years: tuple[str, ...]
    days: tuple[PartialDate, ...]
    """Days and months that it names."""
    others: frozenset[str]
    """Numbers of what is not known."""
    named: frozenset[str]
    """How the names of its countries begin."""

    @classmethod
    def of(cls, entry: Ranked, taxonomy: Taxonomy) -> Said:
        """Return what is compared of a finding."""
        finding = entry.stored.finding
        figures: dict[str, tuple[Quantity, ...]] = defaultdict(tuple)
        for one in quantities(finding.text):
            figures[one.kind] += (one,)
        words = plain_words(finding.text)
        named = _of_regions(finding, taxonomy)
        told = [one.words for kind in figures.values() for one in kind]
        return cls(
            entry,
            _stems(words) - named,
            NEGATIONS.intersection(words),
            manner(words),
            tuple(not fate.isdisjoint(words) for fate in _FATES),
            dict(figures),
            years(finding.text),
            days_of(finding),
            other_numbers(finding.text, told),
            named,
        )

    @property
    def report(self) -> str:
        """The report it stands in."""
        return self.entry.passage.report

    def numbers(self, kind: str) -> frozenset[float]:
        """Return the numbers that it gives of a kind."""
        return frozenset(one.number for one in self.figures[kind])

    def whole(self, figure: Quantity) -> frozenset[str]:
        """Return how the words begin that tell of what whole one of its figures is."""
        return _stems(whole_of(self.entry.stored.finding.text, figure.words))

    def beside(self, figure: Quantity) -> frozenset[str]:
        """Return how the words about one of its figures begin."""
        return _stems(beside(self.entry.stored.finding.text, figure.words)) - self.named


def days_of(finding: Finding) -> tuple[PartialDate, ...]:
    """Return the days and months that a finding names."""
    return tuple(day for day in finding.dates if day.month is not None)


def of_other_times(first: Sequence[PartialDate], second: Sequence[PartialDate]) -> bool:
    """Return whether days and months are told on both sides, and none that may be the same."""
    return bool(first and second) and not any(
        one.first_day <= other.last_day and other.first_day <= one.last_day
        for one in first
        for other in second
    )


def _stems(words: Iterable[str]) -> frozenset[str]:
    """Return the beginnings of the words that tell what a finding speaks of."""
    told = (word for word in words if len(word) >= _LETTERS and word.isalpha())
    return frozenset(word[:_STEM] for word in told) - _UNTELLING


def _of_regions(finding: Finding, taxonomy: Taxonomy) -> frozenset[str]:
    """Return how the names of a finding's countries begin, as their adjectives do."""
    named = (taxonomy.regions[id_].name for id_ in finding.mentions if id_ in taxonomy.regions)
    return frozenset(word[:_STEM] for name in named for word in plain_words(name))
