"""``mikro process``: its list, its sheets, own meetings, and everywhere that own files are cared for."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile

import pytest

OWN = """\
schema = 1
[[process]]
id = "ours"
minutes = 5
da = { title = "Vores møde", aim = "At tale.", who = "Alle.", host = "Du spørger.", before = [] }
[[process.step]]
minutes = 5
da = { title = "Tal", says = "Hvad fylder mest?", group = "Taler.", ends = "Tiden er gået." }
"""


@pytest.fixture
def own(home):
    home.mkdir(exist_ok=True)
    path = home / "processes.toml"
    path.write_text(OWN, "utf-8")
    return path


def ids(mikro, *words):
    return [script["id"] for script in json.loads(mikro(*words, "--json").out)["processes"]]


def test_three_ship_in_both_languages(mikro):
    assert ids(mikro, "process") == ids(mikro, "process", "list") == ["safety", "one-rule", "rule-week"]
    for lang in ("da", "en"):
        for script in json.loads(mikro("process", "--json", lang=lang).out)["processes"]:
            assert script["title"] in mikro("process", lang=lang).out
            assert sum(step["minutes"] for step in script["steps"]) == script["minutes"]
            assert all(script[key] for key in ("aim", "who", "host", "preparation"))
            for step in script["steps"]:
                assert all(step[key] for key in ("title", "says", "group", "ends"))


@pytest.mark.parametrize("words", [("process", "safety"), ("møde", "tryghed"), ("moede", "vis", "Tryghed"),
                                   ("process", "show", "1"), ("møde", "liste", "safety")])  # fmt: skip
def test_a_meeting_is_shown_by_any_of_its_names(mikro, words):
    assert json.loads(mikro(*words, "--json").out)["process"]["id"] == "safety"


def test_the_shorter_form_takes_thirty_minutes(mikro):
    shown = json.loads(mikro("process", "show", "safety", "--short", "--json").out)["process"]
    assert (shown["minutes"], sum(step["minutes"] for step in shown["steps"])) == (30, 30)
    assert all(sum(part["minutes"] for part in step["group"]) == step["minutes"] for step in shown["steps"])


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("show", "nowhere"), "process-unknown"),
        (("show", "one-rule", "--short"), "process-no-short"),
        (("run", "safety", "--step", "7"), "process-no-step"),
        (("run",), "process-which"),
        (("export", "safety", "-o", "sheet.docx"), "ending-unknown"),
    ],
)
def test_what_there_is_not_is_refused(mikro, words, code):
    answer = mikro("process", *words, "--json")
    assert (answer.code, json.loads(answer.err)["error"]["code"]) == (1, code)


def test_without_a_terminal_nothing_waits_and_the_script_is_shown(run):
    held = run("process", "run", "safety")
    assert (held.returncode, held.stdout) == (0, run("process", "show", "safety").stdout)
    assert "\x1b" not in held.stdout


@pytest.mark.parametrize(("ending", "begins"), [("html", "<!DOCTYPE html>"), ("md", "# "), ("json", "{")])
def test_the_ending_of_the_file_decides_what_the_sheets_are(mikro, tmp_path, ending, begins):
    file = tmp_path / f"sheet.{ending}"
    answer = mikro("process", "export", "one-rule", "-o", file)
    assert answer.code == 0
    assert str(file) in answer.err
    assert file.read_text("utf-8").startswith(begins)


def test_the_sheets_are_markdown_where_no_form_is_named(mikro):
    assert mikro("process", "export", "safety").out.startswith("# ")
    assert mikro("process", "export", "safety", "--format", "html").out.startswith("<!DOCTYPE html>")


def test_the_sheets_are_no_picture(mikro):
    answer = mikro("process", "export", "safety", "--format", "svg")
    assert (answer.code, "not a picture" in answer.err) == (1, True)


def test_a_leader_is_told_how_to_take_part(mikro):
    told = "Keep your own opinion until everyone who wants to has spoken."
    before = mikro("process", "show", "safety", columns=120)
    mikro("config", "set", "role", "leader")
    after = mikro("process", "show", "safety", columns=120)
    assert told not in before.out
    assert told in after.out


def test_own_meetings_stand_beside_the_others(mikro, own):
    assert ids(mikro, "process")[-1] == "ours"
    assert mikro("process", "path").out.strip() == str(own)
    assert "Vores møde" in mikro("process", "ours", lang="en").out
    checked = mikro("process", "check")
    assert checked.code == 0
    assert "1 meeting, nothing to mend" in checked.out


def test_a_fault_in_them_is_told_with_its_line_and_the_others_can_still_be_held(mikro, own):
    own.write_text(OWN.replace("minutes = 5\nda", "minutes = 9\nda", 1), "utf-8")
    listed = mikro("process")
    assert listed.code == 0
    assert "line 4" in listed.err
    checked = mikro("process", "check", "--json")
    assert checked.code == 1
    (fault,) = json.loads(checked.out)["faults"]
    assert (fault["line"], fault["key"]) == (4, "minutes")
    doctor = mikro("doctor", "--json")
    found = {check["id"]: check for check in json.loads(doctor.out)["checks"]}
    assert (doctor.code, found["processes"]["state"]) == (1, "fault")
    assert found["processes"]["mend"] == f"mikro process check {own}"


def test_another_file_can_be_checked(mikro, tmp_path):
    file = tmp_path / "team.toml"
    file.write_text(OWN, "utf-8")
    assert mikro("process", "check", file).code == 0
    file.write_text("schema = ", "utf-8")
    broken = mikro("process", "check", file)
    assert (broken.code, "line 1" in broken.err) == (1, True)
    assert mikro("process", "check", tmp_path / "nowhere.toml").code == 1


def test_the_file_of_a_colleague_writes_nothing_but_text_on_the_screen(mikro, home):
    home.mkdir()
    (home / "processes.toml").write_text(OWN.replace("Vores møde", "Vores \\u001b[31m møde"), "utf-8")
    assert "\x1b" not in mikro("process").err + mikro("process", "check").out


def test_they_are_kept_restored_and_erased(mikro, own, tmp_path):
    mikro("log", "ask", "en snak")
    kept = tmp_path / "mikro.zip"
    answer = mikro("backup", kept)
    assert "your own meetings" in answer.out
    with zipfile.ZipFile(kept) as archive:
        assert archive.read("processes.toml") == own.read_bytes()
    own.unlink()
    assert mikro("restore", kept, "--yes").code == 0
    assert own.read_text("utf-8") == OWN
    mikro("erase", "--all", "--yes")
    assert not own.exists()


def test_the_daily_commands_know_nothing_of_it():
    script = (
        "import sys; from mikrohandlinger.cli.boundary import run;"
        " [run(words) for words in (['today'], ['log', 'ask'], ['week'])];"
        " print(sorted(name for name in sys.modules if 'process' in name and 'mikro' in name), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=True)
    assert done.stderr.splitlines()[-1] == "[]"


def test_a_team_s_meetings_stand_last_and_say_whose_they_are(mikro, tmp_path):
    team = tmp_path / "team"
    team.mkdir()
    (team / "processes.toml").write_text(OWN, "utf-8")
    mikro("config", "set", "team_folder", team)
    found = json.loads(mikro("process", "--json").out)["processes"]
    assert [(script["id"], script["from"]) for script in found[-2:]] == [
        ("rule-week", "built-in"),
        ("ours", "team"),
    ]
    assert "your team's" in mikro("process", "ours").out
    (team / "processes.toml").write_text(OWN.replace("minutes = 5\nda", "minutes = 9\nda", 1), "utf-8")
    once = [mikro("process") for _time in range(2)]
    assert ["line 4" in answer.err for answer in once] == [True, False]
    # What it last gave holds until it is mended.
    assert all("Vores møde" in answer.out for answer in once)


def test_what_was_kept_of_a_meeting_is_erased_too(mikro, home):
    home.mkdir()
    (home / "kept-meeting-7.txt").write_text("#\nUgeskemaet\n", "utf-8")
    mikro("erase", "--all", "--yes")
    assert not (home / "kept-meeting-7.txt").exists()
