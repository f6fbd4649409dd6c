"""How much text and time a template may take.

Every piece of text that it joins is counted before it is joined; every turn of a loop, every call,
filter and part that it takes in is a step, and every few steps the clock is looked at.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from jinja2.exceptions import SecurityError
from jinja2.runtime import markup_join

MOST_CHARACTERS = 50_000_000
"""Of all texts that are made while one document is written; a long one takes two million."""
MOST_STEPS = 5_000_000
"""Of one run; a long document takes some ten thousand."""
MOST_SECONDS = 20.0
"""Of the processor's time for one run; a long document takes less than one."""
_STEPS_A_LOOK = 16
"""After so many steps the clock is looked at, which takes longer than to count them."""
_MOST_BITS = 1024
"""Of a product of whole numbers."""


class Budget:
    """Counts what one run of a template makes."""

    def __init__(self) -> None:
        self._left = MOST_CHARACTERS
        self._steps = MOST_STEPS
        self._end = time.thread_time() + MOST_SECONDS

    def step(self) -> None:
        """Count a step.

        Raises:
            SecurityError: there have been too many, or they have taken too long.
        """
        self._steps -= 1
        if self._steps < 0:
            raise SecurityError(f"the template takes more than {MOST_STEPS} steps")
        if self._steps % _STEPS_A_LOOK == 0 and time.thread_time() > self._end:
            raise SecurityError(f"the template takes longer than {MOST_SECONDS:.0f} seconds")

    def turns(self, items: Iterable[Any]) -> Iterator[Any]:
        """Give the items of a loop, each counted as a step."""
        for item in items:
            self.step()
            yield item

    def counted(self, filter_: Callable[..., Any]) -> Callable[..., Any]:
        """Return a filter whose every use is a step."""

        @wraps(filter_)
        def use(*args: Any, **options: Any) -> Any:
            self.step()
            return filter_(*args, **options)

        return use

    def spend(self, size: int) -> None:
        """Count characters of a text, or items of a list, about to be made.

        Raises:
            SecurityError: it is more than is left.
        """
        self.step()
        self._left -= size
        if self._left < 0:
            raise SecurityError(
                f"the template makes more than {MOST_CHARACTERS} characters of text"
            )

    def pieces(self, parts: Iterable[str]) -> str:
        """Return the texts in one, counted as they come; what writes them counts the steps."""
        counted = []
        for part in parts:
            self._left -= len(part)
            if self._left < 0:
                self.spend(0)
            counted.append(part)
        return "".join(counted)

    def joined(self, parts: Iterable[Any]) -> str:
        """Return what ``~`` makes of its operands."""
        words = [printable(part) for part in parts]
        self.spend(sum(len(str(word)) for word in words))
        return markup_join(words)

    def added(self, left: Any, right: Any) -> None:
        """Count the sum of two texts or lists."""
        if hasattr(left, "__len__") and hasattr(right, "__len__"):
            self.spend(len(left) + len(right))


def printable(value: Any) -> Any:
    """Return a value that may be printed.

    Raises:
        SecurityError: it is a list or the like, which may hold itself a million times.
    """
    if isinstance(value, (list, tuple, dict, TemplateModule)):
        raise SecurityError(f"a {type(value).__name__} is not printed whole; print its parts")
    return value


TURNS = "turns of a loop"
"""Name of the filter that counts; no template can write it."""


def count_loops(tree: nodes.Template) -> None:
    """Let every loop of a template count its turns."""
    for loop in tree.find_all(nodes.For):
        loop.iter = nodes.Filter(loop.iter, TURNS, [], [], None, None, lineno=loop.lineno)


def check_product(left: float, right: float) -> None:
    """Raise ``SecurityError`` where a product of whole numbers would be without use and end."""
    if sum(side.bit_length() for side in (left, right) if isinstance(side, int)) > _MOST_BITS:
        raise SecurityError("the numbers are too large to multiply")


class CountingGenerator(CodeGenerator):
    """Compiles ``~`` to what the environment makes of it; escaping is always on."""

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802 (Jinja's name)
        """Write the code of one ``~``."""
        self.write("environment.budget.joined((")
        for operand in node.nodes:
            self.visit(operand, frame)
            self.write(", ")
        self.write("))")
