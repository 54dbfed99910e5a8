"""The settings: every key, what it takes and what it refuses."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import date, datetime, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mikrohandlinger.domain import settings
from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.domain.setting_kinds import WEEKDAYS
from mikrohandlinger.domain.settings import BY_KEY, SPEC, Settings, attribute_of, parse, read

from .properties import DEAR

#: For each key: what can be typed, with the value it becomes.
TYPED: dict[str, list[tuple[str, Any]]] = {
    "language": [("auto", "auto"), ("da", "da"), ("en", "en"), ("Dansk", "da"), ("english", "en")],
    "role": [
        ("employee", "employee"),
        ("leader", "leader"),
        ("Leder", "leader"),
        ("medarbejder", "employee"),
    ],
    "workdays": [
        ("mon,tue", {1, 2}),
        (" Fri , mon ", {1, 5}),
        ("sun", {7}),
        ("mandag, onsdag og fredag", {1, 3, 5}),
        ("man til ons", {1, 2, 3}),
        ("mon to wed & sat", {1, 2, 3, 6}),
        ("Man. – Tirs.", {1, 2}),
    ],
    "anchor": [("efter morgenkaffen", "efter morgenkaffen"), ("", "")],
    "level_cap": [("1", 1), ("3", 3)],
    "places": [("meeting", ("meeting",)), ("remote, meeting", ("meeting", "remote"))],
    "work": [("care", ("care",)), ("road, office", ("office", "road")), ("-", ())],
    "team_folder": [("/srv/team", "/srv/team"), (" ~/Team ", "~/Team"), ("T:\\Team", "T:\\Team"), ("-", "")],
    "goal": [("1", 1), ("7", 7)],
    "show_streaks": [("nej", False), ("on", True), ("false", False)],
    "ask": [("ja", True), ("no", False)],
    "feedback_frame": [("klar tale", "klartale"), ("fri", "free"), ("OPI", "opi")],
    "strength_times": [("1", 1), ("31", 31)],
    "strength_days": [("1", 1), ("31", 31)],
    "country": [("dk", "DK"), ("SE", "SE")],
    "first_of_may": [("work", "work"), ("half", "half"), ("off", "off"), ("Fri", "off"), ("halv", "half")],
    "constitution_day": [("off", "off"), ("arbejdsdag", "work")],
    "christmas_eve": [("work", "work")],
    "public_holidays": [("arbejde", "work"), ("fri", "off")],
    "new_years_eve": [("half", "half")],
    "closed_days": [
        ("2026-12-23, 2027-01-02", {date(2026, 12, 23), date(2027, 1, 2)}),
        ("", set()),
        ("23/12/2026 2.1.2027", {date(2026, 12, 23), date(2027, 1, 2)}),
        ("-", set()),
    ],
    "day_starts": [("4", time(4)), ("04.30", time(4, 30)), ("6:00", time(6)), ("0:00", time(0))],
    "nudge_at": [("8:30", time(8, 30)), ("16.05", time(16, 5)), ("9", time(9))],
    "nudge_from": [("07:00", time(7))],
    "nudge_to": [("23:59", time(23, 59))],
    "question.remember": [("Hvad nu?", "Hvad nu?"), ("-", "")],
    "question.learned": [("Hvad nu?", "Hvad nu?"), ("-", "")],
    "question.hard": [("Hvad nu?", "Hvad nu?"), ("-", "")],
    "question.friction": [("Hvad nu?", "Hvad nu?"), ("-", "")],
    "nudge_shows_plan": [("true", True)],
}

#: For each key: TOML values that it must refuse.
REFUSED: dict[str, list[Any]] = {
    "language": ["de", "", 1, True, []],
    "role": ["boss", "Leader", None],
    "workdays": [[], ["man"], "mon", ["mon", 1], {"mon": 1}, 5],
    "anchor": [1, "x" * 201, "a\nb", "\x1b[31m", ["a"]],
    "level_cap": [0, 4, "2", 2.0, True],
    "places": [[], ["office"], "meeting"],
    "work": [["forest"], "care", 3],
    "team_folder": ["Team", "./team", 1, "/" + "x" * 200, "/a\nb", None],
    "goal": [0, 8, "3", 3.5, True],
    "show_streaks": ["true", 1, 0],
    "ask": ["no", None],
    "feedback_frame": ["star", 1, None],
    "strength_times": [0, 32, False],
    "strength_days": [0, 32, -1],
    "public_holidays": ["half", True],
    "country": ["DNK", "", "D1", 45],
    "first_of_may": ["holiday", True],
    "constitution_day": [0],
    "christmas_eve": ["OFF"],
    "new_years_eve": [[]],
    "closed_days": ["2026-12-23", [20261223], [["2026-12-23"]], ["23/12"], 1],
    "day_starts": ["06:01", "12:00", "24:00", "4", 4],
    "nudge_at": ["24:00", "8", "08:30:", "08:30:xx", "8:3", ":30", "²:30", "08:60", 8.3, "8:30 "],
    "nudge_from": [800],
    "nudge_to": ["kl. 17"],
    "question.remember": [1, "x" * 201],
    "question.learned": [1, "x" * 201],
    "question.hard": [1, "x" * 201],
    "question.friction": [1, "x" * 201],
    "nudge_shows_plan": ["nej"],
}


def test_every_setting_has_its_attribute() -> None:
    assert (*map(attribute_of, BY_KEY), "given") == Settings._fields


def test_every_setting_is_tried() -> None:
    assert set(TYPED) == set(REFUSED) == set(BY_KEY) == {setting.key for setting in SPEC}


@pytest.mark.parametrize("setting", SPEC, ids=lambda setting: setting.key)
def test_a_default_is_a_value_that_fits(setting: Any) -> None:
    assert read({})[:-1] == read({setting.key: setting.default})[:-1]
    assert setting.meaning.endswith(".") or "…" in setting.meaning


@pytest.mark.parametrize(("key", "text", "value"), [(key, *pair) for key in TYPED for pair in TYPED[key]])
def test_what_is_typed_becomes_the_value(key: str, text: str, value: object) -> None:
    stored = parse(key, text)
    assert getattr(read({key: stored}), attribute_of(key)) == value
    assert read({key: stored}).given == {key: stored}


@pytest.mark.parametrize(("key", "value"), [(key, value) for key in REFUSED for value in REFUSED[key]])
def test_what_does_not_fit_is_refused_by_name(key: str, value: object) -> None:
    with pytest.raises(MikroError) as refused:
        read({key: value})
    assert refused.value.code == "setting-wrong"
    assert refused.value.values["key"] == key
    assert BY_KEY[key].kind.form in str(refused.value)


@pytest.mark.parametrize(
    "key", [key for key in BY_KEY if key not in ("anchor", "closed_days") and "." not in key]
)
@pytest.mark.parametrize("text", ["", "  ", "²", "999999999999999999999999", "\x00", "æ" * 5000])
def test_nonsense_typed_for_a_setting_is_refused(key: str, text: str) -> None:
    with pytest.raises(MikroError) as refused:
        parse(key, text)
    assert refused.value.code == "setting-wrong"


def test_an_unknown_setting_is_refused_with_those_that_exist() -> None:
    for attempt in (lambda: read({"xyzzy": 3}), lambda: parse("xyzzy", "3")):
        with pytest.raises(MikroError) as refused:
            attempt()
        assert refused.value.code == "setting-unknown"
        assert "level_cap" in str(refused.value)


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("mål", "goal"),
        ("maal", "goal"),
        ("goall", "goal"),
        ("Sprog", "language"),
        ("arbejdsdage", "workdays"),
        ("anker", "anchor"),
        ("leder", "role"),
        ("level", "level_cap"),
        ("lært", "question.learned"),
        ("closed_day", "closed_days"),
        ("juleaften", "christmas_eve"),
    ],
)
def test_a_setting_is_found_by_what_people_call_it(typed: str, key: str) -> None:
    with pytest.raises(MikroError) as refused:
        parse(typed, "3")
    assert f"Did you mean {key}?" in str(refused.value)


def test_a_setting_is_called_what_another_is_meant_by_only_where_it_is_one() -> None:
    assert set(settings._MEANT) <= set(BY_KEY)
    called = [word for words in settings._MEANT.values() for word in words.split(" | ")]
    assert len(called) == len(set(called))


def test_what_was_typed_stands_in_quotation_marks_and_what_a_file_holds_as_it_stands_there() -> None:
    with pytest.raises(MikroError) as typed:
        parse("goal", "9")
    with pytest.raises(MikroError) as filed:
        read({"goal": 9})
    assert (str(typed.value)[:19], str(filed.value)[:17]) == ("goal cannot be “9”.", "goal cannot be 9.")


@DEAR
@given(st.dictionaries(st.sampled_from(list(BY_KEY)), st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.dates() | st.times() | st.datetimes(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
)))  # fmt: skip
def test_whatever_a_file_holds_is_read_or_refused(table: dict[str, Any]) -> None:
    with suppress(MikroError):
        json.dumps([read(table).plain(key) for key in BY_KEY])


def test_the_settings_that_the_rules_read_have_their_form() -> None:
    found = read({"workdays": ["fri", "mon"], "strength_times": 2, "strength_days": 3, "role": "leader"})
    assert found.workdays == {1, 5}
    assert found.target == (2, 3)
    assert found.profile == ("leader", ("meeting", "one-to-one", "corridor", "remote"), 3, ())
    assert found.agreement.agreed == {(5, 1): "half", (6, 5): "half", (12, 24): "off", (12, 31): "off"}
    assert found.goal == 3
    assert read({}).workdays == {1 + WEEKDAYS.index(name) for name in ("mon", "tue", "wed", "thu", "fri")}


@pytest.mark.parametrize(
    ("key", "value", "plain"),
    [
        ("workdays", ["fri", "mon"], ["mon", "fri"]),
        ("places", ["remote", "meeting"], ["meeting", "remote"]),
        ("closed_days", [date(2027, 1, 2), "2026-12-23"], ["2026-12-23", "2027-01-02"]),
        ("nudge_at", time(8, 5, 59), "08:05"),
        ("nudge_at", "8.05", "08:05"),
        ("nudge_at", "08:05:59", "08:05"),
        ("anchor", "kaffe\u202e", "kaffe"),
        ("goal", 2, 2),
        ("ask", False, False),
    ],
)
def test_a_value_is_shown_as_json_holds_it(key: str, value: object, plain: object) -> None:
    assert read({key: value}).plain(key) == plain


def test_more_times_than_days_are_as_many_as_the_days() -> None:
    assert read({"strength_times": 31, "strength_days": 5}).target == (5, 5)


def test_a_closed_day_is_a_date_and_nothing_else() -> None:
    assert read({"closed_days": [date(2026, 12, 23), "2027-01-02"]}).closed_days == {
        date(2026, 12, 23),
        date(2027, 1, 2),
    }
    with pytest.raises(MikroError):
        read({"closed_days": [datetime(2026, 12, 23, 8, 0)]})  # noqa: DTZ001 - TOML knows naive ones
