"""What a command works with, found in what it is handed, and where a command is found itself."""

from __future__ import annotations

from importlib import import_module

from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any

    import typer

    from mikrohandlinger.usecases.context import Context


class Handed:
    """What a command is handed where Typer is not there to hand it its own."""

    def __init__(self, obj: Context) -> None:
        self.obj = obj


def context_of(ctx: typer.Context | Handed) -> Context:
    """The context that the command runs in."""
    context: Context = ctx.obj
    return context


def at(place: str) -> Any:
    """What stands at ``module:name`` of this package."""
    module, _colon, name = place.partition(":")
    return getattr(import_module(f"mikrohandlinger.cli.{module}"), name)
