"""What worked over twelve weeks."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from mikrohandlinger.domain.catalogue.model import PLACES, Variation, Wording
from mikrohandlinger.domain.entries import Entry
from mikrohandlinger.domain.own_figures import FEWEST_PROPOSALS, Worked, period, what_worked

from .properties import COSTLY

MONDAY = date(2026, 11, 23)
WORDS = Wording("", "", "", "")


def variation(name: str, *places: str, cue: str = "mine") -> Variation:
    return Variation(
        name,
        "ask",
        1,
        5,
        "all",
        "sender",
        places,
        (),
        (),
        rules=False,
        sources=(),
        da=WORDS,
        en=WORDS,
        cue=cue,
    )


def entry(day: date, name: str | None, went: str | None = None) -> Entry:
    return Entry(
        "id", 1, datetime.fromisoformat(f"{day}T10:00:00+01:00"), day, "ask", variation=name, went=went
    )


def day(number: int) -> date:
    return MONDAY - timedelta(days=number)


def test_it_looks_back_twelve_weeks() -> None:
    assert period(MONDAY) == (MONDAY - timedelta(weeks=11), MONDAY)


def test_it_is_told_from_five_proposals() -> None:
    proposals = {day(number): variation("ask-a", "meeting") for number in range(5)}
    entries = [entry(day(number), "ask-a") for number in range(5)]
    assert what_worked(entries, dict(list(proposals.items())[:4]), []) is None
    assert what_worked(entries, proposals, []) is not None


def test_settings_and_cues_are_counted_by_day_and_never_a_single_variation() -> None:
    proposals = {day(number): variation("ask-a", "meeting") for number in range(8)}
    proposals |= {
        day(number): variation("ask-b", "meeting", "remote", cue="comes") for number in range(8, 14)
    }
    entries = [entry(day(number), "ask-a", "easy" if number < 2 else None) for number in range(5)]
    entries += [entry(day(8), "ask-b", "hard"), entry(day(8), "ask-b", "easy")]
    entries += [entry(day(9), None), entry(day(9), "ask-a"), entry(day(40), "ask-b")]
    found = what_worked(entries, proposals, ["yes", "no", "partly"])
    assert found is not None
    assert found.places == (Worked("meeting", 14, 6, 3), Worked("remote", 6, 1, 1))
    assert found.cues == (Worked("mine", 8, 5, 2), Worked("comes", 6, 1, 1))
    assert (found.entries, found.plans, found.plans_used) == (10, 3, 2)


def test_what_was_proposed_less_often_is_left_out() -> None:
    proposals = {day(number): variation("ask-a", "meeting") for number in range(6)}
    proposals |= {day(number): variation("ask-b", "remote") for number in range(6, 10)}
    found = what_worked([], proposals, [])
    assert found is not None
    assert found.places == (Worked("meeting", 6, 0, 0),)


@COSTLY
@given(
    done=st.lists(
        st.tuples(st.integers(0, 59), st.sampled_from(["easy", "ok", "hard", None])), min_size=10, max_size=80
    ),
    kinds=st.lists(st.tuples(st.integers(0, 9), st.sampled_from(PLACES)), min_size=60, max_size=60),
)
def test_nothing_is_counted_twice_or_from_nowhere(
    done: list[tuple[int, str | None]], kinds: list[tuple[int, str]]
) -> None:
    proposals = {day(number): variation(f"ask-{kind}", place) for number, (kind, place) in enumerate(kinds)}
    entries = [entry(day(number), proposals[day(number)].id, went) for number, went in done]
    found = what_worked(entries, proposals, [])
    assert found is not None
    assert [row.done for row in found.cues] == [len({number for number, _went in done})]
    for row in (*found.places, *found.cues):
        assert row.proposed >= FEWEST_PROPOSALS
        assert row.easy <= row.done <= row.proposed
    assert [row.done for row in found.places] == sorted((row.done for row in found.places), reverse=True)
