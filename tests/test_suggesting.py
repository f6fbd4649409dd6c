from briefing.suggesting import suggest, suggest_named


def test_what_is_near_is_suggested() -> None:
    assert suggest("regoins", ["regions", "themes"]) == "Did you mean regions?"


def test_all_there_is_is_listed_when_nothing_is_near() -> None:
    assert suggest("zzz", ["note", "memo"]) == "Known: memo, note."


def test_a_long_list_is_cut() -> None:
    assert suggest("zzz", (f"n{n}" for n in range(99))).endswith(" ….")


def test_a_name_near_by_is_shown_once_and_letter_case_does_not_matter() -> None:
    shown = {"armenia": "AM (Armenia)", "am": "AM (Armenia)"}
    assert suggest_named("ARMENJA", shown, "none") == "Did you mean AM (Armenia)?"
    assert suggest_named("zzzzz", shown, "See the list.") == "See the list."
