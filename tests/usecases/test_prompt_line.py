"""When the lines for the shell prompt are made anew."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mikrohandlinger import texts
from mikrohandlinger.domain.privacy import Words
from mikrohandlinger.usecases import prompt_line, propose, record, undoing
from mikrohandlinger.usecases.reading import moment_of

from .files import write_settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from mikrohandlinger.usecases.context import Context

    At = Callable[..., Context]

TUESDAY = "2026-11-24T08:30:00+01:00"


def file_of(context: Context) -> Path:
    return Path(context.paths.cached("prompt.tsv"))


def lines(context: Context) -> dict[str, str]:
    """The lines by their day."""
    text = file_of(context).read_text("utf-8")
    return dict(line.split("\t") for line in text.splitlines()[1:])


def is_made_anew(context: Context) -> bool:
    """Whether a command that is done now makes the file anew."""
    os.utime(file_of(context), ns=(0, 0))
    prompt_line.keep_fresh(context)
    return file_of(context).stat().st_mtime_ns != 0


def log(context: Context, at: str | None = None) -> None:
    record.log(context, "ask", moment_of(context, at), Words(None, 0))


@pytest.fixture
def reader(at: At) -> Context:
    """A context of a user whose shell shows the lines."""
    context = at()
    prompt_line.begin(context)
    assert not is_made_anew(context)
    return context


def test_the_file_says_when_the_day_begins_where_that_is_later_than_at_midnight(at: At) -> None:
    write_settings(at(), 'day_starts = "04:00"\n')
    night = at("2026-11-25T02:00:00+01:00")
    prompt_line.begin(night)
    header, first, *_ = file_of(night).read_text("utf-8").splitlines()
    assert header.startswith("#04:00\t2026-11-24 ")
    assert first.startswith("2026-11-24\t")
    assert not is_made_anew(night)


def test_the_first_entry_of_a_day_counts_and_the_second_does_not(reader: Context) -> None:
    propose.of_day(reader, reader.today)
    for _ in range(6):
        log(reader, "yesterday")
    is_made_anew(reader)

    log(reader)
    assert is_made_anew(reader)
    log(reader)
    assert not is_made_anew(reader)
    undoing.undo(reader, undoing.latest(reader))
    undoing.undo(reader, undoing.latest(reader))
    assert is_made_anew(reader)


def test_an_entry_that_unlocks_a_level_counts_whatever_its_day(reader: Context) -> None:
    for _ in range(4):
        log(reader, "yesterday")
    is_made_anew(reader)

    log(reader, "yesterday")

    assert is_made_anew(reader)


def test_a_day_on_which_something_was_done_has_no_line(reader: Context) -> None:
    assert "2026-11-23" in lines(reader)
    log(reader)
    prompt_line.keep_fresh(reader)

    assert "2026-11-23" not in lines(reader)


def test_a_swap_is_the_line_of_today(reader: Context) -> None:
    propose.of_day(reader, reader.today)
    is_made_anew(reader)
    before = lines(reader)["2026-11-23"]
    swapped = propose.anew(reader, reader.today).variation

    assert is_made_anew(reader)
    assert lines(reader)["2026-11-23"].endswith(swapped.en.text)
    assert lines(reader)["2026-11-23"] != before


def test_a_proposal_that_another_process_changed_counts(reader: Context) -> None:
    propose.of_day(reader, reader.today)
    is_made_anew(reader)
    with reader.store.journal.connection as connection:
        connection.execute("UPDATE proposals SET changed = '2026-11-23T09:00:00.000000+00:00'")

    assert is_made_anew(reader)


def test_a_proposal_that_was_shown_is_known_to_the_days_after_it(reader: Context) -> None:
    propose.of_day(reader, reader.today)

    assert is_made_anew(reader)
    today, *later = lines(reader).values()
    assert today not in later


@pytest.mark.parametrize(
    "settings", ['role = "leader"\n', 'workdays = ["mon"]\n', 'closed_days = ["2026-11-25"]\n']
)
def test_a_change_of_the_settings_counts(reader: Context, at: At, settings: str) -> None:
    write_settings(reader, settings)

    assert is_made_anew(at())


def test_a_change_of_the_own_variations_counts(reader: Context, at: At) -> None:
    Path(reader.paths.own_actions).write_text("schema = 1\nhide = []\n", "utf-8")

    assert is_made_anew(at())


def test_a_pause_counts(reader: Context, at: At) -> None:
    reader.store.pauses.add(reader.today, reader.today, reader.clock.now)
    context = at()

    assert is_made_anew(context)
    assert "2026-11-23" not in lines(context)


def test_another_language_another_release_and_another_day_count(
    reader: Context, at: At, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts.use("da")
    assert is_made_anew(reader)

    monkeypatch.setattr(prompt_line, "__version__", "99")
    assert is_made_anew(reader)

    assert is_made_anew(at(TUESDAY))


def test_where_no_shell_shows_them_they_are_made_once_a_day(context: Context, at: At) -> None:
    log(context)
    prompt_line.keep_fresh(context)
    log(context)
    write_settings(context, "goal = 4\n")

    assert not is_made_anew(at())
    assert is_made_anew(at(TUESDAY))


def test_without_data_there_are_no_lines(context: Context) -> None:
    file = file_of(context)
    file.parent.mkdir(parents=True)
    file.write_text("left over")
    assert prompt_line.is_there(context)

    prompt_line.keep_fresh(context)

    assert not prompt_line.is_there(context)


def test_what_cannot_be_made_or_written_stops_nobody(context: Context, at: At) -> None:
    log(context)
    write_settings(context, "goal = ")

    prompt_line.keep_fresh(at())

    assert not prompt_line.is_there(context)
