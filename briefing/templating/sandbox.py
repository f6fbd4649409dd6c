"""The environment templates run in: they may read what they are handed, and nothing else.

Jinja's immutable sandbox keeps a template from private attributes and from changing values. On
top of that, only the filters, tests and text methods named here exist, products of text (which
fill the memory) are refused, and so is switching the escaping off.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined, meta, nodes
from jinja2.exceptions import SecurityError, TemplateNotFound, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from briefing.templating.filters import FILTERS

_JINJA_FILTERS = frozenset(
    {
        "capitalize",
        "default",
        "first",
        "join",
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
    """Jinja's immutable sandbox without ways to fill the memory or to write unescaped markup."""

    intercepted_binops = frozenset({"*", "**", "%"})

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Return whether a template may read the attribute."""
        if isinstance(obj, str):
            return attr in _TEXT_METHODS
        return super().is_safe_attribute(obj, attr, value)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Return the result of an operator that only numbers may use.

        Raises:
            SecurityError: one side is not a number, or it is a power.
        """
        numbers = isinstance(left, (int, float)) and isinstance(right, (int, float))
        if operator == "**" or not numbers:
            raise SecurityError(f"“{operator}” is only for multiplying and dividing numbers")
        return super().call_binop(context, operator, left, right)


def sandbox(folders: Sequence[Path]) -> Sandbox:
    """Return an environment that finds templates in ``folders``, first come first served."""
    environment = Sandbox(
        loader=FileSystemLoader([str(folder) for folder in folders]),
        undefined=ExplainedUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        cache_size=0,
    )
    environment.globals.clear()
    environment.filters = {name: environment.filters[name] for name in _JINJA_FILTERS}
    environment.filters.update(FILTERS)
    return environment


def refuse_unsafe(environment: Sandbox, name: str) -> None:
    """Look through a template and all that it extends, includes or imports.

    Raises:
        TemplateSyntaxError: one of them switches the escaping, or chooses a template as it runs.
    """
    waiting, seen = [name], set[str]()
    while waiting:
        current = waiting.pop()
        if current not in seen and (source := _source(environment, current)):
            seen.add(current)
            tree = environment.parse(*source)
            _refuse_switches(tree, source)
            waiting.extend(_referred(tree, source))


def _source(environment: Sandbox, name: str) -> tuple[str, str, str] | None:
    """Return text, name and file of a template; None where there is none, which Jinja reports."""
    loader = environment.loader
    if loader is None:
        return None
    try:
        text, file, _ = loader.get_source(environment, name)
    except TemplateNotFound:
        return None
    return text, name, str(file)


def _refuse_switches(tree: nodes.Template, source: tuple[str, str, str]) -> None:
    for node in tree.find_all((nodes.EvalContextModifier, nodes.ScopedEvalContextModifier)):
        raise TemplateSyntaxError("escaping cannot be switched", node.lineno, *source[1:])


def _referred(tree: nodes.Template, source: tuple[str, str, str]) -> Iterator[str]:
    for name in meta.find_referenced_templates(tree):
        if name is None:
            raise TemplateSyntaxError("a template is named in quotes, not computed", 1, *source[1:])
        yield name
