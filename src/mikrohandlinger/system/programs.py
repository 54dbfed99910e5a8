"""Running the operating system's own programs."""

from __future__ import annotations

import sys
from collections.abc import Callable

from mikrohandlinger.domain.schedule import Call
from mikrohandlinger.values import NamedTuple


class Answer(NamedTuple):
    """What a program answered. ``code`` is 127 where it is missing, 124 where it took too long."""

    code: int
    out: str
    err: str


Runner = Callable[[Call], Answer]


def run(call: Call) -> Answer:
    """Run a program without a console window and with an end.

    What it prints keeps every byte (``surrogateescape``), because a table of cron is written back.
    """
    import subprocess

    no_window = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    try:
        done = subprocess.run(  # noqa: S603 - the arguments are ours, and no shell reads them
            call.argv,
            input=call.stdin,
            capture_output=True,
            timeout=call.timeout,
            check=False,
            creationflags=no_window,
        )
    except FileNotFoundError:
        return Answer(127, "", f"{call.argv[0]}: not found")
    except subprocess.TimeoutExpired:
        return Answer(124, "", f"{call.argv[0]}: no answer within {call.timeout:.0f} seconds")
    except OSError as error:
        return Answer(126, "", f"{call.argv[0]}: {error.strerror}")
    # The programs of Windows speak the code page of its console: “Adgang nægtet”.
    encoding = "oem" if sys.platform == "win32" else "utf-8"
    return Answer(
        done.returncode,
        done.stdout.decode(encoding, "surrogateescape"),
        done.stderr.decode(encoding, "replace"),
    )
