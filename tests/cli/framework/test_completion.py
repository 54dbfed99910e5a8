"""Shell completion: what is offered, to which shell, in which language, and where it is installed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from mikrohandlinger.cli.framework import completion


@pytest.fixture
def offered(mikro):
    """What a shell is offered for a line; the last word is the one being written."""

    def ask(shell, line, **options):
        words = line.split(" ")
        env = {
            "bash": {"COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1)},
            "zsh": {"_TYPER_COMPLETE_ARGS": line},
            "fish": {"_TYPER_COMPLETE_ARGS": line, "_TYPER_COMPLETE_FISH_ACTION": "get-args"},
            "powershell": {"_TYPER_COMPLETE_ARGS": line, "_TYPER_COMPLETE_WORD_TO_COMPLETE": words[-1]},
        }[shell]
        answer = mikro(env={**env, "_MIKRO_COMPLETE": f"complete_{shell}"}, **options)
        assert (answer.code, answer.err) == (0, "")
        return answer.out.splitlines()

    return ask


def test_every_command_is_offered(offered):
    found = offered("bash", "mikro ")
    assert found[:3] == ["today", "log", "week"]
    assert {"undo", "history", "setup", "config", "pause"} < set(found)
    assert offered("bash", "mikro lo") == ["log"]
    assert offered("bash", "mikro config ") == ["list", "get", "set", "reset", "path"]


def test_options_and_their_values_are_offered(offered):
    assert offered("bash", "mikro log --re") == ["--reach"]
    assert offered("bash", "mikro log --reach ") == ["known", "new", "up", "across"]
    assert offered("bash", "mikro log --reach=n") == ["new"]
    assert "--version" in offered("bash", "mikro --")
    assert "--another" in offered("bash", "mikro today --")


def test_actions_are_offered_by_id_and_by_the_word_that_was_begun(offered):
    assert offered("bash", "mikro log ") == ["ask", "doubt", "feedback"]
    assert offered("bash", "mikro log ", lang="da") == ["spørg", "tvivl", "feedback"]
    assert offered("bash", "mikro log tv", lang="da") == ["tvivl"]
    assert offered("bash", "mikro log sp", lang="da") == ["spørg"]
    assert offered("bash", "mikro log d") == ["doubt"]
    assert offered("bash", "mikro history --action f") == ["feedback"]


def test_meetings_are_offered_by_id_with_their_title(offered):
    assert offered("bash", "mikro process show ") == ["safety", "one-rule", "rule-week"]
    assert offered("bash", "mikro process run sa") == ["safety"]
    assert any("One rule less today" in line for line in offered("fish", "mikro process export one"))


def test_a_note_is_left_to_its_writer(offered):
    assert "".join(offered("bash", "mikro log ask ")) == ""


def test_the_latest_numbers_are_offered_with_day_and_action_but_not_with_the_note(mikro, offered):
    for note in ("hemmelig", "privat"):
        mikro("log", "tvivl", note)
    assert offered("bash", "mikro edit ") == ["2", "1"]
    assert offered("fish", "mikro delete ") == ["2\t23 Nov Share your doubts", "1\t23 Nov Share your doubts"]


def test_settings_and_their_values_are_offered(offered):
    assert offered("bash", "mikro config set work") == ["workdays", "work"]
    assert offered("bash", "mikro config set role ") == ["employee", "leader"]
    assert offered("bash", "mikro config reset go") == ["goal"]
    assert offered("bash", "mikro config set goal ") == ["1", "2", "3", "4", "5", "6", "7"]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("mikro config set role ", ["medarbejder", "leder"]),
        ("mikro config set work ", ["kontor", "pleje", "skole", "dagtilbud", "farten", "drift"]),
        ("mikro config set role em", ["employee"]),
        ("mikro config set show_streaks n", ["nej"]),
        ("mikro log --reach ", ["kendt", "ny", "opad", "tværs"]),
        ("mikro log --reach n", ["ny"]),
        ("mikro log --reach=new", ["new"]),
        ("mikro edit 1 --went ", ["let", "ok", "svært"]),
        ("mikro week --plan-used ", ["ja", "noget", "nej"]),
    ],
)
def test_values_are_offered_in_the_words_of_the_screen_and_each_is_understood(mikro, offered, line, words):
    assert offered("bash", line, lang="da") == words
    if "config" in line:
        for word in words:
            assert mikro(*line.split()[1:4], word, lang="da").code == 0


def test_meanings_are_in_the_language_of_the_user_short_and_on_one_line(offered):
    for shell in ("zsh", "fish", "powershell"):
        for line in ("mikro ", "mikro log --", "mikro config set "):
            assert len(offered(shell, line, lang="da")) == len(offered(shell, line, lang="en")) > 3
    assert "log\tNotér på få sekunder, hvad du gjorde." in offered("fish", "mikro lo", lang="da")
    assert "log:::Record what you did, in seconds." in offered("powershell", "mikro lo")
    assert '"log":"Record what you did, in seconds."' in offered("zsh", "mikro lo")[0]


def test_data_that_cannot_be_read_offers_nothing_and_says_nothing(offered, home):
    home.mkdir()
    (home / "mikro.db").write_text("no database")
    (home / "actions.toml").write_text("no = [toml")
    assert "".join(offered("bash", "mikro edit ")) == ""
    assert offered("bash", "mikro log ") == ["ask", "doubt", "feedback"]


def test_asking_creates_no_data(offered, home):
    offered("bash", "mikro edit ")
    assert not (home / "mikro.db").exists()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_installing_writes_the_script_where_the_shell_finds_it(mikro, monkeypatch, tmp_path, shell):
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "home")
    monkeypatch.setattr(completion, "_shell", lambda: shell)
    answer = mikro("--install-completion", lang="da")
    assert answer.code == 0
    where = {
        "bash": ".bash_completions/mikro.sh",
        "zsh": ".zfunc/_mikro",
        "fish": ".config/fish/completions/mikro.fish",
    }
    path = tmp_path / "home" / where[shell]
    assert str(path) in answer.out
    assert answer.out.startswith(f"Det er sat op til {shell} og ligger i ")
    script = path.read_text()
    assert f"_MIKRO_COMPLETE=complete_{shell}" in script
    assert mikro("--show-completion").out.strip() == script.strip()


def test_installing_for_powershell_adds_to_the_profile_once_and_leaves_the_execution_policy(
    mikro, monkeypatch, tmp_path
):
    profile = tmp_path / "Dokumenter" / "profile.ps1"
    calls = []

    def run(command, **_options):
        calls.append(command)
        return SimpleNamespace(stdout=f"{profile}\r\n".encode())

    monkeypatch.setattr(subprocess, "run", run)
    monkeypatch.setattr(completion, "_shell", lambda: "pwsh")
    assert mikro("--install-completion").code == 0
    content = profile.read_text("utf-8")
    assert "Register-ArgumentCompleter -Native -CommandName mikro" in content
    assert mikro("--install-completion").code == 0
    assert profile.read_text("utf-8") == content
    assert "ExecutionPolicy" not in str(calls)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell", "pwsh"])
def test_the_shell_may_be_named(mikro, monkeypatch, shell):
    monkeypatch.setattr("mikrohandlinger.cli.framework.typer_private.shell_name", lambda: None)
    answer = mikro("--show-completion", shell)
    assert (answer.code, answer.err) == (0, "")
    assert "complete_powershell" in answer.out if "p" in shell else f"complete_{shell}" in answer.out
    assert mikro("--show-completion", "tcsh").code == 1
    assert mikro("--show-completion").code == 1
    assert mikro("--show-completion", "--version").code == 0


def test_an_unknown_shell_is_refused_with_those_that_are_known(mikro, monkeypatch):
    monkeypatch.setattr("mikrohandlinger.cli.framework.typer_private.shell_name", lambda: "tcsh")
    answer = mikro("--install-completion")
    assert answer.code == 1
    assert "bash, zsh, fish, powershell, pwsh" in answer.err


@pytest.mark.skipif(sys.platform == "win32" or not Path("/bin/bash").exists(), reason="needs bash")
def test_bash_itself_completes_with_the_installed_script(tmp_path, mikro):
    program = tmp_path / "bin" / "mikro"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m mikrohandlinger "$@"\n')
    program.chmod(0o755)
    from mikrohandlinger.cli.framework.typer_private import get_completion_script

    script = get_completion_script(prog_name="mikro", complete_var="_MIKRO_COMPLETE", shell="bash")
    probe = f"""
PATH={program.parent}:$PATH
{script}
COMP_WORDS=(mikro log --reach u); COMP_CWORD=3
_mikro_completion mikro
printf '%s\\n' "${{COMPREPLY[@]}}"
complete -p mikro
"""
    answer = subprocess.run(["/bin/bash", "--norc", "-c", probe], capture_output=True, text=True, check=True)
    assert answer.stdout.splitlines() == ["up", "complete -o default -F _mikro_completion mikro"]
