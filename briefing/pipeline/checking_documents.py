"""Use case: check a document that came back against what it carries and, if asked, the library."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from briefing import fonts
from briefing.anchoring import Anchored, anchor
from briefing.apart import read_document
from briefing.errors import ExportError, reason
from briefing.importers.local_file import printable, read_regular_file
from briefing.library import Library
from briefing.model import BriefFinding, Quotation, Report
from briefing.model.checked import AddedText, Backing, CheckedDocument, CheckedPart, Fate
from briefing.model.trace import CarriedData, PartKind, TextPart
from briefing.pipeline.checking_reprints import check_reprint
from briefing.pipeline.paragraphs import quotations_of
from briefing.pipeline.shelf import Shelf
from briefing.pipeline.standing import stands
from briefing.quotations import CUT, full_code, passage_of, typed_code
from briefing.tracing import read_payload
from briefing.verifying.comparing import Compared, compared
from briefing.verifying.printed_codes import by_codes
from briefing.verifying.returned import Returned, UnreadableError
from briefing.verifying.table_heads import without_repeated_heads
from briefing.verifying.words import Words

_GRAVE = (Fate.VERBATIM, Fate.MOVED, Fate.ALTERED, Fate.REMOVED)
"""From the least to the gravest."""
_Key = tuple[int, str]
_EXCERPT = 60
"""Characters of a part that tell what stands behind it."""
_LARGEST = 256 * 1024 * 1024
_UNPROVEN = (
    "Compared with the data that the file itself carries. Whoever can change the text can change "
    "these too: only the library tells whether the words are the reports’ own."
)


def check_document(path: Path, library: Library | None = None) -> CheckedDocument:
    """Return what has become of a PDF or Word file of the program's since it was made.

    With a library, each finding is also compared with the report it comes from; a document that
    carries no data, since it was printed anew, is compared by the codes that it prints.

    Raises:
        ExportError: the file cannot be opened.
        UnreadableError: it is neither PDF nor Word, damaged, or carries no data, nor codes to
            look up in the library.
        PayloadError: the data that it carries cannot be used.
    """
    returned = read_document_file(path)
    if returned.data is None:
        return _by_codes(path.name, returned, library)
    carried = read_payload(returned.data)
    text = without_repeated_heads(returned, carried.parts)
    result = compared(carried.parts, text, carried.on_blank_pages)
    parts = tuple(_parts(carried, result))
    shelf = None if library is None else Shelf(library)
    first = carried.traces[0] if carried.traces else None
    return CheckedDocument(
        program=carried.program,
        title=carried.title or (first.title if first else ""),
        issued=max((trace.issued for trace in carried.traces), default=None),
        parts=tuple(_backed(parts, carried, shelf)),
        added=tuple(_added(carried, *one) for one in result.added),
        remarks=(*returned.remarks, *(() if library else (_UNPROVEN,))),
    )


def _by_codes(name: str, returned: Returned, library: Library | None) -> CheckedDocument:
    """Return what a document without data tells by the codes that it prints."""
    checked = None if library is None else check_reprint(printable(name), returned, library)
    if checked is not None:
        return checked
    has_codes = library is None and bool(by_codes(returned.within or returned.text).passages)
    beside = ", or compare its findings by the codes it prints: verify --with-library"
    raise UnreadableError(
        f"{name} carries no data of this program, so there is nothing to compare it with.",
        "It was printed anew, saved without them, or made without them: ask for the file "
        f"as it was exported{beside if has_codes else ''}.",
    )


def read_document_file(path: Path) -> Returned:
    """Return text and data of a PDF or Word file.

    Raises:
        ExportError: the file cannot be opened.
        ImportFailure: it is no file, or larger than a document can be.
        UnreadableError: it is neither, damaged, or takes more than it may.
    """
    try:
        data = read_regular_file(path, _LARGEST)
    except OSError as error:
        raise ExportError(f"{path} cannot be opened: {reason(error)}.") from error
    return read_document(data, printable(path.name))


def codes_in(path: Path, words: str) -> tuple[str, ...]:
    """Return the full codes of the findings that a code or a mark means in a document.

    Raises:
        ExportError, UnreadableError, PayloadError: as ``check_document``.
    """
    from briefing.marks import marks_in

    returned = read_document_file(path)
    if returned.data is None:
        raise UnreadableError(f"{path.name} carries no data of this program.")
    carried = read_payload(returned.data)
    marks = marks_in(words)
    found = [
        finding
        for finding in _findings(carried)
        if finding.code == typed_code(words)
        or any(mark.means(place) for mark in marks for place in finding.citations)
    ]
    return tuple(full_code(passage_of(one.quotations[one.own])) for one in found)


def _findings(carried: CarriedData) -> Iterator[BriefFinding]:
    return (one.finding for trace in carried.traces for one in trace.quoted)


def _parts(carried: CarriedData, result: Compared) -> Iterator[CheckedPart]:
    """Yield the parts with their fates; the marks of a finding go with its words."""
    known = _known(carried)
    marks: dict[_Key, Fate] = {}
    for number, part in enumerate(carried.parts):
        if part.kind is PartKind.MARK:
            fates = (marks.get(_key(part), Fate.VERBATIM), result.fates[number])
            marks[_key(part)] = max(fates, key=_GRAVE.index)
    for number, part in enumerate(carried.parts):
        if part.kind is not PartKind.MARK:
            finding = known.get(_key(part))
            yield CheckedPart(
                kind=part.kind,
                fate=result.fates[number],
                text=part.text,
                code=part.code,
                place=_place(finding) if finding else "",
                runs=tuple(result.runs.get(number, ())),
                mark_fate=marks.get(_key(part), Fate.VERBATIM),
                brief=_name(carried, part.brief),
            )


def _key(part: TextPart) -> _Key:
    return part.brief, part.code


def _known(carried: CarriedData) -> dict[_Key, BriefFinding]:
    """Return the findings by brief and code: in a pack two briefs may print the same."""
    in_pack = any(part.brief for part in carried.parts)
    return {
        (number if in_pack else 0, one.finding.code): one.finding
        for number, trace in enumerate(carried.traces, 1)
        for one in trace.findings
    }


def _name(carried: CarriedData, number: int) -> str:
    """Return how a brief of a pack is called; empty for what stands in none."""
    if not 1 <= number <= len(carried.traces):
        return ""
    return f"Tab {number}: {carried.traces[number - 1].title}"


def _added(carried: CarriedData, after: int, words: str) -> AddedText:
    if after < 0:
        return AddedText(words, "")
    before = carried.parts[after]
    return AddedText(words, before.text[:_EXCERPT], _name(carried, before.brief))


def _place(finding: BriefFinding) -> str:
    own = finding.citations[0]
    page = f", p. {own.page}" if own.page else ""
    return f"{own.source}{page} ¶ {own.paragraph}"


def _backed(
    parts: tuple[CheckedPart, ...], carried: CarriedData, shelf: Shelf | None
) -> Iterator[CheckedPart]:
    """Yield the parts, the findings with what the library says of them."""
    known = _known(carried)
    paragraphs = _paragraphs(carried, shelf) if shelf is not None else []
    keys = (_key(part) for part in carried.parts if part.kind is not PartKind.MARK)
    for part, key in zip(parts, keys, strict=True):
        finding = known.get(key)
        if part.kind is PartKind.PASSAGE and shelf is not None:
            yield replace(part, backing=_backing_of_passage(part.text, paragraphs))
        elif part.kind is not PartKind.FINDING or shelf is None:
            yield part
        elif finding is None:
            yield replace(part, backing=Backing.CONTRADICTED)
        else:
            yield replace(part, backing=_backing(part.text, finding, shelf))


def _paragraphs(carried: CarriedData, shelf: Shelf) -> list[str]:
    """Return the paragraphs of the library that the document quotes, without spaces."""
    quoted = dict.fromkeys(
        (one.report, one.block) for finding in _findings(carried) for one in quotations_of(finding)
    )
    found = []
    for sha256, number in quoted:
        report = shelf.report(sha256)
        if report is not None and number < len(report.blocks):
            found.append(Words.of(fonts.spell_out_uncovered(report.blocks[number].text)).joined)
    return found


def _backing_of_passage(printed: str, paragraphs: Sequence[str]) -> Backing:
    """Return whether every stretch of a passage of the annex stands in one paragraph quoted."""
    stretches = [Words.of(words).joined for words in printed.split(CUT)]
    if any(all(words in paragraph for words in stretches) for paragraph in paragraphs):
        return Backing.STANDS
    return Backing.CONTRADICTED if paragraphs else Backing.NO_REPORT


def _backing(printed: str, finding: BriefFinding, shelf: Shelf) -> Backing:
    """Return what the library says of a finding: of the words printed, and of where they stand."""
    said = " ".join(quotation.exact for quotation in finding.quotations)
    if Words.of(fonts.spell_out_uncovered(said)).joined != Words.of(printed).joined:
        return Backing.CONTRADICTED
    answers = [_stands(one, shelf.report(one.report)) for one in finding.quotations]
    order = (Backing.NO_REPORT, Backing.CONTRADICTED, Backing.ELSEWHERE)
    return next((one for one in order if one in answers), Backing.STANDS)


def _stands(quotation: Quotation, report: Report | None) -> Backing:
    if report is None:
        return Backing.NO_REPORT
    if stands(quotation, report):
        return Backing.STANDS
    found = anchor(quotation, report)
    if isinstance(found, Anchored) and found.quotation.exact == quotation.exact:
        return Backing.ELSEWHERE
    return Backing.CONTRADICTED
