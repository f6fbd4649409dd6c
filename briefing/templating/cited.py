"""How a finding is written: its words, the marks behind them, its year, where sources differ."""

from __future__ import annotations

from functools import lru_cache

from markupsafe import Markup

from briefing.blocks import runs_from_the_right
from briefing.model import BriefFinding, Citation, Quotation
from briefing.templating.spoken import NBSP

_MARKS_HELD = 2
_SHORT_ENDING = 10
"""Last words of fewer characters look lost on a line with nothing else but one mark."""
_LONGEST_ENDING = 24
"""Characters of last words that may be held together; more would leave a gap above them."""


def place(citation: Citation) -> str:
    """Return where a passage stands: ``1, p. 9 ¶ 2`` with pages, ``3 ¶ 14`` without."""
    page = f", p.{NBSP}{citation.page}" if citation.page else ""
    paragraph = f"{NBSP}¶{NBSP}{citation.paragraph}" if citation.paragraph else ""
    return f"{citation.source}{page}{paragraph}"


def passage_id(citation: Citation, quotation: Quotation) -> str:
    """Return the id of the passage in the annex that holds a quotation cited so."""
    return f"passage-{citation.source}-{quotation.block}"


def marks(finding: BriefFinding, *, annexed: bool = False) -> Markup:
    """Return the finding's marks: ``[1, p. 9 ¶ 2; 4, p. 12 ¶ 1]``.

    Each is a link to its passage where these are annexed, else to its source.
    """
    quoted = (finding.quotations[finding.own], *finding.elsewhere)
    links = (
        _link(place(citation), _target(citation, quotation, annexed))
        for citation, quotation in zip(finding.citations, quoted, strict=True)
    )
    return Markup('<span class="marks">[%s]</span>') % Markup("; ").join(links)


def _target(citation: Citation, quotation: Quotation, annexed: bool) -> str:
    return passage_id(citation, quotation) if annexed else f"source-{citation.source}"


@lru_cache(maxsize=4096)  # after a change most of a document is written as it was
def _link(words: str, target: str) -> Markup:
    return Markup('<a class="mark" href="#%s">%s</a>') % (target, words)


def wording(finding: BriefFinding, *, annexed: bool = False) -> Markup:
    """Return the finding's words, its marks and the year if it is old.

    The last word is held together with its marks and the year, so that none of them stands on a
    line of its own, and a short one before a single mark with the words before it, too; many marks
    may break as they need.
    """
    is_long = bool(finding.elsewhere or finding.year)
    before, last = _parted(finding.text, 0 if is_long else _SHORT_ENDING)
    marked = marks(finding, annexed=annexed) + old(finding)
    beside = differing(finding, annexed=annexed)
    if len(finding.citations) > _MARKS_HELD or len(last) > _LONGEST_ENDING:
        return portion(finding) + Markup("%s %s%s") % (finding.text, marked, beside)
    held = Markup('<span class="ending">%s %s</span>') % (last, marked)
    said = Markup("%s %s%s") % (before, held, beside) if before else held + beside
    return portion(finding) + said


def _parted(text: str, short: int) -> tuple[str, str]:
    """Return a text in two: what stands before its last words, and these, not to be too short."""
    before, _, last = text.rpartition(" ")
    while before and len(last) < short:
        rest, _, word = before.rpartition(" ")
        if len(word) + 1 + len(last) > _LONGEST_ENDING:
            break
        before, last = rest, f"{word} {last}"
    return before, last


def portion(finding: BriefFinding) -> Markup:
    """Return the marking of a finding as it stands before it: ``(S)``; nothing where none is."""
    if not finding.portion:
        return Markup("")
    return Markup('<span class="portion">({})</span> ').format(finding.portion)


def differing(finding: BriefFinding, *, annexed: bool = False) -> Markup:
    """Return where other sources differ, in words; nothing where none does.

    ``Sources differ: “about 2,000 soldiers” here, “1,960 troops” in [2, p. 4 ¶ 1].``
    """
    if not finding.disagreements:
        return Markup("")
    others = Markup(", ").join(
        Markup("“{}” in {}").format(
            one.there,
            _link(f"[{place(one.citation)}]", _target(one.citation, one.quotation, annexed)),
        )
        for one in finding.disagreements
    )
    said = Markup(' <span class="differing">Sources differ: “{}” here, {}.</span>')
    return said.format(finding.disagreements[0].here, others)


def language_attributes(finding: BriefFinding, languages: dict[str, str]) -> Markup:
    """Return the attributes of an element for a finding in another language or direction."""
    lang = languages.get(finding.code, "")
    parts = [Markup(' lang="{}"').format(lang)] if lang else []
    parts += [Markup(' dir="rtl"')] if runs_from_the_right(finding.text) else []
    return Markup("").join(parts)


def old(finding: BriefFinding) -> Markup:
    """Return the year of an old source in words, or nothing where the source is recent.

    Nothing parts it from what it stands behind: on a line of its own it would seem to say more.
    """
    if finding.year is None:
        return Markup("")
    return Markup('{}<span class="old">report of{}{}</span>').format(NBSP, NBSP, finding.year)
