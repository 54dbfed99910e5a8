"""Weeks and years in every state that the screens must find words for, and terminals to draw them on."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from rich.console import Console

from mikrohandlinger import texts
from mikrohandlinger.cli.terminal import encoding
from mikrohandlinger.domain.calendar import Pause, WorkCalendar, monday_of
from mikrohandlinger.domain.catalogue.model import Action, Title, Variation, Wording
from mikrohandlinger.domain.entries import Entry
from mikrohandlinger.domain.own_figures import what_worked
from mikrohandlinger.domain.reports.week import WeekRecord, WeekReport, long_run
from mikrohandlinger.domain.reports.week import report as week_report
from mikrohandlinger.domain.reports.year import YearRecord, YearReport
from mikrohandlinger.domain.reports.year import report as year_report
from mikrohandlinger.domain.rules.model import Rule
from mikrohandlinger.domain.rules.register import Listed
from mikrohandlinger.domain.strength import EVERY_FIVE_DAYS
from mikrohandlinger.domain.weeks import Marks, always
from mikrohandlinger.views.shared.terminal import console as common

if TYPE_CHECKING:
    from collections.abc import Iterator

MONDAY = date(2026, 11, 23)
FRIDAY = date(2026, 11, 27)
DAY = timedelta(days=1)
WEEK = timedelta(days=7)

ACTIONS = (
    Action("ask", 1, ("ask",), Title("Stil interesserede spørgsmål", ""), Title("Ask interested questions", "")),
    Action("doubt", 2, ("doubt",), Title("Giv dine tvivl til kende", ""), Title("Share your doubts", "")),
    Action("feedback", 3, ("feedback",), Title("Giv og opsøg feedback", ""), Title("Give and seek feedback", "")),
)  # fmt: skip

HOSTILE = (
    '<script>alert(1)</script> "><img src=x onerror=alert(1)> {{7*7}} {% raw %} | **b** [x](javascript:1)'
)


def proposed(number: int, action: str = "ask", setting: str = "meeting") -> Variation:
    da = Wording(f"Spørg en kollega om sag {number}.", "Når mødet begynder.", "Hvad fylder hos dig?", "")
    en = Wording(
        f"Ask a colleague about case {number}.", "When the meeting begins.", "What is on your mind?", ""
    )
    return Variation(
        f"{action}-{number}", action, 1, 5, "all", "sender", (setting,), ("known",), ("wonder", "ask-help"), False, (), da, en
    )  # fmt: skip


def entry(day: date, action: str = "ask", note: str | None = None, **more: Any) -> Entry:
    return Entry("id", 1, datetime.fromisoformat(f"{day}T10:00:00+01:00"), day, action, note=note, **more)


def steady(first: date, last: date, days: tuple[int, ...] = (0, 2, 4)) -> list[Entry]:
    """An entry on these weekdays of every week, the actions in turn."""
    actions = ("ask", "doubt", "feedback")
    every = [first + number * DAY for number in range((last - first).days + 1)]
    return [entry(day, actions[day.weekday() % 3]) for day in every if day.weekday() in days]


def marks(entries: list[Entry]) -> dict[date, Marks]:
    found: dict[date, Marks] = {}
    for one in entries:
        monday = monday_of(one.day)
        old = found.get(monday, Marks())
        bits = {one.action: old.of(one.action) | 1 << one.day.weekday()}
        found[monday] = old._replace(**bits, entries=old.entries + 1)
    return found


def week_of(
    entries: list[Entry],
    today: date = FRIDAY,
    *,
    monday: date = MONDAY,
    calendar: WorkCalendar | None = None,
    goal: int = 3,
    **more: Any,
) -> WeekReport:
    values: dict[str, Any] = {"reflection": {}, "plan": None, "show_streaks": True, "practised": {}} | more
    calendar = calendar or WorkCalendar()
    of_week = [one for one in entries if monday <= one.day < monday + WEEK]
    record = WeekRecord(monday, today, ACTIONS, calendar, of_week, **values)
    return week_report(
        record, long_run(monday, today, marks(entries), always(goal, calendar), EVERY_FIVE_DAYS)
    )


def full_week() -> WeekReport:
    """Every section of the screen at once."""
    earlier = steady(date(2026, 8, 31), date(2026, 11, 20), days=(0, 1, 3))
    proposals = {
        one.day: proposed(number % 4, setting=("meeting", "corridor")[number % 2])
        for number, one in enumerate(earlier)
    }
    shown = [
        one._replace(variation=proposals[one.day].id, went="easy" if number % 3 else "hard")
        for number, one in enumerate(earlier)
    ]
    this_week = [
        entry(
            MONDAY, "ask", "Jeg spurgte, hvad der fyldte i dag", reach="known", went="easy", variation="ask-1"
        ),
        entry(MONDAY, "ask", reach="known"),
        entry(MONDAY + 2 * DAY, "doubt", "Sagde højt, at jeg var i tvivl om reglen", reach="up", went="hard"),
        entry(FRIDAY, "feedback", "Bad om feedback på notatet\nog fik to gode råd", reach="new", went="ok"),
    ]
    return week_of(
        earlier + this_week,
        practised={"ask-1": proposed(1)},
        plan="Når tavlemødet slutter, så spørger jeg en, hvad der var svært",
        plan_used="partly",
        reflection={
            "remember": "Samtalen om ventelisten",
            "learned": "At skemaet kan være kortere",
            "plan": "Når jeg henter kaffe, så spørger jeg om én ting",
        },
        worked=what_worked(shown, proposals, ["yes", "no", "partly"]),
    )


def _states() -> dict[str, WeekReport]:
    plan = "Når vi mødes, så spørger jeg"
    away = WorkCalendar(pauses=(Pause("p", MONDAY - WEEK, MONDAY + 6 * DAY),))
    short = WorkCalendar(closed=frozenset({MONDAY + 2 * DAY, MONDAY + 3 * DAY, FRIDAY}))
    year = steady(date(2025, 11, 24), FRIDAY, days=(0, 1, 2, 3, 4))
    return {
        "first day": week_of([], MONDAY),
        "first entry": week_of([entry(MONDAY)], MONDAY),
        "first week half way": week_of([entry(MONDAY), entry(MONDAY + DAY)], MONDAY + 2 * DAY),
        "first week done": week_of(steady(MONDAY, FRIDAY)),
        "nothing on the last day": week_of([], FRIDAY),
        "one day on the last day": week_of([entry(FRIDAY)], FRIDAY),
        "a gap of two weeks": week_of(steady(MONDAY - 8 * WEEK, MONDAY - 3 * WEEK)),
        "the gap seen backwards": week_of(steady(MONDAY - 8 * WEEK, MONDAY - 3 * WEEK), monday=MONDAY - WEEK),
        "back after a year": week_of([*steady(date(2025, 9, 1), date(2025, 11, 28)), entry(FRIDAY)]),
        "a year away": week_of(steady(date(2025, 9, 1), date(2025, 11, 28))),
        "on holiday": week_of(steady(MONDAY - 8 * WEEK, MONDAY - 2 * WEEK), calendar=away),
        "an entry on holiday": week_of([entry(MONDAY + DAY)], calendar=away),
        "two working days": week_of([entry(MONDAY)], MONDAY + DAY, calendar=short),
        "a perfect year": week_of(year),
        "the goal raised to five": week_of(steady(MONDAY - 9 * WEEK, FRIDAY), goal=5),
        "the goal lowered to one": week_of(steady(MONDAY - 9 * WEEK, FRIDAY, days=(0,)), goal=1),
        "on Sunday": week_of(steady(MONDAY, FRIDAY), FRIDAY + 2 * DAY),
        "an entry on Saturday": week_of([entry(FRIDAY + DAY)], FRIDAY + DAY),
        "a week ahead": week_of([], monday=MONDAY + WEEK),
        "a plan to ask about": week_of([entry(MONDAY)], plan=plan),
        "a plan that was used": week_of([entry(MONDAY)], plan=plan, plan_used="yes"),
        "a plan without its occasion": week_of([entry(MONDAY)], plan=plan, plan_used="no"),
        "without streaks": week_of(year, show_streaks=False),
        "hostile": week_of([entry(MONDAY, note=HOSTILE)], plan=HOSTILE, reflection={"remember": HOSTILE}),
        "everything": full_week(),
    }


def year_of(entries: list[Entry], year: int = 2026, today: date = FRIDAY, **more: Any) -> YearReport:
    counts: dict[date, int] = {}
    for one in entries:
        if one.day.year == year:
            counts[one.day] = counts.get(one.day, 0) + 1
    begun = min((one.day for one in entries), default=today)
    values: dict[str, Any] = {
        "terms": always(3, WorkCalendar(closed=frozenset({date(2026, 5, 14)}))),
        "show_streaks": True,
    }
    return year_report(YearRecord(year, today, counts, begun, **values | more))


def _years() -> dict[str, YearReport]:
    autumn = steady(date(2026, 8, 10), FRIDAY, days=(0, 1, 3))
    busy = [*autumn, *autumn[::2], *autumn[::4], *autumn[::4], entry(date(2026, 10, 3))]
    return {
        "nothing yet": year_of([]),
        "begun in autumn": year_of(busy),
        "last year seen from this": year_of(autumn, 2025),
        "a perfect year": year_of(steady(date(2024, 12, 30), FRIDAY, days=(0, 1, 2, 3, 4)), 2025),
        "without streaks": year_of(busy, show_streaks=False),
        "some of it": year_of(busy[::3], filtered=True),
        "nothing of it": year_of([], filtered=True),
    }


WEEKS = _states()
YEARS = _years()


@pytest.fixture(params=["da", "en"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    """Both languages, one after the other."""
    texts.use(request.param)
    yield request.param
    texts.use("en")


@pytest.fixture(params=WEEKS)
def week(request: pytest.FixtureRequest) -> WeekReport:
    """Every state of a week."""
    return WEEKS[request.param]


@pytest.fixture(params=YEARS)
def year(request: pytest.FixtureRequest) -> YearReport:
    """Every state of a year."""
    return YEARS[request.param]


@pytest.fixture(scope="session")
def week_states() -> dict[str, WeekReport]:
    """The states of a week by name."""
    return WEEKS


@pytest.fixture(scope="session")
def year_states() -> dict[str, YearReport]:
    """The states of a year by name."""
    return YEARS


@pytest.fixture
def everything() -> WeekReport:
    """The week with every section."""
    return WEEKS["everything"]


@pytest.fixture
def hostile() -> WeekReport:
    """The week whose words try to be something else than words."""
    return WEEKS["hostile"]


@pytest.fixture
def hostile_words() -> str:
    """These words."""
    return HOSTILE


@pytest.fixture
def busy_year() -> YearReport:
    """A year with days on which much was done."""
    return YEARS["begun in autumn"]


#: Three looks at one width, and three widths in one look.
TERMINALS = ("80-colour", "80-plain", "80-ascii", "50-plain", "120-plain")


@pytest.fixture(params=TERMINALS)
def terminal(request: pytest.FixtureRequest) -> tuple[int, str]:
    """The width and the look of a terminal."""
    width, look = request.param.split("-")
    return int(width), look


@pytest.fixture(scope="session")
def drawn() -> Callable[[Callable[[Console], object], int, str], str]:
    """Draw on a terminal of this width and look, and return what is left on it."""
    return _drawn


def _drawn(draw: Callable[[Console], object], width: int, look: str) -> str:
    """What ``draw`` leaves on a terminal of this width and look."""
    encoding.prepare_streams()
    raw = io.BytesIO()
    file = io.TextIOWrapper(raw, "ascii" if look == "ascii" else "utf-8", encoding.HANDLER, newline="\n")
    console = Console(
        file=file,
        width=min(width, common.WIDEST),
        force_terminal=look == "colour",
        color_system="truecolor" if look == "colour" else None,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
        _environ={},
    )
    draw(console)
    file.flush()
    return raw.getvalue().decode()


@pytest.fixture(scope="session")
def register() -> list[Listed]:
    """Rules of each kind, in the order of the list."""
    today = date(2026, 11, 26)
    noticed = date(2026, 11, 2)
    waiting = Rule(
        "a" * 16, 3, "To underskrifter på kørsel under 500 kr.", noticed, date(2026, 11, 10), "workflow",
        origin="administration", gets_in_the_way="Medarbejderen venter en til tre dage på en leder, der er ude.",
        protects="at kørsel er godkendt, før den bliver udbetalt", ask="try-without",
        until="tre måneder, for beløb under 500 kr.", door="økonomichefen", minutes_low=5, minutes_high=10, times=3,
        per="week", people=12, status="raised", raised=date(2026, 11, 10), answer_due=date(2026, 12, 1),
    )  # fmt: skip
    trying = Rule(
        "b" * 16, 2, "Statistik over besøg hver fredag", noticed, date(2026, 11, 20), "documentation", "professional",
        "own-unit", minutes_low=20, minutes_high=30, times=1, per="week", status="trying",
        answered=date(2026, 11, 20), answer="Vi prøver det i fjorten dage.", review_on=date(2026, 12, 4),
    )  # fmt: skip
    fresh = Rule("c" * 16, 4, "Ugeskemaet skrives to steder", today, today)
    kept = Rule(
        "d" * 16, 5, "Dobbeltkontrol af medicin", noticed, date(2026, 11, 20), "rule", origin="state", status="kept",
        review_on=date(2027, 11, 20), protects="at ingen får forkert medicin", answer="Den fangede tre fejl i år.",
        answered=date(2026, 11, 20), thanked=True,
    )  # fmt: skip
    gone = Rule(
        "e" * 16, 1, "Tavlemødet også om fredagen", noticed, date(2026, 11, 23), origin="habit", status="removed",
        minutes_low=15, minutes_high=20, times=1, per="week", people=9, minutes_after_low=0, minutes_after_high=0,
    )  # fmt: skip
    return [Listed(waiting, 12), *(Listed(rule, None) for rule in (trying, fresh, gone, kept))]
