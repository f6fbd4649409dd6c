"""Long answers travel in slices and arrive whole."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

from briefing.errors import TemplateError
from briefing.library.database import AlreadyHeldError
from briefing.model.desk import ImportedFile, ImportReview
from briefing.service.messages import Done, Failed, Message, Received, ServiceFault, Slice, failure
from briefing.service.slicing import LONGEST, answer_messages, put_together


def sent(answer: Any) -> tuple[list[Message], Any]:
    """Return the messages that bring an answer, and what is put together of them."""
    messages = [pickle.loads(pickle.dumps(one)) for one in answer_messages(1, answer)]  # noqa: S301
    received = Received()
    for message in messages[:-1]:
        assert isinstance(message, Slice)
        received.add(message)
    assert isinstance(messages[-1], Done)
    return messages, put_together(received, messages[-1])


@pytest.mark.parametrize("count", [0, 1, LONGEST, LONGEST + 1, 5 * LONGEST])
def test_a_long_list_arrives_whole(count: int) -> None:
    answer = tuple(range(count))
    messages, whole = sent(answer)
    assert whole == answer
    assert all(len(one.items) <= LONGEST for one in messages if isinstance(one, Slice))


def test_a_value_with_long_fields_arrives_whole() -> None:
    many = tuple(ImportedFile(f"{n}.txt", f"/{n}.txt") for n in range(2 * LONGEST + 7))
    review = ImportReview(imported=many, failed=many[:3], left_aside=tuple(map(str, range(999))))
    messages, whole = sent(review)
    assert whole == review
    assert len(messages) == 3 + 5 + 1


def test_what_is_short_or_no_list_travels_as_it_is() -> None:
    for answer in (None, "words", ImportReview()):
        messages, whole = sent(answer)
        assert (len(messages), whole) == (1, answer)


def test_an_error_arrives_with_its_class_words_and_hint() -> None:
    error = failure(1, TemplateError("note, line 3: no such name.", "Look it up.")).error()
    assert type(error) is TemplateError
    assert (error.message, error.hint) == ("note, line 3: no such name.", "Look it up.")


def test_an_error_known_to_one_stage_only_arrives_as_its_kind() -> None:
    assert failure(1, AlreadyHeldError("It is there already.")).kind == "LibraryError"


def test_a_defect_arrives_with_what_is_to_be_reported() -> None:
    error = Failed(1, "", "It broke.", "Try again.", "Traceback …").error()
    assert isinstance(error, ServiceFault)
    assert error.details == "Traceback …"
