"""Several commands at once: all succeed, and nothing is lost."""

from __future__ import annotations

import json
import re
import sqlite3
import tomllib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from mikrohandlinger.storage.toml.catalogue import built_in_path

if TYPE_CHECKING:
    from subprocess import Popen

Start = Callable[..., "Popen[str]"]
Stored = Callable[[], list[str]]


def finish(processes: list[Popen[str]]) -> list[str]:
    """Wait for all of them; each must have succeeded without a word of complaint."""
    outputs = []
    for process in processes:
        output, complaint = process.communicate(timeout=120)
        assert (process.returncode, complaint) == (0, "")
        outputs.append(output)
    return outputs


def test_eight_processes_that_log_twenty_five_times_each_lose_nothing(start: Start, stored: Stored) -> None:
    code = 'for n in range(25): mikro("log", "ask", f"note {sys.argv[1]}-{n}") and sys.exit(1)'
    outputs = finish([start(code, who) for who in range(8)])
    assert sorted(stored()) == sorted(f"note {who}-{n}" for who in range(8) for n in range(25))
    numbers = [int(number) for text in outputs for number in re.findall(r"\bno\. (\d+)", text)]
    assert sorted(numbers) == list(range(1, 201)), "each was told its own number"


def test_a_first_start_that_several_processes_race_for_gives_one_database(
    start: Start, stored: Stored, home: Path
) -> None:
    code = 'sys.exit(mikro("log", "ask", "note " + sys.argv[1]) or mikro("today", "--json"))'
    outputs = finish([start(code, who) for who in range(6)])
    assert sorted(stored()) == [f"note {who}" for who in range(6)]
    proposals = {json.loads(text[text.index("{") :])["nudge"]["variation"] for text in outputs}
    assert len(proposals) == 1, "everybody was shown the same"
    litter = [path for path in home.rglob(".*") if path.suffix != ".lock"]
    assert litter == []


def test_undo_and_log_at_the_same_time_never_lose_a_note_that_was_not_taken_back(
    start: Start, stored: Stored
) -> None:
    logging = [start('for n in range(10): mikro("log", "ask", f"{sys.argv[1]}-{n}")', who) for who in "ab"]
    undoing = start('for n in range(6):\n  while mikro("undo"): pass')
    finish(logging)
    output, _ = undoing.communicate(timeout=120)
    assert output.count("Taken back") == 6
    assert len(stored()) == 14


def test_settings_set_at_the_same_time_are_all_kept(start: Start, home: Path) -> None:
    code = 'sys.exit(mikro("config", "set", *sys.argv[1:]))'
    values = {"goal": "2", "role": "leader", "level_cap": "2", "anchor": "kaffe"}
    finish([start(code, key, value) for key, value in values.items()])
    text = (home / "config.toml").read_text("utf-8")
    assert all(key in text for key in values)


def test_variations_hidden_at_the_same_time_are_all_hidden(start: Start, home: Path) -> None:
    home.mkdir()
    (home / "actions.toml").write_text(
        'schema = 1\n# the team agreed on these\nhide = ["ask-map-the-room"]\n', "utf-8"
    )
    known = tomllib.loads(Path(built_in_path()).read_text("utf-8"))["variation"]
    names = [variation["id"] for variation in known[:8]]
    code = 'sys.exit(mikro("actions", "hide", sys.argv[1]))'
    finish([start(code, name) for name in names])
    text = (home / "actions.toml").read_text("utf-8")
    assert sorted(tomllib.loads(text)["hide"]) == sorted({*names, "ask-map-the-room"})
    assert "# the team agreed on these\n" in text


def test_variations_written_at_the_same_time_are_all_written(start: Start, home: Path) -> None:
    code = """
words = ("--when", "Når du møder en kollega om morgenen.", "--say", "Hvad betyder det for dig i dag?")
sys.exit(mikro("actions", "add", "--action", "ask", "--text", sys.argv[1], *words))
"""
    sentences = (
        "Spørg en kollega, hvad der giver ro i de travle timer.",
        "Spørg en nyansat, hvilken vane der undrer mest.",
        "Spørg den, der går hjem, hvordan vagten forløb.",
        "Spørg ved kaffen, hvem der mangler en hånd.",
    )
    finish([start(code, sentence) for sentence in sentences])
    same = [start(code, "Spørg chefen, hvad der fylder lige nu.") for _ in range(2)]
    for process in same:
        process.communicate(timeout=120)
    assert sorted(process.returncode for process in same) == [0, 1], (
        "each is held against the file as it is by then"
    )
    written = tomllib.loads((home / "actions.toml").read_text("utf-8"))["variation"]
    assert len({variation["da"]["text"] for variation in written}) == len(written) == 5


def test_an_upgrade_that_several_processes_race_for_is_done_once_and_keeps_a_copy_of_the_old_file(
    start: Start, stored: Stored, home: Path, tmp_path: Path
) -> None:
    finish([start('sys.exit(mikro("log", "ask", "before"))')])
    code = """
from mikrohandlinger.storage.database import opening, schema
schema.MIGRATIONS = (*schema.MIGRATIONS, "CREATE TABLE extra (word TEXT) STRICT;")
opening.VERSION += 1
print("ready", flush=True)
while not os.path.exists(sys.argv[1]): pass
sys.exit(mikro("log", "ask", sys.argv[2]))
"""
    go = tmp_path / "go"
    processes = [start(code, go, who) for who in "abcd"]
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    go.touch()
    finish(processes)
    assert sorted(stored()) == ["a", "b", "before", "c", "d"]
    (copy,) = (home / "backups").glob("mikro-before-version-*.db")
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT note FROM entries").fetchall() == [("before",)]
        assert connection.execute("SELECT name FROM sqlite_schema WHERE name = 'extra'").fetchall() == []
