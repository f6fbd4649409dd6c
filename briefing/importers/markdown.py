"""Read Markdown by way of the HTML it stands for, front matter and footnotes included."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from briefing.importers.dates import parse_date
from briefing.importers.draft import Draft, DraftBlock
from briefing.importers.encoding import decode, is_text
from briefing.importers.headings import mark_headings
from briefing.importers.html_blocks import blocks_of
from briefing.importers.html_tree import drop_elements, parse_markup
from briefing.importers.importer import Reader
from briefing.importers.inline_markup import without_markup
from briefing.importers.names import split_names
from briefing.importers.notes import mark_notes
from briefing.importers.title_block import read_title_block
from briefing.model import Metadata

_FRONT_MATTER = re.compile(
    r"\A\s*---[ \t]*\n(.{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL
)
_FIELD = re.compile(r"^([A-Za-z_-]+):[ \t]*(.*?)[ \t]*$", re.MULTILINE)
_LIST_ITEM = re.compile(r"^\s+-\s+(.+?)\s*$")
_SIGNS = re.compile(
    r"^#{1,6} \S|^\|.*\|\s*$|^\s*\|?\s*:?-{3,}:?\s*\||\]\((?:https?:|/|#|\.)|\*\*\S.{0,200}?\*\*"
    r"|^\[\^\w+\]:|^```",
    re.MULTILINE,
)
_MARKS = ("#", "|", "](", "**", "[^", "```")
"""None of the signs is without one of these, which are quickly looked for."""
_PIPE_ROWS = re.compile(r"(?:^[ \t]*\|[^\n]*(?:\n|\Z))+", re.MULTILINE)
_RULE = re.compile(r"\|?[\s:|-]*-{3,}[\s:|-]*")
_LABELLED_LINE = re.compile(r"(?<=\n)(\*\*[^*\n]{2,40}:\*\*|\*\*[^*\n]{2,40}\*\*:)")
_LEAST_SIGNS = 3
_SAMPLE = 65536  # bytes


def is_markdown(data: bytes) -> bool:
    """Return whether the text shows the signs of Markdown: headings, links, tables, notes."""
    if not is_text(data):
        return False
    sample = data[:_SAMPLE].decode("utf-8", errors="ignore").replace("\r\n", "\n")
    if _FRONT_MATTER.match(sample):
        return True
    can_be = any(mark in sample for mark in _MARKS)
    return can_be and len(_SIGNS.findall(sample)) >= _LEAST_SIGNS


def read_markdown(data: bytes) -> Draft:
    """Return the draft of a Markdown file.

    Raises:
        ImportFailure: the bytes are not text, or the markup in them is damaged beyond reading.
    """
    text = decode(data).replace("\r\n", "\n").replace("\r", "\n")
    front = _FRONT_MATTER.match(text)
    given = _front_metadata(front.group(1)) if front else Metadata()
    text = text[front.end() :] if front else text
    text = _PIPE_ROWS.sub(_as_table, text)
    text = _LABELLED_LINE.sub(r"\n\1", text)
    tree = parse_markup(f"<body>{_renderer().render(text)}</body>")
    drop_elements(tree)
    blocks = mark_notes(_without_marks(blocks_of(tree)))
    metadata = read_title_block(blocks).overlaid(given)
    return Draft(mark_headings(blocks), metadata)


def _as_table(rows: re.Match[str]) -> str:
    """Give rows of cells the rule that makes them a table; open a box of one cell."""
    lines = [line.strip() for line in rows.group().splitlines()]
    columns = max(len(line.strip("|").split("|")) for line in lines)
    if columns < 2:
        return "\n" + "\n".join(line.strip("| ") for line in lines) + "\n\n"
    if _RULE.fullmatch(lines[min(1, len(lines) - 1)]):
        return rows.group()
    head = lines[0].strip("|").split("|")
    padded = f"| {' | '.join(head + [''] * (columns - len(head)))} |"
    return "\n".join(["", padded, "|---" * columns + "|", *lines[1:], "", ""])


def _without_marks(blocks: list[DraftBlock]) -> list[DraftBlock]:
    for block in blocks:
        block.text = without_markup(block.text)
    return [block for block in blocks if block.text]


def _renderer() -> MarkdownIt:
    options = {"html": True, "maxNesting": 40}
    return MarkdownIt("commonmark", options).enable(["table", "strikethrough"]).use(footnote_plugin)


def _front_metadata(text: str) -> Metadata:
    """Return what the front matter says; fields it does not know are passed over."""
    fields = {name.lower(): value.strip("\"' ") for name, value in _FIELD.findall(text)}
    authors = fields.get("author") or fields.get("authors") or ", ".join(_listed(text))
    return Metadata(
        title=fields.get("title", ""),
        authors=split_names(authors.strip("[]").replace('"', "")),
        publisher=fields.get("publisher", ""),
        date=parse_date(fields.get("date", "")),
        language=fields.get("lang", fields.get("language", "")).split("-")[0].lower(),
        address=fields.get("url", fields.get("address", fields.get("source", ""))),
    )


def _listed(text: str) -> list[str]:
    """Return the entries of an ``authors:`` list written one a line."""
    rows = text.splitlines()
    heads = [n for n, row in enumerate(rows) if re.fullmatch(r"authors?:\s*", row, re.IGNORECASE)]
    items = []
    for row in rows[heads[0] + 1 :] if heads else []:
        item = _LIST_ITEM.match(row)
        if item is None:
            break
        items.append(item.group(1).strip("\"' "))
    return items


MARKDOWN = Reader(is_markdown, read_markdown)
