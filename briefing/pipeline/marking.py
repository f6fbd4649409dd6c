"""Use case: give a document its marking, and refuse one whose marking is too low."""

from __future__ import annotations

from dataclasses import replace

from briefing.marking import (
    Weighed,
    check_marking,
    load_scheme,
    read_marking,
    refuse_outranked,
    split_mark,
    weigh,
)
from briefing.marking.parts import parts_of
from briefing.model import Brief, BriefRequest


def check_markings(request: BriefRequest) -> None:
    """Check that what a request says of markings is of its scheme.

    Raises:
        RequestError: there is no such scheme, or a marking is not of it.
    """
    scheme = load_scheme(request.scheme)
    if scheme is None:
        return
    if request.marking.strip():
        check_marking(request.marking, scheme, "The marking")
    for number, judgement in enumerate(request.judgements, 1):
        if judgement.marking:
            check_marking(judgement.marking, scheme, f"The marking of judgement {number}")


def marked(brief: Brief) -> Brief:
    """Return a brief with its marking as pages carry it; where it has none, with the highest.

    Its title goes without the mark with which it may have been typed.

    Raises:
        RequestError: there is no such scheme.
    """
    scheme = load_scheme(brief.request.scheme)
    if scheme is None:
        return brief
    said = brief.request.marking.strip()
    read = read_marking(said, scheme)
    marking = read.text(scheme) if read else said or weighed(brief).proposed
    _, title = split_mark(brief.title, scheme)
    return replace(brief, title=title, request=replace(brief.request, marking=marking))


def weighed(brief: Brief) -> Weighed:
    """Return how the marking of a brief stands against what is in it.

    Raises:
        RequestError: there is no such scheme.
    """
    scheme = load_scheme(brief.request.scheme)
    return weigh(parts_of(brief, scheme), brief.request.marking.strip(), scheme)


def refuse_too_low(brief: Brief) -> None:
    """Refuse to hand on a document with parts that outrank its marking, or cannot be ranked.

    Raises:
        ExportError: it has some; the message names them.
        RequestError: there is no such scheme.
    """
    scheme = load_scheme(brief.request.scheme)
    refuse_outranked(weighed(brief), brief.request.marking.strip(), scheme)


def remarks_on_marking(brief: Brief) -> tuple[str, ...]:
    """Return what to mind of a document's marking that is no reason to refuse it."""
    found = weighed(brief)
    if not found.uncovered:
        return ()
    return (
        f"Parts of the document carry {', '.join(found.uncovered)}, its marking "
        f"{brief.request.marking or '(none)'} does not.",
    )
