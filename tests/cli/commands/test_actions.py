"""``mikro actions`` as a person runs it."""

from __future__ import annotations

import json
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Run = Callable[..., Any]

BUILT_IN = Path(__file__).parents[3] / "data" / "actions.toml"

OWN = """# Our team's own, please keep this line.
schema = 1

[[variation]]
id = "ask-own-best-hour"   # agreed in week 3
action = "ask"
level = 1
minutes = 5
settings = ["corridor"]
reach = ["known"]
signs = ["wonder"]
da = { text = "Spørg en kollega, hvilken time på dagen der går hurtigst.", when = "Når I venter.", say = "Hvilken time går hurtigst?" }
en = { text = "Ask a colleague which hour of the day passes fastest.", when = "When you wait.", say = "Which hour passes fastest?" }
"""

GOOD = (
    "--action", "spørg", "--text", "Ask a colleague which song gets them through Mondays.",
    "--when", "When you meet on a Monday.", "--say", "Which song gets you through a Monday?",
)  # fmt: skip


@pytest.fixture
def own(home: Path) -> Path:
    """The user's own file, as a team wrote it."""
    home.mkdir()
    file = home / "actions.toml"
    file.write_text(OWN, "utf-8", newline="\n")
    return file


def document(run: Run, *args: str) -> dict[str, Any]:
    done = run("actions", *args, "--json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)  # type: ignore[no-any-return]


def variations(run: Run, *args: str) -> list[dict[str, Any]]:
    return [one for action in document(run, *args)["actions"] for one in action["variations"]]


@pytest.mark.parametrize(("lang", "title"), [("da", "Giv dine tvivl til kende"), ("en", "Share your doubts")])
def test_alone_it_shows_the_three_actions(run: Run, lang: str, title: str) -> None:
    done = run("actions", lang=lang)
    assert done.returncode == 0
    assert title in done.stdout
    assert all(str(len(variations(run, action))) in done.stdout for action in ("ask", "doubt", "feedback"))
    assert "ask-what-surprised" not in done.stdout


@pytest.mark.parametrize("word", ["ask", "1", "spørg", "SPOERG", "sporg", "spørgsmål", "question"])
def test_an_action_is_known_by_any_of_its_words(run: Run, word: str) -> None:
    assert {one["action"] for one in variations(run, word)} == {"ask"}


def test_the_variations_of_an_action_are_listed(run: Run) -> None:
    done = run("actions", "doubt", lang="da")
    assert "doubt-one-task-at-the-board" in done.stdout
    assert "ask-what-surprised" not in done.stdout


def test_level_rules_and_minutes_narrow_the_list(run: Run) -> None:
    found = variations(run, "feedback", "--level", "2", "--rules", "--minutes", "5")
    assert found
    assert {(one["action"], one["level"], one["rules"], one["minutes"]) for one in found} == {
        ("feedback", 2, True, 5)
    }


def test_searching_finds_words_in_the_language_of_the_screen(run: Run) -> None:
    assert "ask-what-surprised" in [one["id"] for one in variations(run, "--search", "surprised")]
    assert variations(run, "--search", "overrasket") == []
    assert "ask-what-surprised" in run("actions", "--search", "overrasket", lang="da").stdout
    done = run("actions", "--search", "hvalfisk")
    assert done.returncode == 0
    assert "No variation fits that" in done.stdout


def test_one_variation_is_shown_in_full_with_its_source(run: Run) -> None:
    done = run("actions", "ask-what-surprised", lang="da")
    assert "Hvad har egentlig overrasket dig mest" in done.stdout
    assert "https://doi.org/10.1037/pspi0000097" in done.stdout
    one = document(run, "ask-what-surprised")["variation"]
    assert one["source"]["key"] == "huang2017"


@pytest.mark.parametrize(
    ("lang", "said"),
    [("da", "Sund fornuft, ikke en undersøgelse"), ("en", "Common sense, not a study")],
)
def test_a_reason_that_claims_nothing_says_so_in_the_language_of_the_screen(
    run: Run, lang: str, said: str
) -> None:
    assert f"{said}." in run("actions", "ask-way-into-the-job", lang=lang).stdout
    one = json.loads(run("actions", "ask-way-into-the-job", "--json", lang=lang).stdout)["variation"]
    assert (one["source"]["key"], one["source"]["title"]) == ("practice", said)


def test_a_word_that_is_nothing_is_refused_with_a_way_on(run: Run) -> None:
    done = run("actions", "hest")
    assert (done.returncode, done.stdout) == (1, "")
    assert "“hest”" in done.stderr
    near = run("actions", "ask-what-surprise")
    assert near.returncode == 1
    assert "ask-what-surprised" in near.stderr


def test_a_narrow_plain_screen_is_readable(run: Run) -> None:
    done = run("actions", "ask", columns=40, env={"PYTHONIOENCODING": "ascii", "TERM": "dumb"}, lang="da")
    assert done.returncode == 0
    assert "\x1b" not in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 44


def test_a_good_file_is_praised(run: Run, own: Path) -> None:
    for args in ((), (own,), (BUILT_IN,)):
        done = run("actions", "check", *args)
        assert (done.returncode, done.stderr) == (0, "")
        assert "well written" in done.stdout


def test_every_fault_of_a_file_is_listed_at_once_with_table_key_and_example(run: Run, tmp_path: Path) -> None:
    bad = tmp_path / "bad.toml"
    bad.write_text(
        OWN.replace("level = 1", "level = 5").replace("der går hurtigst.", "der bør gå hurtigst.")
        + '\n[source.mine]\nauthor = "A"\nyear = 2020\ntitle = "T"\naddress = "somewhere"\n',
        "utf-8",
    )
    done = run("actions", "check", bad)
    assert done.returncode == 1
    assert "[[variation]] ask-own-best-hour level" in done.stdout
    assert "[[variation]] ask-own-best-hour da.text: Leave out “bør”" in done.stdout
    assert "[source.mine] address" in done.stdout
    assert "level = 1" in done.stdout
    assert str(bad) in done.stderr
    as_json = run("actions", "check", bad, "--json")
    assert [fault["key"] for fault in json.loads(as_json.stdout)["faults"]] == ["level", "da.text", "address"]
    assert json.loads(as_json.stderr)["error"]["code"] == "catalogue-faults"


def test_a_copy_of_the_built_in_catalogue_with_too_few_is_refused(run: Run, tmp_path: Path) -> None:
    few = tmp_path / "few.toml"
    head, *rest = BUILT_IN.read_text("utf-8").split("[[variation]]")
    few.write_text("[[variation]]".join([head, *rest[:30]]), "utf-8")
    done = run("actions", "check", few)
    assert done.returncode == 1
    assert "at least 240" in done.stdout


def test_a_file_that_is_no_toml_or_not_there_is_refused_in_one_sentence(run: Run, tmp_path: Path) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_text("schema = \n", "utf-8")
    for file in (broken, tmp_path / "nowhere.toml"):
        done = run("actions", "check", file)
        assert done.returncode == 1
        assert str(file) in done.stderr
        assert len(done.stderr.splitlines()) == 1


def test_a_broken_own_file_is_a_warning_and_today_still_works(run: Run, own: Path) -> None:
    own.write_text(OWN.replace("level = 1", "level = 5"), "utf-8")
    done = run("today", "--json")
    assert done.returncode == 0
    assert json.loads(done.stdout)["nudge"]["variation"]
    assert "[[variation]] ask-own-best-hour level" in done.stderr
    assert str(own) in done.stderr


def test_hiding_and_unhiding_leave_every_other_byte(run: Run, own: Path) -> None:
    before = own.read_bytes()
    assert run("actions", "hide", "ask-what-surprised").returncode == 0
    assert own.read_bytes().replace(b'hide = ["ask-what-surprised"]\n', b"") == before
    assert next(one for one in variations(run, "ask") if one["id"] == "ask-what-surprised")["hidden"]
    assert run("actions", "hide", "ask-what-surprised").returncode == 0
    assert document(run, "hide", "ask-unused-skill")["hidden"] == ["ask-what-surprised", "ask-unused-skill"]
    assert run("actions", "unhide", "ask-what-surprised").returncode == 0
    assert document(run, "unhide", "ask-unused-skill")["hidden"] == []
    assert not any(one["hidden"] for one in variations(run))


def test_hiding_makes_the_file_where_there_is_none(run: Run, home: Path) -> None:
    assert run("actions", "hide", "ask-what-surprised").returncode == 0
    file = home / "actions.toml"
    assert tomllib.loads(file.read_text("utf-8")) == {"schema": 1, "hide": ["ask-what-surprised"]}
    if sys.platform != "win32":
        assert file.stat().st_mode & 0o777 == 0o600


def test_what_is_not_there_cannot_be_hidden(run: Run, home: Path) -> None:
    done = run("actions", "hide", "ask-nothing")
    assert done.returncode == 1
    assert "ask-nothing" in done.stderr
    assert not (home / "actions.toml").exists()


def test_a_broken_own_file_is_not_touched(run: Run, own: Path) -> None:
    own.write_text(OWN.replace("level = 1", "level = 5"), "utf-8")
    before = own.read_bytes()
    for args in (("hide", "ask-what-surprised"), ("add", *GOOD)):
        assert run("actions", *args).returncode == 1
    assert own.read_bytes() == before


def test_an_own_variation_is_appended_to_what_stands_there(run: Run, own: Path) -> None:
    before = own.read_bytes()
    done = run("actions", "add", *GOOD)
    assert (done.returncode, done.stderr) == (0, "")
    assert own.read_bytes().startswith(before)
    added = variations(run, "--search", "ask-own-song")[0]
    assert added["text"] == GOOD[3]
    assert run("actions", "check").returncode == 0


def test_an_own_variation_may_have_all_that_a_built_in_one_has(run: Run) -> None:
    done = run(
        "actions", "add", *GOOD, "--other-text", "Spørg en kollega, hvilken sang der redder mandagen.",
        "--other-when", "Når I mødes en mandag.", "--other-say", "Hvilken sang redder din mandag?",
        "--why", "A follow-up question shows interest.", "--other-why", "Det viser interesse at spørge videre.",
        "--source", "huang2017", "--level", "2", "--minutes", "2", "--leader", "--receiver", "--rules",
        "--setting", "remote", "--setting", "corridor", "--reach", "new", "--sign", "good-will",
        "--id", "ask-own-monday", "--json",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    one = document(run, "ask-own-monday")["variation"]
    assert (one["level"], one["minutes"], one["role"], one["part"], one["rules"]) == (
        2,
        2,
        "leader",
        "receiver",
        True,
    )
    assert (one["settings"], one["reach"], one["signs"]) == (["remote", "corridor"], ["new"], ["good-will"])
    assert json.loads(run("actions", "ask-own-monday", "--json", lang="da").stdout)["variation"][
        "text"
    ].startswith("Spørg")


def test_an_own_variation_with_faults_is_not_written(run: Run, home: Path) -> None:
    done = run("actions", "add", "--action", "ask", "--text", "Spørg Mette, om hun har tid!", "--when", "Nu!", "--say", "Har du tid?", lang="da")  # fmt: skip
    assert done.returncode == 1
    assert "da.when" in done.stderr
    assert "da.say" in done.stderr
    assert not (home / "actions.toml").exists()


@pytest.mark.parametrize(
    "option", ["--setting=roof", "--reach=down", "--sign=brave", "--minutes=3", "--id=Own"]
)
def test_a_value_that_does_not_exist_is_told_with_those_that_do(run: Run, home: Path, option: str) -> None:
    done = run("actions", "add", *GOOD, option)
    assert done.returncode == 1
    assert option.partition("=")[2] in done.stderr
    assert not (home / "actions.toml").exists()


def test_without_a_terminal_nothing_is_asked(run: Run) -> None:
    done = run("actions", "add", "--action", "ask")
    assert done.returncode == 1
    assert "--text, --when, --say" in done.stderr


def test_an_own_variation_takes_its_turn_in_today(run: Run, own: Path) -> None:
    text = own.read_text("utf-8")
    ids = [one["id"] for one in variations(run) if not one["id"].startswith("ask-own")]
    own.write_text(text.replace("schema = 1", f"schema = 1\nhide = {json.dumps(ids, indent=1)}"), "utf-8")
    assert json.loads(run("today", "--json").stdout)["nudge"]["variation"] == "ask-own-best-hour"


def test_the_place_of_the_own_file_is_told(run: Run, home: Path) -> None:
    assert run("actions", "path").stdout.strip() == str(home / "actions.toml")


def test_an_own_text_cannot_play_tricks_with_the_terminal(run: Run, own: Path) -> None:
    own.write_text(OWN.replace("Når I venter.", "[red]Når [/x] I venter."), "utf-8")
    done = run("actions", "ask-own-best-hour", lang="da")
    assert (done.returncode, done.stderr) == (0, "")
    assert "[red]Når [/x] I venter." in done.stdout


def test_on_a_terminal_it_asks_and_says_at_once_what_a_sentence_lacks(
    terminal: Callable[..., Any], home: Path
) -> None:
    import pexpect

    child = terminal("actions", "add", env={"COLUMNS": "200"})
    child.expect("Which action")
    child.sendline("tvivl")
    child.expect("begins with a verb")
    child.sendline("You must ask for help")
    child.expect("Leave out “You must”")
    child.sendline("Ask a colleague for help with the new phone board.")
    child.expect("moment")
    child.sendline("When you answer the phone.")
    child.expect("aloud")
    child.sendline("Could you show me that button?")
    for _ in range(3):
        child.expect("Enter: the same")
        child.sendline("")
    child.expect("doubt-own-help-new-phone-board is in your catalogue")
    child.expect(pexpect.EOF)
    table = tomllib.loads((home / "actions.toml").read_text("utf-8"))["variation"][0]
    assert table["da"] == table["en"]


def test_stopping_half_way_writes_nothing(terminal: Callable[..., Any], home: Path) -> None:
    import pexpect

    child = terminal("actions", "add")
    child.expect("Which action")
    child.sendline("1")
    child.expect("begins with a verb")
    child.sendcontrol("c")
    child.expect("Nothing was written")
    child.expect(pexpect.EOF)
    assert not (home / "actions.toml").exists()
