"""What went wrong, without a word of a report: for the log, and for what is passed on.

Messages of exceptions quote what they stumbled over, and that may be a sentence of a report.
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterator

_OF_THE_PROGRAM = (AttributeError, ImportError, NameError, TypeError)
"""Their messages name parts of the program and kinds of values, not values."""
_QUOTED = re.compile("“[^”]*”?")


def wordless_trace(error: BaseException) -> str:
    """Return where an exception came from and of what kind it is, after those that led to it."""
    return "".join(line for one in reversed(list(_chain(error))) for line in _lines(one))


def wordless(sentence: str) -> str:
    """Return a sentence without what it quotes."""
    return _QUOTED.sub("“…”", sentence)


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    one: BaseException | None = error
    while one is not None and id(one) not in seen:
        yield one
        seen.add(id(one))
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)


def _lines(error: BaseException) -> Iterator[str]:
    yield from traceback.format_tb(error.__traceback__)
    said = ""
    if isinstance(error, OSError):
        said = f": {error.strerror or ''}"
    elif isinstance(error, _OF_THE_PROGRAM):
        said = f": {error}"
    yield f"{type(error).__module__}.{type(error).__qualname__}{said}\n".removeprefix("builtins.")
