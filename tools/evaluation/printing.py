"""The figures as a page of text: first the table, then what goes wrong, so that one can go on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from evaluation.accepted import is_reached, target
from evaluation.confusions import (
    Confusion,
    mention_confusions,
    region_confusions,
    theme_confusions,
)
from evaluation.figures import Agreement, Judged, by_tag, is_offered
from evaluation.ranking import Answered
from evaluation.running import Run

TAGS_AT_LEAST = 4
"""Precision and recall of a tag are printed where the labels have it so often."""
WORST = 8
WIDTH = 150


def page(run: Run, accepted: Mapping[str, float], *, details: bool = True) -> Iterator[str]:
    """Yield the lines of the page for one set of labels."""
    running = sum(1 for one in run.judged if one.label.is_running_text)
    reports = len({one.label.source for one in run.judged})
    yield f"== {run.name}: {reports} reports, {len(run.judged)} sentences, {running} of text =="
    yield from table(run, accepted)
    if details:
        yield from _tags("Themes, worst first", by_tag(run.judged, "themes"))
        yield from _tags(
            "Regions that sentences are about, worst first", by_tag(run.judged, "about")
        )
        yield from _confusions("Themes: most frequent confusions", theme_confusions(run.judged))
        yield from _confusions("About: why regions differ", region_confusions(run.judged))
        yield from _confusions("Mentions: names that differ", mention_confusions(run.judged))
        yield from _context(run.judged)
        yield from _kinds(run.judged)
        yield from _requests(run.answers)


def table(run: Run, accepted: Mapping[str, float]) -> Iterator[str]:
    """Yield a line a figure: its value, the baseline's, the accepted one, what is to be reached."""
    yield f"{'':28}{'value':>8}{'baseline':>10}{'accepted':>10}{'target':>8}"
    for name, value in run.figures.items():
        wanted = target(name, run.baseline)
        short = wanted is not None and not is_reached(name, value, wanted)
        numbers = f"{value:8.3f}{run.baseline[name]:10.3f}"
        yield (
            f"{name:28}{numbers}{_number(accepted.get(name)):>10}{_number(wanted):>8}"
            f"{'  short of the target' if short else ''}"
        )


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _tags(title: str, counts: Mapping[str, Agreement]) -> Iterator[str]:
    yield from _title(title)
    yield f"{'':20}{'precision':>10}{'recall':>8}{'F1':>8}{'labelled':>10}{'missed':>8}{'added':>8}"
    known = [(tag, count) for tag, count in counts.items() if count.labelled >= TAGS_AT_LEAST]
    for tag, count in sorted(known, key=lambda row: row[1].f1):
        yield (
            f"{tag:20}{count.precision:10.2f}{count.recall:8.2f}{count.f1:8.2f}"
            f"{count.labelled:10}{count.missed:8}{count.added:8}"
        )


def _confusions(title: str, kinds: Sequence[Confusion]) -> Iterator[str]:
    yield from _title(title)
    for kind in kinds[: 2 * WORST]:
        often = f"  ({', '.join(kind.tags)})" if kind.tags else ""
        yield f"{kind.count:4}  {kind.what}{often}"
        yield f"      e.g. {_example(kind.example)}"


def _example(one: Judged) -> str:
    return f"[{one.label.id}] {_short(one.label.text)}"


def _short(text: str) -> str:
    return text if len(text) <= WIDTH else text[: WIDTH - 1] + "…"


def _context(judged: Sequence[Judged]) -> Iterator[str]:
    yield from _title("Sentences that lean on others")
    for title, says in (("not seen to lean", False), ("said to lean wrongly", True)):
        wrong = [
            one
            for one in judged
            if one.label.is_running_text
            and "needs_context" not in one.label.doubtful
            and one.label.needs_context is not says
            and any(found.needs_context for found in one.found) is says
        ]
        yield f"{len(wrong):4}  {title}"
        yield from (f"      e.g. {_example(one)}" for one in wrong[:4])


def _kinds(judged: Sequence[Judged]) -> Iterator[str]:
    yield from _title("Text and furniture")
    for one in judged:
        kinds = "/".join(sorted({found.kind for found in one.found})) or "lost"
        if one.label.kind not in kinds.split("/"):
            yield f"      {one.label.kind} read as {kinds}: {_example(one)}"
        elif not one.label.is_running_text and is_offered(one):
            yield f"      {one.label.kind} offered as a finding: {_example(one)}"


def _requests(answers: Sequence[Answered]) -> Iterator[str]:
    yield from _title("Worst requests")
    for one in sorted(answers, key=lambda answer: answer.ndcg)[:WORST]:
        yield f"{one.asked.region} · {one.asked.theme}: nDCG {one.ndcg:.2f}, found {one.found:.2f}"
        for rank, text, label in one.wrong[:5]:
            why = "not labelled" if label is None else _why(label.tags.about, label.tags.themes)
            yield f"      wrong {rank:2}: {_short(text)}  [{why}]"
        for missed in one.missing[:5]:
            yield f"      missing : {_short(missed.text)}"


def _why(about: frozenset[str], themes: frozenset[str]) -> str:
    return f"about {', '.join(sorted(about)) or '–'}; {', '.join(sorted(themes)) or '–'}"


def _title(title: str) -> Iterator[str]:
    yield ""
    yield f"-- {title}"
