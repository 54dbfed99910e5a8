"""Shell completion: installing it, and what can be completed."""

from __future__ import annotations

import os

import typer

from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.texts import _

SHELLS = ("bash", "zsh", "fish", "powershell", "pwsh")


def install() -> None:
    """Install completion for the shell that runs this and say where."""
    from typer._completion_shared import install as install_for

    shell, path = install_for(shell=_shell(), prog_name="mikro", complete_var="_MIKRO_COMPLETE")
    typer.echo(
        _("Completion for {shell} is in {path}. It works in the next terminal you open.").format(
            shell=shell, path=path
        )
    )


def show() -> None:
    """Print the completion script."""
    from typer._completion_shared import get_completion_script

    typer.echo(get_completion_script(prog_name="mikro", complete_var="_MIKRO_COMPLETE", shell=_shell()))


def actions(incomplete: str) -> list[str]:
    """The words for an action that begin like ``incomplete``."""
    words = ("ask", "doubt", "feedback", "spørg", "tvivl")
    return [word for word in words if word.startswith(incomplete.casefold())]


def entries(incomplete: str) -> list[tuple[str, str]]:
    """The numbers of the latest entries, each with its day and action."""
    from .session import Session

    session = Session(os.environ)
    found = session.store.search_entries(limit=30)
    return [
        (str(entry.number), f"{entry.day.isoformat()} {entry.action}")
        for entry in found
        if str(entry.number).startswith(incomplete)
    ]


def variations(incomplete: str) -> list[str]:
    """The ids of the variations that begin like ``incomplete``."""
    from .session import Session

    return [name for name in Session(os.environ).catalogue.variations if name.startswith(incomplete)]


def _shell() -> str:
    from typer._completion_shared import _get_shell_name

    shell = _get_shell_name()
    if shell not in SHELLS:
        raise MikroError(
            "shell-unknown",
            N_("This shell is not known. Completion exists for {shells}."),
            shells=", ".join(SHELLS),
        )
    return shell
