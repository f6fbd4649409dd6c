"""Templates as the window asks for them: listed with their faults, looked at, begun as a copy."""

from __future__ import annotations

from pathlib import Path

from briefing.model.desk import TemplateChoice
from briefing.service import calls
from briefing.service.core import Core
from briefing.service.handlers import handle
from briefing.service.messages import Places
from tests.service.test_rules import Quiet


def ask(folder: Path, call: object) -> object:
    core = Core(Places(folder / "library", (folder / "templates",)))
    try:
        return handle(core, call, Quiet())  # type: ignore[arg-type]
    finally:
        core.close()


def listed(folder: Path) -> dict[str, TemplateChoice]:
    vocabulary = ask(folder, calls.ListVocabulary())
    return {one.name: one for one in vocabulary.templates}  # type: ignore[attr-defined]


def test_a_template_at_fault_is_listed_with_its_fault(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "broken.html.j2").write_text("<p>", "utf-8")
    found = listed(tmp_path)
    assert "does not begin with a header" in found["broken"].fault
    assert found["note"].fault == ""


def test_fields_of_a_template_are_listed(tmp_path: Path) -> None:
    names = [field.name for field in listed(tmp_path)["visit"].fields]
    assert names[:4] == ["visit", "meeting_date", "objective", "points"]


def test_a_new_template_changes_what_is_looked_at(tmp_path: Path) -> None:
    before = ask(tmp_path, calls.LookAtTemplates())
    path = ask(tmp_path, calls.NewTemplate("mine", "memo"))
    assert path == tmp_path / "templates" / "mine.html.j2"
    assert ask(tmp_path, calls.LookAtTemplates()) != before
    assert listed(tmp_path)["mine"].title == "Mine"
