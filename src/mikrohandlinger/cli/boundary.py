"""The one place where an error becomes output and an exit code."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from errno import EINVAL, EPIPE

from mikrohandlinger.cli.terminal import encoding
from mikrohandlinger.cli.terminal.echo import echo_error, warn
from mikrohandlinger.domain.errors import A_BUG, DONE, INTERRUPTED, N_, REFUSED, WRONG_USAGE, MikroError
from mikrohandlinger.usecases.context import Context
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

#: The name of the variable with which a shell asks what can be completed.
COMPLETING = "_MIKRO_COMPLETE"


def run(arguments: Sequence[str]) -> int:
    """Run the program on ``arguments`` and return its exit code; nothing is raised."""
    os.umask(0o077)
    encoding.prepare_streams()
    # A warning in the middle of a command line that is being completed helps nobody.
    context = Context(os.environ) if COMPLETING in os.environ else Context(os.environ, echo_error)
    as_json = "--json" in arguments
    try:
        context.choose_language()
        context.keep_private()
        return _run_command(context, list(arguments), as_json=as_json)
    except MikroError as error:
        return _refuse(context, error, as_json=as_json)
    except (KeyboardInterrupt, EOFError):
        warn("")
        return INTERRUPTED
    except OSError as error:
        if error.filename is not None:
            return _report_bug(context, error, as_json=as_json)
        return _stop_writing(error)
    except Exception as error:
        return _report_bug(context, error, as_json=as_json)


def _run_command(context: Context, arguments: list[str], *, as_json: bool) -> int:
    from mikrohandlinger.cli.framework import quick

    try:
        line = None
        if COMPLETING not in context.environ:
            line = quick.read(arguments)
            if line is None:
                # Whoever types the English names pays nothing for the others.
                from mikrohandlinger.cli.framework import typed

                arguments = typed.in_english(arguments, lambda word: _names_an_action(context, word))
                line = quick.read(arguments)
        if line is None:
            code = _run_by_typer(context, arguments, as_json=as_json)
        else:
            code = quick.run(line, context)
        sys.stdout.flush()
        context.tell_afterwards()
        if code is None:
            from mikrohandlinger.usecases import prompt_line

            prompt_line.keep_fresh(context)
        context.keep_weekly()
    except (MikroError, OSError, EOFError):
        raise
    except Exception as error:
        _blame_damage(context, error)
        raise
    finally:
        context.close()
    sys.stdout.flush()
    return DONE if code is None else code


def _names_an_action(context: Context, word: str) -> bool:
    """Whether a first word that is no command is one of the words for an action, and no number."""
    if word.isdecimal():
        return False
    with suppress(MikroError):
        return context.catalogue.find_action(word) is not None
    return False


def _run_by_typer(context: Context, arguments: list[str], *, as_json: bool) -> int | None:
    """Let Typer read the line and run the command; None where the command gives no exit code of its own."""
    from typer import Exit

    from mikrohandlinger.cli import app
    from mikrohandlinger.cli.framework import usage

    command = app.build()
    if COMPLETING in context.environ:
        from mikrohandlinger.cli.framework.completion import answer

        return answer(command, context)
    try:
        with command.make_context("mikro", arguments, obj=context) as ctx:
            code: int | None = command.invoke(ctx)
    except Exit as leave:
        return leave.exit_code
    except usage.UsageError as error:
        usage.explain(error, as_json=as_json)
        return WRONG_USAGE
    return code


def _refuse(context: Context, error: MikroError, *, as_json: bool) -> int:
    """Tell a refusal; a fault of the disk after all was stored is told as that, and refuses nothing."""
    stored = context.stored_before(error)
    echo_error(stored or error, as_json=as_json and stored is None)
    return DONE if stored is not None else error.exit_code


def _stop_writing(error: OSError) -> int:
    """Standard output takes no more: its reader (head, less) has seen enough, or there is no room for it."""
    # What is left in the buffer must not complain at exit.
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if error.errno in (EPIPE, EINVAL):  # the second is what Windows says
        return DONE
    from mikrohandlinger.domain.reasons import reason_of

    echo_error(
        MikroError(
            "output-unwritable",
            N_("What mikro has to say cannot be written: {reason}. What you recorded is stored."),
            reason=reason_of(error),
        )
    )
    return REFUSED


def _blame_damage(context: Context, error: Exception) -> None:
    """Raise the refusal for damaged data, if that is what lies behind an error that nobody foresaw."""
    damage = None
    with suppress(Exception):
        damage = context.damage()
    if damage is not None:
        raise damage from error


def _report_bug(context: Context, error: Exception, *, as_json: bool) -> int:
    """One line on the screen, the rest in a file that the user may send us."""
    import platform
    import traceback

    from mikrohandlinger import __version__

    log = ""
    details = "".join(traceback.format_exception(error))
    # Where there is no folder to be found, the line on the screen is all there is.
    with suppress(Exception):
        path = context.paths.error_log
        os.makedirs(os.path.dirname(path), exist_ok=True, mode=0o700)
        if os.path.exists(path) and not os.path.isfile(path):  # a pipe or a device, which may never take it
            raise OSError
        with open(path, "a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(
                f"mikro {__version__}, Python {platform.python_version()}, {platform.platform()}\n{details}\n"
            )
        log = path
    echo_error(
        MikroError(
            "bug",
            N_(
                "Something went wrong that is our fault: {kind}. The details are in {log}; nothing you stored is gone."
            )
            if log
            else N_(
                "Something went wrong that is our fault: {kind}. It could not be written down anywhere. Set MIKRO_HOME to a folder of yours."
            ),
            kind=type(error).__name__,
            log=log,
        ),
        as_json=as_json,
    )
    return A_BUG
