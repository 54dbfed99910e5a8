"""What worked over twelve weeks."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mikrohandlinger.domain.catalogue.model import PLACES, Variation, Wording
from mikrohandlinger.domain.entries import Entry
from mikrohandlinger.domain.own_figures import NAMED, Worked, period, what_worked

from .properties import COSTLY

MONDAY = date(2026, 11, 23)
WORDS = Wording("", "", "", "")


def variation(name: str, *places: str) -> Variation:
    return Variation(
        name, "ask", 1, 5, "all", "sender", places, (), (), rules=False, sources=(), da=WORDS, en=WORDS
    )


def entry(day: date, name: str | None, went: str | None = None) -> Entry:
    return Entry(
        "id", 1, datetime.fromisoformat(f"{day}T10:00:00+01:00"), day, "ask", variation=name, went=went
    )


def day(number: int) -> date:
    return MONDAY - timedelta(days=number)


@pytest.mark.parametrize(("weeks", "is_told"), [(0, False), (10, False), (11, True), (500, True)])
def test_it_is_told_from_the_twelfth_week(weeks: int, is_told: bool) -> None:
    found = period(MONDAY, MONDAY - timedelta(weeks=weeks))
    assert found == ((MONDAY - timedelta(weeks=11), MONDAY) if is_told else None)


def test_it_is_not_told_before_the_first_entry() -> None:
    assert period(MONDAY, None) is None


def test_it_is_told_from_ten_entries() -> None:
    proposals = {day(number): variation("ask-a", "meeting") for number in range(10)}
    entries = [entry(day(number), "ask-a") for number in range(10)]
    assert what_worked(entries[:9], proposals, []) is None
    assert what_worked(entries, proposals, []) is not None


def test_settings_and_variations_are_counted_by_day() -> None:
    proposals = {day(number): variation("ask-a", "meeting") for number in range(8)}
    proposals |= {day(number): variation("ask-b", "meeting", "remote") for number in range(8, 14)}
    entries = [entry(day(number), "ask-a", "easy" if number < 2 else None) for number in range(5)]
    entries += [entry(day(8), "ask-b", "hard"), entry(day(8), "ask-b", "easy")]
    entries += [entry(day(9), None), entry(day(9), "ask-a"), entry(day(40), "ask-b")]
    found = what_worked(entries, proposals, ["yes", "no", "partly"])
    assert found is not None
    assert found.places == (Worked("meeting", 14, 6, 3), Worked("remote", 6, 1, 1))
    assert found.variations == (Worked("ask-a", 8, 5, 2), Worked("ask-b", 6, 1, 1))
    assert (found.entries, found.plans, found.plans_used) == (10, 3, 2)


def test_of_those_done_as_often_the_easiest_comes_first_and_equals_keep_their_order() -> None:
    names = ["ask-hard", "ask-easy", "ask-plain", "ask-often"]
    proposals = {day(number): variation(names[number % 4], PLACES[number % 4]) for number in range(12)}
    proposals[day(12)] = variation("ask-often", PLACES[3])
    easy = {day(1): "easy", day(5): "easy", day(2): "easy", day(6): "hard"}
    entries = [entry(when, chosen.id, easy.get(when)) for when, chosen in proposals.items()]
    found = what_worked(entries, proposals, [])
    assert found is not None
    assert [row.what for row in found.variations] == ["ask-often", "ask-easy", "ask-plain"]
    assert [row.what for row in found.places] == [PLACES[3], PLACES[1], PLACES[2], PLACES[0]]


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
    assert sum(row.done for row in found.places) == len({number for number, _went in done})
    assert len(found.variations) <= NAMED
    for row in (*found.places, *found.variations):
        assert 1 <= row.done <= row.proposed
        assert row.easy <= row.done
    assert [row.done for row in found.places] == sorted((row.done for row in found.places), reverse=True)
