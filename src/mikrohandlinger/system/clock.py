"""The only place that reads the clock."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta

from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Final

#: Outside of these there is no room for the weeks before and after.
_YEARS: Final = range(1970, 3000)


class Clock(NamedTuple):
    """What time it is.

    Attributes:
        now: The present instant as an aware local time, to the second.
        given: Whether ``MIKRO_NOW`` gave it.
    """

    now: datetime
    given: bool

    def localise(self, moment: datetime) -> datetime:
        """A local time or an instant with the offset that holds here on that day."""
        if not self.given:
            return moment.astimezone()
        if moment.tzinfo is None:
            return moment.replace(tzinfo=self.now.tzinfo)
        return moment.astimezone(self.now.tzinfo)

    def here(self, instant: datetime) -> datetime:
        """An aware instant by the local clock of its day."""
        return instant.astimezone(self.now.tzinfo if self.given else None)


def read(environ: Mapping[str, str]) -> Clock:
    """The clock: ``MIKRO_NOW`` (ISO 8601 with offset) if it is set, else the computer's.

    Raises:
        MikroError: When ``MIKRO_NOW`` or ``TZ`` cannot be read.
    """
    given = environ.get("MIKRO_NOW")
    if not given:
        try:
            return Clock(datetime.now().astimezone().replace(microsecond=0), given=False)
        except (ValueError, OverflowError) as error:  # a day or more away from UTC, as no zone is
            raise MikroError(
                "zone-wrong",
                N_("TZ is “{zone}”, which is no time zone. Write it like Europe/Copenhagen."),
                zone=environ.get("TZ", ""),
            ) from error
    try:
        now = datetime.fromisoformat(given.strip())
    except ValueError:
        now = None
    if now is None or now.tzinfo is None or now.year not in _YEARS:
        raise MikroError(
            "clock-wrong",
            N_(
                "MIKRO_NOW is “{given}”, which is not a time with an offset. Write it like 2026-11-23T08:30:00+01:00."
            ),
            given=given,
        )
    return Clock(now.replace(microsecond=0), given=True)


class Watch:
    """How much real time has passed since it was made.

    The clock of the day goes on while a lid is shut, and jumps when it is set; the counter of the machine never jumps,
    and stands still while the lid is shut. Of each piece of time the larger counts, so that none is missed, and a clock
    that is set back, for the summer's end or by hand, takes none away.
    """

    def __init__(self, began: Clock, day: Callable[[], float], counter: Callable[[], float]) -> None:
        """Start it.

        Args:
            began: What time it is.
            day: The clock of the day, in seconds of no time zone.
            counter: The counter of the machine, in seconds.
        """
        self._began = began
        self._day, self._counter = day, counter
        self._last = (day(), counter())
        self._passed = 0.0

    def passed(self) -> float:
        """How many seconds have passed; never fewer than before."""
        now = (self._day(), self._counter())
        self._passed += max(0.0, *(after - before for after, before in zip(now, self._last, strict=True)))
        self._last = now
        return self._passed

    def now(self) -> datetime:
        """What time of day it is, by the local clock."""
        if self._began.given:
            at = self._began.now.astimezone(UTC) + timedelta(seconds=self.passed())
        else:
            at = datetime.fromtimestamp(self._day(), UTC)
        return self._began.here(at)


def watch(began: Clock) -> Watch:
    """A watch that starts now."""
    import time

    return Watch(began, time.time, time.monotonic)
