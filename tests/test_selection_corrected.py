"""What the officer has said of a finding weighs as much as anything that a report may say."""

from __future__ import annotations

from briefing.model import Finding
from briefing.selection.relevance import Scope, best_fit
from tests.builders import a_report, a_taxonomy, found_in

TEXT = "Armenia and Azerbaijan resumed talks on their border."


def weight(finding: Finding, *, region: str = "", theme: str = "") -> float:
    scopes = [Scope.of(region, a_taxonomy())] if region else []
    fit = best_fit(finding, scopes, [theme] if theme else [])
    assert fit is not None
    return fit.weight


def test_a_corrected_theme_needs_no_words_that_speak_for_it() -> None:
    finding = found_in(a_report(TEXT), TEXT, about=("AM",), themes=("conflict", "diplomacy"))
    assert weight(finding, theme="diplomacy") < 1
    corrected = finding.retagged(None, ("conflict", "diplomacy"))
    assert weight(corrected, theme="conflict") == weight(corrected, theme="diplomacy") == 1
    withdrawn = corrected.retagged(None, ("energy",))
    assert best_fit(withdrawn, [], ["diplomacy"]) is None


def test_a_corrected_region_ranks_as_fully_about() -> None:
    finding = found_in(a_report(TEXT), TEXT, about=("AZ", "AM"), themes=("conflict",))
    assert weight(finding, region="AM") < 1
    corrected = finding.retagged(("AZ", "AM"), None)
    assert weight(corrected, region="AM") == weight(corrected, region="AZ") == 1


def test_correcting_the_themes_says_nothing_of_the_regions() -> None:
    finding = found_in(a_report(TEXT), TEXT, about=("AZ", "AM"), themes=("conflict",))
    corrected = finding.retagged(None, ("conflict",))
    assert weight(corrected, region="AM") == weight(finding, region="AM")
