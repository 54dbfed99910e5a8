"""The rules by which a reminder is shown, or not."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mikrohandlinger.domain.calendar import local_day
from mikrohandlinger.domain.reminding import (
    DAILY,
    WEEKLY,
    Delivery,
    Hours,
    Situation,
    days_away,
    decide,
    first_of_week,
    unanswered,
)

MONDAY = date(2026, 11, 23)
ORDINARY = Situation(
    now=datetime(2026, 11, 23, 8, 31, tzinfo=UTC),
    at=time(8, 30),
    hours=Hours(),
    off_reason=None,
    logged=False,
)


def weekend(day: date) -> str | None:
    return "weekend" if day.isoweekday() > 5 else None


def working_days(start: date, count: int) -> list[date]:
    days = (start + timedelta(days=ahead) for ahead in range(count * 3))
    return [day for day in days if weekend(day) is None][:count]


def test_an_ordinary_morning_gets_a_reminder() -> None:
    decision = decide(ORDINARY)

    assert (decision.silence, decision.rhythm) == (None, DAILY)
    assert not decision.welcome
    assert not decision.tells_weekly


@pytest.mark.parametrize("off_reason", ["weekend", "holiday", "closed", "pause"])
def test_a_day_off_is_silent(off_reason: str) -> None:
    assert decide(ORDINARY._replace(off_reason=off_reason)).silence == "day-off"


def test_a_day_with_the_action_logged_is_silent() -> None:
    assert decide(ORDINARY._replace(logged=True)).silence == "logged"


@pytest.mark.parametrize("seen", [True, False])
def test_a_second_reminder_the_same_day_is_silent(seen: bool) -> None:
    assert decide(ORDINARY._replace(deliveries=[Delivery(MONDAY, seen=seen)])).silence == "already"


@pytest.mark.parametrize(
    ("clock", "silence"),
    [
        ("07:59", "quiet-hours"),
        ("08:00", None),
        ("08:29", None),
        ("12:30", None),
        ("12:31", "late"),
        ("16:59", "late"),
        ("17:00", "quiet-hours"),
        ("23:59", "quiet-hours"),
    ],
)
def test_the_clock_decides_between_quiet_and_late(clock: str, silence: str | None) -> None:
    now = datetime.combine(MONDAY, time.fromisoformat(clock), tzinfo=UTC)

    assert decide(ORDINARY._replace(now=now)).silence == silence


def test_a_scheduler_that_catches_up_in_the_morning_does_not_bring_the_afternoon_reminder() -> None:
    assert decide(ORDINARY._replace(at=time(15))).silence == "early"


@pytest.mark.parametrize(("minute", "silence"), [(29, "early"), (30, None)])
def test_half_an_hour_ahead_of_its_time_is_no_longer_early(minute: int, silence: str | None) -> None:
    now = datetime(2026, 11, 23, 8, minute, tzinfo=UTC)

    assert decide(ORDINARY._replace(now=now, at=time(9))).silence == silence


@pytest.mark.parametrize(("away", "welcome"), [(0, False), (4, False), (5, True), (30, True)])
def test_who_was_away_for_five_days_is_welcomed(away: int, welcome: bool) -> None:
    assert decide(ORDINARY._replace(days_away=away)).welcome == welcome


def test_hours_that_end_before_they_begin_run_past_midnight() -> None:
    night = Hours(time(22), time(6))

    assert [night.allow(time(hour)) for hour in (21, 22, 0, 5, 6, 12)] == [
        False,
        True,
        True,
        True,
        False,
        False,
    ]


def test_five_unanswered_reminders_leave_one_a_week_and_it_is_said_once() -> None:
    shown = [Delivery(day) for day in working_days(date(2026, 11, 16), 5)]
    first = decide(ORDINARY._replace(deliveries=shown))
    told = [*shown, Delivery(MONDAY, first.rhythm)]
    tuesday = ORDINARY._replace(now=ORDINARY.now + timedelta(days=1), deliveries=told, first_of_week=False)
    next_monday = ORDINARY._replace(now=ORDINARY.now + timedelta(days=7), deliveries=told)

    assert (first.silence, first.rhythm, first.tells_weekly) == (None, WEEKLY, True)
    assert decide(tuesday).silence == "weekly"
    assert (decide(next_monday).silence, decide(next_monday).tells_weekly) == (None, False)


def test_the_weekly_rhythm_begins_with_silence_when_the_fifth_falls_in_the_middle_of_a_week() -> None:
    shown = [Delivery(day) for day in working_days(date(2026, 11, 18), 5)]
    wednesday = ORDINARY._replace(
        now=datetime(2026, 11, 25, 8, 31, tzinfo=UTC), deliveries=shown, first_of_week=False
    )

    assert decide(wednesday).silence == "weekly"


def test_four_unanswered_reminders_change_nothing() -> None:
    shown = [Delivery(day) for day in working_days(date(2026, 11, 17), 4)]

    assert decide(ORDINARY._replace(deliveries=shown)).rhythm == DAILY


def test_the_weekly_rhythm_never_raises_itself() -> None:
    deliveries = [Delivery(date(2026, 11, 16), WEEKLY)]
    every_day = {date(2026, 11, 16) + timedelta(days=ahead) for ahead in range(8)}

    assert decide(ORDINARY._replace(deliveries=deliveries, entry_days=every_day)).rhythm == WEEKLY


def test_a_reminder_that_was_only_left_for_the_prompt_is_not_unanswered() -> None:
    shown = [Delivery(day, seen=False) for day in working_days(date(2026, 11, 2), 15)]

    assert unanswered(shown, ()) == 0


@pytest.mark.parametrize(("entry", "count"), [(16, 1), (17, 1), (18, 0), (15, 2)])
def test_an_entry_answers_the_reminder_before_it(entry: int, count: int) -> None:
    deliveries = [Delivery(date(2026, 11, 16)), Delivery(date(2026, 11, 18))]

    assert unanswered(deliveries, {date(2026, 11, entry)}) == count


def test_the_first_day_after_a_holiday_of_a_week_is_a_welcome() -> None:
    def off(day: date) -> str | None:
        return "pause" if date(2026, 11, 16) <= day <= date(2026, 11, 20) else weekend(day)

    away = days_away(MONDAY, off)

    assert away == 9
    assert decide(ORDINARY._replace(days_away=away)).welcome


def test_the_danish_easter_is_five_days_away() -> None:
    easter = {date(2027, 3, 25), date(2027, 3, 26), date(2027, 3, 29)}

    assert days_away(date(2027, 3, 30), lambda day: "holiday" if day in easter else weekend(day)) == 5


def test_two_working_days_a_week_are_no_absence() -> None:
    assert days_away(date(2026, 11, 24), lambda day: None if day.isoweekday() in (2, 3) else "weekend") == 0


def test_an_absence_without_end_ends() -> None:
    assert days_away(MONDAY, lambda _day: "pause") < 500


def test_the_first_working_day_of_a_week_is_tuesday_when_monday_is_off() -> None:
    def off(day: date) -> str | None:
        return "holiday" if day == MONDAY else weekend(day)

    assert first_of_week(MONDAY, weekend)
    assert first_of_week(date(2026, 11, 24), off)
    assert not first_of_week(date(2026, 11, 24), weekend)


days = st.dates(date(2026, 1, 1), date(2026, 12, 31))
situations = st.builds(
    Situation,
    now=st.datetimes(datetime(2026, 6, 1), datetime(2026, 7, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    at=st.times(),
    hours=st.builds(Hours, st.times(), st.times()),
    off_reason=st.sampled_from([None, "weekend", "holiday", "closed", "pause"]),
    logged=st.booleans(),
    deliveries=st.lists(
        st.builds(Delivery, days, st.sampled_from([DAILY, WEEKLY]), st.booleans()), max_size=12
    ).map(sorted),
    entry_days=st.frozensets(days, max_size=12),
    days_away=st.integers(0, 40),
    first_of_week=st.booleans(),
)


@given(situations)
def test_whatever_happens_a_reminder_is_only_shown_when_every_rule_allows_it(situation: Situation) -> None:
    decision = decide(situation)
    now = situation.now.replace(tzinfo=None)
    today = local_day(now, situation.day_starts)
    # A time before the day starts is in the night after it.
    late = [now - datetime.combine(today + timedelta(night), situation.at) for night in (0, 1)]

    if decision.silence is None:
        assert situation.off_reason is None
        assert not situation.logged
        assert today not in {delivery.day for delivery in situation.deliveries}
        assert situation.hours.allow(situation.now.time())
        assert any(timedelta(minutes=-30) <= each <= timedelta(hours=4) for each in late)
        assert decision.rhythm == DAILY or situation.first_of_week
    else:
        assert not decision.welcome
        assert not decision.tells_weekly


@given(st.lists(st.booleans(), min_size=1, max_size=60))
def test_however_somebody_answers_the_rhythm_only_ever_falls_and_says_so_once(answers: list[bool]) -> None:
    deliveries: list[Delivery] = []
    entries: set[date] = set()
    told = 0
    rhythms = []
    for day, answered in zip(working_days(date(2026, 1, 5), len(answers)), answers, strict=True):
        decision = decide(
            ORDINARY._replace(
                now=datetime.combine(day, time(8, 30), tzinfo=UTC),
                deliveries=deliveries,
                entry_days=entries,
                first_of_week=first_of_week(day, weekend),
            )
        )
        told += decision.tells_weekly
        rhythms.append(decision.rhythm)
        if decision.silence is None:
            deliveries = [*deliveries, Delivery(day, decision.rhythm)]
        if answered:
            entries = entries | {day}

    weekly = [one.day for one in deliveries if one.rhythm == WEEKLY]
    assert told == bool(weekly)
    if weekly:
        assert deliveries[-len(weekly) :] == [Delivery(day, WEEKLY) for day in weekly]
        assert rhythms[-1] == WEEKLY
    assert len({day.isocalendar()[:2] for day in weekly}) == len(weekly)


@given(st.lists(days, unique=True, max_size=20).map(sorted), st.frozensets(days, max_size=20), days)
def test_one_more_entry_never_makes_more_reminders_unanswered(
    shown: list[date], entries: frozenset[date], more: date
) -> None:
    deliveries = [Delivery(day) for day in shown]

    assert unanswered(deliveries, entries | {more}) <= unanswered(deliveries, entries) <= len(shown)


@pytest.mark.parametrize(
    ("at", "now", "silence"),
    [
        (time(23), datetime(2026, 11, 24, 0, 30, tzinfo=UTC), None),
        (time(23), datetime(2026, 11, 23, 23, 30, tzinfo=UTC), None),
        (time(1), datetime(2026, 11, 24, 1, 30, tzinfo=UTC), None),
        (time(1), datetime(2026, 11, 23, 23, 30, tzinfo=UTC), "early"),
        (time(21), datetime(2026, 11, 24, 1, 30, tzinfo=UTC), "late"),
    ],
)
def test_a_night_belongs_to_the_evening_before_it(at: time, now: datetime, silence: str | None) -> None:
    situation = ORDINARY._replace(
        at=at, now=now, hours=Hours(time(20), time(4)), day_starts=time(4), deliveries=()
    )
    assert decide(situation).silence == silence
    shown = situation._replace(deliveries=(Delivery(date(2026, 11, 23)),))
    assert decide(shown).silence == "already"
