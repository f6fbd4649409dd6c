"""Long answers travel in slices: whoever receives them is never held up for long by one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

from briefing.service.messages import Done, Message, Received, Slice

LONGEST = 200
"""Items that travel in one message."""


def answer_messages(job: int, answer: Any) -> Iterator[Message]:
    """Yield the messages that bring an answer: its long sequences in slices, then the rest."""
    if _is_long(answer):
        yield from _slices(job, "", answer)
        yield Done(job, ())
        return
    long = _long_fields(answer)
    for name, items in long.items():
        yield from _slices(job, name, items)
    yield Done(job, replace(answer, **dict.fromkeys(long, ())) if long else answer)


def put_together(received: Received, done: Done) -> Any:
    """Return the answer that came in slices."""
    whole = {name: tuple(items) for name, items in received.items.items()}
    if "" in whole:
        return whole[""]
    return replace(done.value, **whole) if whole else done.value


def _slices(job: int, where: str, items: tuple[Any, ...]) -> Iterator[Slice]:
    for first in range(0, len(items), LONGEST):
        yield Slice(job, where, items[first : first + LONGEST])


def _long_fields(answer: Any) -> dict[str, tuple[Any, ...]]:
    if not is_dataclass(answer):
        return {}
    held = {field.name: getattr(answer, field.name) for field in fields(answer)}
    return {name: value for name, value in held.items() if _is_long(value)}


def _is_long(value: Any) -> bool:
    return isinstance(value, tuple) and len(value) > LONGEST
