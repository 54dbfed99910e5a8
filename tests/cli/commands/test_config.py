"""``mikro config``: what holds, where it comes from, and changing it."""

from __future__ import annotations

import json
import re
import sys
import tomllib

import pytest

from mikrohandlinger.domain.settings import SPEC
from mikrohandlinger.domain.words import shown


@pytest.fixture
def file(home):
    home.mkdir()
    return home / "config.toml"


def rows(mikro, **options):
    document = json.loads(mikro("config", "--json", **options).out)
    return {row["key"]: (row["value"], row["source"]) for row in document["settings"]}


def test_every_setting_is_listed_with_its_value_and_where_it_comes_from(mikro):
    mikro("config", "set", "goal", "4")
    found = rows(mikro)
    assert list(found) == [setting.key for setting in SPEC]
    assert found["goal"] == (4, "config.toml")
    assert found["role"] == ("employee", "default")
    listed = mikro("config").out
    assert re.search(r"^  goal +4 +config.toml$", listed, re.MULTILINE)
    assert "role employee · " in listed


def test_the_language_of_the_environment_is_told_as_what_holds(mikro):
    mikro("config", "set", "language", "en")
    assert rows(mikro, lang="da")["language"] == ("da", "MIKRO_LANG")
    assert rows(mikro, lang="xx")["language"] == ("en", "config.toml")


@pytest.mark.parametrize(
    ("key", "typed", "stored", "told"),
    [
        ("goal", ["2"], 2, "2"),
        ("role", ["leader"], "leader", "leader"),
        ("workdays", ["mon,wed", "fri"], ["mon", "wed", "fri"], "mon, wed, fri"),
        ("workdays", ["man-tors, lør"], ["mon", "tue", "wed", "thu", "sat"], "mon, tue, wed, thu, sat"),
        ("places", ["remote,", "meeting"], ["meeting", "remote"], "meeting, remote"),
        ("show_streaks", ["nej"], False, "no"),
        ("ask", ["TRUE"], True, "yes"),
        ("nudge_at", ["9.05"], "09:05", "09:05"),
        ("country", ["se"], "SE", "SE"),
        ("anchor", ["efter", "morgenkaffen"], "efter morgenkaffen", "efter morgenkaffen"),
        ("anchor", ["-"], "", "none"),
        ("anchor", ["\x1b[31mred\u202e\nline"], "red line", "red line"),
    ],
)
def test_a_setting_is_stored_and_told(mikro, file, key, typed, stored, told):
    answer = mikro("config", "set", key, *typed)
    assert (answer.code, answer.out) == (0, f"{key} is now {told}.\n")
    assert tomllib.loads(file.read_text("utf-8")) == {key: stored}


def test_closed_days_are_dates(mikro, file):
    assert mikro("config", "set", "closed_days", "2027-01-02,", "2026-12-23").code == 0
    assert file.read_text() == "closed_days = [2026-12-23, 2027-01-02]\n"
    assert rows(mikro)["closed_days"] == (["2026-12-23", "2027-01-02"], "config.toml")


@pytest.mark.parametrize(
    ("key", "typed", "told"),
    [
        ("goal", "9", "1–7"),
        ("goal", "tre", "1–7"),
        ("role", "boss", "employee, leader"),
        ("workdays", "xx", "mon, tue"),
        ("workdays", "", "mon, tue"),
        ("workdays", "fre-man", "mon, tue"),
        ("show_streaks", "måske", "yes, no"),
        ("nudge_at", "25:00", "08:30"),
        ("closed_days", "jul", "2026-12-23"),
        ("closed_days", "23/12, 40/12", "2026-12-23"),
        ("level_cap", "modig", "easy, takes a little, takes courage"),
        ("country", "Danmark", "DK"),
        ("country", "ZZ", "no holiday calendar"),
        ("anchor", "x" * 201, "200"),
        ("gaol", "3", "goal"),
    ],
)
def test_a_value_that_does_not_fit_is_refused_with_what_does(mikro, file, key, typed, told):
    answer = mikro("config", "set", key, typed)
    assert (answer.code, answer.out) == (1, "")
    assert told in answer.err
    assert not file.exists()


@pytest.mark.parametrize(("lang", "word"), [("en", "public holidays of SE"), ("da", "Helligdagene i SE")])
def test_a_country_whose_holidays_are_not_installed_is_taken_and_told(mikro, monkeypatch, lang, word):
    monkeypatch.setitem(sys.modules, "holidays", None)
    answer = mikro("config", "set", "country", "SE", lang=lang)
    assert answer.code == 0
    assert "SE" in answer.out
    assert word in answer.err
    assert '".[countries]"' in answer.err
    assert word in mikro("config", lang=lang).out
    seen = mikro("today", lang=lang)
    assert (seen.code, seen.err) == (0, "")
    assert seen.out.count(word) == 1
    assert mikro("log", "ask", lang=lang).err == ""
    assert mikro("week", lang=lang).code == 0
    back = mikro("config", "set", "country", "DK", lang=lang)
    assert back.err == ""
    assert word not in mikro("today", lang=lang).out + mikro("config", lang=lang).out


def test_a_country_that_there_is_not_stops_no_look_at_the_settings(mikro, file):
    file.write_text('country = "XX"\n')
    assert mikro("today").code == 1
    assert mikro("config").code == 0


def test_setting_one_keeps_the_others_with_their_comments_and_order(mikro, file):
    before = '# mine\nrole = "leader"  # since May\n\nworkdays = ["mon", "tue"]\ngoal=2\n'
    file.write_text(before)
    mikro("config", "set", "goal", "5")
    mikro("config", "set", "ask", "false")
    assert file.read_text() == before.replace("goal=2", "goal=5") + "ask = false\n"


def test_a_value_over_several_lines_is_replaced_whole(mikro, file):
    file.write_text('workdays = [\n  "mon",\n  "tue",\n]\ngoal = 2\n')
    assert mikro("config", "set", "workdays", "wed").code == 0
    assert tomllib.loads(file.read_text()) == {"workdays": ["wed"], "goal": 2}


def test_every_remark_stays_when_a_value_stands_on_several_lines(mikro, file):
    before = (
        "# my own settings, agreed with the team\n"
        "goal = 4  # agreed in March\n"
        'workdays = [\n  "mon",\n  "tue",  # from home\n  # the rest is the others\'\n]\n'
        'role = "leader"\n'
    )
    file.write_text(before)
    assert mikro("config", "set", "role", "employee").code == 0
    after = before.replace("leader", "employee")
    assert file.read_text() == after
    assert mikro("config", "set", "workdays", "mon-wed").code == 0
    assert file.read_text() == after.replace("others'\n", 'others\'\n  "wed"\n')


def test_reset_lets_the_default_hold_again(mikro, file):
    file.write_text("# mine\ngoal = 5\nask = false\n")
    assert mikro("config", "reset", "goal").out == "goal is now 3.\n"
    assert file.read_text() == "# mine\nask = false\n"
    assert mikro("config", "reset", "goal").code == 0
    assert mikro("config", "reset", "gaol").code == 1


@pytest.mark.parametrize(
    ("content", "line", "key"),
    [
        ('role = "leader"\n\ngoal = 9\n', 3, "goal"),
        ("goal = 2\ngaol = 3\n", 2, "gaol"),
        ('anchor = "\\u001b[31m"\n', 1, "anchor"),
    ],
)
def test_a_wrong_file_is_refused_with_file_line_and_key_and_left_as_it_is(mikro, file, content, line, key):
    file.write_text(content)
    for command in (["today"], ["log", "ask"], ["config"], ["config", "set", "ask", "true"], ["setup"]):
        answer = mikro(*command)
        assert (answer.code, answer.out) == (1, "")
        assert f"{file}, line {line}: " in answer.err
        assert key in answer.err
    assert file.read_text() == content


def test_a_file_that_is_no_toml_is_refused_with_its_line(mikro, file):
    file.write_text("goal = 3\nrole = \n")
    answer = mikro("config", "set", "ask", "true")
    assert answer.code == 1
    assert "line 2" in answer.err
    assert file.read_text() == "goal = 3\nrole = \n"


def test_a_file_from_notepad_is_read(mikro, file):
    file.write_bytes('\ufeffgoal = 5\r\nanchor = "grød"\r\n'.encode())
    assert rows(mikro)["goal"] == (5, "config.toml")
    mikro("config", "set", "ask", "nej")
    assert rows(mikro)["anchor"] == ("grød", "config.toml")


def test_path_names_the_files(mikro, home):
    assert mikro("config", "path").out.splitlines() == [
        str(home / name) for name in ("config.toml", "actions.toml", "processes.toml", "mikro.db", "cache")
    ]


@pytest.mark.parametrize(
    ("content", "line", "key"),
    [
        ("goal = ", 1, "goal"),
        ('role = "leader"\n\ngoal 3\n', 3, "goal"),
        ("goal = 2\ngoal = 3", 2, "goal = 3"),
    ],
)
@pytest.mark.parametrize("lang", ["da", "en"])
def test_what_is_no_toml_is_told_with_file_line_and_key_in_the_language_of_the_screen(
    mikro, tmp_path, content, line, key, lang
):
    file = tmp_path / "mikro" / "config.toml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(content)
    answer = mikro("today", lang=lang)
    assert (answer.code, answer.out) == (1, "")
    assert f"config.toml, {'linje' if lang == 'da' else 'line'} {line}: " in answer.err
    assert key in answer.err
    assert "Expected" not in answer.err
    assert file.read_text() == content


WORDS = [
    ("role", "leder", "leader"), ("role", "Medarbejder", "employee"), ("language", "dansk", "da"),
    ("level_cap", "kræver lidt", 2), ("level_cap", "kraever mod", 3), ("level_cap", "easy", 1),
    ("places", "møde, gangen", ["meeting", "corridor"]), ("places", "paa tomandshaand", ["one-to-one"]),
    ("places", "alle", ["meeting", "one-to-one", "corridor", "remote"]),
    ("work", "pleje, på farten", ["care", "road"]), ("work", "ingen", []), ("work", "none", []),
    ("work", "pleje og omsorg og på farten", ["care", "road"]), ("work", "lærer, Pædagog", ["school", "daycare"]),
    ("work", "home care and road", ["care", "road"]), ("work", "drift og anlæg", ["plant"]),
    ("workdays", "alle", ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]), ("workdays", "lør-søn", ["sat", "sun"]),
    ("workdays", "loer, soen", ["sat", "sun"]), ("workdays", "mandage, ons", ["mon", "wed"]),
    ("first_of_may", "halv dag", "half"), ("christmas_eve", "arbejde", "work"), ("public_holidays", "fri", "off"),
    ("show_streaks", "nej", False), ("ask", "ja", True), ("anchor", "intet", ""), ("closed_days", "ingen", []),
]  # fmt: skip


@pytest.mark.parametrize(("key", "typed", "value"), WORDS)
@pytest.mark.parametrize("lang", ["da", "en"])
def test_a_value_is_understood_in_both_languages_with_or_without_danish_letters(
    mikro, key, typed, value, lang
):
    answer = mikro("config", "set", key, typed, lang=lang)
    assert (answer.code, answer.err) == (0, "")
    assert rows(mikro, env={"MIKRO_LANG": None})[key] == (value, "config.toml")


@pytest.mark.parametrize("lang", ["da", "en"])
def test_what_the_screen_shows_is_accepted_just_as_it_is_shown(mikro, lang):
    for setting in SPEC:
        before = rows(mikro)[setting.key][0]
        seen = mikro("config", "get", setting.key, lang=lang).out.splitlines()[0].split("   ")[1]
        assert mikro("config", "set", setting.key, seen, lang=lang).code == 0, (setting.key, seen)
        if setting.key != "language":
            assert rows(mikro)[setting.key][0] == before


def test_a_key_and_a_value_may_be_joined_and_a_key_alone_is_a_look(mikro):
    assert mikro("config", "set", "goal=4").out == "goal is now 4.\n"
    assert mikro("config", "goal=5").out == "goal is now 5.\n"
    assert mikro("config", "goal", "2").out == "goal is now 2.\n"
    assert mikro("config", "set", "anchor=efter", "kaffen").out == "anchor is now efter kaffen.\n"
    assert mikro("config", "goal").out == mikro("config", "get", "goal").out
    assert mikro("config", "get", "goal").out.splitlines()[0] == "goal   2   (config.toml)"
    only = json.loads(mikro("config", "get", "goal", "--json").out)
    assert only == {
        "schema": 1,
        "settings": [{"key": "goal", "value": 2, "default": 3, "source": "config.toml"}],
    }


def test_a_value_that_is_missing_is_asked_for_with_a_line_that_can_be_typed(mikro, file):
    answer = mikro("config", "set", "goal")
    assert (answer.code, answer.out) == (2, "")
    assert "mikro config get goal" in answer.err
    assert mikro("config", "set", "gaol").code == 1
    assert not file.exists()


def test_closed_days_are_written_as_a_pause_is_and_added_with_a_plus(mikro):
    assert mikro("config", "set", "closed_days", "23/12").out == "closed_days is now 2026-12-23.\n"
    assert mikro("config", "set", "closed_days", "+30/12,", "2/1").code == 0
    assert rows(mikro)["closed_days"][0] == ["2026-12-23", "2026-12-30", "2027-01-02"]
    assert mikro("config", "set", "closed_days", "24. december").code == 0
    assert rows(mikro)["closed_days"][0] == ["2026-12-24"]


def test_path_has_json(mikro, home):
    assert json.loads(mikro("config", "path", "--json").out)["settings"] == str(home / "config.toml")


@pytest.mark.parametrize("lang", ["da", "en"])
def test_a_refusal_lists_the_words_of_the_screen(mikro, file, lang):
    for setting in SPEC:
        kind = setting.kind
        if kind.words:
            answer = mikro("config", "set", setting.key, "vrøvl", lang=lang)
            assert answer.code == 1
            assert answer.err.rstrip().endswith(f": {', '.join(shown(kind.words, lang, kind.choices))}.")
    assert not file.exists()


@pytest.mark.parametrize("lang", ["da", "en"])
def test_each_of_the_words_that_a_refusal_lists_is_taken(mikro, lang):
    for setting in SPEC:
        kind = setting.kind
        for word, identity in (
            zip(shown(kind.words, lang, kind.choices), kind.choices, strict=True) if kind.words else ()
        ):
            plain = word.replace("ø", "oe").replace("å", "aa").replace("æ", "ae")
            for typed in {word, word.upper(), plain}:
                assert mikro("config", "set", setting.key, typed, lang=lang).code == 0, typed
            stored = rows(mikro, env={"MIKRO_LANG": None})[setting.key][0]
            named = stored if isinstance(stored, list) else [str(stored).lower()]
            assert named == [identity]


def test_whoever_asks_for_another_language_is_answered_in_it(mikro):
    plain = {"MIKRO_LANG": None, "LANG": "en_GB.UTF-8", "LC_ALL": None}
    assert mikro("config", "set", "language", "dansk", env=plain).out == "language er nu dansk.\n"
    assert mikro("config", "set", "language", "english", env=plain).out == "language is now English.\n"
    mikro("config", "set", "language", "da", env=plain)
    assert "er nu" not in mikro("config", "reset", "language", env=plain).out


def test_words_that_end_a_sentence_themselves_get_no_stop_more(mikro):
    said = mikro("config", "set", "question.learned", "Hvad lærte du?", lang="da").out
    assert said == "question.learned er nu Hvad lærte du?\n"
    assert mikro("rule", "add", "Hvorfor to steder?", lang="da").out == "✓ Regel nr. 1: Hvorfor to steder?\n"
    assert mikro("rule", "add", "Skemaet.", lang="da").out == "✓ Regel nr. 2: Skemaet.\n"
