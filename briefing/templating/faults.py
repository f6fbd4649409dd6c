"""What is wrong with a template, told with file, line and what was expected."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager

import jinja2
from jinja2.exceptions import SecurityError

from briefing.errors import TemplateError
from briefing.templating.header import SUFFIX
from briefing.templating.view import VARIABLES

_RUN_TIME = (
    jinja2.TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What a template that hands the wrong thing to a filter, a test or an operator ends in."""


@contextmanager
def explained(name: str) -> Iterator[None]:
    """Turn what Jinja raises while it runs the template ``name`` into a ``TemplateError``.

    Nothing but Jinja may run inside: a defect of the program would read as the template's.
    """
    try:
        yield
    except jinja2.TemplateSyntaxError as error:
        raise _fault(
            f"{error.filename or name}, line {error.lineno}", str(error.message)
        ) from error
    except jinja2.TemplateNotFound as error:
        raise _fault(_line(error, name), f"there is no template “{error.name}”") from error
    except SecurityError as error:
        raise _fault(_line(error, name), f"this is not allowed: {error}") from error
    except jinja2.UndefinedError as error:
        hint = f"A template may use: {', '.join(VARIABLES)}."
        raise _fault(_line(error, name), str(error), hint) from error
    except _RUN_TIME as error:
        raise _fault(_line(error, name), str(error)) from error


def _fault(where: str, what: str, hint: str = "") -> TemplateError:
    return TemplateError(f"{where}: {what.rstrip('.')}.", hint or _README)


_README = "templates/README.md tells what a template may use."


def _line(error: BaseException, name: str) -> str:
    """Return file and line of the innermost template that was running."""
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"{f.filename}, line {f.lineno}" for f in frames if f.filename.endswith(SUFFIX)]
    return places[-1] if places else f"{name}{SUFFIX}"
