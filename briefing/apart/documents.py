"""Documents that came back read apart: whoever sent one may have put anything into it."""

from __future__ import annotations

from briefing.apart.readers import awaited, shared_readers
from briefing.errors import ImportFailure
from briefing.verifying.returned import Returned, UnreadableError


def read_document(data: bytes, name: str) -> Returned:
    """Return text and data of a PDF or Word file, within the limits of the settings.

    Raises:
        UnreadableError: it is neither, damaged, or takes more time or memory than it may.
    """
    readers = shared_readers()
    answer = readers.read_document(data, name)
    try:
        return awaited(answer, lambda: None)
    except ImportFailure as error:
        raise UnreadableError(error.message, error.hint) from error
    finally:
        readers.leave([answer])
