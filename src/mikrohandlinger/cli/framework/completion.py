"""Shell completion: installing it, answering the shell, and what can be completed."""

from __future__ import annotations

import os
from contextlib import suppress

import typer  # noqa: TC002 - Typer reads the annotations

from mikrohandlinger.cli.framework import typer_private
from mikrohandlinger.cli.framework.context import context_of
from mikrohandlinger.cli.terminal.echo import echo
from mikrohandlinger.domain import words
from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.domain.reminding import Shell
from mikrohandlinger.domain.settings import BY_KEY, SPEC
from mikrohandlinger.texts import _, language
from mikrohandlinger.texts.dates import short_date
from mikrohandlinger.values import TYPE_CHECKING, get_args
from mikrohandlinger.views.shared.names import action_word

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Final

    from mikrohandlinger.cli.framework.typer_private import Command, CompletionItem
    from mikrohandlinger.usecases.context import Context

#: What is offered, each with what it means.
Found = list[tuple[str, str]]

_PROGRAM: Final = "mikro"
_VARIABLE: Final = "_MIKRO_COMPLETE"
_SHELLS: Final[tuple[str, ...]] = (*get_args(Shell), "pwsh")
#: A longer meaning is cut off.
_LONGEST: Final = 60
#: How many of the latest entries are offered.
_LATEST: Final = 30


def install(named: str | None = None) -> None:
    """Install completion for the shell that is named, or that runs this, and say where."""
    shell = _known(named) if named else _shell()
    if shell in ("powershell", "pwsh"):
        path = _install_powershell(shell)
    else:
        _name, path = typer_private.install_completion(
            shell=shell, prog_name=_PROGRAM, complete_var=_VARIABLE
        )
    echo(
        _("Completion for {shell} is in {path}. It works in the next terminal you open.").format(
            shell=shell, path=path
        )
    )


def show(named: str | None = None) -> None:
    """Print the completion script of the shell that is named, or that runs this."""
    echo(_script(_known(named) if named else _shell()))


def answer(command: Command, context: Context) -> int:
    """Answer what the shell asks in the environment; returns the exit code."""
    for base, names in (
        (typer_private.BashComplete, ("bash",)),
        (typer_private.ZshComplete, ("zsh",)),
        (typer_private.FishComplete, ("fish",)),
        (typer_private.PowerShellComplete, ("powershell", "pwsh")),
    ):
        for name in names:
            typer_private.add_completion_class(type(base.__name__, (_ShortMeanings, base), {}), name)
    try:
        return typer_private.shell_complete(
            command, {"obj": context}, _PROGRAM, _VARIABLE, context.environ[_VARIABLE]
        )
    except SystemExit as leave:
        return int(leave.code or 0)


class _ShortMeanings:
    """What Typer's classes for the shells lack: a meaning on one line, with nothing in it that is markup."""

    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem]:
        items: list[CompletionItem] = super().get_completions(args, incomplete)  # type: ignore[misc]
        for item in items:
            meaning = (item.help or "").replace("[", "(").replace("]", ")")
            item.help = meaning if len(meaning) <= _LONGEST else f"{meaning[: _LONGEST - 2].rstrip()} …"
        return items


def actions(ctx: typer.Context, incomplete: str) -> Found:
    """The words for an action, with its title; none once the action is there and the note begins."""
    if ctx.params.get("words"):
        return []
    found = []
    for action in context_of(ctx).catalogue.actions:
        # The word of the language is offered at once, the id when it has been begun.
        names = {action.id, action_word(action.id)} if incomplete else {action_word(action.id)}
        found += [(word, action.title(language()).title) for word in sorted(names)]
    return found


def entries(ctx: typer.Context, incomplete: str) -> Found:  # noqa: ARG001 - Typer filters by it
    """The numbers of the latest entries, each with its day and action."""
    context = context_of(ctx)
    if not os.path.exists(context.paths.database):
        return []
    from mikrohandlinger.usecases.review import latest

    # A message in the middle of a command line helps nobody.
    with suppress(MikroError):
        titles = {action.id: action.title(language()).title for action in context.catalogue.actions}
        return [
            (str(entry.number), f"{short_date(entry.day)} {titles[entry.action]}")
            for entry in latest(context, _LATEST)
        ]
    return []


def variations(ctx: typer.Context, incomplete: str) -> Found:  # noqa: ARG001 - Typer filters by it
    """The ids of the variations, with what each asks for."""
    known = context_of(ctx).catalogue.variations
    return [(name, variation.wording(language()).text) for name, variation in known.items()]


def topics(ctx: typer.Context, incomplete: str) -> Found:
    """The topics of the primer, with what each tells; the keys of the sources once something is begun."""
    if ctx.params.get("words"):
        return []
    from mikrohandlinger.usecases.primer import asked_about

    with suppress(MikroError):
        known, sources = asked_about(context_of(ctx))
        found = [(topic.name.text(language()), topic.title.text(language())) for topic in known]
        return found + [(key, source.title) for key, source in sources.items() if incomplete]
    return []


def settings(incomplete: str) -> Found:  # noqa: ARG001 - Typer filters by it
    """The settings, with what each does."""
    return [(setting.key, _(setting.meaning)) for setting in SPEC]


def uses(incomplete: str) -> list[str]:
    """Whether a plan was used."""
    from mikrohandlinger.domain.reflecting import USES

    return words.typed("use", language(), USES, incomplete)


def parts(incomplete: str) -> list[str]:  # noqa: ARG001 - Typer filters by it
    """The parts of all frames, in the words of the screens, ready for the text."""
    from mikrohandlinger.domain.words import shown

    return [f"{name}=" for name in shown("part", language())]


def rules(ctx: typer.Context, incomplete: str) -> Found:  # noqa: ARG001 - Typer filters by it
    """The numbers of the rules, each with what it is."""
    context = context_of(ctx)
    if not os.path.exists(context.paths.database):
        return []
    from mikrohandlinger.usecases import rules as register

    with suppress(MikroError):
        return [(str(rule.number), rule.title) for rule, _days in register.listed(context)]
    return []


def processes(ctx: typer.Context, incomplete: str) -> Found:  # noqa: ARG001 - Typer filters by it
    """The ids of the meetings, with what each is called."""
    from mikrohandlinger.usecases import process

    with suppress(MikroError):
        return [(script.id, script.wording(language()).title) for script in process.every(context_of(ctx))]
    return []


def values(ctx: typer.Context, incomplete: str) -> list[str]:
    """What the setting named before can be."""
    setting = BY_KEY.get(str(ctx.params.get("key")))
    if setting is None:
        return []
    kind, choices = setting.kind.words, setting.kind.choices
    has_words = kind and all(choice in words.VALUES[kind] for choice in choices)
    return words.typed(kind, language(), choices, incomplete) if has_words else list(choices)


def _script(shell: str) -> str:
    return typer_private.get_completion_script(prog_name=_PROGRAM, complete_var=_VARIABLE, shell=shell)


def _install_powershell(shell: str) -> Path:
    """Put the script into the profile. Typer's own way would also loosen the execution policy of the machine."""
    import subprocess
    from pathlib import Path

    asked = "[Console]::OutputEncoding = [Text.Encoding]::UTF8; $PROFILE"
    told = subprocess.run([shell, "-NoProfile", "-Command", asked], capture_output=True, check=True)  # noqa: S603
    profile = Path(told.stdout.decode("utf-8", "replace").strip())
    script = _script(shell)
    known = profile.read_text("utf-8-sig", "replace") if profile.exists() else ""
    if script not in known:
        profile.parent.mkdir(parents=True, exist_ok=True)
        with profile.open("a", encoding="utf-8") as file:
            file.write(f"\n{script}\n")
    return profile


def _shell() -> str:
    return _known(typer_private.shell_name())


def _known(shell: str | None) -> str:
    if shell not in _SHELLS:
        raise MikroError(
            "shell-unknown",
            N_("This shell is not known. Completion exists for {shells}."),
            shells=", ".join(_SHELLS),
        )
    return shell
