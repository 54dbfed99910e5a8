"""Keeping everything in one file, and putting it back."""

from __future__ import annotations

import os
from contextlib import ExitStack, contextmanager

from mikrohandlinger.domain.care import Kept, Restored
from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.domain.reasons import reason_of
from mikrohandlinger.storage import archive, private
from mikrohandlinger.storage.database import whole
from mikrohandlinger.storage.files import beside, real, remove, replace, write_whole
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator, Mapping
    from typing import Final

    from mikrohandlinger.domain.care import Holding
    from mikrohandlinger.usecases.context import Context

    Advance = Callable[[int], None]

#: How the file begins that keeps what a restore takes the place of.
ASIDE: Final = "mikro-before-restore-"


class Opened(NamedTuple):
    """A backup that was opened, and found sound.

    Attributes:
        path: The file.
        holding: What its database holds.
        rows: How many rows that is.
        contents: Where its parts lie for now.
    """

    path: str
    holding: Holding
    rows: int
    contents: archive.Contents


def backup(context: Context, wanted: str | None, advance: Advance) -> Kept:
    """Keep the database, the settings, own variations and own scripts in one file.

    Args:
        context: What the program works with.
        wanted: The file, or a folder for it; None for the folder of the copies.
        advance: Hears of the bytes that are done.

    Raises:
        MikroError: When it cannot be written, or another file is in its place.
    """
    paths, now = context.paths, context.clock.now
    target = _target(context, wanted)
    if os.path.lexists(target) and not archive.is_ours(target):
        raise MikroError(
            "backup-there",
            N_("{path} is there already, and no backup of mikro. Choose another name."),
            path=target,
        )
    _refuse_another(context)
    texts = archive.texts_of(paths)
    with whole.snapshot(paths.database, paths.backups) as (copy, holding):
        archive.write(target, copy, texts, now, advance)
    return Kept(target, holding, *(name in texts for name in archive.TEXTS))


def latest_aside(context: Context) -> str:
    """What the latest restore took the place of; the folder of the copies where that is gone."""
    from mikrohandlinger.storage import traces

    found = [path for path in traces.copies(context.paths) if os.path.basename(path).startswith(ASIDE)]
    return max(found, default=context.paths.backups)


def free_name(folder: str, name: str, ending: str) -> str:
    """A path in the folder that nothing lies at: no copy takes the place of another one."""
    path, number = os.path.join(folder, name + ending), 1
    while os.path.lexists(path):
        number += 1
        path = os.path.join(folder, f"{name}-{number}{ending}")
    return path


def _target(context: Context, wanted: str | None) -> str:
    name = f"mikro-{context.clock.now:%Y-%m-%d-%H%M%S}"
    if wanted is None:
        return free_name(context.paths.backups, name, ".zip")
    path = os.path.abspath(os.path.expanduser(wanted))
    if os.path.isdir(path):
        return free_name(path, name, ".zip")
    if not os.path.isdir(os.path.dirname(path)):
        raise MikroError(
            "no-such-folder",
            N_("There is no folder {folder}. Make it first, or name another."),
            folder=os.path.dirname(path),
        )
    return path


def _refuse_another(context: Context) -> None:
    """Refuse what belongs to another user, as every command does."""
    private.refuse_foreign(context.paths.database, context.paths.settings)


@contextmanager
def opened(context: Context, path: str, advance: Advance) -> Iterator[Opened]:
    """Open a backup or a bare database, and look at all of it; nothing is changed by that.

    Args:
        context: What the program works with.
        path: The file.
        advance: Hears of the bytes that are done.

    Raises:
        MikroError: When it is no backup, damaged, or newer than the program.
    """
    _refuse_another(context)
    named = os.path.abspath(os.path.expanduser(path))
    with archive.opened(named, context.paths, advance) as contents:
        try:
            holding, rows = whole.make_sound(contents.database, named)
        except MikroError as error:
            # SQLite says so too where a drive only failed to answer once, so it is looked at twice.
            if error.code != "backup-damaged":
                raise
            holding, rows = whole.make_sound(contents.database, named)
        yield Opened(named, holding, rows, contents)


def restore(context: Context, found: Opened, advance: Advance) -> Restored:
    """Put an opened backup in the place of what is here, which is kept beside it.

    Args:
        context: What the program works with.
        found: The backup.
        advance: Hears of the rows that are done.

    Raises:
        MikroError: When it could not be done; then everything is as it was.
    """
    paths, now = context.paths, context.clock.now
    texts = archive.texts_of(paths)
    is_there = whole.present(paths.database)
    aside = free_name(paths.backups, f"{ASIDE}{now:%Y-%m-%d-%H%M%S}", ".zip") if is_there or texts else None
    wanted = found.contents.texts

    def keep(reader: sqlite3.Connection) -> None:
        if aside is not None:
            _keep_aside(context, reader, aside, texts)

    with ExitStack() as stack:
        # What may find no room is written beforehand; what is left then is to give it its name.
        ready = {} if wanted is None else _prepared(context, stack, texts, wanted)
        if whole.is_usable(paths.database):
            whole.restore(paths.database, paths.backups, found.contents.database, now, keep, advance)
        else:
            if aside is not None:
                archive.write(aside, paths.database, texts, now, lambda _bytes: None)
            whole.restore_instead(paths.database, found.contents.database, now, advance)
        _put_texts(ready)
    context.forget("settings")
    return Restored(found.holding, wanted is not None, aside)


def _keep_aside(context: Context, reader: sqlite3.Connection, aside: str, texts: Mapping[str, bytes]) -> None:
    from mikrohandlinger.storage.database.backup import copy_database

    copy = whole.work_name(context.paths.database, "copy")
    try:
        copy_database(reader, copy)
        archive.write(aside, copy, texts, context.clock.now, lambda _bytes: None)
    finally:
        remove(copy)


def _prepared(
    context: Context, stack: ExitStack, standing: Mapping[str, bytes], wanted: Mapping[str, bytes]
) -> dict[str, str | None]:
    """The user's text files that are to differ from what stands there, ready under another name; None: to go."""
    ready: dict[str, str | None] = {}
    for name in archive.TEXTS:
        path = real(archive.text_path(context.paths, name))
        if wanted.get(name) == standing.get(name):
            continue
        ready[path] = None
        if name in wanted:
            temporary = ready[path] = beside(path)
            stack.callback(remove, temporary)
            write_whole(temporary, wanted[name])
    return ready


def _put_texts(ready: Mapping[str, str | None]) -> None:
    for path, temporary in ready.items():
        try:
            if temporary is not None:
                replace(temporary, path)
            else:
                os.unlink(path)
        except FileNotFoundError:
            continue
        except OSError as error:
            raise MikroError(
                "restored-in-part",
                N_("Your data is back, but {path} could not be put back: {reason}. Run it once more."),
                path=path,
                reason=reason_of(error),
            ) from error
