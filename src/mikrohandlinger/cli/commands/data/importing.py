"""``mikro import``."""

from __future__ import annotations

from mikrohandlinger.cli.framework.context import context_of
from mikrohandlinger.cli.terminal import person
from mikrohandlinger.cli.terminal.echo import echo, echo_json, sentence, warn
from mikrohandlinger.cli.terminal.progress import waiting
from mikrohandlinger.cli.terminal.wrapped import tell
from mikrohandlinger.domain.errors import DONE, N_, REFUSED
from mikrohandlinger.usecases.transfer import importing
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.transfer import words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Annotated

    import typer

    from mikrohandlinger.cli.framework.options import AsJson, KeepPersonal
    from mikrohandlinger.domain.transfer import Imported
    from mikrohandlinger.storage.transfer.finding import Found
    from mikrohandlinger.usecases.context import Context
    from mikrohandlinger.usecases.transfer.importing import Names


def import_(
    ctx: typer.Context,
    files: Annotated[
        list[str],
        typer.Argument(
            metavar=N_("FILE…"),
            help=N_(
                "An export of mikro (.jsonl), of Loop Habit Tracker (zip or folder) or of jrnl (JSON), the log of harsh "
                "or habitctl, or a CSV with the columns date, name and note."
            ),
        ),
    ],
    mapping: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            metavar=N_("NAME=ACTION"),
            help=N_("Which action a habit or a tag of the other program is; NAME= leaves it out."),
        ),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help=N_("Tell what would come in, and store nothing."))
    ] = False,
    skip: Annotated[
        bool, typer.Option("--skip", help=N_("Take in the rest where lines are not understood."))
    ] = False,
    keep_personal: KeepPersonal = False,
    as_json: AsJson = False,
) -> int:
    """Take in an export, or the history of another program."""
    context = context_of(ctx)
    names = importing.names_of(context, mapping or ())
    found = importing.look(files)
    asks = person.is_there() and not as_json
    if asks:
        names |= _asked(context, found, names)

    def take(*, skip: bool) -> Imported:
        with waiting(words.label_of("import")) as bar:
            return importing.run(
                context,
                found,
                names,
                skip=skip,
                dry_run=dry_run,
                keep_personal=keep_personal,
                advance=bar.advance,
            )

    done = take(skip=skip)
    told = False
    if asks and not dry_run and not done.is_stored and done.not_understood and (done.new or done.changed):
        _tell(done)
        told = True
        if _wants(words.shall_the_rest_come()):
            done, told = take(skip=True), False
            done = done._replace(faults=(), left_out=())
    return _end(done, told=told, dry_run=dry_run, skip=skip, as_json=as_json)


def _end(done: Imported, *, told: bool, dry_run: bool, skip: bool, as_json: bool) -> int:
    """Say what came of it, and give the exit code: 0 where it came in, was here already, or was only looked at."""
    refused = not dry_run and done.not_understood > 0 and not done.is_stored and not skip
    code = REFUSED if refused or not done.understood else DONE
    if as_json:
        from mikrohandlinger.views.transfer import document

        echo_json(document.imported(done, sentence))
        return code
    if not told:
        _tell(done)
    if done.is_stored:
        echo(words.taken_back_by())
    elif dry_run or refused:
        echo(words.what_now(dry_run=dry_run))
        if refused and not person.is_there():
            warn(words.with_skip())
    return code


def _tell(done: Imported) -> None:
    tell(words.imported(done, sentence))


def _asked(context: Context, found: Sequence[Found], names: Names) -> dict[str, str]:
    """What the person says of each name that means no action yet."""
    from mikrohandlinger.cli.terminal.ask import ask

    answers: dict[str, str] = {}
    for name, number in importing.unknown_names(context, found, names).items():
        typed = ask(words.which_action(name, number))
        answers |= importing.names_of(context, [f"{name}={typed}"])
    return answers


def _wants(question: str) -> bool:
    from mikrohandlinger.cli.terminal.ask import ask
    from mikrohandlinger.domain.words import value

    return value("use", ask(question)) == "yes"
