"""The layers hold: who may import whom, and who may not import what."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "briefing"

LAYERS = (
    {
        "archives",
        "errors",
        "grading",
        "model",
        "progress",
        "rasterising",
        "resources",
        "files",
        "settings",
        "wordless",
    },
    {
        "citing",
        "fonts",
        "house",
        "judging",
        "ledger",
        "maps",
        "marking",
        "marks",
        "naming",
        "own_data",
        "quotations",
        "safekeeping",
        "scale_files",
        "scales",
        "suggesting",
        "tables",
        "taxonomy",
        "tongues",
        "weights",
        "wording",
    },
    {
        "importers",
        "indicators",
        "extraction",
        "library",
        "selection",
        "anchoring",
        "charts",
        "blocks",
    },
    {"apart", "tracing", "verifying"},
    {"drafting"},
    {
        "assembly",
        "templating",
        "exporters",
        "packing",
        "releasing",
        "request_file",
        "brief_file",
        "pack_file",
    },
    {"pipeline"},
    {"cli", "service"},
)
"""From the bottom up. A module imports from its own layer or from one below."""

SEPARATE = {
    "importers": {"library", "extraction", "selection", "charts", "exporters", "templating"},
    "extraction": {"library", "selection", "importers", "charts", "exporters", "templating"},
    "indicators": {"library", "extraction", "selection", "charts", "exporters", "templating"},
    "library": {"importers", "selection", "charts", "exporters", "templating", "extraction"},
    "selection": {"library", "importers", "exporters", "templating", "charts", "extraction"},
    "assembly": {"library", "importers", "exporters", "templating", "extraction"},
    "charts": {"library", "importers", "exporters", "templating", "extraction", "assembly"},
    "templating": {"library", "importers", "exporters", "extraction", "selection"},
    "packing": {"library", "extraction", "selection", "exporters"},
    "exporters": {"library", "importers", "extraction", "selection", "templating", "charts"},
}
"""What each stage must not know: those beside it, and where its values come from or go."""

ONLY_IN = {
    "sqlite3": {"library/database.py"},
    "weasyprint": {"exporters"},
    "docx": {"exporters", "importers"},
    "xlsxwriter": {"exporters"},
    "openpyxl": {"indicators"},
    "jinja2": {"templating"},
    "matplotlib": {"charts"},
    "click": {"cli"},
}
"""Libraries that one stage alone may import."""

NOWHERE = {
    "gui",
    "PySide6",
    "PyQt6",
    "shiboken6",
    "requests",
    "httpx",
    "aiohttp",
    "socket",
    "urllib3",
}
"""What the core never imports: windows, and ways to a network."""


WINDOW = ROOT / "gui"
WINDOW_KNOWS = {
    "briefing",
    "briefing.drafting",
    "briefing.errors",
    "briefing.files",
    "briefing.grading",
    "briefing.judging",
    "briefing.ledger",
    "briefing.marking",
    "briefing.marks",
    "briefing.model",
    "briefing.naming",
    "briefing.own_data",
    "briefing.rasterising",
    "briefing.resources",
    "briefing.safekeeping",
    "briefing.service",
    "briefing.settings",
    "briefing.wording",
    "briefing.wordless",
}
"""The stages of the core that the window imports; all others it asks through ``service``."""

WINDOW_SHUNS = {
    "sqlite3",
    "jinja2",
    "weasyprint",
    "matplotlib",
    "docx",
    "lxml",
    "pypdfium2",
    "xlsxwriter",
    "openpyxl",
}
"""Libraries that work on behalf of the core, in a process of its own."""


def sources() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def imported(path: Path) -> Iterator[str]:
    """Yield the full name of every module that a file imports."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def stage(path: Path) -> str:
    """Return the stage that a file belongs to: the first part of its path in the package."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def stages_imported(path: Path) -> set[str]:
    names = (name.split(".") for name in imported(path))
    return {name[1] for name in names if name[0] == "briefing" and len(name) > 1}


def height(name: str) -> int:
    return next(n for n, layer in enumerate(LAYERS) if name in layer)


@pytest.mark.parametrize("path", sources(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_go_one_way(path: Path) -> None:
    if path.name == "__init__.py" and path.parent == PACKAGE:
        return
    own = stage(path)
    known = set().union(*LAYERS)
    assert own in known, f"{own} has no place among the layers"
    for other in (stages_imported(path) & known) - {own}:
        assert height(other) <= height(own), f"{own} imports {other}, which stands above it"
        assert other not in SEPARATE.get(own, ()), f"{own} must not know {other}"


@pytest.mark.parametrize("path", sources(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_libraries_stay_where_they_belong(path: Path) -> None:
    inside = str(path.relative_to(PACKAGE))
    for name in {full.split(".")[0] for full in imported(path)}:
        assert name not in NOWHERE, f"the core imports {name}"
        allowed = ONLY_IN.get(name)
        assert allowed is None or inside in allowed or stage(path) in allowed, name


@pytest.mark.parametrize(
    "path", sorted(WINDOW.rglob("*.py")), ids=lambda path: str(path.relative_to(WINDOW))
)
def test_window_leaves_the_work_to_the_core(path: Path) -> None:
    for name in imported(path):
        parts = name.split(".")
        assert parts[0] not in WINDOW_SHUNS, f"the window imports {parts[0]}"
        if parts[0] == "briefing":
            known = {"briefing", ".".join(parts[:2])} if len(parts) > 2 else {"briefing"}
            assert known <= WINDOW_KNOWS, f"the window imports {name}"


LOADED_FIRST = {"welcome_page.py", "status_line.py"}
"""Labels of the first window: Qt's namespace is not loaded then, and their words are our own."""


def test_no_label_of_the_window_takes_words_for_markup() -> None:
    for path in sorted(WINDOW.rglob("*.py")):
        if path.name in LOADED_FIRST:
            continue
        nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
        made = any(isinstance(one, ast.Call) and _is_label(one.func) for one in nodes)
        kinds = any(
            isinstance(one, ast.ClassDef) and any(map(_is_label, one.bases)) for one in nodes
        )
        sets = any(isinstance(one, ast.Attribute) and one.attr == "PlainText" for one in nodes)
        assert not (made or kinds) or sets, f"{path.name}: use gui.widgets.labels.plain"


def _is_label(name: ast.expr) -> bool:
    return isinstance(name, ast.Name) and name.id == "QLabel"


def test_no_file_names_the_machine_or_an_index() -> None:
    for name in ("requirements.lock", "requirements-test.lock", "pyproject.toml"):
        text = (ROOT / name).read_text("utf-8")
        assert "index-url" not in text
        assert "://" not in text, name


def test_every_package_in_the_lock_is_pinned_by_hash() -> None:
    text = (ROOT / "requirements.lock").read_text("utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    assert len(lines) > 20
    for line in lines:
        assert "==" in line, line
        assert "--hash=sha256:" in line, line
