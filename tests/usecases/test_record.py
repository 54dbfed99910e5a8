"""Recording: what is stored and given back, and which variation belongs to an entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mikrohandlinger.domain.entries import Deed, EntryChange
from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.domain.privacy import Words
from mikrohandlinger.domain.proposal import Proposal
from mikrohandlinger.usecases import propose, record, undoing
from mikrohandlinger.usecases.own_words import own_words
from mikrohandlinger.usecases.reading import moment_of

from .files import write_settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from mikrohandlinger.domain.entries import Entry
    from mikrohandlinger.usecases.context import Context

    At = Callable[..., Context]

TUESDAY = "2026-11-24T10:00:00+01:00"
SUNDAY = "2026-11-29T10:00:00+01:00"
NO_WORDS = Words(None, 0)


def logged(context: Context, action: str | None = None, at: str | None = None, note: str = "") -> Entry:
    return record.log(context, action, moment_of(context, at), own_words(note)).entry


def other_than(action: str) -> str:
    return "ask" if action != "ask" else "doubt"


def test_what_is_recorded_is_given_back_with_its_action_and_its_week(context: Context) -> None:
    entry, action, week, _variation = record.log(
        context, "doubt", moment_of(context, None), own_words("to 12 34 56 78"), reach="up", went="hard"
    )
    assert (entry.number, entry.action, entry.reach, entry.went) == (1, "doubt", "up", "hard")
    assert (entry.note, entry.masked) == ("to [tlf.]", 1)
    assert (action.id, week.done_days, week.goal) == ("doubt", 1, 3)
    assert context.store.entries.find("1") == entry


def test_without_an_action_it_is_todays_proposal(context: Context) -> None:
    entry = logged(context)
    proposed = propose.of_day(context, context.today).variation
    assert (entry.action, entry.variation, entry.level) == (proposed.action, proposed.id, proposed.level)


def test_another_action_than_the_proposed_one_has_no_variation(context: Context) -> None:
    proposed = propose.of_day(context, context.today).variation
    entry = logged(context, other_than(proposed.action))
    assert (entry.variation, entry.level) == (None, None)


def test_an_entry_of_yesterday_never_has_the_variation_of_today(at: Callable[..., Context]) -> None:
    tuesday = at(TUESDAY)
    proposed = propose.of_day(tuesday, tuesday.today).variation
    for action in (None, proposed.action):
        entry = logged(tuesday, action, at="yesterday")
        assert (entry.day.day, entry.action) == (23, proposed.action)
        assert (entry.variation, entry.level) == (None, None)


def test_an_entry_of_yesterday_has_the_variation_that_was_proposed_yesterday(
    at: Callable[..., Context],
) -> None:
    monday = at()
    earlier = propose.of_day(monday, monday.today).variation
    tuesday = at(TUESDAY)
    assert propose.of_day(tuesday, tuesday.today).variation != earlier
    entry = logged(tuesday, at="yesterday")
    assert (entry.action, entry.variation, entry.level) == (earlier.action, earlier.id, earlier.level)


def test_an_edited_day_or_action_looks_its_variation_up_anew(at: Callable[..., Context]) -> None:
    monday = at()
    earlier = propose.of_day(monday, monday.today).variation
    tuesday = at(TUESDAY)
    entry = logged(tuesday, earlier.action)
    moved = record.edit(tuesday, entry, moment=moment_of(tuesday, "yesterday 9:00")).entry
    assert (moved.variation, moved.day.day) == (earlier.id, 23)
    renamed = record.edit(tuesday, moved, action=other_than(earlier.action)).entry
    assert (renamed.variation, renamed.level) == (None, None)
    assert record.edit(tuesday, renamed, action=earlier.action).entry.variation == earlier.id


def test_what_is_not_named_stays_when_an_entry_is_edited(context: Context) -> None:
    entry = logged(context, note="a note")
    edited, action = record.edit(context, entry, went="hard")
    assert edited == entry._replace(went="hard")
    assert action.id == entry.action
    assert record.edit(context, edited, words=NO_WORDS).entry == edited._replace(note=None)


def test_an_edit_of_nothing_is_refused(context: Context) -> None:
    with pytest.raises(MikroError) as refused:
        record.edit(context, logged(context))
    assert refused.value.code == "nothing-to-change"


def test_a_day_off_has_no_action_of_its_own_and_stores_nothing(at: Callable[..., Context]) -> None:
    sunday = at(SUNDAY)
    with pytest.raises(MikroError) as refused:
        logged(sunday)
    assert refused.value.code == "action-missing"
    assert list(sunday.store.entries.search()) == []


def test_what_is_refused_because_of_the_settings_has_stored_nothing(context: Context) -> None:
    write_settings(context, "country = 'XX'\n")
    with pytest.raises(MikroError):
        logged(context, "ask")
    assert list(context.store.entries.search()) == []


def test_an_answer_added_afterwards_is_taken_back_with_the_entry(context: Context) -> None:
    entry = logged(context, "ask")
    record.add_to(context, entry, EntryChange())
    record.add_to(context, entry, EntryChange(reach="new"))
    assert record.find(context, "1").reach == "new"
    taken = undoing.undo(context, undoing.latest(context))
    assert (taken.change.command, taken.left) == ("log", 0)
    assert taken.change.entry is not None
    assert taken.action is not None
    assert (taken.change.entry.number, taken.action.id) == (1, "ask")
    assert list(context.store.entries.search()) == []


def test_a_deleted_entry_is_given_back_as_it_was_and_can_be_brought_back(context: Context) -> None:
    entry = logged(context, "feedback", note="a note")
    deleted, action = record.delete(context, entry)
    assert (deleted, action.id) == (entry, "feedback")
    assert list(context.store.entries.search()) == []
    taken = undoing.undo(context, undoing.latest(context))
    assert taken.change.entry == entry


def test_a_change_that_is_no_entry_is_taken_back_without_one(context: Context) -> None:
    propose.today(context, plan=own_words("When a, then b"))
    assert undoing.undo(context, undoing.latest(context)).change.entry is None


def test_the_deed_of_a_day_nothing_was_proposed_on_is_the_action_alone(context: Context) -> None:
    assert record.deed_on(context, context.today, "ask") == Deed("ask")


def test_a_variation_that_is_in_no_file_any_more_is_told_as_it_was_shown(context: Context) -> None:
    known = propose.of_day(context, context.today).variation
    gone = known._replace(
        id=f"{known.action}-own-gone", en=known.en._replace(text="Ask where the coffee is.")
    )
    context.store.proposals.swap(Proposal(context.today, gone, 1), context.clock.now)
    entry = logged(context)
    found = record.proposed(context)(entry)
    assert entry.variation == gone.id
    assert found is not None
    assert found.en.text == "Ask where the coffee is."
