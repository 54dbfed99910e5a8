"""What was taken back can be done again until the next change."""

from __future__ import annotations

import json

LATER = "2026-11-26T08:30:00+01:00"


def changes(mikro):
    return json.loads(mikro("undo", "--list", "--json").out)["changes"]


def entries(mikro):
    return json.loads(mikro("history", "--json").out)["entries"]


def test_redo_brings_an_entry_back_with_its_words(mikro):
    mikro("log", "ask", "et godt ord")
    before = entries(mikro)
    taken = mikro("undo")
    assert "et godt ord" in taken.out
    assert "mikro redo" in taken.out
    assert entries(mikro) == []
    again = mikro("redo")
    assert (again.code, again.err) == (0, "")
    assert "et godt ord" in again.out
    assert entries(mikro) == before


def test_all_that_was_taken_back_can_be_done_again_in_order(mikro):
    mikro("log", "ask", "en")
    mikro("edit", "1", "--note", "to")
    mikro("today", "--plan", "Når …, så …")
    mikro("week", "--answer", "learned=noget")
    mikro("pause", "1/12", "3/12")
    mikro("delete", "1")
    states = []
    for _ in range(6):
        states.append((entries(mikro), mikro("week", "--json").out, mikro("pause", "--list", "--json").out))
        assert mikro("undo").code == 0
    for state in reversed(states):
        assert mikro("redo").code == 0
        assert (entries(mikro), mikro("week", "--json").out, mikro("pause", "--list", "--json").out) == state
    assert mikro("redo").out == "There is nothing to do again.\n"


def test_looking_ends_no_redo_and_a_change_does(mikro, home):
    mikro("log", "ask", "et hemmeligt ord")
    mikro("undo")
    mikro("today")
    mikro("week")
    assert mikro("redo").code == 0
    mikro("undo")
    mikro("log", "doubt")
    assert mikro("redo").out == "There is nothing to do again.\n"
    assert b"et hemmeligt ord" not in (home / "mikro.db").read_bytes()


def test_a_change_of_another_day_is_named_and_not_taken_back_unasked(mikro):
    mikro("log", "ask", "fredagens ord")
    refused = mikro("undo", now=LATER)
    assert (refused.code, refused.out) == (1, "")
    assert "fredagens ord" in refused.err
    assert "mikro undo --older" in refused.err
    assert len(entries(mikro)) == 1
    assert mikro("undo", "--older", now=LATER).code == 0
    assert entries(mikro) == []
    assert mikro("redo", now=LATER).code == 0
    assert len(entries(mikro)) == 1


def test_the_list_is_newest_first_and_changes_nothing(mikro):
    mikro("log", "ask", "et")
    mikro("today", "--plan", "Når a, så b")
    mikro("week", "--answer", "learned=c")
    mikro("pause", "1/12", "2/12")
    assert [(one["number"], one["what"]) for one in changes(mikro)] == [
        (1, "pause"), (2, "answer"), (3, "plan"), (4, "entry"),
    ]  # fmt: skip
    assert changes(mikro)[2]["text"].endswith("“Når a, så b”")
    assert len(mikro("undo", "--list").out.splitlines()) == 6
    assert len(changes(mikro)) == 4


def test_json_names_the_change(mikro):
    mikro("log", "ask", "et")
    undone = json.loads(mikro("undo", "--json").out)
    assert list(undone) == ["schema", "change", "undone", "entry", "left"]
    assert (undone["change"]["what"], undone["undone"], undone["left"]) == ("entry", "log", 0)
    again = json.loads(mikro("redo", "--json").out)
    assert again["change"] == undone["change"]
    assert json.loads(mikro("redo", "--json").out)["change"] is None


def test_a_person_is_asked_about_a_change_of_another_day(mikro, monkeypatch):
    mikro("log", "ask", "fredagens ord")
    monkeypatch.setattr("mikrohandlinger.cli.terminal.person.is_there", lambda: True)
    monkeypatch.setattr("builtins.input", lambda _prompt: "n")
    kept = mikro("undo", now=LATER)
    assert kept.code == 0
    assert "fredagens ord" in kept.out
    assert len(entries(mikro)) == 1
    monkeypatch.setattr("builtins.input", lambda _prompt: "j")
    assert mikro("undo", now=LATER).code == 0
    assert entries(mikro) == []
