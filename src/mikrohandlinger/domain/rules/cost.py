"""What a rule costs in a year: an interval, since every part of it is somebody's estimate."""

from __future__ import annotations

from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Final

    from mikrohandlinger.domain.rules.model import Interval, Rule

#: How much of each is worked in a year.
IN_A_YEAR: Final[Mapping[str, int]] = {"day": 210, "week": 44, "month": 11, "year": 1}


class Hours(NamedTuple):
    """Hours a year, at the least and at the most."""

    low: float
    high: float


def hours_a_year(rule: Rule) -> Hours | None:
    """The hours that it takes of all who do it; of one person where nobody said how many. None where a part is missing."""
    return _hours(rule, rule.minutes)


def hours_after(rule: Rule) -> Hours | None:
    """The same since it was changed; None where that is not told."""
    return _hours(rule, rule.minutes_after)


def saved(rule: Rule) -> Hours | None:
    """What the change saves, at the least and at the most, which may be less than nothing; None where it is not told."""
    before, after = hours_a_year(rule), hours_after(rule)
    if before is None or after is None:
        return None
    return Hours(round(before.low - after.high, 1), round(before.high - after.low, 1))


def together(rules: Iterable[Rule]) -> Hours | None:
    """The hours of several; None where it is known of none."""
    known = [hours for rule in rules if (hours := hours_a_year(rule)) is not None]
    if not known:
        return None
    return Hours(round(sum(each.low for each in known), 1), round(sum(each.high for each in known), 1))


def _hours(rule: Rule, minutes: Interval | None) -> Hours | None:
    if minutes is None or rule.times is None or rule.per is None:
        return None
    often = rule.times * IN_A_YEAR[rule.per] * (rule.people or 1)
    return Hours(*(round(end * often / 60, 1) for end in minutes))
