"""Changes in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mikrohandlinger.texts import _, language, ngettext
from mikrohandlinger.texts.dates import day_and_month

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mikrohandlinger.domain.entries import TakenBack, Touched


def undone(taken: TakenBack) -> Iterator[str]:
    """The answer of ``mikro undo``: what was taken back, and whether there is more."""
    yield _taken_back(taken.command).format(entry="" if taken.touched is None else described(taken.touched))
    if taken.left:
        yield ngettext(
            "{number} earlier change can be taken back too.",
            "{number} earlier changes can be taken back too.",
            taken.left,
        ).format(number=taken.left)


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
