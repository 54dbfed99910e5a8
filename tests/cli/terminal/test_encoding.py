"""Consoles that cannot show every letter, and texts that are not meant well."""

from __future__ import annotations

import io
import json
import sys
import unicodedata

import pytest

HOSTILE = "[red]x[/red] [/bad] \x1b[31mansi\x1b[0m \x1b]0;title\x07\x1b]52;c;aGVq\x07 \u202eabc\u2066 \x9b2J {curly} %s\nline two\ttab"
SHOWN = "[red]x[/red] [/bad] ansi abc {curly} %s line two tab"

SCREENS = [
    ["today"], ["today", "--short"], ["today", "--json"], ["week"], ["week", "--json"], ["history"],
    ["history", "--json"], ["config"], ["config", "--json"], ["pause", "--list"], ["--help"], ["log", "--help"],
]  # fmt: skip


def filled(mikro):
    mikro("log", "tvivl", HOSTILE + " blåbærgrød 日本 🫐")
    mikro("today", "--plan", HOSTILE)
    mikro("config", "set", "anchor", HOSTILE)
    mikro("week", "--answer", f"learned={HOSTILE}", "--answer", f"plan={HOSTILE}")
    mikro("pause", "24/12")


@pytest.mark.parametrize("lang", ["da", "en"])
def test_hostile_words_come_out_harmless_on_every_screen(mikro, lang):
    filled(mikro)
    for screen in SCREENS:
        for columns in (50, 100):
            answer = mikro(*screen, lang=lang, columns=columns)
            assert answer.code == 0, answer.err
            unseen = {
                char
                for char in answer.out
                if unicodedata.category(char) in ("Cc", "Cf", "Cs") and char != "\n"
            }
            assert not unseen, (screen, unseen)
    assert SHOWN in " ".join(mikro("history", columns=100).out.split())


def test_the_stored_note_keeps_its_lines(mikro):
    filled(mikro)
    note = json.loads(mikro("history", "--json").out)["entries"][0]["note"]
    assert note.startswith("[red]x[/red] [/bad] ansi")
    assert "\nline two tab" in note


@pytest.fixture
def through(mikro, monkeypatch):
    """What a command writes, byte for byte, to a console of another encoding."""

    def start(encoding, *words, **options):
        with monkeypatch.context() as patch, io.TextIOWrapper(io.BytesIO(), encoding) as stream:
            patch.setattr(sys, "stdout", stream)
            answer = mikro(*words, **options)
            stream.flush()
            return answer.code, stream.buffer.getvalue()

    return start


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "cp850", "latin-1", "utf-16"])
def test_a_console_of_another_encoding_gets_readable_output_and_exit_code_0(mikro, through, encoding):
    filled(mikro)
    for screen in [*SCREENS, ["log", "feedback", "æøå"], ["undo"], ["config", "set", "anchor", "grød"]]:
        code, content = through(encoding, *screen, lang="da")
        assert code == 0, screen
        text = content.decode(encoding)
        assert text.strip(), screen
        # Two Japanese signs and an emoji, on each of the three lines where the note can stand.
        assert text.count("?") - text.count("?«") - text.count('?"') <= 12, screen


def test_danish_letters_and_signs_have_stand_ins_where_they_are_missing(mikro, through):
    mikro("log", "ask", "blåbærgrød på Ærø")
    _code, content = through("ascii", "history", lang="da")
    assert b"blaabaergroed paa Aeroe" in content
    _code, content = through("ascii", "log", "ask", "--help", lang="da")
    assert b"Tilvalg\n" in content.replace(b"\r", b"")
    _code, content = through("cp1252", "today", lang="da")
    assert "»".encode("cp1252") in content


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_json_says_the_same_in_every_encoding(mikro, through, encoding):
    mikro("log", "ask", "blåbærgrød 日本 🫐")
    _code, content = through(encoding, "history", "--json")
    assert json.loads(content.decode(encoding))["entries"][0]["note"] == "blåbærgrød 日本 🫐"


def test_arguments_that_are_no_text_are_kept_as_far_as_they_can_be(mikro):
    answer = mikro("log", "ask", "gr\udcf8d", "--json")
    assert answer.code == 0
    assert json.loads(answer.out)["entry"]["note"] == "gr\N{REPLACEMENT CHARACTER}d"
    assert mikro("history", "--search", "\udcf8").code == 0
    assert mikro("log", "--at", "\udcff").code == 1
    assert mikro("\udcff").code == 2


@pytest.mark.parametrize(
    "variables",
    [{}, {"NO_COLOR": None}, {"NO_COLOR": None, "TERM": "dumb"}, {"NO_COLOR": None, "TERM": None}],
)
def test_piped_output_has_no_escape_codes(mikro, variables):
    filled(mikro)
    for screen in SCREENS:
        assert "\x1b" not in mikro(*screen, env=variables).out


@pytest.mark.parametrize("variables", [{"COLUMNS": "50"}, {"COLUMNS": "50", "TERM": "dumb"}])
def test_fifty_columns_are_enough(mikro, home, variables):
    filled(mikro)
    for screen in (["today"], ["week"], ["history"], ["config"], ["--help"]):
        # A path stands whole, so that it can be copied.
        lines = [line for line in mikro(*screen, env=variables).out.splitlines() if str(home) not in line]
        assert max(map(len, lines)) <= 50, screen


@pytest.mark.parametrize("columns", ["0", "1", "nonsense", "-5", "99999999999"])
def test_an_odd_width_is_no_bug(mikro, columns):
    assert mikro("today", env={"COLUMNS": columns}).code == 0
    assert mikro("log", "--help", env={"COLUMNS": columns}).code == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has a code page in its place")
def test_a_system_without_any_locale_gets_danish_in_plain_letters(run):
    answer = run(
        "today",
        env={
            "MIKRO_LANG": None,
            "LANG": "C",
            "LC_ALL": "C",
            "PYTHONIOENCODING": None,
            "PYTHONUTF8": "0",
            "PYTHONCOERCECLOCALE": "0",
        },
    )
    assert answer.returncode == 0
    assert "Bagefter: mikro log" in answer.stdout
    assert answer.stdout.isascii()
