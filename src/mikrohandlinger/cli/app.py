"""The commands of ``mikro``, and where each is found."""

# No annotations as text here: Typer reads them at every start, and would have to compile each of them first.

from collections.abc import Callable, Mapping
from typing import Annotated, ClassVar

import typer

from mikrohandlinger.cli.framework.context import at
from mikrohandlinger.cli.framework.groups import Lazy, MikroGroup, group
from mikrohandlinger.cli.framework.typer_private import Command, Context
from mikrohandlinger.cli.terminal.echo import echo
from mikrohandlinger.domain.errors import N_

_DAILY = N_("Daily")
_BACK = N_("Looking back")
_OFF = N_("Days off")
_NUDGES = N_("Nudges")
_TOGETHER = N_("Together")
_CATALOGUE = N_("The catalogue")
_SETTINGS = N_("Settings")
_DATA = N_("Your data")

_COMPLETION = ("--install-completion", "--show-completion")
#: Where the shell that is named after one of these is kept.
_NAMED_SHELL = "mikrohandlinger.shell"


class Mikro(MikroGroup):
    """The program itself; alone it is ``mikro today``."""

    default = "today"
    own_options = frozenset({"-h", "--help", "--version", *_COMPLETION})
    hints = (
        N_("Every command has a Danish name too: idag, noter, uge, fortryd …"),
        N_("More about one: mikro log --help"),
    )
    table: ClassVar[Mapping[str, Lazy]] = {
        "today": Lazy(
            "commands.today:today",
            _DAILY,
            N_("Show today's micro-action."),
            (
                "mikro today --another",
                N_('mikro today --plan "When I fetch coffee, then I ask one question"'),
            ),
            line=N_("Today's micro-action. Also just: mikro"),
        ),
        "log": Lazy(
            "commands.log:log",
            _DAILY,
            N_("Record what you did, in seconds."),
            (
                "mikro log",
                N_('mikro log ask "How did the meeting go?"'),
                N_('mikro log doubt "asked for advice" --reach new'),
                N_('mikro log feedback --at "yesterday 14:30"'),
            ),
            line=N_('Write down what you did: mikro log "We rang together"'),
        ),
        "week": Lazy(
            "commands.week:week",
            _DAILY,
            N_("The week at a glance, and Friday's retrospective."),
            (
                "mikro week",
                "mikro week last",
                N_('mikro week --answer learned="the form can be shorter"'),
            ),
            line=N_("The week. Friday's look back: mikro week --reflect"),
        ),
        "undo": Lazy(
            "commands.change:undo",
            _DAILY,
            N_("Take back the last change; repeat to go further back."),
            line=N_("Take back the last change. redo does it again."),
        ),
        "history": Lazy(
            "commands.history:history",
            _BACK,
            N_("What you have recorded, newest first."),
            (
                N_('mikro history --search "meeting"'),
                N_('mikro history --action doubt --from "1/11"'),
            ),
        ),
        "edit": Lazy(
            "commands.change:edit",
            _BACK,
            N_("Change an entry."),
            (
                N_('mikro edit 12 --note "said thank you"'),
                "mikro edit 12 --went hard",
            ),
        ),
        "delete": Lazy("commands.change:delete", _BACK, N_("Delete an entry.")),
        "redo": Lazy("commands.change:redo", _BACK, N_("Do again what was taken back.")),
        "pause": Lazy(
            "commands.pause:pause",
            _OFF,
            N_("Days off: holiday, illness, leave. They never count against you."),
            (
                N_("mikro pause today"),
                "mikro pause 20/12 2/1",
                N_("mikro pause week 29-31"),
                N_("mikro pause today --open"),
                "mikro pause --list",
            ),
        ),
        "resume": Lazy(
            "commands.pause:resume", _OFF, N_("End a pause."), ("mikro resume", "mikro resume 22/2")
        ),
        "nudge": Lazy(
            "commands.nudge.group:Nudge",
            _NUDGES,
            N_("The daily reminder: on screen, in the calendar, at the prompt."),
        ),
        "rule": Lazy(
            "commands.rule.group:Rule",
            _TOGETHER,
            N_("What gets in the way, and what became of it."),
        ),
        "process": Lazy(
            "commands.process.group:Process",
            _TOGETHER,
            N_("Meetings that anyone can hold: what to say, and the time that is left."),
        ),
        "actions": Lazy(
            "commands.actions.group:Actions",
            _CATALOGUE,
            N_("The three micro-actions and their variations, and your own."),
        ),
        "why": Lazy(
            "commands.why:why",
            _CATALOGUE,
            N_("What it rests on, how far that goes, and what speaks against it."),
            ("mikro why", N_("mikro why rules"), "mikro why castro2025", "mikro why --all"),
        ),
        "setup": Lazy(
            "commands.setup:setup", _SETTINGS, N_("Five short questions, each with a good default.")
        ),
        "config": Lazy(
            "commands.config:Config", _SETTINGS, N_("Every setting, its value and where it comes from.")
        ),
        "export": Lazy(
            "commands.data.export:export",
            _DATA,
            N_("Write all that you have recorded to a file: JSON lines, CSV, a diary, TOML."),
            (
                N_("mikro export -o mine.jsonl"),
                N_("mikro export -o diary.md --from 2026-01-01"),
                N_("mikro export -o table.csv --no-notes"),
            ),
        ),
        "import": Lazy(
            "commands.data.importing:import_",
            _DATA,
            N_("Take in an export, or the history of another program."),
            (
                N_("mikro import mine.jsonl"),
                N_('mikro import old.csv --map "Talked to someone new=ask" --dry-run'),
            ),
        ),
        "sync": Lazy(
            "commands.data.sync:sync",
            _DATA,
            N_("Bring together what you have recorded on several machines."),
            (N_("mikro sync ~/Documents/mikro"), "mikro sync --conflicts"),
        ),
        "backup": Lazy(
            "commands.data.backup:backup",
            _DATA,
            N_("Keep everything in one file: data, settings, own variations."),
            ("mikro backup", "mikro backup ~/mikro.zip"),
        ),
        "restore": Lazy(
            "commands.data.backup:restore",
            _DATA,
            N_("Put a backup in the place of what is here, which is kept."),
            ("mikro restore ~/mikro.zip",),
        ),
        "doctor": Lazy(
            "commands.data.doctor:doctor",
            _DATA,
            N_("Whether all is as it should be, and what to do where it is not."),
            ("mikro doctor", "mikro doctor --fix", "mikro doctor --rescue"),
        ),
        "erase": Lazy(
            "commands.data.erase:erase", _DATA, N_("Take away every trace."), ("mikro erase --all",)
        ),
    }

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Keep the shell in ``mikro --show-completion zsh``, which would be read as a command."""
        names = len(args) == 2 and args[0] in _COMPLETION and not args[1].startswith("-")
        ctx.meta[_NAMED_SHELL] = args[1:] if names else []
        return super().parse_args(ctx, args)


def build() -> Command:
    """The whole command line, ready to run."""
    return group(Mikro, "mikro", N_("One small act a day that makes it safer to speak up at work."), _options)


def show_version() -> None:
    """Print the version."""
    from mikrohandlinger import __version__

    echo(f"mikro {__version__}")


def _instead(place: str) -> Callable[[typer.Context, bool], None]:
    """Do what stands at ``place`` instead of any command."""

    def do(ctx: typer.Context, wanted: bool) -> None:
        if wanted:
            at(place)(*ctx.meta[_NAMED_SHELL])
            raise typer.Exit

    return do


def _options(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_instead("app:show_version"), is_eager=True, help=N_("Show the version.")
        ),
    ] = False,
    install_completion: Annotated[
        bool,
        typer.Option(
            "--install-completion",
            callback=_instead("framework.completion:install"),
            help=N_("Have this shell complete commands, actions and numbers with the Tab key."),
        ),
    ] = False,
    show_completion: Annotated[
        bool,
        typer.Option(
            "--show-completion",
            callback=_instead("framework.completion:show"),
            help=N_("Print the completion script of this shell."),
        ),
    ] = False,
) -> None:
    del version, install_completion, show_completion
