"""Ways by which what was left out could get into a releasable version: each with words of its own.

Everything is written into one document, exported in every format, and looked for by other means
than the product's own search.
"""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pytest

from briefing.errors import ExportError
from briefing.library import Library
from briefing.model import BriefRequest, Draft, FieldValue, Judgement, Metadata, RegionGroup
from briefing.model.indicators import DataFile, Series
from briefing.pipeline.checking_documents import check_document
from briefing.pipeline.desk import Desk
from briefing.pipeline.releasing import release
from briefing.progress import Silent
from briefing.quotations import short_code
from briefing.releasing.readings import Readings
from tests.builders import a_taxonomy
from tests.pipeline.desks import FIRE, GUARDS, REQUEST, SECOND, TODAY, TRUCE, proposed

GROUP = RegionGroup("Falconwatch states", ("AM", "KZ"))
ASKED = replace(
    REQUEST,
    regions=(GROUP.id,),
    groups=(GROUP,),
    scheme="uk",
    marking="SECRET",
    annex=True,
    comments=True,
    template="visit",
    charts=("coverage", "voices"),
    title="Operation Nightfall by the lake",
    version="after Thornbush reported",
    reference="(O) EA/12",
    purpose="For those cleared for Mistlewood",
    copies=("Hedgehog cell",),
    bottom_line="(O) The border is quiet.\n(S) The wolfsbane plan is on.",
    recommendation="(O) Wait. (S) Then cut the larkspur cable.",
    lines_to_take=("(O) We welcome the talks.", "(TS) The marigold source says more."),
    enclosures=("Photographs of the juniper depot",),
    judgements=(Judgement("The truce holds.", would_change="Signs of foxglove.", marking="O"),),
    fields=(
        FieldValue("visit", (("(O) Minister and Foreign Minister",),)),
        FieldValue("points", (("(O) Thank them for Almaty.\n(S) Ask after the hemlock.",),)),
        FieldValue("closed_background", (("(O) They know of the hawthorn agreement.",),)),
        FieldValue("occasion", (("(O) Written for another template: belladonna.",),)),
    ),
    data=(
        DataFile("oleander.csv", "a" * 64, "2026-11-01",
                 (Series("Oleander stocks", "AM", "t", "", ((2020, 1.0, 2), (2021, 2.0, 3))),)),
    ),
)  # fmt: skip
HIDDEN = (
    "Nightfall Thornbush Mistlewood Hedgehog wolfsbane larkspur marigold juniper foxglove hemlock "
    "hawthorn belladonna Falconwatch Oleander Vesely bridge-book snowdrop"
).split()
FORMATS = ("pdf", "docx", "csv", "xlsx", "brief")


@pytest.fixture
def draft(borders: Library, desk: Desk) -> Draft:
    """A draft of a report at OFFICIAL with a note, and of one that is SECRET."""
    over = Metadata("The bridge-book of the guards", ("Jana Vesely",), marking="SECRET")
    borders.correct_metadata(SECOND.sha256, over)
    made = proposed(desk, ASKED)
    decisions = tuple(replace(one, note="Ask snowdrop first.") for one in made.decisions)
    return replace(made, decisions=decisions)


def text_of(data: bytes) -> str:
    """Return the text of a file, whatever way it stands in it, in small letters."""
    said = [text for _, text in Readings(accents=False, wide=False).of(data, "x")]
    return "\n".join(one if isinstance(one, str) else one.decode("latin-1") for one in said).lower()


def written(desk: Desk, draft: Draft, folder: Path, level: str = "OFFICIAL") -> dict[str, bytes]:
    paths = [folder / f"note.{one}" for one in FORMATS]
    desk.export_releasable(draft, paths, level, Silent())
    return {path.suffix: path.read_bytes() for path in paths}


def test_nothing_above_the_level_is_in_any_format_by_any_way(
    desk: Desk, borders: Library, draft: Draft, tmp_path: Path
) -> None:
    files = written(desk, draft, tmp_path)
    for ending, data in files.items():
        text = text_of(data)
        found = [word for word in (*HIDDEN, GUARDS) if word.lower() in text]
        assert (ending, found) == (ending, [])
    shown = text_of(files[".docx"])
    for words in ("We welcome the talks.", "EA/12", "Minister and Foreign", "Armenia and Kazakhst"):
        assert words.lower() in shown
    with pikepdf.open(BytesIO(files[".pdf"])) as pdf:
        assert "Vesely" not in str(pdf.docinfo) + str(pdf.open_metadata())
    with ZipFile(BytesIO(files[".docx"])) as package:
        assert "docProps/thumbnail.jpeg" not in package.namelist()
    assert FIRE in files[".csv"].decode("utf-8-sig")
    for ending in (".pdf", ".docx"):
        checked = check_document(tmp_path / f"note{ending}", borders)
        assert checked.findings
        assert checked.is_verbatim


def test_at_the_level_of_the_document_everything_but_what_is_closed_goes_along(
    desk: Desk, draft: Draft, borders: Library
) -> None:
    made = release(borders, draft, a_taxonomy(), "TOP SECRET", today=TODAY)
    request = made.built.brief.request
    assert GUARDS in [finding.text for finding in made.built.brief.findings]
    assert {value.name for value in request.fields} == {"visit", "points"}
    assert not request.judgements
    assert request.groups == ASKED.groups
    assert request.data == ASKED.data


def with_lines(draft: Draft, *lines: str) -> Draft:
    return replace(draft, request=replace(draft.request, lines_to_take=lines))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (f"(O) It is said that {GUARDS.lower()[:45]}…", r"finding f-\w+ in note\.pdf"),
        ("(O) As Jana Vesely has it.", "the report"),
    ],
)
def test_the_desk_s_own_words_may_not_say_what_was_left_out(
    desk: Desk, draft: Draft, tmp_path: Path, line: str, said: str
) -> None:
    with pytest.raises(ExportError, match=said):
        written(desk, with_lines(draft, line), tmp_path)
    assert not list(tmp_path.glob("note.*"))


def test_references_to_findings_that_were_left_out_go_with_them(
    desk: Desk, draft: Draft, borders: Library
) -> None:
    codes = {one.finding.exact: short_code(one.passage) for one in draft.decisions}
    line = f"(O) We know. [{codes[GUARDS]}, {codes[FIRE]}]"
    made = release(borders, with_lines(draft, line), a_taxonomy(), "OFFICIAL", today=TODAY)
    assert made.built.brief.request.lines_to_take == (f"(O) We know. [{codes[FIRE]}]",)


def test_words_beside_a_finding_that_are_marked_above_stay_out_wherever_they_stand(
    desk: Desk, borders: Library
) -> None:
    draft = proposed(desk, replace(REQUEST, scheme="uk"))
    fire = next(one for one in draft.decisions if one.finding.exact == FIRE)
    longer = desk.passage(fire).longer_after
    assert longer is not None
    assert longer.after[0].exact == TRUCE
    truce = replace(fire, finding=longer.after[0], marking="SECRET", theme="diplomacy")
    others = tuple(one for one in draft.decisions if one.passage not in (fire.passage,))
    draft = replace(draft, decisions=(longer, truce, *others))
    made = release(borders, draft, a_taxonomy(), "OFFICIAL", today=TODAY)
    texts = " ".join(finding.text for finding in made.built.brief.findings)
    assert FIRE in texts
    assert TRUCE not in texts
    assert not any(TRUCE in one.text for one in made.built.brief.paragraphs)


def test_a_name_of_a_file_that_tells_what_was_left_out_is_refused(
    desk: Desk, draft: Draft, tmp_path: Path
) -> None:
    with pytest.raises(ExportError, match="title in its name"):
        desk.export_releasable(
            draft, [tmp_path / "Operation Nightfall by the lake.csv"], "OFFICIAL", Silent()
        )


def test_table_that_may_not_be_released_is_kept_back_and_the_briefs_are_said_to_be_written(
    desk: Desk, borders: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = f"region,said\nKZ,{FIRE}\n".encode()
    monkeypatch.setattr("briefing.pipeline.releasing_series.summary_csv", lambda _: table)
    draft = proposed(desk, BriefRequest(regions=("AM", "KZ"), scheme="uk", themes=()))
    decisions = tuple(
        replace(one, marking="SECRET", by_officer=False) if one.finding.exact == FIRE else one
        for one in draft.decisions
    )
    with pytest.raises(ExportError, match="still holds what may not be released") as caught:
        desk.export_series(
            replace(draft, decisions=decisions), ("KZ",), tmp_path, "{region}", ("docx",), False,
            Silent(), summary=tmp_path / "table.csv", level="OFFICIAL",
        )  # fmt: skip
    assert "Nothing was written" not in str(caught.value)
    assert "The briefs of the series are written" in caught.value.hint
    assert [path.suffix for path in tmp_path.iterdir() if path.is_file()] == [".docx"]


def test_a_series_is_released_brief_by_brief_and_its_table_tells_nothing(
    desk: Desk, borders: Library, tmp_path: Path
) -> None:
    borders.correct_metadata(SECOND.sha256, Metadata("Guards", marking="SECRET"))
    request = BriefRequest(regions=("AM", "GE", "KZ"), scheme="uk", themes=())
    draft = proposed(desk, request)
    decisions = tuple(
        replace(one, marking="SECRET", by_officer=False) if one.finding.exact == FIRE else one
        for one in draft.decisions
    )
    draft = replace(draft, decisions=decisions)
    entries = desk.export_series(
        draft, ("AM", "GE", "KZ"), tmp_path, "{region}", ("docx",), False, Silent(),
        summary=tmp_path / "table.csv", level="OFFICIAL",
    )  # fmt: skip
    written = {one.region: bool(one.files) for one in entries}
    assert written["KZ"]
    assert not written["GE"]
    assert "may be released" in next(one.message for one in entries if one.region == "GE")
    table = (tmp_path / "table.csv").read_text("utf-8-sig")
    assert "Georgia" in table
    assert "released" not in table
    text = "".join(text_of(path.read_bytes()) for path in tmp_path.glob("*.docx"))
    assert FIRE.lower() not in text
    assert GUARDS.lower() not in text
