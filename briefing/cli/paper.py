"""What options of a command say of the paper: its size, its sides, where it is bound."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import wraps
from typing import Any

import click

from briefing.model import BriefRequest, PageSize
from briefing.model.request import NARROWEST_BINDING, WIDEST_BINDING


@dataclass(frozen=True, slots=True)
class Paper:
    """Wishes that stand before those of a request; None: as the request says."""

    page_size: str | None = None
    duplex: bool | None = None
    binding_mm: int | None = None

    def on(self, request: BriefRequest) -> BriefRequest:
        """Return a request with these wishes."""
        return replace(
            request,
            page_size=self.page_size or request.page_size,
            duplex=request.duplex if self.duplex is None else self.duplex,
            binding_mm=self.binding_mm or request.binding_mm,
        )


AS_REQUESTED = Paper()
"""No wishes."""


def paper_options(command: Callable[..., int]) -> Callable[..., int]:
    """Add options to a command, which is handed what they say as ``paper``."""

    @wraps(command)
    def with_paper(
        *args: Any, page_size: str | None, duplex: bool | None, binding: int | None, **more: Any
    ) -> int:
        return command(*args, paper=Paper(page_size, duplex, binding), **more)

    sizes = click.Choice([size.value for size in PageSize])
    width = click.IntRange(NARROWEST_BINDING, WIDEST_BINDING)
    for option in (
        click.option("--binding", type=width, metavar="MM", help=_BINDING),
        click.option("--duplex/--single-sided", default=None, help=_DUPLEX),
        click.option("--page-size", type=sizes, help="Else as the request says."),
    ):
        with_paper = option(with_paper)
    return with_paper


_DUPLEX = "Margins for printing on both sides and binding, or for one side. Else as it says."
_BINDING = f"Margin where sheets are bound, {NARROWEST_BINDING} to {WIDEST_BINDING} mm."
