"""The whole program as its user starts it: a process for each command, from the first morning to the next week."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

MONDAY = "2026-11-23T08:30:00+01:00"
FRIDAY = "2026-11-27T14:00:00+01:00"
NEXT_MONDAY = "2026-11-30T08:15:00+01:00"


def document(process):
    assert (process.returncode, process.stderr) == (0, ""), process
    return json.loads(process.stdout)


def test_a_fortnight_of_a_danish_user(run, home):
    # Monday morning, on a machine that has never seen the program.
    assert not home.exists()
    first = run(lang="da")
    assert (first.returncode, first.stderr) == (0, "")
    assert first.stdout.startswith("Mandag den 23. november  ·  uge 48\n")
    assert "En ny uge. Dit mål er 3 dage." in first.stdout
    proposed = document(run("today", "--json", lang="da"))["nudge"]
    assert " ".join(proposed["text"].split()) in " ".join(first.stdout.split())

    # After the conversation; later that day about another one; Tuesday about Monday.
    assert run("log", "det gik fint", lang="da").stdout.endswith("Denne uge: 1 dag af 3.\n")
    run("log", "tvivl", "--reach", "new", "--went", "hard", "fik et godt råd")
    run("log", "feedback", "--at", "i går 14:30", now="2026-11-25T09:00:00+01:00")

    # Friday: log, look at the week, look back.
    answer = run("log", "spørg", now=FRIDAY, lang="da")
    assert answer.stdout.endswith(
        "  Denne uge: 3 dage. Du har nået dit mål.\n"
        "  Ugens sidste arbejdsdag. Fem minutter til at se tilbage: mikro week --reflect\n"
    )
    week = document(run("week", "--json", now=FRIDAY))
    assert list(week)[:9] == [
        "schema",
        "week",
        "from",
        "to",
        "goal",
        "available_days",
        "done_days",
        "met",
        "days",
    ]
    assert (week["week"], week["done_days"], week["met"], week["total"]) == ("2026-W48", 3, True, 4)
    assert [day["entries"] for day in week["days"]] == [2, 1, 0, 0, 1, 0, 0]
    counts = {"ask": 1, "doubt": 1, "feedback": 1}
    counts[proposed["action"]] += 1
    assert {row["action"]: row["count"] for row in week["actions"]} == counts
    assert week["reach"] == {"known": 0, "new": 1, "up": 0, "across": 0, "unset": 3}
    plan = "Når jeg tager kaffe, så spørger jeg den, jeg ikke kender"
    reflected = run(
        "week",
        "--reflect",
        "--answer",
        "learned=at skemaet kan forkortes",
        "--answer",
        f"plan={plan}",
        now=FRIDAY,
    )
    assert reflected.returncode == 0
    week = document(run("week", "--json", now=FRIDAY))
    assert week["reflection"] == {"learned": "at skemaet kan forkortes", "plan": plan}
    assert week["plan"] is None

    # The week after: the plan is there, the streak stands, and nothing is owed.
    today = document(run("today", "--json", now=NEXT_MONDAY))
    assert today["plan"] == plan
    assert today["week"] == {"week": "2026-W49", "done_days": 0, "goal": 3, "available_days": 5}
    assert plan in " ".join(run("today", now=NEXT_MONDAY, columns=100, lang="da").stdout.split())
    assert document(run("week", "--json", now=NEXT_MONDAY))["streak_weeks"] == 1
    assert document(run("week", "last", "--json", now=NEXT_MONDAY))["week"] == "2026-W48"

    # Everything that was written is there, newest first, and can be taken back.
    entries = document(run("history", "--json", now=NEXT_MONDAY))["entries"]
    assert [entry["number"] for entry in entries] == [4, 3, 2, 1]
    assert {entry["note"] for entry in entries} == {"det gik fint", "fik et godt råd", None}
    run("undo", "--older", now=NEXT_MONDAY)
    assert document(run("week", "last", "--json", now=NEXT_MONDAY))["reflection"] is None


def test_pipes_in_and_out(run):
    assert run("log", "ask", "--note", "-", input="fra et rør\n").returncode == 0
    assert document(run("history", "--json"))["entries"][0]["note"] == "fra et rør"
    assert "\x1b" not in run("today", env={"NO_COLOR": None, "TERM": "xterm-256color"}).stdout


def test_exit_codes(run):
    assert run("today").returncode == 0
    refused = run("edit", "99", "--note", "x")
    assert (refused.returncode, refused.stdout, refused.stderr.count("\n")) == (1, "", 1)
    assert run("tday").returncode == 2
    as_json = run("log", "--at", "i morgen", "--json")
    assert as_json.returncode == 1
    assert json.loads(as_json.stderr)["error"]["code"] == "when-in-future"


def test_the_installed_program_and_the_module_are_the_same(run):
    version = run("--version")
    assert version.returncode == 0
    assert version.stdout.startswith("mikro ")
    from importlib.metadata import entry_points

    (script,) = [point for point in entry_points(group="console_scripts") if point.name == "mikro"]
    assert script.value == "mikrohandlinger.__main__:main"


INTERRUPTED = """
import os, signal, sys
from mikrohandlinger.storage.database.proposals import Proposals
Proposals.of = lambda *_: os.kill(os.getpid(), signal.SIGINT)
sys.argv = ["mikro", "log"]
from mikrohandlinger.__main__ import main
main()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_ctrl_c_ends_with_130_and_no_traceback():
    answer = subprocess.run([sys.executable, "-c", INTERRUPTED], capture_output=True, text=True, check=False)
    assert (answer.returncode, answer.stdout, answer.stderr) == (130, "", "\n")


WORKING_ON = """
import sys, threading
def work():
    threading.main_thread().join()
    print("and later", flush=True)
threading.Thread(target=work).start()
sys.argv = ["mikro", "log", "ask"]
from mikrohandlinger.__main__ import main
main()
"""


def test_what_still_works_is_waited_for():
    answer = subprocess.run([sys.executable, "-c", WORKING_ON], capture_output=True, text=True, check=False)
    assert (answer.returncode, answer.stderr) == (0, "")
    assert answer.stdout.endswith("and later\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has /dev/full")
@pytest.mark.parametrize(
    ("words", "code"),
    [(("log", "ask"), 1), (("--version",), 1), (("edit", "99", "--note", "x"), 1), (("today", "--bogus"), 2)],
)
def test_the_exit_code_survives_when_nothing_can_be_written(words, code):
    with Path("/dev/full").open("w") as full:
        answer = subprocess.run(
            [sys.executable, "-m", "mikrohandlinger", *words], stdout=full, stderr=full, check=False
        )
    assert answer.returncode == code


@pytest.mark.skipif(sys.platform == "win32", reason="pipes break with another error there")
@pytest.mark.parametrize("words", [("log", "ask"), ("today",), ("--help",)], ids=" ".join)
def test_a_reader_that_never_reads_loses_no_entry_and_no_exit_code(run, words):
    child = subprocess.Popen(
        [sys.executable, "-m", "mikrohandlinger", *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert child.stdout is not None
    assert child.stderr is not None
    child.stdout.close()
    assert (child.wait(30), child.stderr.read()) == (0, b"")
    child.stderr.close()
    assert len(document(run("history", "--json"))["entries"]) == (words[0] == "log")


@pytest.mark.skipif(sys.platform == "win32", reason="without HOME Windows asks elsewhere")
def test_a_home_that_does_not_exist_yet_is_made(run, tmp_path):
    answer = run(
        "log",
        "ask",
        env={
            "MIKRO_HOME": None,
            "HOME": str(tmp_path / "new" / "home"),
            "XDG_DATA_HOME": None,
            "XDG_CONFIG_HOME": None,
            "XDG_CACHE_HOME": None,
        },
    )
    assert answer.returncode == 0
    assert list((tmp_path / "new" / "home").rglob("mikro.db"))
