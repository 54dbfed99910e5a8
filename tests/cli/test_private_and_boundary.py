"""What is private is looked at on every start, and the boundary answers whatever surrounds the program."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys

import pytest

from mikrohandlinger.cli.terminal import pager, person


def run(home, *words, **environ):
    given = {
        "PATH": os.environ["PATH"],
        "MIKRO_LANG": "da",
        "MIKRO_HOME": str(home),
        "MIKRO_NOW": "2026-11-23T10:00:00+01:00",
    }
    given = {name: value for name, value in (given | environ).items() if value is not None}
    return subprocess.run(
        [sys.executable, "-m", "mikrohandlinger", *words],
        env=given,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.skipif(os.name != "posix", reason="modes are those of POSIX")
def test_what_others_could_read_is_tightened_and_that_is_said_once(tmp_path):
    home = tmp_path / "home"
    assert run(home, "log", "ask", "hej").returncode == 0
    (home / "mikro.db").chmod(0o644)
    home.chmod(0o755)
    answer = run(home, "log", "ask", "hej igen")
    assert answer.returncode == 0
    assert answer.stderr.count("Andre kunne læse") == 1
    assert (home / "mikro.db").stat().st_mode & 0o777 == 0o600
    assert home.stat().st_mode & 0o777 == 0o700
    assert run(home, "log", "ask", "tredje").stderr == ""


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root gives files away")
def test_a_file_of_another_owner_is_refused(tmp_path):
    home = tmp_path / "home"
    run(home, "log", "ask", "hej")
    os.chown(home / "mikro.db", 2002, 2002)
    answer = run(home, "log", "ask", "hemmeligt")
    assert (answer.returncode, answer.stdout) == (1, "")
    assert "tilhører en anden bruger" in answer.stderr


@pytest.mark.parametrize(
    "environ",
    [
        {"PAGER": 'less -P"x'},
    ],
)
def test_an_odd_environment_is_answered_in_the_language_of_the_user(tmp_path, environ):
    home = tmp_path / "home"
    answer = run(home, "history", **environ)
    assert (answer.returncode, answer.stderr) == (0, "")


@pytest.mark.skipif(os.name != "posix", reason="Windows reads TZ otherwise")
def test_a_zone_that_is_none_is_refused_in_a_sentence(tmp_path):
    answer = run(tmp_path / "home", "log", "ask", "hej", TZ="XYZ+99", MIKRO_NOW=None)
    assert (answer.returncode, answer.stdout) == (1, "")
    assert answer.stderr.startswith("mikro: TZ er »XYZ+99«")


def test_a_catalogue_of_others_is_shown_harmlessly(tmp_path):
    file = tmp_path / "theirs.toml"
    file.write_text('[[variation]]\nid = "ask-\\u001b[31mred"\n"k\\u001b]0;x\\u0007" = 1\n')
    answer = run(tmp_path / "home", "actions", "check", str(file))
    assert answer.returncode == 1
    assert "\x1b" not in answer.stdout + answer.stderr


@pytest.mark.skipif(os.name != "posix", reason="~user is of POSIX")
def test_where_no_folder_can_be_found_that_is_said(tmp_path):
    answer = run(tmp_path, "log", "ask", "hej", MIKRO_HOME="~nosuchuser/x")
    assert (answer.returncode, answer.stdout) == (70, "")
    assert (
        answer.stderr == "mikro: Mappen ~nosuchuser/x findes ikke. Sæt MIKRO_HOME til en mappe, der er din.\n"
    )


def test_a_number_of_thousands_of_figures_is_refused_in_a_sentence(tmp_path):
    home = tmp_path / "home"
    home.mkdir(exist_ok=True)
    (home / "config.toml").write_text("goal = 0x" + "f" * 3900 + "\n")
    answer = run(home, "log", "ask", "hej")
    assert answer.returncode == 1
    assert "goal kan ikke være …" in answer.stderr


def test_a_pager_with_an_open_quotation_mark_is_no_pager(monkeypatch):
    monkeypatch.setattr(person, "is_there", lambda: True)
    assert pager._command({"PAGER": 'less -P"x'}) is None


@pytest.mark.parametrize(
    ("content", "note"),
    [
        (b"gr\xc3 s\xc3\xa5 bl\xc3\xa5b\xc3\xa6rgr\xc3\xb8d", "gr� så blåbærgrød"),
        ("hej med dig".encode("utf-16"), "hej med dig"),
        ("så blåt".encode("cp1252"), "så blåt"),
    ],
)
def test_a_bad_byte_costs_one_character(tmp_path, content, note):
    home = tmp_path / "home"
    environ = {"PATH": os.environ["PATH"], "MIKRO_HOME": str(home), "MIKRO_NOW": "2026-11-23T10:00:00+01:00"}
    line = [sys.executable, "-m", "mikrohandlinger", "log", "ask", "--note", "-"]
    subprocess.run(line, env=environ, input=content, capture_output=True, check=True)
    assert note in run(home, "history", "--json").stdout


@pytest.mark.skipif(os.name != "posix", reason="modes are those of POSIX")
@pytest.mark.parametrize("line", [("config",), ("log", "ask"), ("actions", "--json"), ("nudge", "calendar")])
def test_every_file_is_looked_at_by_every_command(mikro, home, line):
    mikro("log", "ask", "hej")
    mikro("config", "set", "goal", "2")
    mikro("actions", "hide", "ask-first-week-here")
    (home / "error.log").touch(0o600)
    for name in ("mikro.db", "config.toml", "actions.toml", "cache", "backups", "error.log"):
        (home / name).chmod(0o755)
        answer = mikro(*line, lang="da")
        assert answer.code == 0, name
        assert "Andre kunne læse" in answer.err, name
        assert (home / name).stat().st_mode & 0o077 == 0, name
        assert "Andre kunne læse" not in mikro(*line, lang="da").err, name


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with a name are of POSIX")
@pytest.mark.parametrize(
    "name",
    ["cache/prompt.tsv", "cache/prompt-shown", "nudge.log", "error.log", "mikro.db-journal", "mikro.db", "config.toml",
     "actions.toml", "device", ".config.toml.lock"],
)  # fmt: skip
def test_nothing_hangs_and_nothing_is_a_bug_where_a_file_is_none(mikro, home, tmp_path, name):
    assert mikro("nudge", "prompt", "bash").code == 0
    assert mikro("log", "ask", "hej").code == 0
    folders = [shutil.copytree(home, tmp_path / kind) for kind in ("pipe", "zero", "itself")]
    for folder in folders:
        (folder / name).unlink(missing_ok=True)
    os.mkfifo(tmp_path / "pipe" / name)
    (tmp_path / "zero" / name).symlink_to("/dev/zero")
    (tmp_path / "itself" / name).symlink_to(tmp_path / "itself" / name)
    lines = (("log", "ask", "x"), ("today", "--short"), ("nudge",), ("nudge", "prompt", "bash"),
             ("config", "set", "goal", "2"), ("week", "--json"))  # fmt: skip
    # One process, killed if it hangs, runs every command in every folder and tells each answer by itself.
    script = (
        "import json, os, sys; from mikrohandlinger.cli.boundary import run\n"
        "folders, lines = map(json.loads, sys.argv[1:])\n"
        "for os.environ['MIKRO_HOME'] in folders:\n"
        "    for line in lines: sys.stderr.write(f'\\0{run(line)}\\0')"
    )
    told = subprocess.run(
        [sys.executable, "-c", script, json.dumps([str(folder) for folder in folders]), json.dumps(lines)],
        env={**os.environ, "MIKRO_LANG": "da"},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    ).stderr.split("\0")
    ran = [(folder.name, *line) for folder in folders for line in lines]
    for line, error, code in zip(ran, told[:-1:2], told[1::2], strict=True):
        assert code in ("0", "1"), (line, error)
        # An own catalogue that cannot be read is told of, and the one that comes along goes on.
        assert code == "0" or error.startswith(("mikro: ", "{")), (line, error)
        for english in ("too many", "unable to", "no such", "not a directory", "permission"):
            assert english not in error.lower()


@pytest.mark.skipif(os.name != "posix", reason="elsewhere nobody can be asked whether they are running")
def test_words_that_were_being_written_when_mikro_was_killed_are_offered_back_once(tmp_path):
    home = tmp_path / "home"
    run(home, "log", "ask", "hej")
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait()
    (home / "cache" / f"answer-{child.pid}.txt").write_text("# Hvad lærte du?\nAt spørge først\n", "utf-8")
    kept = home / f"kept-answer-{child.pid}.txt"
    assert run(home, "week").stderr == (
        f"mikro: mikro blev stoppet, mens du skrev. Dine ord ligger i {kept}. Slet filen, når du har fået det med, du skal bruge.\n"
    )
    assert "At spørge først" in kept.read_text("utf-8")
    assert run(home, "week").stderr == ""


def test_where_a_page_was_written_is_told_as_it_is(tmp_path):
    home, real = tmp_path / "home", tmp_path / "real"
    real.mkdir()
    (tmp_path / "link").symlink_to(real)
    answer = run(home, "week", "-o", str(tmp_path / "link" / "\x1b[31muge.html"))
    assert answer.returncode == 0
    assert f"Skrevet til {real}/uge.html\n" in answer.stderr
    assert "\x1b" not in answer.stderr


def test_a_catalogue_of_others_turns_no_writing_round(tmp_path):
    file = tmp_path / "theirs.toml"
    file.write_text(
        '[[variation]]\nid = "ask-x"\naction = "ask"\nlevel = 1\n'
        'da = { text = "A\\u202Eb [bold]c", when = "\\u009b31m", say = "\\u0007", why = "w" }\n'
    )
    for asked in ((), ("--json",)):
        answer = run(tmp_path / "home", "actions", "check", str(file), *asked)
        for odd in "\x1b\x07\x9b\u202e":
            assert odd not in answer.stdout + answer.stderr


@pytest.mark.skipif(os.name != "posix", reason="the list of users is of POSIX")
@pytest.mark.parametrize("line", [("log", "ask", "hej"), ("nudge",), ("nudge", "off"), ("config",)])
def test_without_a_home_and_a_name_a_folder_of_ones_own_is_enough(tmp_path, line):
    script = (
        "import pwd, sys; pwd.getpwuid = lambda number: {}[number];"
        "from mikrohandlinger.cli.boundary import run; sys.exit(run(sys.argv[1:]))"
    )
    environ = {"PATH": "/usr/bin:/bin", "MIKRO_LANG": "da", "MIKRO_NOW": "2026-11-23T10:00:00+01:00"}

    def start(**more):
        return subprocess.run(
            [sys.executable, "-c", script, *line],
            env=environ | more,
            capture_output=True,
            text=True,
            check=False,
        )

    answer = start(MIKRO_HOME=str(tmp_path / "own"))
    assert (answer.returncode, answer.stderr) == (0, "")
    answer = start()
    assert (answer.returncode, answer.stderr.count("\n")) == (70, 1)
    assert "Sæt MIKRO_HOME til en mappe, der er din." in answer.stderr


@pytest.mark.parametrize(
    "environ",
    [
        {"LC_ALL": "xx_YY.nonsense"},
        {"LANG": "\udcff\udcfe"},
        {"COLUMNS": "nonsense"},
        {"COLUMNS": "-3"},
        {"TERM": "nonsense"},
        {"MIKRO_LANG": "fr"},
        {"TZ": "Foo/Bar"},
        {"TZ": "\udcff"},
        {"EDITOR": 'vi "x'},
        {"BROWSER": '"'},
    ],
    ids=repr,
)
def test_nonsense_in_the_environment_stops_nobody(tmp_path, environ):
    for line in (("log", "ask", "hej"), ("week",), ("today",)):
        answer = run(tmp_path / "home", *line, **environ)
        assert (answer.returncode, answer.stderr) == (0, "")


def test_a_bug_that_can_be_written_down_nowhere_does_not_name_a_file(tmp_path):
    (tmp_path / "file").write_text("in the way")
    script = (
        "import sys; from mikrohandlinger.cli import boundary;"
        "from mikrohandlinger.usecases.context import Context;"
        "Context.choose_language = lambda self: 1 // 0; sys.exit(boundary.run(['today']))"
    )
    environ = {"PATH": os.environ["PATH"], "MIKRO_HOME": str(tmp_path / "file")}
    answer = subprocess.run(
        [sys.executable, "-c", script], env=environ, capture_output=True, text=True, check=False
    )
    assert (answer.returncode, answer.stderr.count("\n")) == (70, 1)
    assert "error.log" not in answer.stderr
