"""Jobs that are left: because a later one makes them needless, or because someone asks to stop."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefing.model import BriefRequest, Draft
from briefing.model.desk import DraftView, PreviewPage, PreviewState
from briefing.service.calls import (
    ImportReports,
    ListReports,
    LoadSample,
    MakeReady,
    RenderPreview,
    ViewDraft,
)
from briefing.service.messages import Done, Failed, Part, Places, Started, Step, Stopped
from tests.service.conftest import Asking


@pytest.fixture(scope="module")
def draft(client: Asking) -> Draft:
    """The draft of the sample, with what is proposed for it."""
    made = client.ask(LoadSample())
    assert isinstance(made, Draft)
    view = client.ask(ViewDraft(made))
    assert isinstance(view, DraftView)
    return view.draft


def titled(draft: Draft, title: str) -> Draft:
    return replace(draft, request=replace(draft.request, title=title))


def test_pages_arrive_before_the_answer(client: Asking, draft: Draft) -> None:
    job = client.submit(RenderPreview(draft, (2,)))
    done = client.outcome(job)
    assert isinstance(done, Done)
    assert isinstance(done.value, PreviewState)
    parts = [one.value for one in client.listener.heard if isinstance(one, Part) and one.job == job]
    pages = [page for page in parts if isinstance(page, PreviewPage)]
    assert pages[0].number == 2
    assert sorted(page.number for page in pages if page.exact) == list(
        range(1, done.value.pages + 1)
    )
    assert done.value.findings == sum(len(page.hits) for page in pages if page.exact)


def test_a_document_s_length_comes_without_its_pages(client: Asking, draft: Draft) -> None:
    whole = client.ask(RenderPreview(titled(draft, "Length")))
    job = client.submit(RenderPreview(titled(draft, "Length"), pages=False))
    done = client.outcome(job)
    assert isinstance(done, Done)
    assert done.value == whole
    assert not any(isinstance(one, Part) and one.job == job for one in client.listener.heard)


def test_a_later_preview_ends_the_one_under_way(client: Asking, draft: Draft) -> None:
    jobs = [client.submit(RenderPreview(titled(draft, f"Title {n}")), "preview") for n in range(4)]
    assert isinstance(client.outcome(jobs[-1]), Done)
    for job in jobs[:-1]:
        assert isinstance(client.outcome(job), Stopped)


def test_a_running_preview_is_left_in_the_midst(client: Asking, draft: Draft) -> None:
    running = client.submit(RenderPreview(titled(draft, "First")), "preview")
    client.listener.wait(running, Started)
    later = client.submit(RenderPreview(titled(draft, "Second")), "preview")
    assert isinstance(client.outcome(running), Stopped)
    assert isinstance(client.outcome(later), Done)


def test_being_left_does_no_harm_to_what_follows(client: Asking, draft: Draft) -> None:
    for n in range(12):
        job = client.submit(RenderPreview(titled(draft, f"Again {n}"), changed=""), "preview")
        client.listener.wait(job, Started, Stopped)
    done = client.outcome(client.submit(RenderPreview(draft), "preview"))
    assert isinstance(done, Done), done


def test_calls_of_another_key_are_answered_all_the_same(client: Asking, draft: Draft) -> None:
    view = client.submit(ViewDraft(draft), "view")
    preview = client.submit(RenderPreview(titled(draft, "Third")), "preview")
    assert isinstance(client.outcome(view), Done)
    assert isinstance(client.outcome(preview), Done)


def test_a_cancelled_preview_stops(client: Asking, draft: Draft) -> None:
    job = client.submit(RenderPreview(titled(draft, "Fourth")))
    client.listener.wait(job, Started)
    client.cancel(job)
    assert isinstance(client.outcome(job), Stopped)


def test_what_the_first_preview_needs_can_be_loaded_before(client: Asking) -> None:
    assert client.ask(MakeReady()) is None


def test_what_cannot_be_is_told_with_a_hint(client: Asking) -> None:
    failed = client.outcome(client.submit(ViewDraft(Draft(BriefRequest(regions=("atlantis",))))))
    assert isinstance(failed, Failed)
    assert failed.kind == "RequestError"
    assert failed.hint


def test_a_cancelled_import_leaves_the_library_as_it_was(tmp_path: Path) -> None:
    texts = [tmp_path / f"report-{n}.txt" for n in range(40)]
    for n, path in enumerate(texts):
        path.write_text(f"Armenia and Azerbaijan met {n} times in Prague to talk peace.\n" * 3)
    client = Asking(Places(tmp_path / "library"))
    try:
        job = client.submit(ImportReports(tuple(texts)))
        client.listener.wait(job, Step)
        client.cancel(job)
        assert isinstance(client.outcome(job), Stopped)
        assert client.ask(ListReports()) == ()
    finally:
        client.close()


def test_an_import_names_each_file_as_it_begins(tmp_path: Path) -> None:
    path = tmp_path / "talks.txt"
    path.write_text("Armenia and Azerbaijan resumed talks on their border in Prague.\n")
    client = Asking(Places(tmp_path / "library"))
    try:
        job = client.submit(ImportReports((path,)))
        assert isinstance(client.outcome(job), Done)
        steps = [one for one in client.listener.heard if isinstance(one, Step)]
        assert [(one.done, one.total, one.what) for one in steps] == [(0, 1, "talks.txt")]
    finally:
        client.close()
