from __future__ import annotations

from pathlib import Path

import pytest
from evaluation.accepted import losses, read_accepted, target, write_accepted
from evaluation.confusions import region_confusions, theme_confusions
from evaluation.figures import judge
from evaluation.labels import read_set
from evaluation.matching import letters
from evaluation.printing import page
from evaluation.running import Run, run

from briefing.taxonomy import load_taxonomy
from tests.tools.labelled import found, label

OWN = Path(__file__).parent.parent / "evaluation"


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """One report of the labelled ones, judged."""
    everything = (OWN / "labels.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    labels = tmp_path_factory.mktemp("labels") / "labels.jsonl"
    labels.write_text("".join(line for line in everything if '"baltic' in line), encoding="utf-8")
    return run(read_set("small", labels, OWN / "reports"))


def _why(said: str, *, mentions: str = "", labelled_mentions: str = "") -> str:
    text = "The two neighbours signed the treaty after all."
    one = label(text, about="EE", mentions=labelled_mentions)
    judged = judge([one], [found(text, about=said, mentions=mentions)])
    return ", ".join(kind.what for kind in region_confusions(judged))


def test_a_missed_region_is_put_down_to_its_cause() -> None:
    assert _why("") == "missed: meant, not named, and not carried on"
    assert _why("", labelled_mentions="EE") == "missed: named, and not recognised"
    both = _why("", mentions="EE", labelled_mentions="EE")
    assert both == "missed: named, and taken for background"


def test_an_added_region_is_put_down_to_its_cause() -> None:
    assert _why("EE RU") == "added: not named, and carried on wrongly"
    assert _why("EE RU", mentions="RU") == "added: read as a name that is not there"
    both = _why("EE RU", mentions="RU", labelled_mentions="RU")
    assert both == "added: named, but not what it is about"


def test_a_theme_given_for_another_is_told_as_such() -> None:
    text = "The parliament of the island voted on the budget again."
    judged = judge([label(text, themes="politics")], [found(text, themes="economy")])
    assert [kind.what for kind in theme_confusions(judged)] == ["politics read as economy"]


def test_the_page_shows_figures_beside_baseline_and_target_and_what_goes_wrong(
    small: Run,
) -> None:
    text = "\n".join(page(small, {"themes": 0.25}))
    assert "small: 1 reports, 43 sentences" in text
    line = next(line for line in text.splitlines() if line.startswith("themes"))
    assert "0.250" in line
    assert "0.720" in line
    for part in ("Themes, worst first", "About: why regions differ", "Worst requests", "missing"):
        assert part in text


def test_no_text_of_the_labelled_reports_is_lost(small: Run) -> None:
    assert small.figures["text_lost"] == 0.0
    assert small.figures["mentions"] > small.baseline["mentions"]


def test_labels_name_regions_and_themes_that_exist_and_stand_in_their_reports() -> None:
    taxonomy = load_taxonomy()
    known = read_set("made-up", OWN / "labels.jsonl", OWN / "reports")
    texts = {path.name: letters(path.read_text(encoding="utf-8")) for path in known.reports}
    for one in known.labels:
        assert one.tags.about | one.tags.mentions <= set(taxonomy.regions), one.id
        assert one.tags.themes <= set(taxonomy.themes), one.id
        assert letters(one.text) in texts[one.source], one.id
    assert len({one.id for one in known.labels}) == len(known.labels)


def test_a_line_that_is_no_label_is_told_with_its_number(tmp_path: Path) -> None:
    labels = tmp_path / "labels.jsonl"
    labels.write_text('\n{"id": "a"}\n', encoding="utf-8")
    with pytest.raises(ValueError, match=r"labels\.jsonl, line 2: .*source"):
        read_set("some", labels, tmp_path)


def test_a_figure_that_fell_is_told_and_a_small_change_is_not(small: Run) -> None:
    about, lost = small.figures["about"], small.figures["text_lost"]
    assert list(losses(small, {"about": about + 0.01, "text_lost": lost})) == []
    told = list(losses(small, {"about": about + 0.1, "text_lost": lost - 0.1}))
    assert len(told) == 2
    assert "about was" in told[0]


def test_accepted_figures_are_kept_beside_those_of_other_sets(small: Run, tmp_path: Path) -> None:
    kept = tmp_path / "accepted.toml"
    kept.write_text('["other"]\nabout = 0.5\n', encoding="utf-8")
    write_accepted(kept, [small])
    accepted = read_accepted(kept)
    assert accepted["other"] == {"about": 0.5}
    assert accepted["small"]["themes"] == pytest.approx(small.figures["themes"], abs=0.001)
    assert list(losses(small, accepted["small"])) == []


def test_answers_are_to_be_half_as_good_again_as_those_of_the_baseline() -> None:
    assert target("ndcg10", {"ndcg10": 0.6}) == pytest.approx(0.9)
    assert target("ndcg10", {"ndcg10": 0.2}) == 0.8
    assert target("found10", {}) is None
