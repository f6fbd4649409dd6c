"""What goes over the pipes: a kind, a length, a value as MessagePack.

A process that a file has taken over could send anything. Its answers are read as the very types
that are expected, with all that they hold, and as nothing else.
"""

from __future__ import annotations

import struct
from typing import IO, Any

import msgspec

_HEAD = struct.Struct("!BQ")
_LARGEST = 1 << 30
"""Bytes of a value; more is none of ours."""


def send(stream: IO[bytes], kind: int, value: object = None) -> None:
    """Write a value of the vocabulary, or a plain one.

    Raises:
        OSError: nobody reads any more.
    """
    packed = msgspec.msgpack.encode(value)
    stream.write(_HEAD.pack(kind, len(packed)))
    stream.write(packed)
    stream.flush()


def receive(stream: IO[bytes]) -> tuple[int, bytes]:
    """Return the kind of the next value, and the value as it was sent.

    Raises:
        EOFError: there is none: the other end is closed, or sends what is none.
    """
    kind, length = _HEAD.unpack(_exactly(stream, _HEAD.size))
    if length > _LARGEST:
        raise EOFError
    return kind, _exactly(stream, length)


def unpacked(packed: bytes, kind: Any) -> Any:
    """Return a value that was sent, as one of a type.

    Raises:
        msgspec.DecodeError: it is none.
    """
    return msgspec.msgpack.decode(packed, type=kind)


def _exactly(stream: IO[bytes], length: int) -> bytes:
    data = stream.read(length)
    if len(data) < length:
        raise EOFError
    return data
