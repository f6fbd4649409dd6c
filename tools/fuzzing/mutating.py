"""Spoils bytes without knowing what they are: flips, cuts, doubles, swaps and puts in."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from fuzzing.tokens import NASTY

Change = Callable[[bytes, Random], bytes]
LARGEST = 4 * 1024 * 1024
"""Bytes of a spoilt file; more tells of nothing but patience."""
_EDGES = (0, 1, 0x7F, 0x80, 0xFF, 0x20, 0x0A, 0x3C, 0x22)


def spoilt(data: bytes, random: Random) -> bytes:
    """Return bytes after one to six changes; the fewer the likelier."""
    for _ in range(random.choice((1, 1, 1, 2, 2, 3, 4, 6))):
        data = random.choice(_CHANGES)(data, random)[:LARGEST]
    return data


def _flipped(data: bytes, random: Random) -> bytes:
    spoiled = bytearray(data)
    for _ in range(random.choice((1, 2, 4, 16, 64)) if data else 0):
        spoiled[random.randrange(len(data))] ^= 1 << random.randrange(8)
    return bytes(spoiled)


def _overwritten(data: bytes, random: Random) -> bytes:
    start, end = _stretch(data, random, 16)
    return data[:start] + bytes(random.choice(_EDGES) for _ in range(end - start)) + data[end:]


def _cut_short(data: bytes, random: Random) -> bytes:
    return data[: random.randint(0, len(data))]


def _without(data: bytes, random: Random) -> bytes:
    start, end = _stretch(data, random)
    return data[:start] + data[end:]


def _repeated(data: bytes, random: Random) -> bytes:
    start, end = _stretch(data, random)
    times = random.choice((2, 2, 3, 20, 300))
    return data[:start] + data[start:end] * min(times, LARGEST // (end - start + 1)) + data[end:]


def _moved(data: bytes, random: Random) -> bytes:
    start, end = _stretch(data, random)
    rest = data[:start] + data[end:]
    place = random.randint(0, len(rest))
    return rest[:place] + data[start:end] + rest[place:]


def _with_token(data: bytes, random: Random) -> bytes:
    start, end = _stretch(data, random, 8)
    end = random.choice((start, end))
    return data[:start] + random.choice(NASTY) + data[end:]


def _with_many(data: bytes, random: Random) -> bytes:
    """Return bytes in which what stands in one place stands in all of them."""
    start, end = _stretch(data, random, 4)
    found = data[start:end]
    token = random.choice(NASTY)[:40]
    return data.replace(found, token, random.choice((3, 50, 1000))) if found else data


def _with_number(data: bytes, random: Random) -> bytes:
    """Return bytes with another number in the place of one that is written out."""
    places = [n for n, byte in enumerate(data[:200_000]) if 0x30 <= byte <= 0x39]
    if not places:
        return data
    start = end = random.choice(places)
    while end < len(data) and 0x30 <= data[end] <= 0x39:
        end += 1
    number = random.choice((0, 1, 7, 255, 65_536, 2**31, 2**32 - 1, 2**63, 10**40))
    return data[:start] + str(number).encode() + data[end:]


def _stretch(data: bytes, random: Random, longest: int = 0) -> tuple[int, int]:
    """Return where a stretch of bytes begins and ends; short ones are likelier than long ones."""
    start = random.randint(0, len(data))
    longest = longest or random.choice((4, 64, 1024, max(1, len(data) // 4)))
    return start, min(len(data), start + random.randint(1, longest))


_CHANGES: tuple[Change, ...] = (
    *(_flipped, _overwritten, _cut_short, _without, _repeated, _moved),
    *(_with_token, _with_token, _with_many, _with_number),
)
