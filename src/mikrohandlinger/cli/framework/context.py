"""What a command works with, found in what it is handed, and where a command is found itself."""

from __future__ import annotations

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
    # Not by importlib, whose own import costs more than the command's.
    return getattr(__import__(f"mikrohandlinger.cli.{module}", fromlist=[name]), name)
