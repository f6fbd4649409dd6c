"""The examples of the description of the tables are right, taken together as one officer's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.resources import USER_DATA
from briefing.taxonomy import load_taxonomy, own_mistakes, own_tables
from briefing.taxonomy.tables import own_folder

EXAMPLES = {
    "regions.toml": '[black-sea]\nname = "Black Sea"\nkind = "sub-region"\n'
    'members = ["BG", "GE", "RO", "TR", "UA"]\nnames = ["Black Sea region", "Black Sea states"]\n'
    '[nato]\nnames = ["Washington Treaty organisation"]\n',
    "countries.toml": 'MM = { names = ["Myanma"], adjectives = ["Myanma"] }\n',
    "places.toml": '[EE]\nareas = ["Virumaa"]\ncities = ["Rakvere"]\n'
    '[NO]\nbodies = ["Fjordkraft"]\n',
    "officials.toml": '[EE]\nofficials = ["Mari Tamm / Mari Tam = Tamm; 2026-"]\n',
    "traps.toml": '[phrases]\n"Georgia Tech" = []\n',
    "themes.toml": '[[theme]]\nid = "energy"\nstrong = ["capacity market"]\n'
    '[[theme.sense]]\nterms = ["cable"]\nstrength = "plain"\nwith = ["electricity", "seabed"]\n'
    '[[theme]]\nid = "space"\nname = "Space"\ndescription = "Satellites, launches, orbits"\n',
}


def test_the_examples_are_taken_as_they_stand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(USER_DATA, str(tmp_path))
    own_folder().mkdir()
    for name, text in EXAMPLES.items():
        (own_folder() / name).write_text(text, encoding="utf-8")
    assert own_mistakes() == ()
    assert set(own_tables()) == set(EXAMPLES)
    taxonomy = load_taxonomy()
    assert taxonomy.regions["black-sea"].name == "Black Sea"
    assert taxonomy.themes["space"].description


def test_own_examples_speak_in_tags(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from briefing.extraction.extractor import Extractor
    from tests.builders import a_report

    monkeypatch.setenv(USER_DATA, str(tmp_path))
    own_folder().mkdir()
    for name, text in EXAMPLES.items():
        (own_folder() / name).write_text(text, encoding="utf-8")
    text = "The Black Sea states and Rakvere agreed on a capacity market in the spring of 2024."
    (finding,) = Extractor.shipped().findings(a_report(text))
    assert set(finding.mentions) == {"black-sea", "EE"}
    assert "energy" in finding.themes
    (quiet,) = Extractor.shipped().findings(a_report("A cable lay on the floor of the hall."))
    assert "energy" not in quiet.themes
