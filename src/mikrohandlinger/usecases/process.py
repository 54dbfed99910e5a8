"""Meetings that anyone can run: finding a script, judging a file of them, and what a group writes down."""

from __future__ import annotations

import os

from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.domain.reports.process import JudgedFault, JudgedScripts, ScriptPage
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mikrohandlinger.domain.privacy import Words
    from mikrohandlinger.domain.processes.model import Script
    from mikrohandlinger.domain.rules.model import Rule
    from mikrohandlinger.storage.files import StrPath
    from mikrohandlinger.storage.minutes import Kept
    from mikrohandlinger.system.clock import Watch
    from mikrohandlinger.usecases.context import Context


def every(context: Context) -> tuple[Script, ...]:
    """The meetings that there are; a file that cannot be used is told, and left out.

    Raises:
        MikroError: When the built-in file cannot be used.
    """
    from mikrohandlinger.storage import private
    from mikrohandlinger.storage.toml import processes

    own = context.paths.own_processes
    private.refuse_foreign(own)
    loaded = processes.load(own, _of_team(context))
    for warning in loaded.warnings:
        context.say(warning)
    return loaded.scripts


def _of_team(context: Context) -> tuple[Script, ...]:
    """What the team shares, where it does."""
    shared = context.shared()
    if shared is None:
        return ()
    from mikrohandlinger.domain.team import PROCESSES
    from mikrohandlinger.storage.toml.processes import of_team

    scripts, team = of_team(shared)
    context.tell_of_the_team(team, PROCESSES)
    return scripts


def find(context: Context, word: str) -> Script:
    """The meeting that is meant by its id, its number in the list, its title, or a word for it.

    Raises:
        MikroError: When there is none.
    """
    from mikrohandlinger.domain.processes.finding import meant

    scripts = every(context)
    found = meant(scripts, word)
    if found is None:
        raise MikroError(
            "process-unknown",
            N_("There is no meeting called “{name}”. There are: {names}."),
            name=word,
            names=", ".join(script.id for script in scripts),
        )
    return found


def page(context: Context, script: Script, *, short: bool) -> ScriptPage:
    """A script as it is shown.

    Raises:
        MikroError: When the shorter form is asked for, and there is none.
    """
    if short and script.short_minutes is None:
        raise MikroError(
            "process-no-short",
            N_("“{name}” has no shorter form. It takes {minutes} minutes; leave out --short."),
            name=script.id,
            minutes=script.minutes,
        )
    return ScriptPage(
        script.shorter() if short else script, is_short=short, for_leader=context.settings.role == "leader"
    )


def judge(context: Context, file: StrPath | None) -> JudgedScripts | None:
    """Judge a file of scripts, or the user's own; None where the user has none yet.

    Raises:
        MikroError: When it cannot be read.
    """
    from mikrohandlinger.domain.processes.check import check
    from mikrohandlinger.domain.processes.lines import line_of
    from mikrohandlinger.domain.processes.lint import lint
    from mikrohandlinger.storage.files import exists
    from mikrohandlinger.storage.toml import processes

    path = os.fspath(file or context.paths.own_processes)
    if file is None and not exists(path):
        return None
    own = not exists(path) or not os.path.samefile(path, processes.built_in_path())
    text, raw = processes.source(path)
    taken = {script.id for script in processes.built_in()} if own else set()
    found = [
        JudgedFault(line_of(text, each), each.fault)
        for each in (*check(raw, own=own, taken=taken), *lint(raw, own=own))
    ]
    found.sort(key=lambda each: each.line)
    scripts = raw.get("process")
    return JudgedScripts(
        path,
        len(scripts) if isinstance(scripts, list) else 0,
        tuple(each for each in found if not each.fault.is_hint),
        tuple(each for each in found if each.fault.is_hint),
    )


def to_mend(judged: JudgedScripts) -> MikroError:
    """The refusal of a file, once its faults have been listed."""
    return MikroError(
        "processes-faults",
        N_("{path}: {count} to mend. “mikro process show safety” is a meeting as it should be."),
        path=judged.path,
        count=len(judged.faults),
    )


def start_watch(context: Context) -> Watch:
    """A watch that starts now."""
    from mikrohandlinger.system.clock import watch

    return watch(context.clock)


def write_down(context: Context, line: Words) -> None:
    """Keep a line that a group wrote down, until it has decided what becomes of it.

    Raises:
        MikroError: When it cannot be written.
    """
    from mikrohandlinger.storage import minutes

    minutes.write(context.paths.data, line.text or "")


def kept(context: Context) -> Kept:
    """What was written down at meetings that were stopped.

    Raises:
        MikroError: When it cannot be read.
    """
    from mikrohandlinger.storage import minutes

    return minutes.kept(context.paths.data)


def let_go(context: Context, earlier: Kept | None = None) -> None:
    """Keep nothing of what was written down, now that it is decided what becomes of it."""
    from mikrohandlinger.storage import minutes

    minutes.let_go(context.paths.data, earlier.paths if earlier else ())


def as_rules(context: Context, lines: Sequence[Words], earlier: Kept | None = None) -> Iterable[Rule]:
    """Put what a group wrote down on the list of rules, as one change; nothing else is kept of it.

    Raises:
        MikroError: When nothing was stored; then the lines stay where they are.
    """
    from mikrohandlinger.usecases import rules

    added = rules.add_many(context, lines)
    let_go(context, earlier)
    return added
