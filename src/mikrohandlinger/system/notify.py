"""Notifications on the screen: one channel after the other, until one of them really takes it.

Sending never fails by itself: desktop-notifier logs a warning, returns an id and is content. What counts is
that its callback ``on_dispatched`` came, from a back end that can show anything at all.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable

from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.domain.reminding import Message, Outcome
from mikrohandlinger.domain.schedule import Call
from mikrohandlinger.system.programs import Runner, run

APP_NAME = "mikro"
LIBRARY_SECONDS = 3.0
"""How long desktop-notifier may take; together with the next channel it stays well under ten seconds."""

PROGRAM_SECONDS = 3.0


Channel = tuple[str, Callable[[Message], str | None]]
"""A name, and a function that returns None when the notification was taken, otherwise why it was not."""


def show(message: Message, channels: Iterable[Channel]) -> Outcome:
    """What became of a message: the channels are tried in order, up to the first that takes it."""
    refusals: list[tuple[str, str]] = []
    for name, send in channels:
        why = send(message)
        if why is None:
            return Outcome(name, tuple(refusals))
        refusals.append((name, " ".join(why.split())))
    return Outcome(None, tuple(refusals))


def channels(system: str = sys.platform, runner: Runner = run) -> tuple[Channel, ...]:
    """The channels of this operating system, the best first."""
    if system == "darwin":
        by_program: Channel = ("osascript", lambda message: send_by_osascript(message, runner))
        return ("desktop-notifier", send_by_library), by_program
    if system == "win32":
        return (("desktop-notifier", send_by_library),)
    return (
        ("desktop-notifier", lambda message: send_by_library(escaped(message))),
        ("notify-send", lambda message: send_by_notify_send(escaped(message), runner)),
    )


def escaped(message: Message) -> Message:
    """The message for the daemons of Linux, which read the body as markup; the title is plain text to them."""
    from html import escape

    return message._replace(body=escape(message.body, quote=False))


def send_by_library(message: Message) -> str | None:
    """Send through desktop-notifier; see :data:`Channel` for what is returned."""
    import logging

    said: list[str] = []
    listener = logging.Handler(logging.WARNING)
    listener.emit = lambda record: said.append(_reason(record))  # type: ignore[method-assign]
    logger = logging.getLogger("desktop_notifier")
    logger.addHandler(listener)
    logger.propagate = False
    try:
        import asyncio

        dispatched = asyncio.run(asyncio.wait_for(_dispatch(message), LIBRARY_SECONDS))
    except TimeoutError:
        return f"no answer within {LIBRARY_SECONDS:.0f} seconds"
    except Exception as error:  # noqa: BLE001 - each back end has errors of its own; the next channel follows
        return f"{type(error).__name__}: {error}"
    finally:
        logger.removeHandler(listener)
    return None if dispatched else said[-1] if said else "nothing here can show notifications"


async def _dispatch(message: Message) -> bool:
    from desktop_notifier import DesktopNotifier

    came: list[bool] = []
    notifier = DesktopNotifier(app_name=APP_NAME, app_icon=None)
    # The back end that can show nothing calls on_dispatched as well; but it says that it can do nothing.
    if not await notifier.get_capabilities():
        return False
    await notifier.send(message.title, message.body, on_dispatched=lambda: came.append(True))
    return bool(came)


def send_by_notify_send(message: Message, runner: Runner = run) -> str | None:
    """Send with the program of libnotify."""
    return _by_program(("notify-send", f"--app-name={APP_NAME}", "--", message.title, message.body), runner)


# The texts come in as arguments; text put into the script would be read as a program.
_OSASCRIPT = (
    "-e",
    "on run argv",
    "-e",
    "display notification (item 2 of argv) with title (item 1 of argv)",
    "-e",
    "end run",
)


def send_by_osascript(message: Message, runner: Runner = run) -> str | None:
    """Send with the program of macOS, which needs no signed Python."""
    return _by_program(("osascript", *_OSASCRIPT, message.title, message.body), runner)


def _by_program(argv: tuple[str, ...], runner: Runner) -> str | None:
    answer = runner(Call(argv, timeout=PROGRAM_SECONDS))
    return None if answer.code == 0 else answer.err.strip() or f"exit {answer.code}"


def nothing_took_it(system: str = sys.platform) -> MikroError:
    """The refusal for a notification that no channel took, with what can be done about it."""
    advice = {
        "darwin": N_(
            "No notification could be shown. Allow them in System Settings, Notifications, Script Editor."
        ),
        "win32": N_("No notification could be shown. Allow them in Settings, System, Notifications."),
    }
    elsewhere = N_(
        "No notification could be shown. Run this on your desktop, not over ssh; "
        "a desktop without a notification service needs one, such as dunst."
    )
    return MikroError("nudge-not-shown", advice.get(system, elsewhere))


def forget_registration() -> None:
    """Take away what desktop-notifier wrote into the registry of Windows to be allowed to notify."""
    if sys.platform == "win32":
        import winreg

        key = rf"SOFTWARE\Classes\AppUserModelId\{APP_NAME}"
        try:
            winreg.DeleteKey(winreg.HKEY_CURRENT_USER, key)
        except FileNotFoundError:
            return


def _reason(record: object) -> str:
    import logging

    if not isinstance(record, logging.LogRecord):
        return ""
    error = record.exc_info[1] if record.exc_info else None
    return f"{type(error).__name__}: {error}" if error is not None else record.getMessage()
