"""Markdown: front matter, tables, notes, HTML inside."""

from __future__ import annotations

from briefing.importers import read_report
from briefing.model import BlockKind, PartialDate, Report

TEXT = """---
title: "Ferries after the storm"
author: Jane Doe and John Roe
date: 2024-11-03
lang: en
---

# Ferries after the storm

The ferries *stopped* for nine days, [said the port](https://example.org/port).[^1] Goods piled up.

## What was lost

- Fruit, above all.
- Two <b>engines</b>.

| Port | Days |
| --- | --- |
| North | 9 |

[^1]: Port authority, statement of 2 November.
"""


def read(text: str) -> Report:
    return read_report(text.encode(), "ferries.md")


def test_markdown_becomes_blocks_with_levels_and_paths() -> None:
    report = read(TEXT)
    assert [(block.kind.value, block.text) for block in report.blocks] == [
        ("heading", "Ferries after the storm"),
        ("paragraph", "The ferries stopped for nine days, said the port. Goods piled up."),
        ("heading", "What was lost"),
        ("list_item", "Fruit, above all."),
        ("list_item", "Two engines."),
        ("table", "Port | Days\nNorth | 9"),
        ("footnote", "Port authority, statement of 2 November."),
    ]
    assert report.blocks[3].heading_path == ("Ferries after the storm", "What was lost")


def test_front_matter_gives_the_metadata() -> None:
    metadata = read(TEXT).metadata
    assert metadata.title == "Ferries after the storm"
    assert metadata.authors == ("Jane Doe", "John Roe")
    assert metadata.date == PartialDate(2024, 11, 3)
    assert metadata.language == "en"


def test_fields_in_bold_under_the_title_are_metadata_not_text() -> None:
    report = read(
        "# Grain at the port\n\n**Product Type:** In Focus\n**Publication Date:** 04/22/2023\n"
        "**Author(s):** Doe, Jane A.\n**Source:** https://example.org/grain\n\n"
        "Exports of grain fell by a third after the closing of the southern port in the spring.\n"
    )
    assert report.metadata.authors == ("Jane A. Doe",)
    assert report.metadata.date == PartialDate(2023, 4, 22)
    assert report.metadata.address == "https://example.org/grain"
    assert len([b for b in report.blocks if b.kind is BlockKind.META]) == 4


def test_rows_of_cells_without_a_rule_are_a_table_and_lonely_stars_are_gone() -> None:
    report = read(
        "# Grain at the port\n\nExports of grain fell by a third after the closing of the port.\n\n"
        "| Year | Tonnes \n| 2022 | 1,400 \n\n**Source:******Port authority, as of last spring, "
        "with the figures of the customs office added.\n"
    )
    assert [b.text for b in report.blocks if b.kind is BlockKind.TABLE] == [
        "Year | Tonnes\n2022 | 1,400"
    ]
    assert not any("*" in block.text for block in report.blocks)


def test_paragraphs_of_links_are_furniture() -> None:
    report = read(
        "# Grain at the"
        " port\n\n[Subscribe](https://a.org)[Share](https://a.org)[Home](https://a.org)\n\n"
        "Exports of grain fell by a third after the closing of the southern port in the spring.\n"
    )
    assert [b.text for b in report.blocks if b.kind is BlockKind.FURNITURE] == [
        "SubscribeShareHome"
    ]
