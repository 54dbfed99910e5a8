"""Fill a ``MIKRO_HOME`` with plausible entries, through the program's own storage.

``python bench/make_history.py HOME --entries 7500`` writes some ten years of a working life: about three entries a
working day, the last of them on the day of ``MIKRO_NOW``, and what was proposed on each of those days. A life has
forty working years, so beyond that the older days grow denser instead of going further back. The same call gives the
same history.
"""

from __future__ import annotations

import argparse
import os
import random
from bisect import bisect_left
from datetime import date, datetime, time, timedelta
from itertools import accumulate, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mikrohandlinger.domain.calendar import ONE_DAY, WorkCalendar
from mikrohandlinger.domain.catalogue.model import ACTIONS, Variation
from mikrohandlinger.domain.entries import Deed, Moment, NewEntry
from mikrohandlinger.domain.privacy import Words
from mikrohandlinger.domain.proposal import Proposal
from mikrohandlinger.usecases.context import Context

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: In working days.
ONE_YEAR = 250

WORKING_LIFE = timedelta(days=40 * 365)

#: How many entries a day may have; three on average.
A_DAY = (0, 1, 2, 3, 3, 4, 5, 6)

OPENING, CLOSING = time(7), time(16)

NOTES = (
    None,
    None,
    "Hun blev glad for spørgsmålet og fortalte om sit tidligere arbejde.",
    "Vi endte med at se på skemaet sammen.",
    "Det var lettere, end jeg troede.",
    "Jeg sagde, at jeg ikke forstod paragraffen. Det gjorde de andre heller ikke.",
    "Fik et godt råd om at ringe først og skrive bagefter.",
    "Han var ikke enig, og det var fint nok.",
    "Spurgte på tavlemødet, hvem der har prøvet det før.",
    "Kort snak ved kaffemaskinen. Prøver igen i morgen.",
)
REACHES = (None, "known", "known", "new", "up", "across")
OUTCOMES = (None, None, "easy", "ok", "ok", "hard")


class WorkedDay(NamedTuple):
    """A day of the history: what was proposed on it, and how many entries it gets."""

    day: date
    proposed: Variation
    entries: int


def fill(home: Path, entries: int) -> None:
    """Write ``entries`` entries to the database under ``home``."""
    os.umask(0o077)
    context = Context({**os.environ, "MIKRO_HOME": str(home)})
    now = context.clock.now
    first = now.date() - WORKING_LIFE
    days = working_days(context.calendar(first, now.date()), first, last_day(now))
    worked = plan_days(days, entries, list(context.catalogue.variations.values()))
    context.store.proposals.keep_many([Proposal(day.day, day.proposed, 0) for day in worked], now)
    context.store.entries.add_many(make_entries(worked, now), now)
    context.store.close()


def last_day(now: datetime) -> date:
    """Today, once the workplace has opened; otherwise yesterday."""
    return now.date() if now.time() > OPENING else now.date() - ONE_DAY


def working_days(calendar: WorkCalendar, first: date, last: date) -> list[date]:
    """Every working day from ``first`` to ``last``."""
    days = (first + index * ONE_DAY for index in range((last - first).days + 1))
    return [day for day in days if calendar.is_working(day)]


def plan_days(days: Sequence[date], entries: int, variations: Sequence[Variation]) -> list[WorkedDay]:
    """The latest of ``days``, as many as ``entries`` needs at three a day, with the entries spread over them."""
    chance = random.Random(1)
    natural = [chance.choice(A_DAY) for _ in days]  # newest first
    # At three a day the forty years may be too short: then the older days get their share of the rest, while the
    # latest year, which the screens show, stays what a year is.
    scale = max(1, (entries - sum(natural[:ONE_YEAR])) / sum(natural[ONE_YEAR:]))
    sums = list(accumulate(natural[:ONE_YEAR] + [scale * each for each in natural[ONE_YEAR:]]))
    needed = min(bisect_left(sums, entries) + 1, len(days))
    upto = [min(entries, round(each)) for each in (0, *sums[: needed - 1])]
    counts = [after - before for before, after in pairwise([*upto, entries])]
    by_action = [[each for each in variations if each.action == action] for action in ACTIONS]
    return [
        WorkedDay(day, by_action[index % 3][index // 3 % len(by_action[index % 3])], count)
        for index, (day, count) in enumerate(zip(days[-needed:], reversed(counts), strict=True))
    ]


def make_entries(worked: Sequence[WorkedDay], now: datetime) -> Iterator[NewEntry]:
    """The entries of each day, at even distances through it, never later than ``now``."""
    chance = random.Random(2)
    for day, proposed, count in worked:
        opening = datetime.combine(day, OPENING, now.tzinfo)
        closing = min(now, datetime.combine(day, CLOSING, now.tzinfo))
        for index in range(count):
            follows = index == 0
            yield NewEntry(
                Moment(
                    (opening + (index + 1) / (count + 1) * (closing - opening)).replace(microsecond=0), day
                ),
                Deed(proposed.action, proposed.id, proposed.level)
                if follows
                else Deed(chance.choice(ACTIONS)),
                Words(chance.choice(NOTES), 0),
                chance.choice(REACHES),
                chance.choice(OUTCOMES),
            )


def main() -> None:
    """Read the command line and fill the folder."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("home", type=Path, metavar="HOME", help="the folder; made if it does not exist")
    parser.add_argument("--entries", type=int, default=7_500, metavar="N", help="how many (default 7,500)")
    options = parser.parse_args()
    if options.entries < 1:
        parser.error("--entries takes a number from 1 up")
    fill(options.home, options.entries)


if __name__ == "__main__":
    main()
