"""``mikro setup``: five short questions, each with a good default."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from mikrohandlinger.domain import settings as domain
from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.storage import settings_file
from mikrohandlinger.texts import _

from .config import shown_value
from .questions import ask
from .session import Session, session_of

#: What is asked about, and how, in this order.
ASKED = (
    ("language", N_("Language: da (dansk), en (English), or auto?")),
    ("role", N_("Are you an employee or a leader? (employee, leader)")),
    ("workdays", N_("Which weekdays do you work? (mon, tue, wed, thu, fri, sat, sun)")),
    ("anchor", N_("Which daily moment will you tie it to? (such as: after the morning coffee)")),
    ("level_cap", N_("How bold may it get? (1 easy, 2 takes a little, 3 takes courage)")),
)


def setup(
    context: typer.Context,
    defaults: Annotated[
        bool, typer.Option("--defaults", help=N_("Ask nothing: show what holds now."))
    ] = False,
) -> None:
    """Ask the five questions and keep the answers."""
    session = session_of(context)
    if defaults or not session.is_interactive:
        for key, _question in ASKED:
            typer.echo(f"{key} = {shown_value(session.settings[key])}")
        typer.echo(_("Change one with «mikro config set KEY VALUE»."))
        return
    typer.echo(_("Five questions. Enter keeps what stands in brackets."))
    answers: dict[str, Any] = {}
    try:
        for key, question in ASKED:
            answer = _ask_one(session, key, _(question))
            if answer is not None:
                answers[key] = answer
    except (EOFError, KeyboardInterrupt):
        typer.echo("")
        typer.echo(_("Stopped. What you answered so far is kept."))
    if answers:
        settings_file.store_all(session.paths.settings, answers)
    typer.echo(_("All set. «mikro today» shows today's micro-action."))


def _ask_one(session: Session, key: str, question: str) -> Any:
    """Ask until the answer fits; None keeps what holds."""
    from .boundary import tell

    while True:
        typed = ask(f"{question} [{shown_value(session.settings[key])}]")
        if not typed:
            return None
        try:
            return domain.parse(key, typed)
        except MikroError as error:
            tell(error)
