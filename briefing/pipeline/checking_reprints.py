"""Use case: check a document that was printed anew, and carries no data, by its printed codes.

Each code of the annex is looked up in the library; what stands beside it there, and in the text
before the annex, is compared with the finding that the library holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from briefing import PROGRAM, fonts
from briefing.library import Library
from briefing.model import StoredFinding
from briefing.model.checked import Backing, CheckedDocument, CheckedPart, Edit, Fate, WordRun
from briefing.model.trace import PartKind
from briefing.verifying.comparing import runs_of
from briefing.verifying.differences import Effort
from briefing.verifying.printed_codes import CodedPassage, CodedText, by_codes
from briefing.verifying.returned import Returned
from briefing.verifying.words import Words

_MADE_BY = re.compile(rf"{PROGRAM} \d+(?:\.\d+)*")
_RECOGNISED = 0.4
"""Share of a finding's characters that must be left for it to be altered rather than gone."""
_BESIDE = 12
"""Words looked at before and behind where an altered finding is thought to stand."""
_LEFT_OUT = (
    "It carries no data of this program: it was printed anew, or saved without them. So its "
    "findings were compared with the library by the codes in its annex, in the text and beside "
    "their codes. Judgements and other words of the desk, headings, marks, figures, sources, the "
    "rest of the passages, and findings put in or taken out together with their codes cannot be "
    "told: for these ask for the file as it was exported."
)
_UNKNOWN = (
    "Codes that are not compared are not in this library: their report is not, it was read anew, "
    "or the finding was shortened or added by hand."
)


def check_reprint(name: str, returned: Returned, library: Library) -> CheckedDocument | None:
    """Return what can be told of a document by its codes; None where it prints none.

    ``name`` stands for its title.
    """
    coded = by_codes(returned.text)
    inner = by_codes(returned.within) if returned.within else coded
    if not inner.passages:
        return None
    parts = tuple(_Reprint(coded, inner, library).parts())
    made = _MADE_BY.search(" ".join(returned.text.split()))
    unknown = any(part.fate is Fate.NOT_COMPARED for part in parts)
    return CheckedDocument(
        program=made.group() if made else PROGRAM,
        title=name,
        issued=None,
        parts=parts,
        added=(),
        remarks=(*returned.remarks, _LEFT_OUT, *((_UNKNOWN,) if unknown else ())),
        is_whole=False,
    )


class _Reprint:
    """A text, with and without what repeats on its pages, beside a library."""

    def __init__(self, coded: CodedText, inner: CodedText, library: Library) -> None:
        self._inner = inner
        self._library = library
        self._reports = frozenset(
            one.sha256
            for one in library.reports()
            if any(one.sha256.startswith(printed) for printed in inner.fingerprints)
        )
        self._coded = coded
        self._effort = Effort()

    def parts(self) -> Iterator[CheckedPart]:
        """Yield the findings that the annex names, in its order, each once."""
        named: dict[str, list[CodedPassage]] = {}
        for passage in self._inner.passages:
            for code in passage.codes:
                named.setdefault(code, []).append(passage)
        for code, passages in named.items():
            yield self._part(code, passages)

    def _part(self, code: str, passages: list[CodedPassage]) -> CheckedPart:
        # What is taken for an edge of pages may be the first words on one.
        whole = (one for one in self._coded.passages if code in one.codes)
        beside = [Words.of(one.text).joined for one in (*passages, *whole)]
        part = CheckedPart(
            kind=PartKind.FINDING,
            fate=Fate.NOT_COMPARED,
            text=" ".join(passages[0].text.split()),
            code=code,
            place=passages[0].place,
            backing=Backing.NO_REPORT,
        )
        found = self._library.findings_of_code(code, self._reports)
        if not found:
            return part
        stands = (one for one in found if any(_words_of(one).joined in said for said in beside))
        meant = next(stands, None)
        words = _words_of(meant or found[0])
        if all(code in one.charted for one in passages):
            fate, runs = self._charted_fate(words, beside, passages)
        else:
            fate, runs = self._fate(words, code)
        return replace(
            part,
            fate=fate,
            text=(meant or found[0]).finding.text,
            runs=runs,
            backing=Backing.CONTRADICTED if meant is None else Backing.STANDS,
        )

    def _fate(self, words: Words, code: str) -> tuple[Fate, tuple[WordRun, ...]]:
        """Return what became of a finding in the text outside its own passages."""
        body = _outside(self._inner, code)
        if any(words.joined in text.joined for text in (body, _outside(self._coded, code))):
            return Fate.VERBATIM, ()
        runs = self._nearest(words, body)
        kept = sum(len("".join(run.words.split())) for run in runs if run.edit is Edit.KEPT)
        if kept < _RECOGNISED * len(words):
            return Fate.REMOVED, ()
        return Fate.ALTERED, runs

    def _charted_fate(
        self, words: Words, beside: Sequence[str], passages: Sequence[CodedPassage]
    ) -> tuple[Fate, tuple[WordRun, ...]]:
        """Return what became of a finding whose words stand whole in its passage alone."""
        if any(words.joined in said for said in beside):
            return Fate.VERBATIM, ()
        return Fate.ALTERED, self._nearest(words, Words.of(passages[0].text))

    def _nearest(self, words: Words, text: Words) -> tuple[WordRun, ...]:
        """Return what is kept, gone and new of a finding where the text is most like it."""
        body, own = text.words, words.words
        match = SequenceMatcher(None, own, body, autojunk=False).find_longest_match()
        first = max(0, match.b - match.a - _BESIDE)
        near = body[first : match.b - match.a + len(own) + _BESIDE]
        runs = [run for run, _ in runs_of(own, near, self._effort)]
        while runs and runs[0].edit is Edit.NEW:
            runs.pop(0)
        while runs and runs[-1].edit is Edit.NEW:
            runs.pop()
        return tuple(runs)


def _outside(coded: CodedText, code: str) -> Words:
    """Return the text of a document, and of further briefs of a pack, without a code's passages."""
    behind = (one.text for one in coded.passages if one.is_last and code not in one.codes)
    return Words.of(" ".join((coded.before, *behind)))


def _words_of(stored: StoredFinding) -> Words:
    return Words.of(fonts.spell_out_uncovered(stored.finding.text))
