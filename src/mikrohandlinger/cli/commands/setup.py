"""``mikro setup``: five short questions, each with a good default; all of it is one change."""

from __future__ import annotations

from mikrohandlinger.cli.commands.config import own_setting
from mikrohandlinger.cli.framework.context import context_of
from mikrohandlinger.cli.terminal import person
from mikrohandlinger.cli.terminal.ask import ask, chosen
from mikrohandlinger.cli.terminal.echo import echo, echo_error, echo_json
from mikrohandlinger.domain import setting_up
from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.domain.settings import BY_KEY
from mikrohandlinger.domain.words import VALUES, Listed
from mikrohandlinger.texts import _
from mikrohandlinger.usecases import configure
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.settings import setup_words as words

if TYPE_CHECKING:
    from typing import Annotated, Any, Final

    import typer

    from mikrohandlinger.cli.framework.options import AsJson, KeepPersonal
    from mikrohandlinger.usecases.context import Context

#: The settings that the questions are about.
ASKED: Final = ("workdays", "work", "role", "goal", "anchor")


def setup(
    ctx: typer.Context,
    defaults: Annotated[
        bool, typer.Option("--defaults", help=N_("Ask nothing; show what is set now."))
    ] = False,
    keep_personal: KeepPersonal = False,
    as_json: AsJson = False,
) -> None:
    """Ask the five questions; nothing is written before the last is answered."""
    context = context_of(ctx)
    if as_json:
        from mikrohandlinger.views.settings.document import rows

        echo_json(rows(configure.one(context, key) for key in ASKED))
        return
    if defaults or not person.is_there():
        for key in ASKED:
            echo(words.as_set(key, context.settings.plain(key)))
        echo(_("Change one with “mikro config set KEY VALUE”."))
        return
    for line in words.opening():
        echo(line)
    asking = _Asking(context, keep_personal=keep_personal)
    try:
        asking.every()
    except (EOFError, KeyboardInterrupt):
        echo("")
        echo(_("Stopped. Nothing was changed."))
        return
    made = setting_up.written(context.settings, asking.shift, asking.answers)
    if made.values or made.defaults:
        configure.keep_all(context, "setup", made.values, made.defaults)
    echo("")
    for line in words.done(context.settings, asking.shift):
        echo(line)
    for line in asking.told:
        echo(line)


class _Asking:
    """The questions in order, and what was answered."""

    def __init__(self, context: Context, *, keep_personal: bool) -> None:
        self.context = context
        self.settings = context.settings
        self.keep_personal = keep_personal
        self.shift = setting_up.shift_of(context.settings)
        self.answers: dict[str, Any] = {}
        self.told: list[str] = []

    def every(self) -> None:
        """Ask all of them."""
        self._week()
        self._ask("work", words.work())
        self._leader()
        self._goal()
        self._ask("anchor", words.anchor())

    def _week(self) -> None:
        self.shift = self._choose("shift", words.week(), self.shift)
        if self.shift != "rota":
            standing = setting_up.days_of(self.settings.plain("workdays"))
            usual = self.settings.plain("workdays") if len(standing) < 7 else BY_KEY["workdays"].default
            self._ask("workdays", words.days(), usual)
            self.answers.setdefault("workdays", usual)
        elif setting_up.DAY_STARTS in BY_KEY:
            self._ask(setting_up.DAY_STARTS, words.night())

    def _leader(self) -> None:
        now = "yes" if self.settings.role == "leader" else "no"
        answer = self._choose("use", words.leader(), now, ("yes", "no"))
        self.answers["role"] = "leader" if answer == "yes" else "employee"

    def _goal(self) -> None:
        days = len(self.answers.get("workdays", ())) or 7
        suited = 3 if self.shift == "rota" else setting_up.goal_for(days)
        # Another kind of week has another goal that suits it.
        is_kept = "goal" in self.settings.given and self.shift == setting_up.shift_of(self.settings)
        standing = self.settings.goal if is_kept else suited
        self._ask("goal", words.goal(suited, None if self.shift == "rota" else days), standing)
        self.answers.setdefault("goal", standing)

    def _choose(self, kind: str, question: words.Question, now: str, only: tuple[str, ...] = ()) -> str:
        """One of the values of a kind, by its number or its name."""
        only = only or tuple(VALUES[kind])
        for _again in range(2):
            typed = self._typed(question, words.called(kind, now))
            found = chosen(typed, kind) if typed else now
            if found in only:
                return found
            echo_error(_not_understood(typed, kind, only))
        echo(words.keeps(words.called(kind, now)))
        return now

    def _ask(self, key: str, question: words.Question, now: Any = None) -> None:
        """A setting; Enter keeps what holds, and so does a second answer that does not fit."""
        standing = words.value(key, self.settings.plain(key) if now is None else now)
        for _again in range(2):
            typed = self._typed(question, standing)
            if not typed:
                return
            try:
                own = own_setting(self.context, key, typed, keep_personal=self.keep_personal)
            except MikroError as error:
                # A question is answered with a word of its own row, and not with the name of a setting.
                echo_error(_not_understood(typed, key, tuple(VALUES[key])) if key in VALUES else error)
                continue
            self.answers[key] = own.value
            self.told += own.told
            return
        echo(words.keeps(standing))

    @staticmethod
    def _typed(question: words.Question, standing: str) -> str:
        from shutil import get_terminal_size
        from textwrap import wrap

        width = max(20, get_terminal_size().columns)
        for line in question.lines:
            for row in wrap(line, width, subsequent_indent="   ") or [""]:
                echo(row.replace(words.UNBROKEN, " "))
        return ask(question.last, standing)


def _not_understood(typed: str, kind: str, only: tuple[str, ...]) -> MikroError:
    return MikroError(
        "answer-not-understood",
        N_("“{typed}” is none of these: {values}."),
        typed=typed,
        values=Listed(kind, only),
    )
