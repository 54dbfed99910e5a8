"""Changes in words."""

from __future__ import annotations

from datetime import date

from mikrohandlinger.domain.entries import Touched
from mikrohandlinger.texts import _, language, ngettext
from mikrohandlinger.texts.dates import clock, day_and_month, full_date, relative_day
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.shared.names import action_name, quoted, week_within

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mikrohandlinger.domain.changes import Change, Turned


def undone(turned: Turned) -> Iterator[str]:
    """The answer of ``mikro undo``: what was taken back, its words, and how to have it again."""
    change = turned.change
    entry = (
        ""
        if turned.action is None or change.entry is None
        else described(Touched(change.entry, turned.action))
    )
    yield _taken_back(change.command).format(entry=entry)
    yield from _own_words(change)
    if turned.left:
        yield ngettext(
            "{number} earlier change can be taken back too.",
            "{number} earlier changes can be taken back too.",
            turned.left,
        ).format(number=turned.left)
    yield _("To have it again: mikro redo")


def redone(turned: Turned | None) -> Iterator[str]:
    """The answer of ``mikro redo``."""
    if turned is None:
        yield _("There is nothing to do again.")
        return
    yield _("Done again: {change}.").format(change=_about(turned.change))
    yield from _own_words(turned.change)


def listed(found: Sequence[Change], today: date) -> Iterator[str]:
    """The answer of ``mikro undo --list``, newest first."""
    if not found:
        yield _("There is nothing to take back.")
        return
    yield _("The latest changes, newest first")
    for number, change in enumerate(found, 1):
        day = relative_day(change.day, today)
        yield f"{number:>3}  {day} {clock(change.at)}  {in_short(change)}"
    yield _("“mikro undo” takes back no. 1; repeat to go further back.")


def of_another_day(change: Change, today: date) -> Iterator[str]:
    """What is told of a change of another day before it is taken back."""
    yield _("The last change is of {day}:").format(day=relative_day(change.day, today))
    yield f"  {in_short(change)}"


def shall_it_go() -> str:
    """The question whether a change of another day is to be taken back."""
    return _("Shall it be taken back? [y/N]")


def it_stays() -> str:
    """What is said when it is not."""
    return _("It stays.")


def in_short(change: Change) -> str:
    """The change in one line, with its words."""
    said = own_words_of(change)
    return f"{_about(change)}: {quoted(said)}" if said else _about(change)


def own_words_of(change: Change) -> str | None:
    """The words that the change was about, if it had any."""
    return change.words if change.entry is None else change.entry.note


def _own_words(change: Change) -> Iterator[str]:
    said = own_words_of(change)
    if said and change.what != "answer":
        yield f"  {quoted(said)}"
    elif said:
        yield f"  {_about(change)}: {quoted(said)}"


def _about(change: Change) -> str:
    """What the change was about, without the user's words."""
    if change.entry is not None:
        return _("no. {number}, {action}").format(
            number=change.entry.number, action=action_name(change.entry.action)
        )
    if change.what == "answer":
        key, monday, *_rest = change.about
        week = week_within(date.fromisoformat(monday)) if monday else ""
        return _("answer, {week}").format(week=week) if not key else f"{key}, {week}"
    if change.what == "pause":
        *_key, first, last = change.about
        days = [full_date(date.fromisoformat(day)) for day in (first, last) if day]
        return _("pause {days}").format(days=" – ".join(days))
    return {"plan": _("plan"), "swap": _("swap")}.get(change.what, change.what)


def changed(entry: Touched) -> str:
    """The answer of ``mikro edit``."""
    return _("Changed: {entry}. “mikro undo” takes it back.").format(entry=described(entry))


def deleted(entry: Touched) -> str:
    """The answer of ``mikro delete``."""
    return _("Deleted: {entry}. “mikro undo” brings it back.").format(entry=described(entry))


def described(touched: Touched) -> str:
    """Which entry it is."""
    entry, action = touched
    return _("no. {number} ({title}, {day})").format(
        number=entry.number, title=action.title(language()).title, day=day_and_month(entry.day)
    )


def _taken_back(command: str) -> str:
    """What ``undo`` says of a change made by ``command``."""
    return {
        "log": _("Taken back: {entry} is no longer recorded."),
        "edit": _("Taken back: {entry} is as it was before."),
        "delete": _("Taken back: {entry} is there again."),
        "plan": _("Taken back: your plan is as it was before."),
        "reflect": _("Taken back: your answer is as it was before."),
        "pause": _("Taken back: the pause is gone."),
        "resume": _("Taken back: the pause is there again."),
    }.get(command, _("Taken back."))
