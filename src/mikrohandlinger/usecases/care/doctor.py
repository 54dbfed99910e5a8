"""Looking at everything that is the user's, and mending what is safe to mend."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import datetime, timedelta

from mikrohandlinger.domain.care import Finding
from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.storage import private, traces
from mikrohandlinger.storage.database import examining
from mikrohandlinger.storage.database.opening import VERSION
from mikrohandlinger.storage.files import exists, leftovers, real
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Final

    from mikrohandlinger.domain.care import Check
    from mikrohandlinger.storage.database.examining import Examined
    from mikrohandlinger.usecases.context import Context

_FIX: Final = "mikro doctor --fix"
#: After how many days without a copy one is called for: two that should have been made were not.
_OLD: Final = 15
#: How many bytes must be free beside room for the data once more, which every upgrade and copy needs.
_ROOM: Final = 20_000_000
#: What is in the names of folders that a program of somebody else keeps alike on several machines.
_SYNCED: Final = (
    "onedrive",
    "dropbox",
    "nextcloud",
    "owncloud",
    "google drive",
    "icloud",
    "com~apple~clouddocs",
)


def examine(context: Context, encoding: str, *, fixes: bool) -> list[Finding]:
    """Look at everything; nothing is deleted, and nothing is made.

    Args:
        context: What the program works with.
        encoding: That of the screen.
        fixes: Whether to mend what is safe to mend.
    """
    paths = context.paths
    cut_off = examining.was_cut_off(paths.database)
    found, database = _database(context)
    findings = [found]
    if database is not None and database.version == VERSION and not database.is_damaged:
        findings += _counted(context, database, fixes=fixes)
    findings += (_settings(context), _catalogue(context), _processes(context))
    findings += _team(context)
    findings += _private(context)
    findings += _leftovers(context, cut_off=cut_off)
    findings += _copies(context, database)
    findings += _reminder(context)
    findings += _disk(context)
    findings += _place(context)
    findings.append(_encoding(encoding))
    return findings


def _refused(check: Check, error: MikroError, mend: str | None = None) -> Finding:
    return Finding(check, "fault", error.sentence, error.values, mend)


def _database(context: Context) -> tuple[Finding, Examined | None]:
    path = context.paths.database
    try:
        found = examining.examine(path)
    except MikroError as error:
        return _refused("database", error, _way_back(context, error.code)), None
    if found is None:
        return Finding("database", "ok", N_("no data yet")), None
    if found.is_damaged:
        return (
            Finding(
                "database",
                "fault",
                N_("{path} is damaged: something in it is not what was written. It is left as it is."),
                {"path": path},
                "mikro doctor --rescue",
            ),
            found,
        )
    if found.version < VERSION:
        return Finding("database", "ok", N_("the database, in the form of an earlier mikro")), found
    return Finding("database", "ok", N_("the database (rows read: {rows})"), {"rows": found.rows}), found


def _way_back(context: Context, code: str) -> str | None:
    """The command that mends a database that cannot be read: the latest copy, where there is one."""
    if code == "data-damaged":
        return "mikro doctor --rescue"
    if code not in ("data-empty", "data-foreign"):
        return None
    copies = sorted(traces.copies(context.paths), key=_made_at)
    return f"mikro restore {copies[-1]}" if copies else None


def _counted(context: Context, found: Examined, *, fixes: bool) -> Iterator[Finding]:
    mended: set[str] = set()
    if fixes and (found.counts_differ or found.changes_astray):
        try:
            examining.count_again(context.paths.database)
            mended = {"counts", "changes"}
        except MikroError as error:
            yield _refused("counts", error, _FIX)
            return
    wrong: tuple[tuple[Check, bool, str, str, str], ...] = (
        (
            "counts",
            found.counts_differ,
            N_("the weeks"),
            N_("The weeks do not add up to what is recorded."),
            N_("The weeks did not add up to what is recorded. They are counted again."),
        ),
        (
            "changes",
            found.changes_astray,
            N_("the changes"),
            N_("What “mikro undo” goes by refers to changes that are not there."),
            N_("What “mikro undo” goes by referred to changes that are not there. It no longer does."),
        ),
    )
    for check, is_wrong, well, fault, now_well in wrong:
        if not is_wrong:
            yield Finding(check, "ok", well)
        elif check in mended:
            yield Finding(check, "note", now_well)
        else:
            yield Finding(check, "fault", fault, mend=_FIX)


def _settings(context: Context) -> Finding:
    try:
        _ = context.settings
    except MikroError as error:
        return _refused("settings", error)
    return Finding("settings", "ok", N_("the settings"))


def _catalogue(context: Context) -> Finding:
    from mikrohandlinger.storage.toml import catalogue

    paths, warning = context.paths, None
    try:
        if exists(paths.own_actions):
            warning = catalogue.load(paths.own_actions, paths.cache).warning
    except MikroError as error:
        return _refused("catalogue", error)
    if warning is None:
        return Finding("catalogue", "ok", N_("the catalogue"))
    return _refused("catalogue", warning, f"mikro actions check {paths.own_actions}")


def _processes(context: Context) -> Finding:
    from mikrohandlinger.storage.toml import processes

    own = context.paths.own_processes
    try:
        warnings = processes.load(own).warnings
    except MikroError as error:
        return _refused("processes", error)
    if not warnings:
        return Finding("processes", "ok", N_("the meetings"))
    return _refused("processes", warnings[0], f"mikro process check {own}")


def _team(context: Context) -> Iterator[Finding]:
    """The folder that the team shares: it is looked into, and waited for longer than a command of every day does."""
    from mikrohandlinger.storage.afar import LOOKING
    from mikrohandlinger.storage.toml import catalogue, processes

    shared = context.shared(LOOKING)
    if shared is None:
        return
    try:
        actions = catalogue.of_team(shared)[1]
        # A drive that did not answer is not asked for its second file.
        meetings = processes.of_team(context.shared() or shared if actions.state == "silent" else shared)[1]
        own = catalogue.load(context.paths.own_actions, context.paths.cache).catalogue.own
    except MikroError:
        return  # the built-in catalogue cannot be used, which is told already
    folder = {"folder": shared.folder}
    clashes = ", ".join(identity for identity in actions.variations if identity in own)
    faults = [team.fault for team in (actions, meetings) if team.fault is not None]
    if actions.state in ("gone", "silent"):
        yield Finding(
            "team",
            "note",
            N_("Your team's folder {folder} cannot be reached. What it last gave holds until it can.")
            if actions.has_copy or meetings.has_copy
            else N_("Your team's folder {folder} cannot be reached, and what is in it is left out."),
            folder,
        )
    elif actions.state == meetings.state == "none":
        yield Finding(
            "team",
            "note",
            N_("There is no actions.toml or processes.toml in your team's folder {folder}."),
            folder,
        )
    elif not (faults or clashes):
        yield Finding("team", "ok", N_("your team's folder"))
    for fault in faults:
        # The file is not the user's to mend.
        yield Finding("team", "note", N_("Your team's file has something to mend: {fault}"), {"fault": fault})
    if clashes:
        yield Finding(
            "team",
            "note",
            N_("These stand in your own file and in your team's, and yours hold: {ids}."),
            {"ids": clashes},
        )


def _private(context: Context) -> Iterator[Finding]:
    """Tighten what others could read, as every start does with the most important of it."""
    paths = context.paths
    said = False
    for path in dict.fromkeys((paths.data, paths.config, paths.cache, paths.backups, *traces.own(paths))):
        if os.path.islink(path):
            continue
        try:
            private.refuse_foreign(path)
        except MikroError as error:
            said = True
            yield _refused("private", error)
            continue
        tightened = private.tighten([path])
        if tightened is not None:
            said = True
            yield Finding("private", "note", tightened.sentence, tightened.values)
        elif private.is_open(path):
            said = True
            yield Finding(
                "private",
                "note",
                N_("Others on this machine may be able to read {path}: the file system keeps no rights."),
                {"path": path},
            )
    if not said:
        yield Finding("private", "ok", N_("only you can read it"))


def _leftovers(context: Context, *, cut_off: bool) -> Iterator[Finding]:
    paths = context.paths
    if cut_off:
        yield Finding(
            "leftovers",
            "note",
            N_("A command was ended in the middle of a change. Nothing of that change is left."),
        )
    # Every start sweeps them, so what is here now could not be removed.
    found = [
        path
        for folder in dict.fromkeys((paths.data, paths.config, paths.cache, paths.backups))
        for path in leftovers(folder)
    ]
    for path in found:
        yield Finding(
            "leftovers",
            "note",
            N_(
                "{path} was left behind by a command that was ended, and could not be removed. Remove it by hand."
            ),
            {"path": path},
        )
    if not (cut_off or found):
        yield Finding("leftovers", "ok", N_("nothing left behind"))


def _copies(context: Context, database: Examined | None) -> Iterator[Finding]:
    if database is None or not database.rows:
        return
    made = [_made_at(path) for path in traces.copies(context.paths)]
    now = context.clock.now.timestamp()
    latest = max((at for at in made if at <= now), default=None)
    if latest is None:
        yield Finding("copies", "note", N_("There is no copy of your data yet."), mend="mikro backup")
        return
    age = timedelta(seconds=now - latest)
    if age >= timedelta(days=_OLD):
        yield Finding(
            "copies",
            "note",
            N_("The latest copy is of {day}."),
            {"day": datetime.fromtimestamp(latest, context.clock.now.tzinfo).date()},
            "mikro backup",
        )
    else:
        yield Finding("copies", "ok", N_("the copies"))


def _made_at(path: str) -> float:
    with suppress(OSError):
        return os.stat(path).st_mtime
    return 0.0


def _reminder(context: Context) -> Iterator[Finding]:
    from mikrohandlinger.usecases import reminder_job

    sentences = {
        "unreadable": N_("The daily reminder has been changed by somebody else and cannot be read."),
        "program-gone": N_("The daily reminder starts a program that is gone."),
        "another-copy": N_("The daily reminder starts another copy of mikro than this one."),
        "not-taken-up": N_("The scheduler has not taken the daily reminder up."),
        "differs": N_("The daily reminder comes at another time or on other days than your settings say."),
    }
    try:
        problems = reminder_job.problems(context)
    except MikroError:
        return  # the settings cannot be read, which is told already
    for problem in problems or ():
        yield Finding("reminder", "fault", sentences[problem], mend="mikro nudge on")
    if problems is not None and not problems:
        yield Finding("reminder", "ok", N_("the reminder"))


def _disk(context: Context) -> Iterator[Finding]:
    import shutil

    folder = context.paths.data
    while not os.path.isdir(folder) and os.path.dirname(folder) != folder:
        folder = os.path.dirname(folder)
    size = 0
    with suppress(OSError):
        size = os.stat(context.paths.database).st_size
    with suppress(OSError):
        if shutil.disk_usage(folder).free < size * 2 + _ROOM:
            yield Finding(
                "disk",
                "note",
                N_("There is little room left where your data is, {folder}. Make some."),
                {"folder": folder},
            )
            return
        yield Finding("disk", "ok", N_("room on the disk"))


def _place(context: Context) -> Iterator[Finding]:
    folder = real(context.paths.data)
    if any(name in folder.lower() for name in _SYNCED):
        yield Finding(
            "place",
            "note",
            N_(
                "{folder} is kept alike on several machines by another program, which can damage a database. Let it lie elsewhere, and use “mikro sync” with that folder."
            ),
            {"folder": folder},
        )


def _encoding(encoding: str) -> Finding:
    import codecs

    try:
        "æøå✓".encode(encoding)
    except (UnicodeEncodeError, LookupError):
        name = encoding
        with suppress(LookupError):
            name = codecs.lookup(encoding).name
        return Finding(
            "encoding",
            "note",
            N_("The terminal knows only some letters ({encoding}); the others are replaced on the screen."),
            {"encoding": name},
        )
    return Finding("encoding", "ok", N_("letters"))
