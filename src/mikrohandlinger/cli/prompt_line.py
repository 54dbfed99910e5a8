"""Keeping the file for the shell prompt two weeks ahead, at next to no cost when nothing has changed."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta
from typing import TYPE_CHECKING

from mikrohandlinger import __version__
from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.domain.rotation import Memory, choose
from mikrohandlinger.platform import prompt
from mikrohandlinger.storage.files import private_folder, write_if_possible
from mikrohandlinger.texts import language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mikrohandlinger.cli.session import Session

DAYS_AHEAD = 14


def begin(session: Session) -> None:
    """From now on a shell reads the file, so that every command keeps it fresh."""
    with suppress(OSError, MikroError):
        private_folder(session.paths.cache)
        (session.paths.cache / prompt.STAMP).touch(exist_ok=True)
    keep_fresh(session)


def keep_fresh(session: Session) -> None:
    """Write the file anew if anything that it was made from has changed; a command never fails by it."""
    with suppress(MikroError, OSError):
        path = session.paths.cache / prompt.FILE
        if not session.paths.database.exists():
            path.unlink(missing_ok=True)
            return
        fingerprint = _fingerprint(session, in_use=(session.paths.cache / prompt.STAMP).exists())
        if prompt.made_from(path) != fingerprint:
            write_if_possible(path, prompt.content(fingerprint, _lines(session)))


def _fingerprint(session: Session, *, in_use: bool) -> str:
    """What the lines depend on: the day, the language, the program, and every file they are made from.

    Where no shell reads the lines yet, once a day is enough, and ``mikro log`` does not pay for them.
    """
    paths = session.paths
    parts = [session.today.isoformat(), language(), __version__]
    for path in (paths.database, paths.settings, paths.own_actions) if in_use else ():
        try:
            status = path.stat()
        except OSError:
            parts.append("-")
        else:
            parts.append(f"{status.st_mtime_ns:x}.{status.st_size:x}")
    return " ".join(parts)


def _lines(session: Session) -> Iterator[tuple[date, str]]:
    """Give the line of each working day to come, as ``today`` would answer if nothing happens until then.

    Days on which nobody runs the program use nothing up, so each is answered from what is known now.
    """
    from mikrohandlinger.views.nudge import prompt_line

    today, store = session.today, session.store
    calendar = session.calendar()
    memory = store.memory(today)
    later = Memory(memory.last_shown, [*memory.recent, *memory.today[-1:]])
    experience, seed, profile = store.experience(), store.seed(), session.settings.profile
    done = bool(store.entries_between(today, today))
    for ahead in range(DAYS_AHEAD):
        day = today + timedelta(days=ahead)
        if not calendar.is_working(day) or (done and day == today):
            continue
        kept = store.proposal(day) if day == today else None
        nudge = kept or choose(day, session.catalogue, profile, later, experience, seed)
        yield day, prompt_line(nudge.variation, session.catalogue)
