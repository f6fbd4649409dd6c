"""Python imports this in every process that a test starts: whatever would use a socket is noted.

Reading processes start without it (``-I``); they refuse themselves sockets, and tests of their own
see to that.
"""

import os
import sys

_NOTES = os.environ.get("DESKBRIEF_SOCKETS_TRIED", "")


def _note(event: str, arguments: tuple[object, ...]) -> None:
    if event.startswith("socket."):
        with open(_NOTES, "a", encoding="utf-8") as notes:  # noqa: PTH123 - loads nothing
            notes.write(f"{os.getpid()} {sys.argv}: {event} {arguments}\n")
        raise AssertionError(f"network: {event}")


if _NOTES:
    sys.addaudithook(_note)
