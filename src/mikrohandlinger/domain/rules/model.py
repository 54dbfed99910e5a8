"""A rule that gets in the way: a local rule, a steering principle, a demand to document, or a way of working."""

from __future__ import annotations

from mikrohandlinger.values import TYPE_CHECKING, Literal, NamedTuple, get_args

if TYPE_CHECKING:
    from datetime import date
    from typing import Final

    from mikrohandlinger.domain.privacy import Words

Kind = Literal["rule", "principle", "documentation", "workflow"]
#: What staff ask to be rid of, as Gladsaxe sorted it.
Detail = Literal["professional", "beyond-law", "guidelines", "administrative", "policies", "reporting"]
#: Who decided it; ``habit`` is no rule at all.
Origin = Literal["habit", "own-unit", "administration", "committee", "council", "state", "unknown"]
Wish = Literal["remove", "change", "try-without", "keep"]
Per = Literal["day", "week", "month", "year"]
Status = Literal["noticed", "raised", "passed-on", "trying", "changed", "removed", "kept"]
#: What a memo is written as.
MemoForm = Literal["markdown", "html", "csv"]
#: How it can end.
Ending = Literal["changed", "removed", "kept"]

ENDINGS: Final = get_args(Ending)
#: What an answer can lead to.
ANSWERS: Final = ("passed-on", "trying", *ENDINGS)


class Interval(NamedTuple):
    """Minutes, or hours: an estimate is never a single number."""

    low: int
    high: int


class Times(NamedTuple):
    """How often it is met."""

    times: int
    per: Per


class Rule(NamedTuple):
    """One rule of the register.

    Attributes:
        id: Stable id, the same on every machine.
        number: Short number on this machine, for ``rule show 3``.
        title: What it is, in one line.
        kind: What it is.
        detail: Which of the six kinds of paperwork, or None.
        origin: Who decided it.
        gets_in_the_way: How it gets in the way.
        protects: What it is meant to protect.
        ask: What is wished for.
        until: How far or how long the wish goes, in own words.
        door: Who could decide: a role, never a name.
        minutes_low: Minutes each time, at the least.
        minutes_high: And at the most; both or none are there.
        times: How often, in each ``per``; both or none are there.
        per: Day, week, month or year.
        people: How many people do it.
        status: Where it is.
        moved: The day on which that became so.
        noticed: The day on which it was put down.
        raised: The day on which it was last brought to somebody.
        answer_due: The day by which an answer was promised or hoped for.
        answered: The day of the answer.
        answer: What was answered.
        thanked: Whether whoever answered, or asked, was thanked and told how it went.
        minutes_after_low: Minutes each time once it was changed, at the least.
        minutes_after_high: And at the most.
        review_on: The day to look again: where a trial ends, or whether what was kept is still needed.
        masked: How many personal details were masked in its words.
    """

    id: str
    number: int
    title: str
    noticed: date
    moved: date
    kind: str = "rule"
    detail: str | None = None
    origin: str = "unknown"
    gets_in_the_way: str | None = None
    protects: str | None = None
    ask: str | None = None
    until: str | None = None
    door: str | None = None
    minutes_low: int | None = None
    minutes_high: int | None = None
    times: int | None = None
    per: str | None = None
    people: int | None = None
    status: str = "noticed"
    raised: date | None = None
    answer_due: date | None = None
    answered: date | None = None
    answer: str | None = None
    thanked: bool = False
    minutes_after_low: int | None = None
    minutes_after_high: int | None = None
    review_on: date | None = None
    masked: int = 0

    @property
    def told(self) -> dict[str, object]:
        """What it is, by the names that its document and its row of a table share, in their order."""
        return {
            "number": self.number,
            "title": self.title,
            "kind": self.kind,
            "detail": self.detail,
            "origin": self.origin,
            "gets_in_the_way": self.gets_in_the_way,
            "protects": self.protects,
            "ask": self.ask,
            "until": self.until,
            "door": self.door,
        }

    @property
    def minutes(self) -> Interval | None:
        """How long it takes each time."""
        return _interval(self.minutes_low, self.minutes_high)

    @property
    def minutes_after(self) -> Interval | None:
        """How long it takes each time since it was changed."""
        return _interval(self.minutes_after_low, self.minutes_after_high)

    @property
    def is_waiting(self) -> bool:
        """Whether it was brought to somebody who has not answered."""
        return self.raised is not None and self.answered is None and self.status == "raised"

    @property
    def is_told(self) -> bool:
        """Whether there is nothing left of it to ask for."""
        asked = (self.protects, self.ask, self.minutes, self.times, self.people)
        has_door = self.door is not None or self.origin in ("habit", "own-unit")
        return self.origin != "unknown" and has_door and None not in asked

    @property
    def is_closed(self) -> bool:
        """Whether it has come to an end, be it a good one."""
        return self.status in ENDINGS


def _interval(low: int | None, high: int | None) -> Interval | None:
    return None if low is None or high is None else Interval(low, high)


class Said(NamedTuple):
    """What is told of a rule; what is None stays as it is.

    Own words without text, "" and () take away what was told before.
    """

    title: Words | None = None
    kind: str | None = None
    detail: str | None = None
    origin: str | None = None
    gets_in_the_way: Words | None = None
    protects: Words | None = None
    ask: str | None = None
    until: Words | None = None
    door: Words | None = None
    minutes: Interval | tuple[()] | None = None
    times: Times | tuple[()] | None = None
    people: int | None = None
    review_on: date | tuple[()] | None = None
    thanked: bool | None = None

    @property
    def is_nothing(self) -> bool:
        """Whether everything stays as it is."""
        return all(part is None for part in self)

    @property
    def words(self) -> tuple[Words, ...]:
        """The own words among it."""
        every = (self.title, self.gets_in_the_way, self.protects, self.until, self.door)
        return tuple(each for each in every if each is not None)
