"""``mikro export``, ``import`` and ``sync``: what they say, where it goes, and what they ask."""

from __future__ import annotations

import json
import os
import stat
import sys

import pytest


@pytest.fixture
def history(tmp_path):
    path = tmp_path / "gamle.csv"
    path.write_text("dato;navn;note\n20-11-2026;tal;ring 20304050\n19-11-2026;løb;\n", "utf-8")
    return path


@pytest.fixture
def shared(tmp_path):
    folder = tmp_path / "shared"
    folder.mkdir()
    return folder


def notes(mikro, **more):
    return [entry["note"] for entry in json.loads(mikro("history", "--json", **more).out)["entries"]]


def test_an_export_to_standard_output_is_the_lines_alone_and_says_beside_them_what_leaves(mikro):
    mikro("log", "ask", "en note")
    for words in (("export",), ("export", "-o", "-")):
        found = mikro(*words)
        assert [json.loads(line)["kind"] for line in found.out.splitlines()][:2] == ["header", "entry"]
        assert "1 entry" in found.err
        assert "Your own words are in it, in 1 place" in found.err


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("x.jsonl", '{"kind":"header"'),
        ("x.csv", "\ufeffkind;day"),
        ("x.md", "# My micro-actions"),
        ("x.toml", "program = "),
    ],
)
def test_the_ending_of_the_file_says_the_form(mikro, tmp_path, name, begins):
    mikro("log", "ask", "en note")
    found = mikro("export", "-o", tmp_path / name)
    assert found.code == 0
    assert "It holds 1 entry" in found.out
    assert (tmp_path / name).read_text("utf-8").startswith(begins)
    if sys.platform != "win32":
        assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600


def test_a_form_that_is_not_written_and_two_at_once_are_refused(mikro, tmp_path):
    assert mikro("export", "-o", tmp_path / "x.pdf").code == 1
    assert mikro("export", "-o", tmp_path / "x.csv", "--format", "toml").code == 1
    assert mikro("export", "--json").code == 1
    assert list(tmp_path.glob("x.*")) == []


def test_without_notes_no_own_word_leaves(mikro, tmp_path):
    mikro("log", "ask", "hemmeligt")
    for form in ("jsonl", "csv", "markdown", "toml"):
        found = mikro("export", "--format", form, "--no-notes")
        assert "hemmeligt" not in found.out
        assert "Your own words are left out." in found.err


def test_a_diary_reads_from_the_oldest_day_on(mikro):
    mikro("log", "ask", "mandag\nto linjer", now="2026-11-16T08:00:00+01:00")
    mikro("log", "doubt", "# *ingen* overskrift")
    mikro("week", "--answer", "learned=noget")
    out = mikro("export", "--format", "markdown", lang="da").out
    assert (
        out.index("Uge 47") < out.index("mandag den 16. november") < out.index("Uge 48") < out.index("Lært")
    )
    assert "\\# \\*ingen\\* overskrift" in out


def test_a_history_comes_in_and_says_what_did_not(mikro, history):
    found = mikro("import", history, "--map", "tal=spørg", lang="da")
    assert found.code == 0
    assert "1 registrering fra fredag den 20. november 2026" in found.out
    assert "1 personlig oplysning bliver skjult" in found.out
    assert "linje 3    »løb« er ingen mikrohandling" in found.out
    assert notes(mikro) == ["ring [tlf.]"]
    again = mikro("import", history, "--map", "tal=spørg", lang="da")
    assert again.code == 0
    assert "her i forvejen" in again.out
    assert "det, der kom ind med en import" in mikro("undo", "--list", lang="da").out
    assert "Fortrudt: det, der kom ind med en import." in mikro("fortryd", lang="da").out
    assert notes(mikro) == []


def test_what_is_not_understood_is_refused_where_nobody_can_be_asked(mikro, history):
    history.write_text("dato;navn\n20-11-2026;ask\n32-11-2026;ask\n")
    found = mikro("import", history)
    assert found.code == 1
    assert "line 3" in found.out
    assert "--skip" in found.err
    assert notes(mikro) == []
    assert mikro("import", history, "--skip").code == 0
    assert notes(mikro) == [None]


def test_nothing_understood_is_no_success(mikro, history):
    found = mikro("import", history)
    assert (found.code, "was understood" in " ".join(found.out.split())) == (1, True)
    assert mikro("import", history.parent / "nosuch").code == 1


def test_looking_first_stores_nothing_and_says_so(mikro, history):
    found = mikro("import", history, "--map", "tal=ask", "--dry-run")
    assert found.code == 0
    assert found.out.startswith("This would come in from")
    assert found.out.endswith("Nothing is stored. Run it again without --dry-run.\n")
    assert notes(mikro) == []


def test_on_a_terminal_each_habit_is_asked_for_and_whether_the_rest_shall_come(terminal, mikro, history):
    history.write_text("dato;navn\n20-11-2026;tal\n19-11-2026;løb\n32-11-2026;tal\n")
    process = terminal("import", str(history))
    process.expect("“tal”, 1 day: which action is it")
    process.sendline("spørg")
    process.expect("“løb”, 1 day")
    process.sendline("")
    process.expect("line 4 .*is no date")
    process.expect("Shall the rest come in")
    process.sendline("y")
    process.expect("takes all of it back")
    process.expect_exact(__import__("pexpect").EOF)
    assert notes(mikro) == [None]


def test_on_a_terminal_nothing_comes_in_without_a_yes(terminal, mikro, history):
    history.write_text("dato;navn\n20-11-2026;ask\n32-11-2026;ask\n")
    process = terminal("import", str(history))
    process.expect("Shall the rest come in")
    process.sendline("")
    process.expect("Nothing is stored")
    assert notes(mikro) == []


def test_the_first_time_a_folder_is_asked_about_and_never_again(terminal, mikro, shared):
    mikro("log", "ask", "en note")
    assert mikro("sync", shared).code == 1
    process = terminal("sync", str(shared))
    process.expect("Whoever can read the folder can read it")
    process.expect("asked this once")
    process.sendline("")
    process.expect("Nothing was written")
    assert list(shared.iterdir()) == []
    process = terminal("sync", str(shared))
    process.expect("asked this once")
    process.sendline("y")
    process.expect("Written: mikro-[0-9a-f]{16}.jsonl, ")
    assert mikro("sync", shared).out == "✓ Nothing new.\n"


def test_two_machines_come_together_in_danish_too(mikro, shared, tmp_path):
    def on(name):
        return {"MIKRO_HOME": str(tmp_path / name)}

    mikro("log", "ask", "på A", env=on("A"))
    mikro("sync", shared, "--yes", env=on("A"))
    found = mikro("synk", shared, "--yes", env=on("B"), lang="da")
    assert "✓ Hentet fra mikro-" in found.out
    assert notes(mikro, env=on("B")) == ["på A"]
    mikro("edit", "1", "--note", "rettet på A", env=on("A"), now="2026-11-23T09:00:00+01:00")
    mikro("edit", "1", "--note", "rettet på B", env=on("B"), now="2026-11-23T09:10:00+01:00")
    mikro("sync", shared, env=on("B"), now="2026-11-23T10:00:00+01:00")
    found = mikro("sync", shared, env=on("A"), now="2026-11-23T10:00:00+01:00", lang="da")
    assert "»rettet på A«" in found.out
    assert (
        "»rettet på A«"
        not in mikro("sync", shared, env=on("A"), now="2026-11-23T10:05:00+01:00", lang="da").out
    )
    listed = mikro("sync", "--conflicts", "--json", env=on("A"), now="2026-11-23T10:05:00+01:00")
    assert [each["words"] for each in json.loads(listed.out)["conflicts"]] == ["rettet på A"]


def test_looking_at_what_would_leave_writes_and_asks_nothing(mikro, shared, home):
    mikro("log", "ask", "en note")
    found = mikro("sync", shared, "--dry-run")
    assert found.code == 0
    assert "en note" in found.out
    assert list(shared.iterdir()) == []


@pytest.mark.parametrize("where", ["gone", "file", "mikro"])
def test_a_folder_that_cannot_be_shared_is_refused_with_a_sentence(mikro, tmp_path, where):
    mikro("log", "ask", "en note")
    (tmp_path / "file").write_text("x")
    found = mikro("sync", tmp_path / where, "--yes")
    assert (found.code, found.err.count("\n")) == (1, 1)


def test_a_folder_that_may_not_be_written_harms_nothing(mikro, shared):
    if sys.platform == "win32" or os.geteuid() == 0:
        pytest.skip("root may write everywhere, and Windows has no such permission bits")
    mikro("log", "ask", "en note")
    shared.chmod(0o500)
    assert mikro("sync", shared, "--yes").code == 1
    assert notes(mikro) == ["en note"]


def test_an_export_is_utf_8_whatever_the_console_knows(run):
    run("log", "ask", "æøå 🌱")
    env = {"PYTHONIOENCODING": "cp850"}
    import os
    import subprocess
    import sys

    found = subprocess.run(
        [sys.executable, "-m", "mikrohandlinger", "export"],
        capture_output=True,
        check=True,
        env={**os.environ, **env},
    )
    assert "æøå 🌱" in found.stdout.decode("utf-8")
    assert b"\r" not in found.stdout


def test_a_long_sentence_is_broken_between_words(mikro):
    mikro("log", "ask", "en note")
    mikro("pause", "today")
    mikro("config", "set", "anchor", "efter kaffen")
    mikro("week", "--answer", "learned=noget", "--answer", "plan=Når x, så y")
    said = mikro("export", columns=60).err
    assert max(map(len, said.splitlines())) <= 60


def test_an_export_tells_a_program_what_it_wrote(mikro, tmp_path):
    mikro("log", "ask", "en note")
    found = json.loads(mikro("export", "-o", tmp_path / "x.csv", "--json").out)
    assert (found["format"], found["kinds"]["entry"], found["own_words"]) == ("csv", 1, 1)
    assert json.loads(mikro("export", "-o", tmp_path / "x.md", "--no-notes", "--json").out)["own_words"] == 0


def test_an_import_tells_a_program_what_came_in(mikro, history):
    found = json.loads(mikro("import", history, "--map", "tal=ask", "--json").out)
    assert (found["stored"], found["new"], found["actions"], found["first"]) == (
        True,
        {"entry": 1},
        {"ask": 1},
        "2026-11-20",
    )
    assert len(found["left_out"]) == 1
    refused = mikro("import", history, "--json")
    assert (refused.code, json.loads(refused.out)["stored"]) == (1, False)
