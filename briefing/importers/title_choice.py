"""Choose the title among the lines of a title block, and tell authors by their place beside it.

What stands before the title is the masthead, what stands between it and the authors a subtitle or
their offices. A line that can be read in two ways stays what it was.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from briefing.importers.draft import DraftBlock
from briefing.importers.headings import looks_like_heading
from briefing.importers.markers import MARKDOWN_HEADING
from briefing.importers.masthead import is_institution, is_label_of_series, is_position
from briefing.importers.names import CommonWords, names_in
from briefing.importers.sentences import ends_sentence, is_title_case, words
from briefing.model import BlockKind, Metadata

_INTERVIEW_WITH = re.compile(
    r"(?:an? )?(?:interview|conversation|q ?& ?a) with (?=\S)", re.IGNORECASE
)
_LONGEST_TITLE = 40  # words
_LONGEST_PLAIN_TITLE = 18  # words, where only the first begins with a capital
_LONGEST_HEADLINE = 14  # words of a headline in sentences
_LONGEST_ASIDE = 14  # words
_SECTION_NAMES = re.compile(
    r"(?:\d+\.?\s+)?(?:introduction|executive summary|summary|abstract|preface|foreword|contents"
    r"|table of contents"
    r"|key (?:points|findings|messages|takeaways|judg(?:e)?ments)|background|overview"
    r"|conclusions?|purpose|scope"
    r"|bottom line(?: up front)?|issue|at a glance|einleitung|zusammenfassung|résumé"
    r"|introducción|resumen|введение)\s*:?",
    re.IGNORECASE,
)


@dataclass(slots=True)
class FrontLine:
    """A line before the first paragraph and what it says by its form."""

    block: DraftBlock
    said: Metadata | None
    """None where the line may be the title."""
    names_people: bool = False
    """Whether it gives authors or a date: the title stands right before such a line."""
    after_break: bool = False
    """Whether a site's own line, such as a menu, stands right before it."""

    @property
    def text(self) -> str:
        """The line without marks of emphasis."""
        return self.block.text.strip("*_ ")


def choose_title(lines: list[FrontLine], common: CommonWords, metadata: Metadata) -> Metadata:
    """Set the kinds of the lines left open and return ``metadata`` with title and authors."""
    authors = _mark_names(lines, common)
    metadata = replace(metadata, authors=metadata.authors or authors)
    title = None if metadata.title else _title(lines)
    if title is not None:
        title.block.text = MARKDOWN_HEADING.sub("", title.block.text, count=1)
        title.block.kind, title.block.level = BlockKind.HEADING, 1
        metadata = replace(metadata, title=" ".join(title.text.split()))
        metadata = _with_publisher(lines[: lines.index(title)], metadata)
        _mark_around(lines, lines.index(title))
    else:
        _mark_institutions(lines)
    return metadata


def _mark_names(lines: list[FrontLine], common: CommonWords) -> tuple[str, ...]:
    """Mark the lines of names among those left open; return the names in their order."""
    open_lines = [line for line in lines if line.said is None]
    found: list[str] = []
    for line in open_lines if len(open_lines) > 1 else []:
        names = names_in(_INTERVIEW_WITH.sub("", line.text), common)
        if names and not is_label_of_series(line.text):
            line.said, line.names_people, line.block.kind = Metadata(), True, BlockKind.META
            found += [name for name in names if name not in found]
    return tuple(found)


def _title(lines: list[FrontLine]) -> FrontLine | None:
    candidates = [line for line in lines if line.said is None and _can_be_title(line, lines)]
    named = [line for line in candidates if not is_label_of_series(line.text)]
    group = _beside_people(named or candidates, lines)
    if group and not _SECTION_NAMES.fullmatch(group[0].text.strip("# ")):
        return group[0]
    return None


def _beside_people(candidates: list[FrontLine], lines: list[FrontLine]) -> list[FrontLine]:
    """Return the candidates that nothing parts from the first author, by-line or date after them.

    A site prints its own name above its menu, a series its name above its number; the title stands
    below.
    """
    groups: list[list[FrontLine]] = []
    is_above = False
    for line in lines:
        if line.after_break or not groups or is_above:
            groups.append([])
        groups[-1].append(line)
        is_above = line.said is not None and not line.names_people
    for group in groups:
        titles = [line for line in group if line in candidates]
        if titles and any(line.names_people for line in group[group.index(titles[0]) :]):
            return titles
    return candidates


def _can_be_title(line: FrontLine, lines: list[FrontLine]) -> bool:
    text = line.text
    if MARKDOWN_HEADING.match(text) or looks_like_heading(text):
        return True
    if text.endswith((":", ",", ";")):
        return False
    if ends_sentence(text) and text[-1] != "?":
        return _is_headline(line, lines)
    longest = _LONGEST_TITLE if is_title_case(text) else _LONGEST_PLAIN_TITLE
    return 3 <= words(text) <= longest


def _is_headline(line: FrontLine, lines: list[FrontLine]) -> bool:
    """Return whether sentences stand as a headline does: short, with author or day right after."""
    following = lines[lines.index(line) + 1 :][:1]
    beside = bool(following) and following[0].names_people and not following[0].after_break
    return beside and words(line.text) <= _LONGEST_HEADLINE


def _with_publisher(before: list[FrontLine], metadata: Metadata) -> Metadata:
    """Return ``metadata`` with the body whose name stands alone above the title."""
    bodies = [line.text for line in before if line.said is None and is_institution(line.text)]
    if metadata.publisher or not bodies:
        return metadata
    return replace(metadata, publisher=" ".join(bodies[0].split()))


def _mark_around(lines: list[FrontLine], title: int) -> None:
    """Mark the masthead above the title and what stands between it and the last author or date."""
    last = max((n for n, line in enumerate(lines) if line.said is not None), default=-1)
    for place, line in enumerate(lines):
        if line.said is not None or place == title:
            continue
        after_people = place > 0 and lines[place - 1].block.kind is BlockKind.META
        is_office = is_institution(line.text) or (after_people and is_position(line.text))
        is_between = title + 1 < place < last and not _SECTION_NAMES.fullmatch(line.text)
        if is_office or ((place < title or is_between) and _is_aside(line)):
            line.block.kind = BlockKind.META


def _mark_institutions(lines: list[FrontLine]) -> None:
    for line in lines:
        if line.said is None and len(lines) > 1 and is_label_of_series(line.text):
            line.block.kind = BlockKind.META


def _is_aside(line: FrontLine) -> bool:
    return words(line.text) <= _LONGEST_ASIDE and not _SECTION_NAMES.fullmatch(line.text)
