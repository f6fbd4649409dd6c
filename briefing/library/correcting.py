"""The officer's tags over those of extraction, and reports taken out again."""

from __future__ import annotations

from briefing.library.database import Database, Row
from briefing.library.encoding import dump
from briefing.model import Finding, TextKind

_REMOVE_WORDS = """INSERT INTO finding_words (finding_words, rowid, text)
    SELECT 'delete', f.id, w.text FROM finding f JOIN wording w ON w.finding = f.id
    WHERE f.report = ? AND f.kind = 'body'"""


def write_tags(
    database: Database, row: Row, about: tuple[str, ...] | None, themes: tuple[str, ...] | None
) -> None:
    """Keep the officer's tags of the finding of a row; the caller holds the transaction."""
    place = (row["report"], row["block"], row["start"], row["end"])
    database.run(
        """DELETE FROM tag_correction
        WHERE report = ? AND block = ? AND start = ? AND "end" = ?""",
        place,
    )
    if about is not None or themes is not None:
        database.run(
            "INSERT INTO tag_correction VALUES (?, ?, ?, ?, ?, ?)",
            (*place, _dumped(about), _dumped(themes)),
        )


def index_tags(database: Database, key: int, finding: Finding) -> None:
    """Make queries find a finding under the tags that it has now, if it is offered at all."""
    if finding.kind is not TextKind.BODY:
        return
    database.run("DELETE FROM finding_region WHERE finding = ?", (key,))
    database.run("DELETE FROM finding_theme WHERE finding = ?", (key,))
    regions = {*finding.about, *finding.mentions}
    database.run_many("INSERT INTO finding_region VALUES (?, ?)", ((id_, key) for id_ in regions))
    themes = set(finding.themes)
    database.run_many("INSERT INTO finding_theme VALUES (?, ?)", ((id_, key) for id_ in themes))


def remove_report(database: Database, key: int) -> None:
    """Delete a report and all that is kept of it; the caller holds the transaction."""
    database.run(_REMOVE_WORDS, (key,))  # the index has no copy of the text: before the text goes
    database.run("DELETE FROM report WHERE id = ?", (key,))


def _dumped(tags: tuple[str, ...] | None) -> str | None:
    return None if tags is None else dump(tags)
