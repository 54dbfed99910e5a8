"""Looking back: what the week, the year and the history need is read here; the domain computes it."""

from __future__ import annotations

from mikrohandlinger.domain.calendar import ONE_DAY, ONE_WEEK, monday_of
from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.domain.weeks import stand
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date
    from typing import Final

    from mikrohandlinger.domain.entries import Entry, Filter
    from mikrohandlinger.domain.own_figures import WhatWorked
    from mikrohandlinger.domain.privacy import Words
    from mikrohandlinger.domain.reflecting import Answers
    from mikrohandlinger.domain.reports.retrospective import Answer, Retrospective
    from mikrohandlinger.domain.reports.share import Shared
    from mikrohandlinger.domain.reports.week import WeekRecord, WeekReport
    from mikrohandlinger.domain.reports.year import YearReport
    from mikrohandlinger.domain.rules.register import Listed
    from mikrohandlinger.domain.weeks import WeekStand
    from mikrohandlinger.usecases.context import Context

_SIX_DAYS: Final = 6 * ONE_DAY


def stand_of(context: Context, day: date) -> WeekStand:
    """How the week of ``day`` stands."""
    monday = monday_of(day)
    goal, calendar = context.terms(monday)(monday)
    return stand(monday, context.store.entries.marks_of(monday), calendar, goal)


def week(
    context: Context,
    monday: date,
    *,
    answers: Mapping[str, Words] | None = None,
    plan_used: str | None = None,
) -> WeekReport:
    """The report of the week of ``monday``, with what is answered now already in it.

    Args:
        context: What the program works with.
        monday: First day of the week.
        answers: Answers to keep first, by the key of their question; one without words is removed.
        plan_used: ``yes``, ``partly`` or ``no``, to keep first; an empty one takes away what was said.

    Raises:
        MikroError: When there was no plan to be used, or something cannot be read or stored.
    """
    from mikrohandlinger.domain.reports.week import report
    from mikrohandlinger.usecases import long_run

    begun = context.store.entries.first_day()
    first = monday if begun is None else min(monday, monday_of(begun))
    # Whatever may refuse is read before anything is kept: what is refused has left nothing behind.
    context.terms(first, monday + _SIX_DAYS)
    if plan_used:
        _require_plan(context, monday)
    if answers:
        answer(context, monday, answers)
    if plan_used is not None:
        tell_plan_use(context, monday, plan_used)
    return report(_recorded(context, monday), long_run.read(context, monday, first))


def answer(context: Context, monday: date, answers: Mapping[str, Words]) -> None:
    """Keep answers of the week's retrospective; one without words is removed, the others stay as they are.

    Raises:
        MikroError: When the week has not begun, or nothing was stored.
    """
    if monday > context.today:
        raise MikroError(
            "week-to-come",
            N_(
                "Week {number} of {year} has not begun, so there is nothing to look back on yet."
                " This week: mikro week --reflect"
            ),
            number=monday.isocalendar().week,
            year=monday.isocalendar().year,
        )
    if answers:
        questions = context.settings.questions
        context.store.reflections.answer(monday, answers, context.clock.now, questions)


def answers_of(context: Context, monday: date) -> Answers:
    """What is answered about the week, each with its question."""
    return context.store.reflections.whole(monday)


def shared(context: Context, monday: date, keys: Sequence[str]) -> Shared:
    """The answers of the week that are asked for.

    Raises:
        MikroError: When none of them was given.
    """
    from mikrohandlinger.domain.reports.share import Shared

    found = answers_of(context, monday)
    answers = {key: found.said[key] for key in keys if key in found.said}
    if not answers:
        raise MikroError(
            "nothing-to-share",
            N_("Week {number} has no answer to that. Answer it: mikro week {number} --reflect"),
            number=monday.isocalendar().week,
        )
    asked = {key: found.asked[key] for key in answers if key in found.asked}
    return Shared(monday, answers, asked, tuple(key for key in keys if key not in answers))


def pass_over(context: Context, monday: date) -> None:
    """Keep that the week was looked through without an answer, so that nothing reminds of it any more."""
    if not context.store.reflections.whole(monday).passed:
        context.store.reflections.pass_over(monday, context.clock.now)


def tell_plan_use(context: Context, monday: date, used: str) -> None:
    """Keep whether the week's plan was used: ``yes``, ``partly`` or ``no``; an empty answer is taken away again."""
    if used:
        context.store.plan_uses.set(monday, used, context.clock.now)
    else:
        context.store.plan_uses.remove(monday, context.clock.now)


def entries(context: Context, wanted: Filter) -> Iterator[Entry]:
    """The entries that are asked for, newest first, each read when it is its turn."""
    return context.store.entries.search(wanted)


def latest(context: Context, number: int) -> list[Entry]:
    """The latest entries, newest first, no more than ``number``."""
    return list(context.store.entries.search(limit=number))


def year(context: Context, number: int, wanted: Filter) -> YearReport:
    """The report of a calendar year, of those of its entries that are asked for."""
    from mikrohandlinger.domain.reports.year import YearRecord, report

    of_year = wanted.in_year(number)
    return report(
        YearRecord(
            number,
            context.today,
            counts=context.store.entries.day_counts(of_year),
            begun=context.store.entries.first_day() or context.today,
            terms=context.terms(of_year.first, of_year.last),
            show_streaks=context.settings.show_streaks,
            filtered=wanted.is_narrow,
        )
    )


def reflections(context: Context, wanted: Filter) -> list[Retrospective]:
    """The retrospectives of the days and with the words that are asked for, newest first."""
    from datetime import date

    from mikrohandlinger.domain.reports.retrospective import Retrospective

    uses = context.store.plan_uses.between(date.min, date.max)
    every = (
        Retrospective(monday, answers.said, uses.get(monday + ONE_WEEK), answers.asked)
        for monday, answers in context.store.reflections.every().items()
    )
    return [retrospective for retrospective in every if retrospective.fits(wanted)]


def answers_with(context: Context, wanted: Filter) -> list[Answer]:
    """The answers of the retrospectives with the words that are asked for; none where entries alone are meant."""
    if not wanted.words or wanted.action or wanted.reach or wanted.went or wanted.rule:
        return []
    return [answer for found in reflections(context, wanted) for answer in found.matching(wanted.words)]


def _recorded(context: Context, monday: date) -> WeekRecord:
    from mikrohandlinger.domain.reports.week import WeekRecord
    from mikrohandlinger.usecases import plans

    store, sunday = context.store, monday + _SIX_DAYS
    answers = store.reflections.whole(monday)
    rules, waiting = _rules_of(context, monday)
    return WeekRecord(
        monday,
        context.today,
        actions=context.catalogue.actions,
        calendar=context.terms()(monday).calendar,
        entries=store.entries.between(monday, sunday),
        practised=store.proposals.between(monday, sunday),
        reflection=answers.said,
        asked=answers.asked,
        passed=answers.passed,
        questions=context.settings.questions,
        loops_closed=store.entries.loops_closed(monday, sunday),
        loop=_loop(context, monday),
        plan=plans.on(context, sunday),
        show_streaks=context.settings.show_streaks,
        plan_used=store.plan_uses.of(monday),
        worked=_what_worked(context, monday),
        begun=store.entries.first_weeks(),
        rules=rules,
        waiting=waiting,
    )


def _loop(context: Context, monday: date) -> Entry | None:
    """The oldest open loop that was not shown on an earlier day, in the present week alone."""
    if monday != monday_of(context.today):
        return None
    from mikrohandlinger.domain.notices import LOOP_AFTER

    return next(iter(context.store.entries.open_loops(context.today - LOOP_AFTER, context.today)), None)


def _rules_of(context: Context, monday: date) -> tuple[Sequence[Listed], Listed | None]:
    """What happened to rules in the week, and the one that waits longest, told in the present week alone."""
    sunday = monday + _SIX_DAYS
    found = context.store.rules.lively(monday, sunday)
    if not found:
        return (), None
    from mikrohandlinger.usecases import rules

    moved, waiting = rules.of_week(context, found, monday, sunday)
    return moved, waiting if monday <= context.today <= sunday else None


def _what_worked(context: Context, monday: date) -> WhatWorked | None:
    from mikrohandlinger.domain import own_figures
    from mikrohandlinger.domain.entries import Filter

    period = own_figures.period(monday)
    first, last = period[0], period[1] + _SIX_DAYS
    return own_figures.what_worked(
        list(context.store.entries.search(Filter(first, last), limit=own_figures.MOST_ENTRIES)),
        context.store.proposals.settled_between(first, last),
        list(context.store.plan_uses.between(*period).values()),
    )


def _require_plan(context: Context, monday: date) -> None:
    from mikrohandlinger.usecases import plans

    if plans.on(context, monday + _SIX_DAYS) is None:
        raise MikroError(
            "no-plan",
            N_('That week had no plan. Make one with: mikro week --answer plan="When …, then …"'),
        )
