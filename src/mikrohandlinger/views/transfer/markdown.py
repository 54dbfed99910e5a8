"""Everything that the user wrote, as a diary: week by week, from the oldest day to the newest."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from heapq import merge

from mikrohandlinger.domain.calendar import monday_of
from mikrohandlinger.domain.feedback import Feedback
from mikrohandlinger.domain.privacy import clean
from mikrohandlinger.texts import _
from mikrohandlinger.texts.dates import clock, date_range, day_and_month, full_date
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.shared import feedback
from mikrohandlinger.views.shared import markdown as shared
from mikrohandlinger.views.shared.names import action_name, answer_name, reach_name, week_name, went_name

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any, Final

    Row = Mapping[str, Any]

#: What stands first on a day, and what last in a week.
_PAUSE, _PLAN, _ENTRY, _ANSWER = range(4)
#: The last day of a week.
_SUNDAY: Final = 6


def pieces(kinds: Iterable[tuple[str, Iterable[Row]]]) -> Iterator[str]:
    """The diary piece by piece.

    Args:
        kinds: The rows of each kind that a diary tells, each kind from its oldest day on.
    """
    streams: list[Iterator[tuple[date, int, int, Row]]] = []
    rules: list[Row] = []
    for kind, rows in kinds:
        if kind == "rule":
            rules = list(rows)
        else:
            streams.append(_dated(kind, rows))
    yield "# " + _("My micro-actions") + "\n"
    week = day = None
    for when, place, _number, row in merge(*streams, key=lambda item: item[:3]):
        if monday_of(when) != week:
            week, day = monday_of(when), None
            last = date.fromordinal(week.toordinal() + _SUNDAY)
            yield f"\n## {week_name(week)}, {date_range(week, last)}\n"
        if place == _ANSWER:
            if day != _ANSWER_HEAD:
                day = _ANSWER_HEAD
                yield "\n### " + _("Looking back on the week") + "\n\n"
            yield _answer(row)
            continue
        if when != day:
            day = when
            yield f"\n### {day_and_month(when)}\n\n"
        yield {_PAUSE: _pause, _PLAN: _plan, _ENTRY: _entry}[place](row)
    if rules:
        yield "\n## " + _("Rules that get in the way") + "\n\n"
        yield from map(_rule, rules)


#: Stands for a day of its own at the end of a week.
_ANSWER_HEAD: Final = date.max


def _dated(kind: str, rows: Iterable[Row]) -> Iterator[tuple[date, int, int, Row]]:
    place = {"pause": _PAUSE, "plan": _PLAN, "entry": _ENTRY, "reflection": _ANSWER}[kind]
    for number, row in enumerate(rows):
        if kind == "reflection":
            if row["answer"] is None:
                continue
            # At the end of its week, whatever day it was written on.
            yield (
                date.fromordinal(date.fromisoformat(row["monday"]).toordinal() + _SUNDAY),
                place,
                number,
                row,
            )
        else:
            yield date.fromisoformat(row["first" if kind == "pause" else "day"]), place, number, row


def _entry(row: Row) -> str:
    told = [reach_name(row["reach"])] if row["reach"] else []
    told += [went_name(row["went"])] if row["went"] else []
    told += feedback.told(Feedback(row.get("way"), used=row.get("used"), told=bool(row.get("told"))))
    aside = f" ({', '.join(told)})" if told else ""
    at = clock(datetime.fromisoformat(row["at"]))
    parts = json.loads(row["parts"]) if row["parts"] else {}
    said = [row["note"] or "", *(f"{feedback.part_name(key)}: {text}" for key, text in parts.items())]
    return _item(
        f"{at} **{shared.escaped(action_name(row['action']))}**{aside}", "\n".join(filter(None, said))
    )


def _plan(row: Row) -> str:
    return _item("**" + _("Plan") + "**", row["text"] or _("none from here on"))


def _pause(row: Row) -> str:
    if row["last"] is None:
        return _item("**" + _("Pause") + "**", _("until further notice"))
    return _item(
        "**" + _("Pause") + "**", _("through {day}").format(day=full_date(date.fromisoformat(row["last"])))
    )


def _answer(row: Row) -> str:
    name = shared.escaped(row["question"] or answer_name(row["key"]))
    return _item(f"**{name}**", row["answer"])


def _rule(row: Row) -> str:
    told = [row["title"], row["gets_in_the_way"], row["protects"], row["answer"]]
    return _item(f"{full_date(date.fromisoformat(row['noticed']))}", "\n".join(filter(None, told)))


def _item(head: str, words: str) -> str:
    """An item of a list, with own words below what they are about where they are long, else beside it."""
    lines = [shared.escaped(line) for line in clean(words).split("\n") if line.strip()]
    if not lines:
        return f"- {head}\n"
    if len(lines) == 1:
        return f"- {head}: {lines[0]}\n"
    return f"- {head}:\n\n" + "\n\n".join(f"  {line}" for line in lines) + "\n"
