"""What an error says is fit to be shown, wherever the words that it quotes come from."""

from __future__ import annotations

from briefing.errors import BriefingError


def test_what_a_terminal_would_obey_or_what_turns_a_line_round_is_taken_out() -> None:
    error = BriefingError("There is no \x1b[31m\u202eyek\ud800.", "Choose\nanother.\x00")
    assert error.message == "There is no \ufffd[31m\ufffdyek\ufffd."
    assert error.hint == "Choose another.\ufffd"
    assert str(error).encode()


def test_a_sentence_that_quotes_without_end_is_cut_in_its_middle() -> None:
    error = BriefingError(f"There is no key {'x' * 1_000_000}, as far as we know.")
    assert len(error.message) < 2100
    assert error.message.startswith("There is no key xxx")
    assert error.message.endswith("as far as we know.")
