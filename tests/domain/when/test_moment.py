"""What people write for a day and a time, in Danish and in English."""

from __future__ import annotations

import unicodedata
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import partial
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.domain.when.day import parse_day
from mikrohandlinger.domain.when.moment import When, parse_when

from .examples import DAYS, FIRST, LAST, LATEST_MONDAY, NOW, TODAY, WINTER, YESTERDAY, code_of

MONDAY = datetime(2026, 11, 23, 15, 0, tzinfo=WINTER)
COPENHAGEN = ZoneInfo("Europe/Copenhagen")

MOMENTS = {
    "14:30": (TODAY, time(14, 30)),
    "14.30": (TODAY, time(14, 30)),
    "9:05": (TODAY, time(9, 5)),
    "kl. 14": (TODAY, time(14)),
    "kl.14": (TODAY, time(14)),
    "kl14": (TODAY, time(14)),
    "klokken 14": (TODAY, time(14)),
    "kl 9.05": (TODAY, time(9, 5)),
    "2pm": (TODAY, time(14)),
    "2:30 pm": (TODAY, time(14, 30)),
    "2.30 p.m.": (TODAY, time(14, 30)),
    "12 am": (TODAY, time(0)),
    "12 pm": (TODAY, time(12)),
    "at 2pm": (TODAY, time(14)),
    "at 14:30": (TODAY, time(14, 30)),
    "noon": (TODAY, time(12)),
    "middag": (TODAY, time(12)),
    "15:00": (TODAY, time(15)),
    "i dag kl. 14": (TODAY, time(14)),
    "i går 14:30": (YESTERDAY, time(14, 30)),
    "14:30 i går": (YESTERDAY, time(14, 30)),
    "i går, kl. 14.30": (YESTERDAY, time(14, 30)),
    "yesterday 2pm": (YESTERDAY, time(14)),
    "yesterday at noon": (YESTERDAY, time(12)),
    "at 2pm yesterday": (YESTERDAY, time(14)),
    "i går 23:59": (YESTERDAY, time(23, 59)),
    "i mandags 14:30": (LATEST_MONDAY, time(14, 30)),
    "kl. 9 i mandags": (LATEST_MONDAY, time(9)),
    "for 3 dage siden kl. 9.05": (date(2026, 11, 22), time(9, 5)),
    "20/11 14:30": (date(2026, 11, 20), time(14, 30)),
    "20-11 14.30": (date(2026, 11, 20), time(14, 30)),
    "20.11 14.30": (date(2026, 11, 20), time(14, 30)),
    "20.11.2026 14.30": (date(2026, 11, 20), time(14, 30)),
    "14.30 20/11": (date(2026, 11, 20), time(14, 30)),
    "20. november kl. 14": (date(2026, 11, 20), time(14)),
    "nov 20 2 pm": (date(2026, 11, 20), time(14)),
    "fredag den 20. november 2026 kl. 14.30": (date(2026, 11, 20), time(14, 30)),
    "2026-11-20 14:30": (date(2026, 11, 20), time(14, 30)),
    "2026-11-20T14:30": (date(2026, 11, 20), time(14, 30)),
    "2026-11-20T14:30:15": (date(2026, 11, 20), time(14, 30, 15)),
    "2026-11-20 14:30+01:00": (date(2026, 11, 20), time(14, 30)),
    "2026-11-20T14:30 +0100": (date(2026, 11, 20), time(14, 30)),
    "2026-11-20T14:30+03:00": (date(2026, 11, 20), time(14, 30)),
    "2026-11-20T23:30Z": (date(2026, 11, 20), time(23, 30)),
    "2026-11-20t23:30:00.250z": (date(2026, 11, 20), time(23, 30, 0, 250000)),
    "nu": (TODAY, time(15)),
    "lige nu": (TODAY, time(15)),
    "now": (TODAY, time(15)),
    "for 2 timer siden": (TODAY, time(13)),
    "20 min ago": (TODAY, time(14, 40)),
    "20min ago": (TODAY, time(14, 40)),
    "en time siden": (TODAY, time(14)),
    "an hour ago": (TODAY, time(14)),
    "half an hour ago": (TODAY, time(14, 30)),
    "for en halv time siden": (TODAY, time(14, 30)),
    "for et kvarter siden": (TODAY, time(14, 45)),
    "16 hours ago": (YESTERDAY, time(23)),
    "i morges": (TODAY, time(9)),
    "this morning": (TODAY, time(9)),
    "i morges kl. 8": (TODAY, time(8)),
    "8:15 this morning": (TODAY, time(8, 15)),
    "i formiddags": (TODAY, time(10)),
    "i eftermiddags": (TODAY, time(14)),
    "i aftes": (YESTERDAY, time(20)),
    "i aftes kl. 21": (YESTERDAY, time(21)),
    "last night": (YESTERDAY, time(20)),
    "last night at 2 am": (TODAY, time(2)),
    "i nat": (TODAY, time(2)),
    "i nat kl. 2": (TODAY, time(2)),
    "i nat kl. 23": (YESTERDAY, time(23)),
    "her til morgen": (TODAY, time(9)),
    "i går 14": (YESTERDAY, time(14)),
    "i fredags 14": (date(2026, 11, 20), time(14)),
    "1430": (TODAY, time(14, 30)),
    "i går eftermiddag": (YESTERDAY, time(14)),
    "yesterday morning": (YESTERDAY, time(9)),
    "mandag formiddag": (LATEST_MONDAY, time(10)),
    "i mandags middag": (LATEST_MONDAY, time(12)),
}

UNKNOWN = [
    "",
    "   ",
    "måske",
    "i går måske",
    "cirka i går",
    "i går i går",
    "i går i dag",
    "20/11 21/11",
    "i går 20/11",
    "mandag tirsdag",
    "mandag 20/11",  # a Friday
    "i man",
    "i monday",
    "14:30 15:30",
    "i går 14:30 15:30",
    "31/11",
    "30/2",
    "29/2/2025",
    "0/1",
    "1/0",
    "1/13",
    "32. januar",
    "20. brumaire",
    "2026-13-01",
    "2026-11-31T10:00",
    "2026-11-20T25:00",
    "2026-11-20T14:30+99:00",
    "24:00",
    "9:60",
    "14:5",
    "kl. 25",
    "kl.",
    "13 pm",
    "0 am",
    "at 9",
    "14",
    "mandag 14",  # an hour, or a day of the month
    "2026",
    "i går 25",
    "20-11/2026",
    "20.11/2026",
    "20/11-26",
    "1-5/12",
    "i aftes kl. 8",
    "i morges kl. 14",
    "eftermiddag",
    "siden",
    "dage siden",
    "mange dage siden",
    "3 dage",
    "3 brumaire siden",
    "for 3 dage",
    "99999 days ago",
    "9999 days ago",
    "9999 weeks ago",
    "31/12/1999",
    "1999-12-31",
    "0001-01-01",
    "0000-01-01",
    "uge 47",
    "2026-W47",
    "sidste uge",
    "10.11",  # a date or a time
    "mandag" * 30,
    "i går " + " " * 80,
]

FUTURE = [
    "15:01",
    "i dag 15.01",
    "16:00",
    "11pm",
    "onsdag 16:00",
    "25/11 16:00",
    "i morgen",
    "imorgen",
    "tomorrow",
    "tomorrow 2pm",
    "i overmorgen",
    "på mandag",
    "paa mandag",
    "next monday",
    "om 3 dage",
    "in two weeks",
    "26/11/2026",
    "2026-11-26",
    "2026-11-25T14:30-05:00",
    "2026-11-26 00:10",
    "9999-12-31",
    "i aften",
]


@pytest.mark.parametrize(("text", "day"), DAYS.items())
def test_a_day_is_understood(text: str, day: date) -> None:
    assert parse_when(f"  {text} ", NOW) == When(day, None)


@pytest.mark.parametrize(("text", "moment"), MOMENTS.items())
def test_a_day_and_a_time_are_understood(text: str, moment: tuple[date, time]) -> None:
    assert parse_when(text, NOW)[:2] == moment


@pytest.mark.parametrize("text", [*DAYS, *MOMENTS])
def test_capitals_spaces_and_decomposed_letters_make_no_difference(text: str) -> None:
    expected = parse_when(text, NOW)
    assert parse_when(text.upper(), NOW) == expected
    assert parse_when(text.replace(" ", " \N{NO-BREAK SPACE} "), NOW) == expected
    assert parse_when(unicodedata.normalize("NFD", text), NOW) == expected
    assert parse_when(text.replace("å", "aa").replace("ø", "oe").replace("æ", "ae"), NOW) == expected


@pytest.mark.parametrize("text", UNKNOWN)
def test_what_is_not_wholly_understood_is_refused(text: str) -> None:
    with pytest.raises(MikroError) as refusal:
        parse_when(text, NOW)
    assert refusal.value.code == "when-unknown"
    assert "20/11" in str(refusal.value)
    assert "2026-11-20" in str(refusal.value)


@pytest.mark.parametrize("text", FUTURE)
def test_what_has_not_happened_yet_is_refused(text: str) -> None:
    with pytest.raises(MikroError) as refusal:
        parse_when(text, NOW)
    assert refusal.value.code == "when-in-future"


@pytest.mark.parametrize("text", ["26/11", "24.12", "24. december", "december 24", "26/11 9:00", "31/12"])
def test_a_date_without_a_year_that_is_still_to_come_is_not_taken_for_last_years(text: str) -> None:
    with pytest.raises(MikroError) as refusal:
        parse_when(text, NOW)
    assert refusal.value.code == "when-in-future"


def test_after_the_new_year_a_date_without_a_year_may_be_last_years() -> None:
    january = NOW.replace(year=2027, month=1, day=4)
    assert parse_when("28/12", january) == When(date(2026, 12, 28), None)
    assert parse_when("1. september", january) == When(date(2026, 9, 1), None)
    assert parse_when("24/12/2025", january) == When(date(2025, 12, 24), None)
    with pytest.raises(MikroError):
        parse_when("1/5", january)


def test_on_a_monday_monday_is_today_and_i_mandags_a_week_ago() -> None:
    assert parse_when("mandag", MONDAY).day == date(2026, 11, 23)
    assert parse_when("Monday 9:00", MONDAY)[:2] == (date(2026, 11, 23), time(9))
    assert parse_when("i mandags", MONDAY).day == date(2026, 11, 16)
    assert parse_when("last monday", MONDAY).day == date(2026, 11, 16)


def test_a_part_of_the_day_that_has_begun_is_never_later_than_now() -> None:
    early = NOW.replace(hour=8, minute=20, second=31)
    assert parse_when("i morges", early)[:2] == (TODAY, time(8, 20))
    assert parse_when("i dag morgen", early)[:2] == (TODAY, time(8, 20))
    with pytest.raises(MikroError, match="later than now"):
        parse_when("i eftermiddags", early)


def test_a_date_or_time_that_could_be_either_is_asked_about() -> None:
    with pytest.raises(MikroError, match="two ways"):
        parse_when("10.11", NOW)
    assert parse_when("kl. 10.11", NOW)[:2] == (TODAY, time(10, 11))
    assert parse_when("10/11", NOW) == When(date(2026, 11, 10), None)


def test_what_is_still_to_come_is_not_what_was_meant() -> None:
    assert parse_when("20.11", NOW) == When(date(2026, 11, 20), None)  # 20:11 is still to come


def test_a_time_alone_is_of_the_day_that_it_is_asked_for() -> None:
    assert parse_when("14:30", NOW, on=date(2026, 11, 20))[:2] == (date(2026, 11, 20), time(14, 30))
    assert parse_when("yesterday 14:30", NOW, on=date(2026, 11, 20))[:2] == (YESTERDAY, time(14, 30))
    assert parse_when("16:00", NOW, on=date(2026, 11, 20))[:2] == (date(2026, 11, 20), time(16))


def test_a_date_that_will_come_sooner_than_it_was_is_a_slip() -> None:
    assert parse_when("5/2", NOW).day == date(2026, 2, 5)
    with pytest.raises(MikroError, match="later than now"):
        parse_when("12/1", NOW.replace(month=12, day=2))


@pytest.mark.parametrize("text", ["29/2", "29. februar", "february 29"])
def test_a_year_without_29_february_is_named(text: str) -> None:
    with pytest.raises(MikroError, match="2026 has no 29 February") as refusal:
        parse_when(text, NOW)
    assert refusal.value.code == "when-unknown"
    assert parse_when(text, NOW.replace(year=2028, month=3)).day == date(2028, 2, 29)
    assert parse_when("29/2-2024", NOW).day == date(2024, 2, 29)


def in_copenhagen(at: datetime) -> datetime:
    return at.astimezone(COPENHAGEN) if at.tzinfo else at.replace(tzinfo=COPENHAGEN)


def test_an_hour_ago_is_an_hour_also_when_the_clocks_go_back() -> None:
    second_half_past_two = datetime(2026, 10, 25, 2, 30, tzinfo=COPENHAGEN, fold=1)
    hour_before = parse_when("1 hour ago", second_half_past_two)
    assert hour_before[:2] == (date(2026, 10, 25), time(2, 30))
    assert hour_before.at is not None
    assert hour_before.at.isoformat() == "2026-10-25T02:30:00+02:00"
    assert parse_when("3 hours ago", second_half_past_two).time == time(0, 30)


def test_hours_ago_are_real_hours_where_now_knows_only_its_own_offset() -> None:
    morning = datetime(2026, 10, 25, 8, 0, tzinfo=WINTER)
    at = parse_when("8 hours ago", morning, localise=in_copenhagen).at
    assert at is not None
    assert at.isoformat() == "2026-10-25T01:00:00+02:00"


@given(st.datetimes(FIRST, LAST, timezones=st.just(COPENHAGEN)), st.integers(1, 9999))
def test_so_many_hours_ago_are_so_many_hours(now: datetime, hours: int) -> None:
    now = now.astimezone(UTC).astimezone(COPENHAGEN)  # a time that was
    try:
        at = parse_when(f"{hours} hours ago", now, localise=in_copenhagen).at
    except MikroError:  # before the year 2000
        return
    assert at is not None
    assert (now.astimezone(UTC) - at.astimezone(UTC)).total_seconds() == hours * 3600


def test_the_hour_that_comes_twice_is_not_taken_for_the_future() -> None:
    second_ten_past_two = datetime(2026, 10, 25, 2, 10, tzinfo=COPENHAGEN, fold=1)
    assert parse_when("2:30", second_ten_past_two).time == time(2, 30)
    fixed = second_ten_past_two.replace(tzinfo=WINTER)
    assert parse_when("2:30", fixed, localise=in_copenhagen).time == time(2, 30)


@pytest.mark.parametrize("text", ["2026-07-01T00:30:00+02:00", "2026-07-01 00:30+02:00"])
def test_an_offset_that_is_given_is_kept(text: str) -> None:
    for localise in (None, in_copenhagen):
        when = parse_when(text, NOW, localise=localise)
        assert when.day == date(2026, 7, 1)
        assert when.at is not None
        assert when.at.isoformat() == "2026-07-01T00:30:00+02:00"


@pytest.mark.parametrize(
    ("text", "nearest"), [("29/3 02:30", "03:00"), ("2026-03-29 02:10", "01:59"), ("29/3 kl. 2", "01:59")]
)
def test_a_clock_time_that_never_was_is_refused_with_the_nearest_that_was(text: str, nearest: str) -> None:
    with pytest.raises(MikroError) as refusal:
        parse_when(text, NOW, localise=in_copenhagen)
    assert refusal.value.code == "when-never"
    assert refusal.value.values["nearest"] == nearest
    assert parse_when("2026-03-29T02:30+01:00", NOW, localise=in_copenhagen).at is not None


@given(st.datetimes(FIRST, LAST))
def test_a_clock_time_is_refused_only_where_the_clocks_went_past_it(wall: datetime) -> None:
    wall = wall.replace(second=0, microsecond=0)
    was = in_copenhagen(wall).astimezone(UTC).astimezone(COPENHAGEN).replace(tzinfo=None) == wall
    assert (
        code_of(partial(parse_when, now=NOW, localise=in_copenhagen), f"{wall:%Y-%m-%d %H:%M}") is None
    ) == was


@given(st.datetimes(FIRST, LAST), st.integers(-12, 14))
def test_an_instant_is_read_back_with_the_offset_that_it_was_written_with(wall: datetime, hours: int) -> None:
    at = wall.replace(microsecond=0, tzinfo=timezone(timedelta(hours=hours)))
    if at > NOW:
        return
    when = parse_when(at.isoformat(), NOW, localise=in_copenhagen)
    assert (when.at, when.day) == (at, at.date())
    assert when.at is not None
    assert when.at.utcoffset() == at.utcoffset()


def test_the_words_of_the_user_come_back_short_and_harmless() -> None:
    with pytest.raises(MikroError) as refusal:
        parse_when("\x1b[31mbanan\n\u202egrød " + "x" * 500, NOW)
    shown = refusal.value.values["when"]
    assert isinstance(shown, str)
    assert shown.startswith("banan grød xxx")
    assert shown.isprintable()
    assert len(shown) <= 40


@given(st.text(max_size=90))
def test_any_text_is_understood_or_refused_with_a_sentence(text: str) -> None:
    assert code_of(partial(parse_when, now=NOW), text) in {None, "when-unknown", "when-in-future"}


_VOCABULARY = (
    "i om for på last next sidste fri går mandag mandags morgen aftes 3 20 47 9999 dage timer weeks siden "
    "ago in nu november t z , . - 20/11 20.11. 29/2 2026 2026-11-20 14:30 kl. at 2 pm noon +01:00"
)
_WORDS = st.sampled_from(_VOCABULARY.split())
_NOWS = st.datetimes(FIRST, FIRST.replace(year=2500), timezones=st.just(WINTER))


@given(st.lists(_WORDS, max_size=5).map(" ".join), _NOWS)
def test_what_is_understood_has_happened(text: str, now: datetime) -> None:
    try:
        when = parse_when(text, now)
    except MikroError:
        return
    assert when.day.year >= 2000
    assert when.day <= now.date()
    assert datetime.combine(when.day, when.time or time.min, tzinfo=WINTER) <= now


@given(st.datetimes(FIRST, LAST, timezones=st.just(WINTER)))
def test_what_a_calendar_writes_is_read_back(moment: datetime) -> None:
    day, clock = moment.date(), moment.time().replace(second=0, microsecond=0)
    for form in ("%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%d/%m-%Y", "%A %d %B %Y", "%b %d, %Y"):
        assert parse_when(moment.strftime(form), NOW) == When(day, None)
        assert parse_when(moment.strftime(f"{form} %H:%M"), NOW)[:2] == (day, clock)
        assert parse_when(moment.strftime(f"kl. %H.%M {form}"), NOW)[:2] == (day, clock)
        assert parse_day(moment.strftime(form), NOW, future=True) == day
    assert parse_when(moment.isoformat(), NOW)[:2] == (day, moment.time())
    if moment.astimezone(UTC).year >= 2000:
        assert parse_when(moment.astimezone(UTC).isoformat(), NOW).at == moment
