"""The time of a meeting that is held: which step it is at, what is left of it, and what is to be told when.

All times are seconds since the meeting began, and an argument. They only ever grow: whoever measures them sees to it
that a clock that is set back takes no time away, and that a lid that is shut stops none.
"""

from __future__ import annotations

from mikrohandlinger.values import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Final

    from mikrohandlinger.domain.processes.model import Step

MINUTE: Final = 60.0
#: Of shorter steps nothing is told at half time, which would be their last minute.
LEAST_FOR_HALF: Final = 2

Kind = Literal["part", "half", "minute", "end"]


class Notice(NamedTuple):
    """What is to be told of a step.

    Attributes:
        kind: That the next part begins, half of the time is left, a minute is, or none.
        left: How many seconds are left of the step; 0 when its time is over.
        part: Which part it is now, from 0.
    """

    kind: Kind
    left: float
    part: int


class Due(NamedTuple):
    """When something is to be told, in seconds since the step began."""

    at: float
    kind: Kind
    part: int


class Meeting(NamedTuple):
    """Where a meeting stands.

    Attributes:
        steps: The steps it has.
        at: Which of them it is at, from 0; as many as there are once the meeting is over.
        began: When that step began.
        told: How far what is to be told of it has been told, in seconds since it began.
    """

    steps: tuple[Step, ...]
    at: int = 0
    began: float = 0.0
    told: float = 0.0

    @property
    def is_over(self) -> bool:
        """Whether the last step is done."""
        return self.at >= len(self.steps)

    @property
    def step(self) -> Step:
        """The step it is at."""
        return self.steps[self.at]

    @property
    def following(self) -> Step | None:
        """The step that comes next; None at the last."""
        return self.steps[self.at + 1] if self.at + 1 < len(self.steps) else None

    @property
    def minutes_to_come(self) -> int:
        """The minutes of this step and of all after it."""
        return sum(step.minutes for step in self.steps[self.at :])

    def forward(self, now: float) -> Meeting:
        """At the next step, which begins now."""
        return self._at(self.at + 1, now)

    def back(self, now: float) -> Meeting:
        """At the step before, whose time starts anew; the meeting's own does not. At the first it stays there."""
        return self._at(max(0, self.at - 1), now)

    def _at(self, step: int, now: float) -> Meeting:
        return self._replace(at=step, began=now, told=0.0)

    def left(self, now: float) -> float:
        """How many seconds are left of the step; never less than none."""
        return max(0.0, self.step.minutes * MINUTE - self._passed(now))

    def until_next(self, now: float) -> float | None:
        """In how many seconds something is to be told; None where nothing is any more."""
        ahead = [due.at for due in schedule(self.step) if due.at > self.told]
        return max(0.0, min(ahead) - self._passed(now)) if ahead else None

    def tell(self, now: float) -> tuple[Meeting, Notice | None]:
        """What is to be told now, if anything, and the meeting after it.

        What fell due while nobody could be told (a lid that was shut) is told as one thing, as it stands now.
        """
        passed = self._passed(now)
        fallen = [due for due in schedule(self.step) if self.told < due.at <= passed]
        if not fallen:
            return self, None
        last = fallen[-1]
        notice = Notice(last.kind, self.left(now), last.part)
        return self._replace(told=passed), notice

    def _passed(self, now: float) -> float:
        return max(0.0, now - self.began)


def begin(steps: tuple[Step, ...]) -> Meeting:
    """A meeting that begins now."""
    return Meeting(steps)


def schedule(step: Step) -> list[Due]:
    """What is to be told of a step and when, in order; where two fall together, the one that says more.

    The parts of it, half of its time, its last minute, and its end.
    """
    found = {due.at: due for due in sorted(_all(step), key=_weight)}
    return [found[at] for at in sorted(found)]


def _all(step: Step) -> Iterator[Due]:
    whole = step.minutes * MINUTE
    changes = [sum(step.parts[:number]) * MINUTE for number in range(1, len(step.parts))]

    def part(at: float) -> int:
        return sum(change <= at for change in changes)

    if step.minutes > LEAST_FOR_HALF:
        yield Due(whole / 2, "half", part(whole / 2))
    if step.minutes > 1:
        yield Due(whole - MINUTE, "minute", part(whole - MINUTE))
    for number, at in enumerate(changes, 1):
        yield Due(at, "part", number)
    yield Due(whole, "end", len(changes))


def _weight(due: Due) -> int:
    return ("half", "minute", "part", "end").index(due.kind)
