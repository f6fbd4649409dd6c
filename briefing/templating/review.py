"""What a template may not do is found in its source, before it runs, once for each source."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from typing import TypeAlias

from jinja2 import meta, nodes
from jinja2.exceptions import TemplateNotFound, TemplateSyntaxError

from briefing.templating.compiled import MOST_KEPT
from briefing.templating.header import LARGEST
from briefing.templating.sandbox import Sandbox

Source: TypeAlias = tuple[str, str, str]
"""Text, name and file of a template."""
_FOUND_SAFE: OrderedDict[Source, tuple[str, ...]] = OrderedDict()
"""Templates that have been looked through, with the names of those that they refer to."""


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
            if source not in _FOUND_SAFE:
                _remember(source, _looked_through(environment, source))
            waiting.extend(_FOUND_SAFE[source])


def _remember(source: Source, referred: tuple[str, ...]) -> None:
    _FOUND_SAFE[source] = referred
    while len(_FOUND_SAFE) > MOST_KEPT:
        _FOUND_SAFE.popitem(last=False)


def _looked_through(environment: Sandbox, source: Source) -> tuple[str, ...]:
    tree = environment.parse(*source)
    _refuse_switches(tree, source)
    return tuple(_referred(tree, source))


def _source(environment: Sandbox, name: str) -> Source | None:
    """Return text, name and file of a template; None where there is none, which Jinja reports."""
    loader = environment.loader
    if loader is None:
        return None
    try:
        text, file, _ = loader.get_source(environment, name)
    except TemplateNotFound:
        return None
    if len(text) > LARGEST:
        raise TemplateSyntaxError("the file is larger than a template can be", 1, name, str(file))
    return text, name, str(file)


def _refuse_switches(tree: nodes.Template, source: Source) -> None:
    for node in tree.find_all((nodes.EvalContextModifier, nodes.ScopedEvalContextModifier)):
        raise TemplateSyntaxError("escaping cannot be switched", node.lineno, *source[1:])


def _referred(tree: nodes.Template, source: Source) -> Iterator[str]:
    for name in meta.find_referenced_templates(tree):
        if name is None:
            raise TemplateSyntaxError("a template is named in quotes, not computed", 1, *source[1:])
        yield name
