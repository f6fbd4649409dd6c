"""The officer's tags over those of extraction, and reports taken out again.

What was corrected holds for good, for that passage: it outlives its report, so that it is there
when the report comes in again. What stays behind meanwhile tells neither report nor words: the key
is a fingerprint of both, which only who has the report can make.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from hashlib import sha256 as fingerprint

from briefing.library.database import Database, Row
from briefing.library.encoding import dump
from briefing.library.search import rows_of_report
from briefing.library.tags import write_tags_of
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


def keep_tags(database: Database, report: int, sha256: str) -> None:
    """Remember the officer's tags of a report that is about to go."""
    if database.row("SELECT 1 FROM tag_correction WHERE report = ?", (report,)) is None:
        return
    kept = [
        (key, row["corrected_about"], row["corrected_themes"])
        for key, row in _keyed(rows_of_report(database, sha256), sha256)
        if (row["corrected_about"], row["corrected_themes"]) != (None, None)
    ]
    database.run_many("INSERT OR REPLACE INTO kept_correction VALUES (?, ?, ?)", kept)


def restore_tags(database: Database, report: int, sha256: str) -> list[int]:
    """Lay remembered tags over a report that came in; return the findings that have them."""
    if database.row("SELECT 1 FROM kept_correction") is None:
        return []
    restored = []
    for key, row in _keyed(rows_of_report(database, sha256), sha256):
        kept = database.row("SELECT * FROM kept_correction WHERE fingerprint = ?", (key,))
        if kept is not None:
            place = (report, row["block"], row["start"], row["end"])
            said = (kept["about"], kept["themes"])
            database.run("INSERT INTO tag_correction VALUES (?, ?, ?, ?, ?, ?)", (*place, *said))
            database.run("DELETE FROM kept_correction WHERE fingerprint = ?", (key,))
            restored.append(int(row["id"]))
    return restored


def _keyed(rows: list[Row], sha256: str) -> Iterator[tuple[str, Row]]:
    """Yield each finding of a report with its fingerprint; the same words are told by number."""
    met: Counter[str] = Counter()
    for row in rows:
        words = " ".join(row["text"].split())
        met[words] += 1
        yield fingerprint(f"{sha256}\0{met[words]}\0{words}".encode()).hexdigest(), row


def index_tags(database: Database, key: int, finding: Finding) -> None:
    """Make queries find a finding under the tags that it has now, if it is offered at all."""
    if finding.kind is not TextKind.BODY:
        return
    database.run("DELETE FROM finding_region WHERE finding = ?", (key,))
    database.run("DELETE FROM finding_theme WHERE finding = ?", (key,))
    write_tags_of(database, [(key, finding)])


def set_findings_aside(database: Database, report: int, sha256: str) -> None:
    """Remember the officer's tags of findings that are about to be replaced, and unlist them."""
    keep_tags(database, report, sha256)
    database.run(_REMOVE_WORDS, (report,))  # the index has no copy of the text: while it is there


def remove_report(database: Database, key: int) -> None:
    """Delete a report and all that is kept of it, save corrections of tags; in a transaction."""
    row = database.row("SELECT sha256 FROM report WHERE id = ?", (key,))
    if row is not None:
        keep_tags(database, key, row["sha256"])
    database.run(_REMOVE_WORDS, (key,))  # the index has no copy of the text: before the text goes
    database.run("DELETE FROM report WHERE id = ?", (key,))


def _dumped(tags: tuple[str, ...] | None) -> str | None:
    return None if tags is None else dump(tags)
