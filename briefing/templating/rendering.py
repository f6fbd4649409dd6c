"""From a brief to semantic HTML: find the template, run it in the sandbox, check what it wrote."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from jinja2.exceptions import SecurityError

from briefing import PROGRAM, fonts
from briefing.errors import TemplateError
from briefing.house import load_house
from briefing.model import Brief, FigureImage, RenderedBrief, Taxonomy
from briefing.model.request import BINDING_MM
from briefing.templating import contents, contract
from briefing.templating.annex_marks import without_words_above
from briefing.templating.comments import comments_on
from briefing.templating.faults import explained
from briefing.templating.header import SUFFIX, TemplateHeader, load_header, search_path
from briefing.templating.points import Places, leading
from briefing.templating.portions import presented, printed
from briefing.templating.review import refuse_unsafe
from briefing.templating.sandbox import sandbox
from briefing.templating.view import figure_id, reference, view
from briefing.templating.whereabouts import placed
from briefing.tracing import trace_of

LONGEST = 8_000_000
"""Characters of one document's HTML at the most; three hundred findings take one million."""
_UNPRINTABLE_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_REFERENCE_DOCUMENT = "reference.docx"
_WAY_BACK = re.compile(r'<a class="back" href="#([^"]+)">([^<]*)</a>')
_WAY_TO_NUMBERS = re.compile(r' <a class="numbers" href="#([^"]+)">[^<]*</a>')
_DIRECTION_OVERRIDES = re.compile("[\u202a-\u202e\u2066-\u2069]")


def render(
    brief: Brief,
    figures: Sequence[FigureImage],
    taxonomy: Taxonomy,
    folders: Sequence[Path] = (),
) -> RenderedBrief:
    """Return the brief as the template named in its request writes it.

    ``figures`` are the drawings of the brief's charts, named after them; ``folders`` are those of
    the user, whose templates stand before the shipped ones of the same name, and whose
    ``reference.docx`` holds the styles of the Word document.

    Raises:
        RequestError: no such template, or a judgement that is not in the words of its scale.
        TemplateError: the template is at fault; names file, line and what was expected.
    """
    header = load_header(brief.request.template, folders)
    brief = without_words_above(presented(_without_unprinted(_with_purpose(brief, header))))
    values = view(brief, header, figures, taxonomy)
    with explained(header.name):
        written = run(header.name, search_path(folders), values)
    html = contents.filled(_unlinked(fonts.spell_out_uncovered(plain(written))))
    try:
        contract.check(html, header.name + SUFFIX)
    except TemplateError as error:
        raise placed(error, header.name, folders) from error
    used = leading(_used(figures, html), brief.charts, Places(brief), html)
    made = _rendered(brief, header, html, used, tuple(_remarks(written)))
    return replace(
        made,
        comments=tuple(comments_on(brief)) if brief.request.comments else (),
        reference_document=reference_document(folders),
        house=load_house(folders),
    )


def _without_unprinted(brief: Brief) -> Brief:
    """Return a brief that says of what is not there only what a reader of the document is told."""
    told = tuple(sentence for sentence in brief.omitted if sentence not in brief.unprinted)
    return replace(brief, omitted=told)


def _with_purpose(brief: Brief, header: TemplateHeader) -> Brief:
    """Return a brief that says what it is for, in the words of its template unless in its own."""
    purpose = brief.request.purpose or header.purpose
    return replace(brief, request=replace(brief.request, purpose=purpose))


def run(name: str, folders: Sequence[Path], values: dict[str, Any]) -> str:
    """Return what the template ``name`` writes; for use within ``explained``."""
    environment = sandbox(folders)
    refuse_unsafe(environment, name + SUFFIX)
    written = environment.get_template(name + SUFFIX).render(values)
    if len(written) > LONGEST:
        raise SecurityError(f"the document is longer than {LONGEST} characters")
    return printed(written)


def plain(text: str) -> str:
    """Return HTML or words without signs that nobody sees but that break files or turn text."""
    return _DIRECTION_OVERRIDES.sub("", _UNPRINTABLE_CONTROLS.sub(" ", text))


def reference_document(folders: Sequence[Path]) -> Path | None:
    """Return the first of the user's own Word reference documents, if there is one."""
    documents = (folder / _REFERENCE_DOCUMENT for folder in folders)
    return next((path for path in documents if path.is_file()), None)


def _unlinked(html: str) -> str:
    """Return HTML whose annex leads back to the findings that a template has given their ids only.

    A template of one's own may print a finding without the id of its code, or figures without the
    tables of their numbers.
    """

    def kept(link: re.Match[str]) -> str:
        return link[0] if f'id="{link[1]}"' in html else f'<span class="back">{link[2]}</span>'

    def kept_to_numbers(link: re.Match[str]) -> str:
        return link[0] if f'id="{link[1]}"' in html else ""

    return _WAY_TO_NUMBERS.sub(kept_to_numbers, _WAY_BACK.sub(kept, html))


def _used(figures: Sequence[FigureImage], html: str) -> tuple[FigureImage, ...]:
    return tuple(figure for figure in figures if f'src="figure:{figure_id(figure)}"' in html)


def _remarks(written: str) -> Iterator[str]:
    missing = fonts.uncovered(plain(written))
    if missing:
        points = ", ".join(fonts.code_point(char) for char in missing[:8])
        more = f" and {len(missing) - 8} more" if len(missing) > 8 else ""
        yield f"No bundled font has {points}{more}; the code points are printed instead."


def _rendered(
    brief: Brief,
    header: TemplateHeader,
    html: str,
    figures: tuple[FigureImage, ...],
    remarks: tuple[str, ...],
) -> RenderedBrief:
    request = brief.request
    return RenderedBrief(
        html=html,
        figures=figures,
        title=plain(brief.title),
        author=plain(request.sender or brief.program or PROGRAM),
        subject=plain(". ".join(filter(None, (header.title, request.purpose)))),
        language=header.language,
        issued=brief.issued,
        marking=plain(request.marking.upper()),
        reference=plain(reference(request)),
        page_size=request.page_size,
        identifier=fingerprint(html, figures, plain(request.marking), request.page_size),
        made_by=brief.program or PROGRAM,
        remarks=remarks,
        sides=header.sides,
        traces=(trace_of(brief),),
        duplex=request.duplex,
        binding_mm=request.binding_mm or (BINDING_MM if request.duplex else 0),
    )


def fingerprint(html: str, figures: Sequence[FigureImage], *more: str) -> str:
    """Return a digest of all that the document shows."""
    digest = hashlib.sha256()
    for part in (html, *more):
        digest.update(part.encode() + b"\0")
    for figure in figures:
        digest.update(figure.svg)
    return digest.hexdigest()
