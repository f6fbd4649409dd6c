"""The library sifts by period before selection does: both must follow the same rule."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.library import FindingQuery, Library
from briefing.model import Metadata, PartialDate
from briefing.selection.ranking import is_in_period
from tests.builders import TALKS, a_report, found_in, original_of

_DAYS = st.dates(date(2019, 11, 1), date(2022, 2, 28))
_YEARS = st.integers(2019, 2022)
_DATES = (
    st.builds(PartialDate, _YEARS)
    | st.builds(PartialDate, _YEARS, st.sampled_from([1, 2, 12]))
    | _DAYS.map(lambda day: PartialDate(day.year, day.month, day.day))
)


@settings(deadline=None, max_examples=60)
@given(
    st.lists(_DATES, max_size=3),
    st.none() | _DATES,
    st.none() | _DATES,
    st.lists(st.tuples(st.none() | _DAYS, st.none() | _DAYS), min_size=1),
)
def test_library_and_selection_agree_on_what_belongs_to_a_period(
    named: list[PartialDate],
    published: PartialDate | None,
    corrected: PartialDate | None,
    periods: list[tuple[date | None, date | None]],
) -> None:
    report = a_report(metadata=Metadata(date=published))
    finding = found_in(report, TALKS, dates=tuple(map(str, named)))
    with tempfile.TemporaryDirectory() as folder, Library.open(Path(folder)) as library:
        over = Metadata(date=corrected)
        library.add(report, [finding], original_of(report), date(2023, 6, 1), over)
        (stored,) = library.candidates(FindingQuery())
        for since, until in periods:
            found = library.candidates(FindingQuery(since=since, until=until))
            assert bool(found) == is_in_period(stored, since, until)
