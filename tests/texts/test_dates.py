"""Dates in words are those of the Unicode CLDR, which Babel carries."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from babel.dates import format_date, get_day_names, get_month_names

from mikrohandlinger import texts
from mikrohandlinger.texts import dates

MONDAY = date(2026, 11, 23)
WEEK = [MONDAY + timedelta(days=index) for index in range(7)]
YEAR = [date(2026, month, 9) for month in range(1, 13)]
LOCALES = {"da": "da_DK", "en": "en_GB"}


@pytest.fixture(params=["da", "en"])
def lang(request):
    texts.use(request.param)
    return request.param


def test_weekdays_are_those_of_the_cldr(lang):
    names = get_day_names("wide", locale=LOCALES[lang])
    assert [dates.weekday(day) for day in WEEK] == [names[index] for index in range(7)]


def test_short_weekdays_are_the_beginnings_of_the_long_ones(lang):
    short = [dates.short_weekday(index) for index in range(7)]
    assert all(dates.weekday(day).startswith(name) for day, name in zip(WEEK, short, strict=True))
    assert len(set(short)) == 7
    if lang == "en":
        names = get_day_names("short", locale=LOCALES[lang])
        assert short == [names[index][:2] for index in range(7)]


def test_months_are_those_of_the_cldr(lang):
    names = get_month_names("wide", locale=LOCALES[lang])
    assert [dates.month(number) for number in range(1, 13)] == [names[number] for number in range(1, 13)]


def test_short_months_are_those_of_the_cldr(lang):
    # British English in the CLDR has "Sept" where everybody else writes "Sep".
    names = get_month_names("abbreviated", locale="da_DK" if lang == "da" else "en")
    assert [dates.short_month(number) for number in range(1, 13)] == [
        names[number] for number in range(1, 13)
    ]


@pytest.mark.parametrize("day", [*WEEK, *YEAR], ids=str)
def test_full_dates_are_written_as_the_language_writes_them(lang, day):
    if lang == "da":
        assert dates.full_date(day) == format_date(day, "full", locale="da_DK")
    else:
        assert dates.full_date(day) == format_date(day, "EEEE d MMMM y", locale="en_GB")
    assert dates.full_date(day) == f"{dates.day_and_month(day)} {day.year}"


@pytest.mark.parametrize("day", YEAR, ids=str)
def test_short_dates_are_written_as_the_language_writes_them(lang, day):
    pattern = "d. MMM" if lang == "da" else "d MMM"
    locale = "da_DK" if lang == "da" else "en"
    assert dates.short_date(day) == format_date(day, pattern, locale=locale)
    assert dates.short_date_with_year(day) == format_date(day, f"{pattern} y", locale=locale)


@pytest.mark.parametrize(
    ("first", "last", "danish", "english"),
    [
        ((2026, 11, 23), (2026, 11, 29), "23.–29. november 2026", "23–29 November 2026"),
        ((2026, 11, 30), (2026, 12, 6), "30. november – 6. december 2026", "30 November – 6 December 2026"),
        (
            (2026, 12, 28),
            (2027, 1, 3),
            "28. december 2026 – 3. januar 2027",
            "28 December 2026 – 3 January 2027",
        ),
    ],
)
def test_a_range_is_as_short_as_the_months_and_years_allow(first, last, danish, english):
    for lang, expected in (("da", danish), ("en", english)):
        texts.use(lang)
        assert dates.date_range(date(*first), date(*last)) == expected


@pytest.mark.parametrize(
    ("first", "last", "danish", "english"),
    [
        ((2026, 11, 20), (2026, 11, 20), "20. november", "20 November"),
        ((2026, 11, 2), (2026, 11, 20), "2. til 20. november", "2 to 20 November"),
        ((2026, 11, 30), (2026, 12, 6), "30. november til 6. december", "30 November to 6 December"),
        (
            (2026, 12, 28),
            (2027, 1, 3),
            "28. december 2026 til 3. januar 2027",
            "28 December 2026 to 3 January 2027",
        ),
    ],
)
def test_days_from_one_to_another_are_as_short_as_the_months_and_years_allow(first, last, danish, english):
    for lang, expected in (("da", danish), ("en", english)):
        texts.use(lang)
        assert dates.from_to(date(*first), date(*last)) == expected


def test_the_clock_has_a_dot_in_danish_and_a_colon_in_english():
    texts.use("da")
    assert dates.clock(time(9, 5)) == "09.05"
    texts.use("en")
    assert dates.clock(datetime(2026, 11, 23, 14, 30)) == "14:30"  # noqa: DTZ001


@pytest.mark.parametrize(
    ("day", "danish", "english"),
    [
        ((2026, 11, 23), "i dag", "today"),
        ((2026, 11, 22), "i går", "yesterday"),
        ((2026, 11, 24), "i morgen", "tomorrow"),
        ((2026, 11, 20), "fredag den 20. november", "Friday 20 November"),
        ((2025, 11, 20), "torsdag den 20. november 2025", "Thursday 20 November 2025"),
        ((2027, 1, 4), "mandag den 4. januar 2027", "Monday 4 January 2027"),
    ],
)
def test_a_day_is_told_as_one_would_say_it_today(day, danish, english):
    for lang, expected in (("da", danish), ("en", english)):
        texts.use(lang)
        assert dates.relative_day(date(*day), MONDAY) == expected


@pytest.mark.parametrize(
    ("number", "danish", "english"),
    [(1, "1 dag|1 uge", "1 day|1 week"), (3, "3 dage|3 uger", "3 days|3 weeks")],
)
def test_one_is_not_many(number, danish, english):
    for lang, expected in (("da", danish), ("en", english)):
        texts.use(lang)
        assert f"{dates.days(number)}|{dates.weeks(number)}" == expected
