"""``mikro undo``, ``edit`` and ``delete``."""

from __future__ import annotations

import json
import re

import pytest


def entries(mikro):
    return json.loads(mikro("history", "--json").out)["entries"]


@pytest.fixture
def logged(mikro):
    mikro("log", "ask", "en note")
    return entries(mikro)[0]


def test_edit_changes_only_what_is_said(mikro, logged):
    answer = mikro("edit", "1", "--note", "en anden", "--went", "hard")
    assert answer.code == 0
    assert "no. 1" in answer.out
    assert entries(mikro) == [{**logged, "note": "en anden", "went": "hard"}]


def test_edit_by_the_stable_id_or_its_beginning(mikro, logged):
    assert mikro("edit", logged["id"][:6], "--reach", "up").code == 0
    assert entries(mikro)[0]["reach"] == "up"


def test_edit_to_another_action_or_day_takes_the_variation_that_fits_or_none(mikro):
    proposed = json.loads(mikro("--json").out)["nudge"]
    mikro("log", proposed["action"])
    assert entries(mikro)[0]["variation"] == proposed["variation"]
    other = "doubt" if proposed["action"] != "doubt" else "ask"
    mikro("edit", "1", "--action", other)
    assert (entries(mikro)[0]["action"], entries(mikro)[0]["variation"]) == (other, None)
    mikro("edit", "1", "--action", proposed["action"])
    assert entries(mikro)[0]["variation"] == proposed["variation"]
    mikro("edit", "1", "--at", "i fredags 9:00")
    assert (entries(mikro)[0]["at"], entries(mikro)[0]["variation"]) == ("2026-11-20T09:00:00+01:00", None)


def test_an_emptied_note_is_gone_and_a_new_one_is_masked(mikro, logged):
    mikro("edit", "1", "--note", "")
    assert entries(mikro)[0]["note"] is None
    mikro("edit", "1", "--note", "ring 12345678")
    assert (entries(mikro)[0]["note"], entries(mikro)[0]["masked"]) == ("ring [tlf.]", 1)


@pytest.mark.parametrize("command", [("edit", "99", "--note", "x"), ("delete", "99"), ("delete", "abc")])
def test_an_entry_that_is_not_there_is_refused(mikro, logged, command):
    answer = mikro(*command)
    assert answer.code == 1
    assert "mikro history" in answer.err


def test_edit_with_nothing_to_change_is_refused(mikro, logged):
    answer = mikro("edit", "1")
    assert answer.code == 1
    assert "--note" in answer.err


def test_a_deleted_entry_comes_back_whole_with_its_number(mikro, logged):
    assert "no. 1" in mikro("delete", "1").out
    assert entries(mikro) == []
    assert "is there again" in mikro("undo").out.replace("\n", " ")
    assert entries(mikro) == [logged]


def test_what_a_change_answers_fits_a_screen_of_eighty_columns(mikro, logged):
    mikro("edit", "1", "--action", "feedback", lang="da")
    for words in ("edit", "1", "--note", "ny"), ("delete", "1"), ("undo",), ("redo",), ("undo",), ("undo",):
        assert all(len(line) < 80 for line in mikro(*words, lang="da").out.splitlines()), words


def test_undo_again_and_again_goes_back_to_the_beginning(mikro):
    mikro("log", "ask", "en")
    mikro("edit", "1", "--note", "to")
    mikro("today", "--plan", "Når …, så …")
    mikro("pause", "i morgen")
    mikro("resume", now="2026-11-24T08:00:00+01:00")
    mikro("delete", "1")
    # A sentence that is too wide for the screen goes on in the next row.
    said = [re.split(r"(?<=\.)\n", mikro("undo", "--older").out)[0].replace("\n", " ") for _ in range(6)]
    assert said == [
        "Taken back: no. 1 (Ask interested questions, Monday 23 November) is there again.",
        "Taken back: the pause is there again, as it was before.",
        "Taken back: the pause Tuesday 24 November 2026 is gone.",
        "Taken back: your plan is as it was before.",
        "Taken back: no. 1 (Ask interested questions, Monday 23 November) is as it was before.",
        "Taken back: no. 1 (Ask interested questions, Monday 23 November) is no longer recorded.",
    ]
    assert entries(mikro) == []
    refused = mikro("undo")
    assert (refused.code, refused.err) == (1, "mikro: There is nothing to take back.\n")


def test_undo_tells_how_much_more_can_be_taken_back(mikro, logged):
    mikro("log", "ask")
    assert "1 earlier change can be taken back too." in mikro("undo").out
    assert "can be taken back too" not in mikro("undo").out


def test_every_change_has_a_document_for_programs(mikro, logged):
    changed = json.loads(mikro("edit", "1", "--went", "ok", "--json").out)
    assert changed["entry"] == {**logged, "went": "ok"}
    deleted = json.loads(mikro("delete", "1", "--json").out)
    assert deleted["deleted"]["id"] == logged["id"]
    undone = json.loads(mikro("undo", "--json").out)
    assert (undone["undone"], undone["entry"]["id"], undone["left"]) == ("delete", logged["id"], 2)


def test_the_week_follows_an_undo_and_an_edit(mikro, logged):
    def done():
        return json.loads(mikro("--json").out)["week"]["done_days"]

    assert done() == 1
    mikro("edit", "1", "--at", "20/11")
    assert done() == 0
    mikro("undo")
    assert done() == 1
    mikro("undo")
    assert done() == 0


def test_edit_takes_a_bare_note_as_log_does(mikro, logged):
    assert mikro("edit", "1", "en", "ny note").code == 0
    assert [entry["note"] for entry in entries(mikro) if entry["number"] == 1] == ["en ny note"]
    assert mikro("edit", "1", "").code == 0
    assert [entry["note"] for entry in entries(mikro) if entry["number"] == 1] == [None]
    refused = mikro("edit", "1", "en", "--note", "to")
    assert refused.code == 1
    assert "two notes" in refused.err


@pytest.mark.parametrize(
    ("option", "key", "word"), [("--reach", "reach", "opad"), ("--went", "went", "svært")]
)
def test_what_an_entry_says_of_whom_and_how_can_be_taken_away(mikro, option, key, word):
    mikro("log", "ask", "x", option, word)
    assert entries(mikro)[0][key] is not None
    assert mikro("edit", "1", option, "").code == 0
    assert entries(mikro)[0][key] is None
    refused = mikro("edit", "1", option, "foo", lang="da")
    assert (refused.code, word in refused.err) == (2, True)
    assert mikro("log", "ask", option, "").code == 2
