"""Whatever a command answers under ``--json`` is an object whose first key is its form."""

from __future__ import annotations

import json
import sys

import pytest

from mikrohandlinger.cli import app
from mikrohandlinger.cli.framework.groups import MikroGroup
from mikrohandlinger.cli.framework.typer_private import Context

#: What each command that takes ``--json`` is tried with; each line is a run of its own, after a day's use.
TRIED: dict[str, list[list[str]]] = {
    "today": [[], ["--another"]],
    "log": [["ask", "en note"]],
    "week": [[], ["last"]],
    "history": [[], ["--year"], ["--reflections"], ["--search", "note"]],
    "undo": [[]],
    "edit": [["1", "--note", "en anden"]],
    "delete": [["1"]],
    "redo": [[]],
    "pause": [["--list"], ["24/12", "1/1"]],
    "resume": [[]],
    "actions list": [[], ["ask"], ["ask-unused-skill"]],
    "actions add": [["--action", "ask", "--text", "Vis en ny kollega, hvor kaffen står.", "--when", "Når en ny begynder.",
                     "--say", "Kom, så viser jeg dig det."]],
    "actions check": [["@own"], []],
    "actions hide": [["ask-unused-skill"]],
    "actions unhide": [["ask-unused-skill"]],
    "why": [[], ["--all"], ["limits"], ["castro2025"], ["sources"]],
    "nudge status": [[]],
    "setup": [[], ["--defaults"]],
    "config list": [[]],
    "export": [["-o", "@file"]],
    "import": [["@history"]],
    "sync": [["@folder", "--yes"], ["--conflicts"]],
    "config get": [["goal"], ["question.learned"]],
    "config path": [[]],
    "actions path": [[]],
    "rule add": [["Skemaet", "--minutes", "5-10"]],
    "rule list": [[]],
    "rule show": [["1"]],
    "rule edit": [["1", "--people", "3"]],
    "rule raise": [["1", "--to", "direktionen"]],
    "rule answer": [["1", "Vi prøver", "--trying"]],
    "rule close": [["1", "--changed"]],
    "rule export": [["1"], []],
    "process list": [[], ["safety"]],
    "process show": [["safety", "--short"]],
    "process export": [["one-rule"]],
    "process run": [["rule-week"]],
    "process check": [[]],
    "process path": [[]],
    "backup": [[]],
    "restore": [["@kept", "--yes"]],
    "doctor": [[], ["--fix"], ["--rescue"]],
    "erase": [["--all", "--yes"]],
}  # fmt: skip

REFUSED = [
    ("edit", "999"),
    ("edit", "1"),
    ("actions", "hide", "no-such-variation"),
    ("history", "--from", "whenever"),
    ("why", "no-such-topic"),
    ("rule", "show", "9"),
    ("rule", "add", "Skemaet", "--ask", "remove"),
    ("rule", "add", "Skemaet", "--times", "0/week"),
    ("today", "--no-such-option"),
    ("no-such-command",),
]


def commands_with_json():
    """The names of every command that takes ``--json``."""

    def walk(command, name, above):
        context = Context(command, parent=above, info_name=name)
        if isinstance(command, MikroGroup):
            for word in command.list_commands(context):
                yield from walk(command.get_command(context, word), f"{name} {word}".strip(), context)
        elif any("--json" in getattr(parameter, "opts", ()) for parameter in command.get_params(context)):
            yield name

    return sorted(walk(app.build(), "", None))


def in_one_piece(text):
    """The one document in ``text``, as pairs, so that the order of its keys is seen."""
    return json.loads(text, object_pairs_hook=list)


@pytest.fixture
def used(mikro, home, request):
    """The data of somebody who has used the program for a day; the jobs of whoever runs the tests are not looked at."""
    if sys.platform != "win32":
        request.getfixturevalue("bin_folder")
    mikro("today")
    mikro("log", "ask", "en note")
    mikro("week", "--answer", "plan=Når jeg henter kaffe, så spørger jeg")
    mikro("rule", "add", "Skemaet skrives to steder")
    (home / "actions.toml").write_text('schema = 1\nhide = ["ask-unused-skill"]\n')


def test_every_command_with_json_is_tried_here():
    assert commands_with_json() == sorted(TRIED)


@pytest.mark.parametrize(
    ("name", "words"),
    [(name, words) for name, lines in TRIED.items() for words in lines],
    ids=lambda given: given if isinstance(given, str) else " ".join(given)[:30],
)
def test_every_answer_is_an_object_that_begins_with_its_form(mikro, used, home, tmp_path, name, words):
    places = {
        "@own": home / "actions.toml",
        "@kept": home / "mikro.db",
        "@file": tmp_path / "new.jsonl",
        "@history": tmp_path / "habits.csv",
        "@folder": tmp_path / "shared",
    }
    places["@history"].write_text("2026-11-20,ask,en note\n")
    places["@folder"].mkdir()
    found = mikro(*name.split(), *(str(places.get(word, word)) for word in words), "--json")
    assert found.code == 0, f"{found.out}{found.err}"
    assert in_one_piece(found.out)[0] == ("schema", 1)


@pytest.mark.parametrize("words", REFUSED, ids=" ".join)
def test_every_refusal_is_an_object_that_begins_with_its_form(mikro, used, words):
    found = mikro(*words, "--json")
    assert found.code in (1, 2)
    assert found.out == ""
    form, (key, _told) = in_one_piece(found.err)
    assert (form, key) == (("schema", 1), "error")


#: An entry for programs, as the contract has it.
ENTRY = ["id", "number", "at", "day", "action", "variation", "text", "note", "reach", "went", "masked", "rule", "feedback"]  # fmt: skip


def test_an_entry_is_the_same_in_every_document_with_the_sentence_of_its_proposal(mikro):
    sentence = json.loads(mikro("--json", lang="da").out)["nudge"]["text"]
    logged = json.loads(mikro("log", "--json", lang="da").out)["entry"]
    assert list(logged) == ENTRY
    assert logged["text"] == sentence
    assert json.loads(mikro("edit", "1", "--note", "x", "--json", lang="da").out)["entry"]["text"] == sentence
    edited = {**logged, "note": "x"}
    for words in (("today",), ("week",), ("history",), ("history", "--year")):
        assert json.loads(mikro(*words, "--json", lang="da").out)["entries"] == [edited], words
    assert json.loads(mikro("delete", "1", "--json", lang="da").out)["deleted"] == edited
    assert json.loads(mikro("undo", "--json", lang="da").out)["entry"] == edited
    assert json.loads(mikro("history", "--json", lang="en").out)["entries"][0]["text"] not in (None, sentence)


def test_an_entry_of_what_was_not_proposed_has_no_sentence(mikro):
    proposed = json.loads(mikro("--json").out)["nudge"]["action"]
    other = "doubt" if proposed != "doubt" else "ask"
    entry = json.loads(mikro("log", other, "--json").out)["entry"]
    assert (entry["variation"], entry["text"]) == (None, None)
