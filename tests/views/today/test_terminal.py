"""Golden screens of ``mikro today`` in all its states, in both languages, wide and narrow, with and without colour."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from mikrohandlinger import texts
from mikrohandlinger.domain.calendar import Holiday
from mikrohandlinger.domain.catalogue.model import variation
from mikrohandlinger.domain.entries import Entry
from mikrohandlinger.domain.notices import Away, Notices
from mikrohandlinger.domain.proposal import Proposal
from mikrohandlinger.domain.today import DayOff, Today
from mikrohandlinger.domain.weeks import WeekStand
from mikrohandlinger.storage.toml.catalogue import built_in
from mikrohandlinger.views.today.terminal import draw
from mikrohandlinger.views.today.words import today_line

MONDAY = date(2026, 11, 23)
SATURDAY = MONDAY + timedelta(days=5)

PROPOSED = variation(
    {
        "id": "ask-what-surprised",
        "action": "ask",
        "level": 1,
        "minutes": 2,
        "role": "all",
        "part": "sender",
        "settings": ["corridor"],
        "reach": ["known"],
        "signs": ["wonder"],
        "rules": False,
        "source": "huang2017",
        "da": {
            "text": "Spørg en kollega, hvad der har overrasket mest i arbejdet i denne uge, og stil ét opfølgende spørgsmål.",
            "when": "Når I mødes ved kaffen.",
            "say": "Hvad har egentlig overrasket dig mest i denne uge?",
            "why": "Opfølgende spørgsmål får den anden til at føle sig lyttet til.",
        },
        "en": {
            "text": "Ask a colleague what has surprised them most at work this week, and ask one follow-up question.",
            "when": "When you meet over coffee.",
            "say": "What has surprised you most this week?",
            "why": "Follow-up questions make the other person feel listened to.",
        },
    }
)
BOLD = PROPOSED._replace(
    level=3,
    da=PROPOSED.da._replace(care="Vælg én, du stoler på."),
    en=PROPOSED.en._replace(care="Choose someone you trust."),
)
PLAN = "Når jeg henter kaffe, så spørger jeg den første, jeg møder"


def entry(number: int, action: str = "ask", note: str | None = None) -> Entry:
    return Entry(
        str(number),
        number,
        datetime.fromisoformat(f"2026-11-23T{9 + number:02}:05:00+01:00"),
        MONDAY,
        action,
        variation=PROPOSED.id if action == PROPOSED.action else None,
        note=note,
    )


def off(reason, holiday=None, following=MONDAY + timedelta(days=7)):
    return DayOff(reason, holiday, following, in_pause=reason == "pause")


@pytest.fixture(scope="module")
def action(tmp_path_factory):
    return built_in(tmp_path_factory.mktemp("cache")).action("ask")


@pytest.fixture
def screen(action):
    """A working Monday on which nothing has happened yet; named fields are replaced."""

    def make(**fields):
        base = Today(
            day=MONDAY,
            off=None,
            half_day=None,
            proposal=Proposal(MONDAY, PROPOSED),
            action=action,
            plan=None,
            anchor="",
            entries=(),
            week=WeekStand(MONDAY, 0, 3, 5),
            days_left=5,
        )
        return base._replace(**fields)

    return make


BARE = {"proposal": None, "action": None}
STATES: dict[str, dict[str, Any]] = {
    "first day of the week": {},
    "later, nothing yet": {"days_left": 4},
    "late, nothing yet": {"days_left": 1},
    "the first morning of all": {"notices": Notices(is_new=True)},
    "the last working day": {"notices": Notices(reflect=MONDAY), "week": WeekStand(MONDAY, 2, 3, 5)},
    "back after a silence": {"notices": Notices(away=Away(date(2026, 11, 2), date(2026, 11, 20)))},
    "weeks in a row": {"week": WeekStand(MONDAY, 3, 3, 5), "weeks_in_a_row": 8},
    "one more": {"entries": (entry(1, "doubt"),), "week": WeekStand(MONDAY, 1, 3, 5), "proposal": Proposal(MONDAY, PROPOSED, swaps=1)},
    "many done": {"entries": tuple(entry(number, note="Vi ringede sammen. " * 9) for number in range(1, 7)), "week": WeekStand(MONDAY, 1, 3, 5)},
    "takes courage": {"proposal": Proposal(MONDAY, BOLD)},
    "somebody else first": {"otherwise": PROPOSED},
    "some days done": {"week": WeekStand(MONDAY, 2, 3, 5)},
    "done": {"entries": (entry(1),), "week": WeekStand(MONDAY, 1, 3, 5)},
    "done, the goal met": {
        "entries": (entry(1, note="det overraskede os begge"), entry(2, "feedback")),
        "week": WeekStand(MONDAY, 3, 3, 5),
    },
    "something else done": {"entries": (entry(1, "doubt"),), "week": WeekStand(MONDAY, 1, 3, 5)},
    "plan and anchor": {"plan": PLAN, "anchor": "efter morgenkaffen"},
    "hostile words": {
        "plan": "[red]rød[/red] [/x] \x1b[31mansi\x1b]0;t\x07 \u202ebagvendt",
        "entries": (entry(1, note="[bold]to\nlinjer[/bold]"),),
        "week": WeekStand(MONDAY, 1, 3, 5),
    },
    "swapped": {"proposal": Proposal(MONDAY, PROPOSED, swaps=1)},
    "short week": {"week": WeekStand(MONDAY, 0, 3, 2), "days_left": 2},
    "weekend": {"off": off("weekend"), "day": SATURDAY, **BARE},
    "weekend with a proposal": {"off": off("weekend"), "day": SATURDAY},
    "weekend after two days done": {
        "off": off("weekend"), "day": SATURDAY, "week": WeekStand(MONDAY, 2, 3, 5), **BARE,
    },
    "holiday": {"off": off("holiday", Holiday("Skærtorsdag", "Maundy Thursday")), **BARE},
    "holiday without a name": {"off": off("holiday"), **BARE},
    "closed": {"off": off("closed", following=MONDAY + timedelta(days=1)), **BARE},
    "pause with an end": {"off": off("pause"), **BARE},
    "open pause": {"off": off("pause", following=None), **BARE},
    "the first day of all is off": {
        "notices": Notices(is_new=True), "off": off("weekend"), "day": SATURDAY, **BARE,
    },
    "part-time day": {"off": off("weekend"), "day": MONDAY + timedelta(days=4), **BARE},
    "half day": {"half_day": Holiday("Grundlovsdag", "Constitution Day"), "week": WeekStand(MONDAY, 0, 3, 4)},
}  # fmt: skip


def drawn(value, capsys):
    draw(value)
    return capsys.readouterr().out


@pytest.mark.parametrize("columns", [80, 50])
@pytest.mark.parametrize("lang", ["da", "en"])
@pytest.mark.parametrize("state", STATES)
def test_the_screen_of_a_state(screen, capsys, monkeypatch, snapshot, state, lang, columns):
    monkeypatch.setenv("COLUMNS", str(columns))
    texts.use(lang)
    out = drawn(screen(**STATES[state]), capsys)
    assert max(map(len, out.splitlines())) <= columns
    assert not [line for line in out.splitlines() if line != line.rstrip()]
    assert out == snapshot


@pytest.mark.parametrize("state", ["done, the goal met", "plan and anchor"])
def test_colour_is_only_added(screen, capsys, monkeypatch, snapshot, state):
    texts.use("da")
    plain = drawn(screen(**STATES[state]), capsys)
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("FORCE_COLOR", "1")
    coloured = drawn(screen(**STATES[state]), capsys)
    assert coloured == snapshot
    import re

    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain
    assert not re.search(r"\x1b\[(?:\d+;)*(?:31|41|91)m", coloured), "nothing is red"


@pytest.mark.parametrize("lang", ["da", "en"])
def test_the_one_line_of_every_state(screen, snapshot, lang):
    texts.use(lang)
    lines = {state: today_line(screen(**fields)) for state, fields in STATES.items()}
    assert not [line for line in lines.values() if "\n" in line]
    assert "\n".join(f"{state}: {line}" for state, line in lines.items()) == snapshot


@pytest.mark.parametrize("lang", ["da", "en"])
def test_no_state_shows_a_zero_a_shout_or_an_unkind_word(screen, capsys, lang):
    import re

    texts.use(lang)
    for state, fields in STATES.items():
        words = drawn(screen(**fields), capsys)
        assert not re.search(r"\b0\b", words), state
        assert "!" not in words, state
        assert not re.search(
            r"\b(tabt|mistet|brudt|fejlet|desværre|lost|broken|failed|unfortunately)", words.lower()
        ), state


@pytest.mark.parametrize(("lang", "courage", "care", "instead"), [
    ("da", "kræver mod", "Omtanke    Vælg én, du stoler på.", "Ellers     Spørg en kollega, hvad der"),
    ("en", "takes courage", "With care   Choose someone you trust.", "Or else     Ask a colleague"),
])  # fmt: skip
def test_what_takes_courage_says_so_before_it_is_read_and_another_way_is_named(
    screen, capsys, lang, courage, care, instead
):
    texts.use(lang)
    shown = drawn(screen(proposal=Proposal(MONDAY, BOLD))._replace(otherwise=PROPOSED), capsys)
    assert courage in shown
    assert shown.index(courage) < shown.index(PROPOSED.wording(lang).text[:30])
    assert care in shown
    assert instead in shown
    assert "mikro today --another" in " ".join(shown.split())


def test_the_tick_stands_only_at_what_was_done(screen, capsys):
    texts.use("da")
    for state, fields in STATES.items():
        ticked = [line for line in drawn(screen(**fields), capsys).splitlines() if "✓" in line]
        assert all(line.startswith("✓ Gjort i dag: ") for line in ticked), state
        assert bool(ticked) == bool(fields.get("entries")), state


def styled(text):
    """The styles of each run of text on a coloured screen."""
    import re

    return re.findall(r"\x1b\[([0-9;]+)m(.*?)\x1b\[0m", text, re.DOTALL)


@pytest.mark.parametrize("columns", [80, 50])
def test_one_thing_is_bold_at_most_and_it_is_the_act(screen, capsys, monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("FORCE_COLOR", "1")
    texts.use("da")
    for state, fields in STATES.items():
        runs = styled(drawn(screen(**fields), capsys))
        assert {style for style, _text in runs} <= {"1", "2", "32"}, state
        bold = " ".join(text.strip() for style, text in runs if style == "1")
        assert bold in ("", PROPOSED.da.text), state
        assert {text.strip() for style, text in runs if style == "32"} <= {"✓"}, state


def test_what_can_be_typed_never_breaks_over_two_lines(screen, capsys, monkeypatch):
    commands = (
        "mikro today --another",
        "mikro week --reflect",
        "mikro pause 2/11 20/11",
        "mikro today --anyway",
    )
    for columns in (80, 50, 40, 30):
        monkeypatch.setenv("COLUMNS", str(columns))
        for state, fields in STATES.items():
            out = drawn(screen(**fields), capsys)
            for command in commands:
                assert (command in " ".join(out.split())) == (command in out), (state, columns, command)


#: A notice of two rows is the longest that the one seat has.
SEAT = Notices(away=Away(date(2026, 10, 12), date(2026, 11, 20)))


@pytest.mark.parametrize("lang", ["da", "en"])
def test_every_variation_of_the_catalogue_fits(screen, capsys, tmp_path, lang):
    """14 rows in the common case, 18 with a plan and the seat taken; nothing is hidden to reach it."""
    texts.use(lang)
    catalogue = built_in(tmp_path)
    too_long = []
    for proposed in catalogue.variations.values():
        if proposed.retired:
            continue
        fields = {
            "proposal": Proposal(MONDAY, proposed),
            "action": catalogue.action(proposed.action),
            "week": WeekStand(MONDAY, 2, 3, 5),
        }
        otherwise = PROPOSED if proposed.cue == "comes" else None
        common = len(drawn(screen(**fields), capsys).splitlines())
        every = screen(**fields, plan=PLAN, notices=SEAT, otherwise=otherwise)
        whole = len(drawn(every, capsys).splitlines())
        if common > 14 or whole > 18:
            too_long.append((proposed.id, common, whole))
    assert too_long == []
