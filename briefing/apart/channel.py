"""Values over a pipe, each with its length before it; what comes back is not trusted.

A process that a file has taken over could send anything. What is unpacked here can only become
values of the vocabulary and plain ones.
"""

from __future__ import annotations

import io
import pickle
import struct
from typing import IO, Any

_LENGTH = struct.Struct("!Q")
_LARGEST = 1 << 30
"""Bytes of a value; more is no answer of ours."""
_PLAIN = {("datetime", "date"), ("builtins", "frozenset"), ("builtins", "set")}
_VOCABULARY = "briefing.model."


def send(stream: IO[bytes], value: object) -> None:
    """Write a value.

    Raises:
        OSError: nobody reads any more.
    """
    packed = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    stream.write(_LENGTH.pack(len(packed)))
    stream.write(packed)
    stream.flush()


def receive(stream: IO[bytes]) -> Any:
    """Return the next value from one that is trusted.

    Raises:
        EOFError: there is none; the other end is closed.
    """
    return pickle.loads(_packed(stream))  # noqa: S301 - the parent's own


def receive_guarded(stream: IO[bytes]) -> Any:
    """Return the next value from one that is not trusted.

    Raises:
        EOFError: there is none; the other end is closed.
        pickle.UnpicklingError: it is not made of the vocabulary and plain values.
    """
    return _Guarded(io.BytesIO(_packed(stream))).load()


def _packed(stream: IO[bytes]) -> bytes:
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError
    length = _LENGTH.unpack(head)[0]
    if length > _LARGEST:
        raise EOFError
    packed = stream.read(length)
    if len(packed) < length:
        raise EOFError
    return packed


class _Guarded(pickle.Unpickler):
    """Makes nothing but values of the vocabulary and plain ones."""

    def find_class(self, module: str, name: str) -> Any:
        """Return a class that may be made.

        Raises:
            pickle.UnpicklingError: it is another, or no class.
        """
        if (module, name) in _PLAIN:
            return super().find_class(module, name)
        if module.startswith(_VOCABULARY) and "." not in name:
            found = super().find_class(module, name)
            # A module holds what it imports as well: only its own classes will do.
            if isinstance(found, type) and found.__module__ == module:
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is nothing that a report is made of")
