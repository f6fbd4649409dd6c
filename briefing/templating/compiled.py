"""Code of templates, kept from one run to the next while their source is the same."""

from __future__ import annotations

from collections import OrderedDict
from types import CodeType

from jinja2.bccache import Bucket, BytecodeCache

MOST_KEPT = 200
"""So many templates, partials included."""


class _Compiled(BytecodeCache):
    """Code of templates compiled before, as long as their source is the same.

    An environment serves one run, so it remembers nothing of the last; compiling anew each time
    would take longer than all the rest.
    """

    def __init__(self) -> None:
        self._code: OrderedDict[tuple[str, str], CodeType] = OrderedDict()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the bucket its code, if it is there."""
        bucket.code = self._code.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a bucket."""
        if bucket.code is not None:
            self._code[bucket.key, bucket.checksum] = bucket.code
        while len(self._code) > MOST_KEPT:
            self._code.popitem(last=False)


COMPILED = _Compiled()
