from __future__ import annotations

from briefing.releasing import LeftOut, needles_of

LEAK = "Two battalions are to leave the garrison at Lake Ost before the first snow falls."


def found(text: str, *kept: str, words: str = LEAK) -> bool:
    return bool(needles_of([LeftOut("it", words)], kept).within(text))


def test_a_sentence_is_found_however_it_is_broken_up() -> None:
    assert found(f"<p>{LEAK}</p>")
    assert found(LEAK.upper())
    assert found(LEAK.replace(" ", "\n"))
    assert found(LEAK.replace("garrison", "garri-\nson").replace("first", "ﬁrst"))


def test_part_of_a_sentence_is_found() -> None:
    assert found("… to leave the garrison at Lake Ost before …")
    assert not found("two battalions are there")


def test_letters_of_two_bytes_are_found_in_bytes() -> None:
    assert found(LEAK)
    needles = needles_of([LeftOut("it", LEAK)], [])
    for coding in ("utf-8", "utf-16-le", "utf-16-be"):
        assert needles.within(b"\x01\x02" + LEAK.encode(coding)) == {"it"}


def test_what_is_kept_may_be_there() -> None:
    kept = "Two battalions are to leave the garrison at Lake Ost, it is said."
    assert not found(kept, kept)
    assert found(LEAK, kept)


def test_what_follows_kept_words_by_chance_is_no_find() -> None:
    kept = "The convoy went by way of the garrison at Lake Ost."
    left_out = "Nobody by the garrison at Lake Ost came out to meet the envoys."
    assert not found(f"{kept} Came home.", kept, words=left_out)
    assert found(f"{kept} {left_out}", kept, words=left_out)


def test_what_stands_wholly_in_what_is_kept_is_told_as_not_searched_for() -> None:
    needles = needles_of([LeftOut("it", LEAK), LeftOut("short", "Tbilisi")], [f"{LEAK} Indeed."])
    assert needles.skipped == ("it", "short")
    assert needles.count == 0


def test_names_of_two_words_are_found_and_codes_only_letter_by_letter() -> None:
    assert found("by Jana Vesely, 2022", words="Jana Vesely")
    needles = needles_of([LeftOut("code", "f-3k7q", exact=True)], [])
    assert needles.within("see f-3K7Q.") == {"code"}
    assert not needles.within("f3k7q")


def test_other_scripts_are_found() -> None:
    words = "Два батальона должны покинуть гарнизон у озера до первого снега."
    needles = needles_of([LeftOut("it", words)], [])
    assert needles.beyond_latin
    assert needles.within(f"… {words} …") == {"it"}


def test_words_that_two_blocks_make_where_they_meet_are_no_find() -> None:
    kept = "Nobody in the region expects a treaty with Armenia."
    needles = needles_of([LeftOut("it", "Armenia at last")], [kept], ["At last a table"])
    assert needles.within("Armenia at last signed.") == {"it"}
    assert not needles.within(f"… {kept} At last a table …")
    assert needles.within(f"… {kept} At last a table … Armenia at\nlast") == {"it"}
    assert needles.within(f"… {kept} At last it was signed") == {"it"}
    assert needles.within("… with Armenia. At last a table …") == {"it"}


def test_blocks_that_are_wholly_within_the_words_hide_nothing() -> None:
    needles = needles_of([LeftOut("it", "Novak Veselyova Berg")], ["Novak", "Veselyova Berg"])
    assert needles.within("Novak\nVeselyova Berg") == {"it"}
