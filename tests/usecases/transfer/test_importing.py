"""What comes in: once, as one change, never what was changed or deleted here since, and nothing half."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mikrohandlinger.domain.entries import EntryChange, Moment
from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.domain.privacy import Words
from mikrohandlinger.domain.transfer import Period
from mikrohandlinger.storage.transfer import jsonl
from mikrohandlinger.usecases import catalogue, configure, pause, propose, record, review, undoing
from mikrohandlinger.usecases.context import Context
from mikrohandlinger.usecases.transfer import exporting, importing

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mikrohandlinger.domain.transfer import Imported

NAMES = {"tal": "ask"}


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str], Path]:
    def make(text: str, name: str = "history.csv") -> Path:
        path = tmp_path / name
        path.write_text(text, "utf-8")
        return path

    return make


def take(context: Context, *paths: Path, names: Mapping[str, str] = NAMES, **more: Any) -> Imported:
    return importing.run(context, importing.look([str(path) for path in paths]), names, **more)


def entries(context: Context) -> list[tuple[str, str, str | None]]:
    found = context.store.entries.select("deleted = 0 ORDER BY day, number", ())
    return [(entry.day.isoformat(), entry.action, entry.note) for entry in found]


HISTORY = "date,name,note\n2026-11-20,tal,ring 20304050\n2026-11-20,tal,en til\n2026-11-19,feedback,\n"


def test_a_history_comes_in_at_midday_masked_and_as_one_change(context: Context, write: Any) -> None:
    done = take(context, write(HISTORY))
    assert done.is_stored
    assert (done.new, done.actions, done.masked) == ({"entry": 3}, {"ask": 2, "feedback": 1}, 1)
    assert entries(context) == [
        ("2026-11-19", "feedback", None), ("2026-11-20", "ask", "ring [tlf.]"), ("2026-11-20", "ask", "en til"),
    ]  # fmt: skip
    (first,) = context.store.entries.select("note = ?", ("en til",))
    assert first.at.isoformat() == "2026-11-20T12:00:00+01:00"
    change = undoing.latest(context)
    assert change.what == "import"
    undoing.undo(context, change)
    assert entries(context) == []
    undoing.redo(context)
    assert len(entries(context)) == 3


def test_who_insists_keeps_what_would_be_masked(context: Context, write: Any) -> None:
    take(context, write(HISTORY), keep_personal=True)
    assert ("2026-11-20", "ask", "ring 20304050") in entries(context)


def test_a_second_time_nothing_comes_and_what_was_changed_or_deleted_here_stays(
    context: Context, write: Any
) -> None:
    path = write(HISTORY)
    take(context, path)
    gone, edited, _left = context.store.entries.select("1 ORDER BY day, number", ())
    record.delete(context, gone)
    context.store.entries.change(edited, EntryChange(Words("rettet", 0)), context.clock.now)
    before = entries(context)
    done = take(context, path)
    assert (done.new, done.same, done.is_stored) == ({}, 3, False)
    assert entries(context) == before


def test_what_was_taken_back_can_come_in_again_with_another_meaning(context: Context, write: Any) -> None:
    path = write("date,name\n2026-11-20,tal\n")
    take(context, path)
    undoing.undo(context, undoing.latest(context))
    done = take(context, path, names={"tal": "doubt"})
    assert done.new == {"entry": 1}
    assert entries(context) == [("2026-11-20", "doubt", None)]


def test_nothing_of_a_file_comes_in_half(context: Context, write: Any) -> None:
    path = write(HISTORY + "32/5/2026,tal,\n")
    done = take(context, path)
    assert not done.is_stored
    assert [(fault.line, fault.reason.code) for fault in done.faults] == [(5, "date-unknown")]
    assert entries(context) == []
    with pytest.raises(MikroError):
        undoing.latest(context)
    assert take(context, path, skip=True).is_stored
    assert len(entries(context)) == 3


def test_looking_first_stores_nothing(context: Context, write: Any) -> None:
    done = take(context, write(HISTORY), dry_run=True)
    assert (done.new, done.is_stored) == ({"entry": 3}, False)
    assert entries(context) == []


def test_a_habit_that_is_no_action_is_named_and_left_out(context: Context, write: Any) -> None:
    done = take(context, write("date,name\n2026-11-20,løb\n2026-11-19,løb\n2026-11-18,tal\n"))
    assert [(fault.line, fault.reason.values["habit"]) for fault in done.left_out] == [(2, "løb")]
    assert (done.is_stored, done.not_understood) == (True, 0)
    found = importing.look([str(write("date,name\n2026-11-20,løb\n2026-11-19,Løb\n"))])
    assert importing.unknown_names(context, found, NAMES) == {"løb": 2}
    assert importing.unknown_names(context, found, importing.names_of(context, ["Løb="])) == {}
    assert not importing.run(context, found, NAMES).understood


def test_an_action_is_meant_by_its_words_its_title_or_what_the_user_says(
    context: Context, write: Any
) -> None:
    names = importing.names_of(context, ["Talte=med=nogen=spørg"])
    assert names == {"talte=med=nogen": "ask"}
    rows = "date,name\n2026-11-20,Talte=med=nogen\n2026-11-19,tvivl\n2026-11-18,Giv og opsøg feedback\n"
    assert take(context, write(rows), names=names).actions == {"ask": 1, "doubt": 1, "feedback": 1}
    for wrong in ("tal", "=ask", "tal=løb"):
        with pytest.raises(MikroError):
            importing.names_of(context, [wrong])


def test_an_entry_of_jrnl_finds_its_action_by_one_of_its_tags(context: Context, write: Any) -> None:
    def entry(title: str, *tags: str) -> dict[str, Any]:
        return {"title": title, "body": "", "date": "2026-11-20", "time": "09:15", "tags": list(tags)}

    said = [
        entry("et @spørg", "@spørg"),
        entry("to @kaffe", "@kaffe"),
        entry("tre"),
        entry("fire", "@spørg", "@tvivl"),
    ]
    path = write(json.dumps({"tags": {}, "entries": said}), "journal.json")
    done = take(context, path, names={"@kaffe": "feedback"}, skip=True)
    assert entries(context) == [("2026-11-20", "ask", "et @spørg"), ("2026-11-20", "feedback", "to @kaffe")]
    assert [(fault.line, fault.reason.code) for fault in done.faults] == [(3, "tag-missing"), (4, "tags-two")]


def test_a_clock_time_belongs_to_the_day_that_begins_when_the_settings_say(
    context: Context, write: Any
) -> None:
    configure.keep(context, "day_starts", "04:00")
    take(context, write("date,time,name\n2026-11-17,02:10,tal\n2026-11-17,05:00,tal\n2026-11-17,,tal\n"))
    assert [day for day, _action, _note in entries(context)] == ["2026-11-16", "2026-11-17", "2026-11-17"]


def test_two_machines_that_take_in_the_same_history_have_the_same_entries(
    context: Context, write: Any, tmp_path: Path
) -> None:
    path = write(HISTORY)
    other = Context({"MIKRO_HOME": str(tmp_path / "other"), "MIKRO_NOW": "2026-11-25T08:00:00+01:00"})
    take(context, path)
    take(other, path)
    ids = [
        [entry.id for entry in each.store.entries.select("1 ORDER BY id", ())] for each in (context, other)
    ]
    assert ids[0] == ids[1]
    other.close()


# Our own form.


def fill(context: Context) -> None:
    """Something of every kind, as far as commands make it today, and the rest as a later one will."""
    record.log(
        context,
        "feedback",
        Moment(context.clock.now, context.today),
        Words("en note\nto linjer", 0),
        reach="new",
    )
    propose.of_day(context, context.today)
    context.store.plans.set(context.today, Words("Når x, så y", 0), context.clock.now)
    review.week(context, context.today, answers={"learned": Words("hemmeligt svar", 0)}, plan_used="partly")
    pause.add(context, ["today", "friday"])
    configure.keep(context, "anchor", "efter kaffen")
    catalogue.hide(context, "ask-best-advice-they-got")
    from mikrohandlinger.storage.database.table import ENTRIES, RULES

    (entry,) = context.store.entries.select("1", ())
    with context.store.journal.change("test", context.clock.now) as change:
        rule = {"id": "0123456789abcdef", "title": "Skema 7", "kind": "rule", "origin": "state", "status": "raised",
                "moved": "2026-11-23", "noticed": "2026-11-20", "raised": "2026-11-23", "minutes_low": 5,
                "minutes_high": 10, "thanked": 1}  # fmt: skip
        change.save(RULES, rule)
        row = {**(context.store.journal.row(ENTRIES, (entry.id,)) or {}), "rule": rule["id"], "way": "received",
               "frame": "opi", "parts": json.dumps({"ideas": "færre felter"}, ensure_ascii=False), "told": 0}  # fmt: skip
        change.save(ENTRIES, row)
    context.forget("settings")
    context.terms(context.today, context.today)


def lines(context: Context, **more: Any) -> list[str]:
    return "".join(exporting.pieces(context, "jsonl", Period(), **more)).splitlines()


def test_an_export_comes_in_whole_and_goes_out_as_it_came(context: Context, tmp_path: Path) -> None:
    fill(context)
    out = lines(context)
    assert {json.loads(line)["kind"] for line in out} == {
        "header", "entry", "proposal", "plan", "plan_use", "reflection", "pause", "terms", "rule", "setting", "hidden",
    }  # fmt: skip
    path = tmp_path / "x.jsonl"
    path.write_text("\n".join(out) + "\n", "utf-8")
    other = Context({"MIKRO_HOME": str(tmp_path / "other"), "MIKRO_NOW": "2026-11-24T08:00:00+01:00"})
    done = take(other, path)
    assert (done.is_stored, done.not_understood, done.left_out) == (True, 0, ())
    assert lines(other)[1:] == out[1:]
    assert other.settings.anchor == "efter kaffen"
    assert take(other, path).same == len(out) - 1
    undoing.undo(other, undoing.latest(other))
    assert entries(other) == []
    assert other.settings.anchor == ""
    assert "ask-best-advice-they-got" not in other.catalogue.hidden
    other.close()


def test_what_leaves_without_words_has_none_and_takes_none_when_it_comes_back(
    context: Context, tmp_path: Path
) -> None:
    fill(context)
    out = lines(context, notes=False)
    for words in ("en note", "hemmeligt svar", "Når x", "Skema 7", "færre felter", "efter kaffen"):
        assert words not in "\n".join(out)
    path = tmp_path / "x.jsonl"
    path.write_text("\n".join(out) + "\n", "utf-8")
    assert not take(context, path).is_stored
    assert entries(context)[0][2] == "en note\nto linjer"


def test_keys_that_a_newer_program_wrote_are_named_and_kinds_that_are_unknown_are_listed(
    context: Context, tmp_path: Path
) -> None:
    record.log(context, "ask", Moment(context.clock.now, context.today), Words("en note", 0))
    head, entry, *rest = lines(context)
    newer = json.dumps(json.loads(entry) | {"mood": 3, "changed": "2027-01-01T00:00:00.000000+00:00"})
    path = tmp_path / "x.jsonl"
    path.write_text("\n".join([head, newer, '{"kind":"mood","id":"1"}', *rest]) + "\n", "utf-8")
    done = take(context, path, skip=True)
    assert [fault.reason.values["key"] for fault in done.left_out] == ["mood"]
    assert [(fault.line, fault.reason.code) for fault in done.faults] == [(3, "kind-unknown")]
    assert done.changed == 1


def test_any_order_and_any_number_of_times_comes_to_the_same(context: Context, tmp_path: Path) -> None:
    record.log(context, "ask", Moment(context.clock.now, context.today), Words("først", 0))
    (entry,) = context.store.entries.select("1", ())
    versions = [lines(context)]
    for number, words in enumerate(("to", "tre"), 1):
        later = Context({"MIKRO_HOME": context.paths.data, "MIKRO_NOW": f"2026-11-23T1{number}:00:00+01:00"})
        later.store.entries.change(entry, EntryChange(Words(words, 0)), later.clock.now)
        versions.append(lines(later))
        later.close()
    paths = []
    for number, version in enumerate(versions):
        paths.append(tmp_path / f"{number}.jsonl")
        paths[-1].write_text("\n".join(version) + "\n", "utf-8")
    for number, order in enumerate([(0, 1, 2), (2, 1, 0), (1, 2, 0, 1), (2, 2, 0)]):
        other = Context(
            {"MIKRO_HOME": str(tmp_path / f"other-{number}"), "MIKRO_NOW": "2026-11-24T08:00:00+01:00"}
        )
        for place in order:
            take(other, paths[place])
        assert lines(other)[1:] == versions[-1][1:]
        other.close()


VALUES = st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.lists(st.integers(), max_size=3)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_no_line_of_our_own_form_is_ever_a_surprise(context: Context, data: st.DataObject) -> None:
    if not context.store.entries.select("1", ()):
        fill(context)
    whole = lines(context)
    record = json.loads(data.draw(st.sampled_from(whole[1:])))
    changed: dict[str, Any] = record | {"changed": "2027-01-01T00:00:00.000000+00:00"}
    for key in data.draw(st.lists(st.sampled_from(sorted(record)), max_size=3)):
        changed[key] = data.draw(VALUES)
    path = Path(context.paths.data) / "x.jsonl"
    path.write_text(f"{whole[0]}\n{json.dumps(changed)}\n", "utf-8")
    done = take(context, path, dry_run=True)
    assert done.not_understood + done.understood == 1


def test_a_line_that_is_too_long_or_too_deep_is_named(context: Context, tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    head = jsonl.header("mikro 1", "a", "2026-11-23T08:00:00+01:00")
    path.write_text(f'{head}{{"a":"{"x" * jsonl.LONGEST_LINE}"}}\n{"[" * 100_000}\n', "utf-8")
    done = take(context, path)
    assert [(fault.line, fault.reason.code) for fault in done.faults] == [
        (2, "line-long"),
        (3, "line-no-json"),
    ]
