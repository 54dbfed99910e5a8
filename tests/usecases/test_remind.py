"""Whether a reminder may come, and what becomes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mikrohandlinger.domain.privacy import Words
from mikrohandlinger.domain.reminding import Delivered, Message, Notice, Outcome
from mikrohandlinger.usecases import propose, record, remind
from mikrohandlinger.usecases.reading import moment_of

from .files import write_settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mikrohandlinger.usecases.context import Context

    At = Callable[..., Context]

pytestmark = pytest.mark.usefixtures("bin_folder")

SAMPLE = Message("a sample", "on a day off")
REFUSING = "#!/bin/sh\necho no screen >&2\nexit 1\n"


def morning(day: str) -> str:
    """``2026-11-23`` as a clock."""
    return f"{day}T08:30:00+01:00"


def words(notice: Notice) -> Message:
    return Message(notice.action.id, f"{notice.variation.id} {notice.days} {notice.plan}")


def shown(folder: Path) -> list[str]:
    path = folder / "shown"
    return path.read_text("utf-8").splitlines() if path.exists() else []


def test_what_is_worded_is_what_is_proposed_today(context: Context, bin_folder: Path) -> None:
    assert remind.deliver(context, words) == Delivered(channel="notify-send", left_for_prompt=True)

    proposed = propose.of_day(context, context.today).variation
    assert shown(bin_folder) == [proposed.action, f"{proposed.id} 0 None"]


def test_whoever_answers_now_and_then_keeps_the_daily_rhythm(at: At, bin_folder: Path) -> None:
    for day in range(23, 28):
        context = at(morning(f"2026-11-{day}"))
        assert remind.deliver(context, words).silence is None
        if day == 25:
            record.log(context, "ask", moment_of(context, None), Words(None, 0))

    decision = remind.decide(at(morning("2026-11-30")))

    assert (decision.silence, decision.rhythm) == (None, "daily")


def test_in_january_the_holidays_of_december_are_part_of_an_absence(at: At) -> None:
    pytest.importorskip("holidays")
    context = at(morning("2027-01-04"))
    # Where 30 and 31 December are public holidays, the first five days off of a row are half in each year.
    write_settings(context, 'country = "PH"\nnew_years_eve = "work"\n')

    assert remind.decide(context).welcome


def test_what_cannot_be_worded_leaves_the_day_unused(context: Context, bin_folder: Path) -> None:
    def failing(_notice: Notice) -> Message:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        remind.deliver(context, failing)

    assert shown(bin_folder) == []
    assert remind.deliver(context, words).channel == "notify-send"


def test_of_two_at_once_one_is_shown(at: At, bin_folder: Path) -> None:
    second: list[Delivered] = []

    def meanwhile(notice: Notice) -> Message:
        second.append(remind.deliver(at(), words))
        return words(notice)

    first = remind.deliver(at(), meanwhile)

    assert (first.channel, [one.silence for one in second]) == ("notify-send", ["already"])
    assert len(shown(bin_folder)) == 2


def test_a_channel_that_would_not_take_it_is_noted(context: Context, bin_folder: Path, home: Path) -> None:
    (bin_folder / "notify-send").write_text(REFUSING)

    assert remind.deliver(context, words) == Delivered(left_for_prompt=True)

    noted = (home / "nudge.log").read_text("utf-8").splitlines()
    assert noted[-1] == f"{morning('2026-11-23')} notify-send: no screen"
    assert len(noted) == 2


def test_a_trial_is_worded_like_todays_and_uses_nothing_up(context: Context, bin_folder: Path) -> None:
    outcome = remind.show_one(context, words, SAMPLE)

    assert outcome.channel == "notify-send"
    assert [name for name, _why in outcome.refusals] == ["desktop-notifier"]
    assert shown(bin_folder)[0] == propose.of_day(context, context.today).variation.action
    assert remind.decide(context).silence is None


def test_a_trial_on_a_day_off_proposes_nothing(at: At, bin_folder: Path) -> None:
    saturday = at(morning("2026-11-28"))

    remind.show_one(saturday, words, SAMPLE)

    assert shown(bin_folder) == list(SAMPLE)
    assert saturday.store.proposals.of(saturday.today) is None


def test_a_trial_that_no_channel_took_says_so(context: Context, bin_folder: Path) -> None:
    (bin_folder / "notify-send").write_text(REFUSING)

    outcome = remind.show_one(context, words, SAMPLE)

    assert outcome == Outcome(None, (outcome.refusals[0], ("notify-send", "no screen")))
    assert remind.nothing_took_it().code == "nudge-not-shown"
