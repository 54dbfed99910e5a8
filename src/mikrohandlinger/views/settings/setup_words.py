"""The questions of ``mikro setup``, and its answer."""

from __future__ import annotations

from mikrohandlinger.domain.setting_kinds import WEEKDAYS
from mikrohandlinger.domain.words import VALUES
from mikrohandlinger.domain.words import shown as in_words
from mikrohandlinger.texts import _, language, ngettext
from mikrohandlinger.texts.dates import days as in_days
from mikrohandlinger.texts.dates import full_weekday
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple
from mikrohandlinger.views.shared.names import work_name
from mikrohandlinger.views.shared.setting_values import shown as value

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Final

    from mikrohandlinger.domain.settings import Settings

__all__ = ["UNBROKEN", "Question", "anchor", "as_set", "called", "days", "done", "goal", "keeps", "leader", "night", "opening",
           "value", "week", "work"]  # fmt: skip


#: Keeps words together until the row is broken; a plain blank is printed.
UNBROKEN: Final = "\u00a0"


class Question(NamedTuple):
    """A question: what is said before, and the line on which the answer is typed."""

    lines: tuple[str, ...]
    last: str


def opening() -> Iterator[str]:
    """What is said first, and how to have it in the other language."""
    yield _("Five short questions. Enter takes what is in [ ].")
    yield _("På dansk: mikro config set language da")


def week() -> Question:
    """What the week is like."""
    return Question(("", _("1  What is your week like?")), "   " + " · ".join(in_words("shift", language())))


def days() -> Question:
    """Which days are worked."""
    return Question((), "   " + _("Which days? Such as mon-thu"))


def night() -> Question:
    """When a day ends that is worked into the night."""
    lines = (_("All days of the week count, public holidays too, when you use them."),)
    return Question(
        tuple(f"   {line}" for line in lines), "   " + _("When does your day end, if you work nights?")
    )


def work() -> Question:
    """The kinds of work."""
    # A name stays in one piece where the row is too long for the screen.
    kinds = " · ".join(work_name(kind).replace(" ", UNBROKEN) for kind in VALUES["work"])
    return Question(("", _("2  What is your work mostly? Several are fine."), f"   {kinds}"), "   ")


def leader() -> Question:
    """Whether anybody is led."""
    return Question(("",), _("3  Do you lead anybody?"))


def goal(suited: int, days: int | None) -> Question:
    """How many days a week; ``days`` is None where any may be worked."""
    hint = (
        _("{goal} is a good place to begin. Fewer is fine too.").format(goal=suited)
        if days is None
        else ngettext(
            "{goal} suits a week of {days} day. Fewer is fine too.",
            "{goal} suits a week of {days} days. Fewer is fine too.",
            days,
        ).format(goal=suited, days=days)
    )
    return Question(("", _("4  On how many days a week will you try?"), f"   {hint}"), "   ")


def anchor() -> Question:
    """The moment of the day."""
    example = _("such as after the morning coffee, or when the morning meeting is over")
    return Question(("", _("5  Which fixed moment of the day can you tie it to?"), f"   {example}"), "   ")


def called(kind: str, identity: str) -> str:
    """What a value is called, as it can be typed."""
    (word,) = in_words(kind, language(), [identity])
    return word


def keeps(standing: str) -> str:
    """What is said when an answer was not understood twice."""
    return _("It stays {value}; “mikro config” changes it.").format(value=standing)


def done(settings: Settings, shift: str) -> Iterator[str]:
    """The answer: what holds now, and what can be done next."""
    parts = [called("shift", "rota") if shift == "rota" else _days_named(settings.plain("workdays"))]
    if settings.work:
        parts.append(", ".join(map(work_name, settings.work)))
    if settings.role == "leader":
        parts.append(called("role", "leader"))
    parts.append(_("goal {days}").format(days=in_days(settings.goal)))
    yield "✓ " + _("Set up: {parts}").format(parts=" · ".join(parts))
    yield ""
    yield _("Want to be reminded? {command}").format(command=f"mikro nudge on --at {settings.nudge_at:%H:%M}")
    yield _("Today: mikro")


def as_set(key: str, standing: object) -> str:
    """A setting as ``config set`` takes it."""
    return f"{key} = {value(key, standing)}"


def _days_named(workdays: Sequence[str]) -> str:
    """``mandag, tirsdag og torsdag``, or from the first to the last where none is left out between them."""
    numbers = [WEEKDAYS.index(day) for day in workdays]
    names = [full_weekday(number) for number in numbers]
    if len(numbers) > 2 and numbers == list(range(numbers[0], numbers[-1] + 1)):
        return _("{first} to {last}").format(first=names[0], last=names[-1])
    if len(names) == 1:
        return names[0]
    return _("{days} and {last}").format(days=", ".join(names[:-1]), last=names[-1])
