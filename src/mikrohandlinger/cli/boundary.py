"""The one place where an error becomes output and an exit code."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from mikrohandlinger import texts
from mikrohandlinger.domain.errors import A_BUG, DONE, INTERRUPTED, N_, WRONG_USAGE, MikroError
from mikrohandlinger.texts import _

from . import encoding
from .session import Session

if TYPE_CHECKING:
    from collections.abc import Sequence


def run(arguments: Sequence[str]) -> int:
    """Run the program on ``arguments`` and return its exit code; nothing is raised."""
    os.umask(0o077)
    encoding.prepare_streams()
    session = Session(os.environ)
    as_json = "--json" in arguments
    try:
        _choose_language(session)
        return _run_command(session, list(arguments))
    except MikroError as error:
        if as_json:
            _print_error_as_json(error)
        else:
            tell(error)
        return error.exit_code
    except (KeyboardInterrupt, EOFError):
        print(file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        # The reader (head, less) has seen enough. What is left in the buffer must not complain at exit.
        with suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Exception as error:
        return _report_bug(session, error)


def tell(error: MikroError) -> None:
    """Write the sentence of ``error`` to standard error."""
    print(f"mikro: {sentence(error)}", file=sys.stderr)


def sentence(error: MikroError) -> str:
    """The sentence of ``error`` in the language of the screens; an error inside it is translated too."""
    from mikrohandlinger.domain.privacy import one_line

    values = {
        name: sentence(value) if isinstance(value, MikroError) else one_line(str(value))
        for name, value in error.values.items()
    }
    return _(error.sentence).format(**values)


def _choose_language(session: Session) -> None:
    setting = "auto"
    # A broken settings file is refused by the command that needs it, in the language of the system.
    with suppress(MikroError):
        setting = session.settings["language"]
    texts.use(texts.choose(setting, session.environ))


def _run_command(session: Session, arguments: list[str]) -> int:
    from typer import Exit

    from . import app, usage

    try:
        result = app.build().main(args=arguments, prog_name="mikro", standalone_mode=False, obj=session)
    except Exit as leave:
        return leave.exit_code
    except usage.UsageError as error:
        usage.tell(error)
        return WRONG_USAGE
    except usage.Abort:
        return INTERRUPTED
    except MikroError:
        raise
    except Exception as error:
        _blame_damage(session, error)
        raise
    finally:
        if "store" in session.__dict__:
            session.store.close()
    sys.stdout.flush()
    return result if isinstance(result, int) else DONE


def _blame_damage(session: Session, error: Exception) -> None:
    """Raise the refusal for damaged data, if that is what lies behind an error that nobody foresaw."""
    damage = None
    with suppress(Exception):
        damage = session.store.damage() if "store" in session.__dict__ else None
    if damage is not None:
        raise damage from error


def _print_error_as_json(error: MikroError) -> None:
    import json

    document = {"schema": 1, "error": {"code": error.code, "message": sentence(error)}}
    print(json.dumps(document), file=sys.stderr)


def _report_bug(session: Session, error: Exception) -> int:
    """One line on the screen, the rest in a file that the user may send us."""
    import platform
    import traceback

    from mikrohandlinger import __version__

    log = session.paths.error_log
    details = "".join(traceback.format_exception(error))
    with suppress(OSError):
        log.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with log.open("a", encoding="utf-8") as file:
            file.write(
                f"mikro {__version__}, Python {platform.python_version()}, {platform.platform()}\n{details}\n"
            )
    tell(
        MikroError(
            "bug",
            N_(
                "Something went wrong that is our fault: {kind}. The details are in {log}; nothing you stored is gone."
            ),
            kind=type(error).__name__,
            log=log,
        )
    )
    return A_BUG
