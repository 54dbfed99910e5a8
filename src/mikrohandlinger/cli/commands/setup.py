"""``mikro setup``: five short questions, each with a good default."""

from __future__ import annotations

from mikrohandlinger.cli.commands.config import own_setting
from mikrohandlinger.cli.framework.context import context_of
from mikrohandlinger.cli.terminal import person
from mikrohandlinger.cli.terminal.ask import ask
from mikrohandlinger.cli.terminal.echo import echo, echo_error
from mikrohandlinger.domain import settings as domain
from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.texts import _
from mikrohandlinger.texts.dates import short_weekday
from mikrohandlinger.usecases import configure
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple
from mikrohandlinger.views.settings.words import shown

if TYPE_CHECKING:
    from typing import Annotated, Any, Final

    import typer

    from mikrohandlinger.cli.framework.options import KeepPersonal
    from mikrohandlinger.usecases.context import Context


class Asked(NamedTuple):
    """A question of the set-up.

    Attributes:
        key: The setting that it is about.
        question: Marked for translation.
        choices: The values that answer it by number.
    """

    key: str
    question: str
    choices: tuple[str, ...] = ()


ASKED: Final = (
    Asked("language", N_("Language? 1 = dansk, 2 = English, 3 = as the computer"), ("da", "en", "auto")),
    Asked("role", N_("What is your role? 1 = employee, 2 = leader"), domain.ROLES),
    Asked("workdays", N_("Which days do you work? For example: mon-fri, or mon, tue, thu")),
    Asked("anchor", N_("Which moment of the day will you tie it to? For example: after the morning coffee")),
    Asked("level_cap", N_("How bold may it get? 1 = easy, 2 = takes a little, 3 = takes courage"), ("1", "2", "3")),
)  # fmt: skip


_NO_NUMBER: Final = MikroError(
    "answer-no-number", N_("Answer with one of the numbers; Enter keeps the one in brackets.")
)


def setup(
    ctx: typer.Context,
    defaults: Annotated[
        bool, typer.Option("--defaults", help=N_("Ask nothing; show what is set now."))
    ] = False,
    keep_personal: KeepPersonal = False,
) -> None:
    """Ask the five questions and keep each answer as it is given."""
    context = context_of(ctx)
    settings = context.settings
    if defaults or not person.is_there():
        for asked in ASKED:
            echo(f"{asked.key} = {shown(settings.plain(asked.key))}")
        echo(_("Change one with “mikro config set KEY VALUE”."))
        return
    echo(_("Five questions. Enter keeps what is in brackets."))
    try:
        for asked in ASKED:
            _ask_one(context, asked, settings.plain(asked.key), keep_personal=keep_personal)
    except (EOFError, KeyboardInterrupt):
        echo("")
        echo(_("Stopped. What you answered so far is kept."))
        return
    echo(_("All set. “mikro today” shows today's micro-action."))


def _ask_one(context: Context, asked: Asked, now: Any, *, keep_personal: bool) -> None:
    """Ask until the answer fits; Enter keeps what holds."""
    while True:
        typed = ask(_(asked.question), _in_brackets(asked, now))
        if not typed:
            return
        by_number = {str(number): value for number, value in enumerate(asked.choices, 1)}
        try:
            answer = own_setting(asked.key, by_number.get(typed, typed), keep_personal=keep_personal)
        except MikroError as error:
            echo_error(_NO_NUMBER if asked.choices else error)
            continue
        configure.keep(context, asked.key, answer.value)
        for line in answer.told:
            echo(line)
        if asked.key == "language":
            context.choose_language()
        return


def _in_brackets(asked: Asked, now: Any) -> str:
    """What holds now, as it would be typed."""
    if str(now) in asked.choices:
        return str(asked.choices.index(str(now)) + 1)
    if asked.key == "workdays":
        return ", ".join(short_weekday(domain.WEEKDAYS.index(name)) for name in now)
    return shown(now)
