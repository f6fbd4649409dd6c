"""The environment templates run in: they may read what they are handed, and nothing else.

Jinja's immutable sandbox keeps a template from private attributes and from changing values. On
top of that, only the filters, tests and text methods named here exist, products of text are
refused, all text that is joined and every step is counted against a ``Budget``, and escaping cannot
be switched off.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import is_dataclass
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import (
    FileSystemLoader,
    StrictUndefined,
    Template,
    Undefined,
    nodes,
    pass_environment,
)
from jinja2.exceptions import SecurityError, TemplateSyntaxError
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from briefing.templating.backing import cited
from briefing.templating.budget import (
    TURNS,
    Budget,
    CountingGenerator,
    check_product,
    count_loops,
    printable,
)
from briefing.templating.compiled import COMPILED
from briefing.templating.filters import FILTERS
from briefing.templating.notes import NOTED
from briefing.templating.standing_parts import STANDING

_JINJA_FILTERS = frozenset(
    {
        "capitalize",
        "default",
        "first",
        "last",
        "length",
        "list",
        "lower",
        "reject",
        "rejectattr",
        "select",
        "selectattr",
        "title",
        "trim",
        "upper",
    }
)
_TEXT_METHODS = frozenset({"endswith", "lower", "startswith", "strip", "title", "upper"})


class ExplainedUndefined(StrictUndefined):
    """A name that does not exist; the message tells which would."""

    @property
    def _undefined_message(self) -> str:
        name = self._undefined_name
        holder = self._undefined_obj
        if isinstance(holder, (str, int, tuple, dict)) or not hasattr(holder, "__slots__"):
            return f"“{name}” is not defined"
        known = [field for field in dir(holder) if not field.startswith("_")]
        return f"“{name}” is not a part of {type(holder).__name__}, which has {', '.join(known)}"


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's immutable sandbox without ways to fill the memory or to write unescaped markup.

    An environment serves one run: its budget is spent once.
    """

    intercepted_binops = frozenset({"+", "*", "**", "%"})
    code_generator_class = CountingGenerator

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.budget = Budget()
        self._safe: dict[tuple[type, str], bool] = {}
        self._plain: set[tuple[type, str]] = set()

    def _generate(
        self,
        source: nodes.Template,
        name: str | None,
        filename: str | None,
        defer_init: bool = False,
    ) -> str:
        """Return the code of a template, whose loops count their turns."""
        count_loops(source)
        return super()._generate(source, name, filename, defer_init)

    def _compile(self, source: str, filename: str) -> CodeType:
        """Return the code as Python runs it, whose compiler bears less nesting than Jinja."""
        try:
            return super()._compile(source, filename)
        except (SyntaxError, RecursionError, MemoryError) as error:
            said = "something in it nests too deep, or is too long for one expression"
            raise TemplateSyntaxError(said, 1, filename=filename) from error

    def get_template(self, *args: Any, **options: Any) -> Template:
        """Return a template or part; each is a step."""
        self.budget.step()
        template = super().get_template(*args, **options)
        STANDING.remember(template)
        return template

    def call(__self, __context: Context, __obj: Any, *args: Any, **options: Any) -> Any:  # noqa: N805
        """Call what a template calls: a macro, a block, a method; each is a step."""
        __self.budget.step()
        return super().call(__context, __obj, *args, **options)

    def concat(self, pieces: Iterable[str]) -> str:
        """Return in one what a template, a macro or a block wrote."""
        return self.budget.pieces(pieces)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return a part of a value; of what is known to be plain without asking anew."""
        if (type(obj), attribute) in self._plain:
            return getattr(obj, attribute)
        value = super().getattr(obj, attribute)
        known = is_dataclass(obj) or isinstance(obj, LoopContext)
        if known and not (callable(value) or isinstance(value, Undefined)):
            self._plain.add((type(obj), attribute))
        return value

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Return whether a template may read the attribute."""
        if isinstance(obj, str):
            return attr in _TEXT_METHODS
        known = (type(obj), attr)  # all that the question turns on
        safe = self._safe.get(known)
        if safe is None:
            safe = self._safe[known] = super().is_safe_attribute(obj, attr, value)
        return safe

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Return the result of an operator; all but ``+`` are for numbers only.

        Raises:
            SecurityError: one side is not a number, it is a power, or the result is too large.
        """
        if operator == "+":
            self.budget.added(left, right)
            return super().call_binop(context, operator, left, right)
        numbers = isinstance(left, (int, float)) and isinstance(right, (int, float))
        if operator == "**" or not numbers:
            raise SecurityError(f"“{operator}” is only for multiplying and dividing numbers")
        check_product(left, right)
        return super().call_binop(context, operator, left, right)


@pass_environment
def _join(environment: Sandbox, parts: Iterable[Any], between: str = "") -> str:
    """Return the parts in one text; Jinja's own filter would not count them."""
    words = [word for part in parts for word in (between, part)]
    return environment.budget.joined(words[1:])


def sandbox(folders: Sequence[Path]) -> Sandbox:
    """Return an environment that finds templates in ``folders``, first come first served."""
    environment = Sandbox(
        loader=FileSystemLoader([str(folder) for folder in folders]),
        undefined=ExplainedUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=printable,
        cache_size=0,
        bytecode_cache=COMPILED,
    )
    environment.globals.clear()
    known = {name: environment.filters[name] for name in _JINJA_FILTERS}
    known |= {**FILTERS, **NOTED, "join": _join, "cited": cited}
    budget = environment.budget
    environment.filters = {name: budget.counted(filter_) for name, filter_ in known.items()}
    environment.filters[TURNS] = budget.turns
    return environment
