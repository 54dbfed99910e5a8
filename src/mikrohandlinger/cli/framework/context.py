"""What a command works with, found in what the framework hands it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import typer

    from mikrohandlinger.usecases.context import Context


def context_of(ctx: typer.Context) -> Context:
    """The context that the command runs in."""
    return ctx.find_root().obj  # type: ignore[no-any-return]
