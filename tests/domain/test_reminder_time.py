"""The time of the reminder against the hours in which one may come."""

from __future__ import annotations

from datetime import time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.domain.reminder_time import clash, refuse_silence, widened
from mikrohandlinger.domain.reminding import Hours
from mikrohandlinger.domain.settings import read

from .properties import DEAR

minutes = st.times().map(lambda at: at.replace(second=0, microsecond=0))
hours = st.builds(Hours, minutes, minutes)


@given(minutes, hours)
def test_widened_hours_let_the_time_in_and_keep_what_was_in_them(at: time, hours: Hours) -> None:
    wider = widened(at, hours)

    assert wider.allow(at)
    assert clash(at, wider) is None
    if hours.allow(at):
        assert wider == hours


@given(minutes, hours, minutes)
def test_no_time_that_was_allowed_is_taken_away(at: time, hours: Hours, other: time) -> None:
    assume(hours.opens < hours.closes)

    assert widened(at, hours).allow(other) or not hours.allow(other)


@DEAR
@given(minutes, hours)
def test_a_clash_names_one_setting_and_a_value_that_mends_it(at: time, hours: Hours) -> None:
    found = clash(at, hours)
    assume(found is not None and hours.opens != hours.closes)
    assert found is not None

    limits = {"nudge_from": hours.opens, "nudge_to": hours.closes}
    assert limits[found.key] == found.limit
    mended = limits | {found.key: found.works}
    # Hours of all but one minute can only become the whole day, which takes both of them.
    assert Hours(mended["nudge_from"], mended["nudge_to"]).allow(at) or widened(at, hours).closes == time(
        23, 59
    )


@pytest.mark.parametrize(
    ("at", "key", "works"),
    [
        ("22:30", "nudge_to", "23:00"),
        ("17:00", "nudge_to", "18:00"),
        ("23:59", "nudge_to", "23:59"),
        ("06:15", "nudge_from", "06:00"),
        ("00:00", "nudge_to", "01:00"),
        ("05:00", "nudge_from", "05:00"),
    ],
)
def test_the_nearer_end_moves_to_a_whole_hour(at: str, key: str, works: str) -> None:
    found = clash(time.fromisoformat(at), Hours(time(8), time(17)))

    assert found is not None
    assert (found.key, f"{found.works:%H:%M}") == (key, works)


@given(minutes, hours)
def test_what_was_silent_before_may_be_changed_in_any_other_way(at: time, hours: Hours) -> None:
    table = {"nudge_at": at, "nudge_from": hours.opens, "nudge_to": hours.closes}
    before = read(table)

    refuse_silence(before, read({**table, "goal": 2, "workdays": ["mon"]}))


@given(minutes, hours, minutes, hours)
def test_settings_are_refused_only_where_no_reminder_could_come(
    at: time, hours: Hours, new_at: time, new_hours: Hours
) -> None:
    before = read({"nudge_at": at, "nudge_from": hours.opens, "nudge_to": hours.closes})
    after = read({"nudge_at": new_at, "nudge_from": new_hours.opens, "nudge_to": new_hours.closes})

    try:
        refuse_silence(before, after)
        refused = False
    except MikroError:
        refused = True

    assert refused == (not new_hours.allow(new_at) and (at, hours) != (new_at, new_hours))
