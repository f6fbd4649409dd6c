"""How much text a template may make: every piece that it joins is counted before it is joined."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from jinja2.exceptions import SecurityError
from jinja2.runtime import markup_join

MOST_CHARACTERS = 50_000_000
"""Of all texts that are made while one document is written; a long one takes two million."""
_MOST_BITS = 1024
"""Of a product of whole numbers."""


class Budget:
    """Counts what one run of a template makes."""

    def __init__(self) -> None:
        self._left = MOST_CHARACTERS

    def spend(self, size: int) -> None:
        """Count characters of a text, or items of a list, about to be made.

        Raises:
            SecurityError: it is more than is left.
        """
        self._left -= size
        if self._left < 0:
            raise SecurityError(
                f"the template makes more than {MOST_CHARACTERS} characters of text"
            )

    def pieces(self, parts: Iterable[str]) -> str:
        """Return the texts in one, counted as they come."""
        counted = []
        for part in parts:
            self.spend(len(part))
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
