"""The lines that answer ``log``, ``edit``, ``delete`` and ``undo``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mikrohandlinger.texts import _, language, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mikrohandlinger.domain.entries import TakenBack, Touched


def meant_when_line(note: str) -> str:
    """The hint for a note that is nothing but a time."""
    from mikrohandlinger.domain.privacy import one_line

    return _('Was that when it happened? Then: “mikro undo”, and log again with --at "{when}".').format(
        when=one_line(note)
    )


def changed_line(changed: Touched) -> str:
    """The answer of ``mikro edit``."""
    return _("Changed: {entry}. “mikro undo” takes it back.").format(entry=_described(changed))


def deleted_line(deleted: Touched) -> str:
    """The answer of ``mikro delete``."""
    return _("Deleted: {entry}. “mikro undo” brings it back.").format(entry=_described(deleted))


def undone_lines(taken: TakenBack) -> Iterator[str]:
    """The answer of ``mikro undo``: what was taken back, and whether there is more."""
    yield _taken_back(taken.command).format(entry="" if taken.touched is None else _described(taken.touched))
    if taken.left:
        yield ngettext(
            "{number} earlier change can be taken back too.",
            "{number} earlier changes can be taken back too.",
            taken.left,
        ).format(number=taken.left)


def _taken_back(command: str) -> str:
    return {
        "log": _("Taken back: {entry} is no longer recorded."),
        "edit": _("Taken back: {entry} is as it was before."),
        "delete": _("Taken back: {entry} is there again."),
        "plan": _("Taken back: your plan is as it was before."),
        "reflect": _("Taken back: your answer is as it was before."),
        "pause": _("Taken back: the pause is gone."),
        "resume": _("Taken back: the pause is there again."),
    }.get(command, _("Taken back."))


def _described(touched: Touched) -> str:
    from mikrohandlinger.texts.dates import day_and_month

    entry, action = touched
    return _("no. {number} ({title}, {day})").format(
        number=entry.number, title=action.title(language()).title, day=day_and_month(entry.day)
    )
