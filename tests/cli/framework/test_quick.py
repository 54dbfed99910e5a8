"""The quick reader: equal to Typer on every line that it takes, and it takes every plain one."""

from __future__ import annotations

import re
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from shutil import copytree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mikrohandlinger.cli.framework import quick
from mikrohandlinger.cli.framework.quick_table import COMMANDS

SCRIPT = Path(__file__).parents[3] / "scripts" / "quick_table.py"

pytestmark = pytest.mark.skipif(not SCRIPT.exists(), reason="only a checkout has the scripts")

#: What people write, and what is easily taken for something else.
WORDS = (
    "", "-", "--", "---", "-5", "-a", "-ax", "-o", "-h", "--help", "--version", "=", "a=b", "learned=at spørge",
    "ask", "spørg", "en god snak", "12 34 56 78", "new", "ne", "NEW", "hard", "yes", "json", "--js", "--jso=1",
    "2026-W47", "47", "last", "i går", "fra", "1", "deliver", "nudge", "today", "log", "MIKRO_LANG=da", "\udcff",
)  # fmt: skip


@pytest.fixture(scope="module")
def script():
    """The script that makes the table."""
    spec = spec_from_file_location("quick_table_script", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@st.composite
def lines(draw):
    """A command line of one of the commands, more or less well written."""
    name = draw(st.sampled_from([(), *COMMANDS]))
    _place, argument, _defaults, options = COMMANDS[name or ("today",)]
    word = st.sampled_from(WORDS) | st.text(max_size=6)

    def written(option):
        kind = options[option][1]
        if isinstance(kind, bool):
            return st.just([option])
        value = word if isinstance(kind, str) else st.sampled_from([*kind])
        return st.one_of(
            value.map(lambda given: [option, given]), value.map(lambda given: [f"{option}={given}"])
        )

    plain = st.sampled_from([*options]).flatmap(written)
    pieces = [plain, plain, word.map(lambda given: [given])] if argument else [plain]
    if draw(st.booleans()):  # perhaps not well written
        option = st.sampled_from([*options, "--help", "--bogus"])
        pieces += [option.map(lambda given: [given]), st.tuples(option, word).map(list)]
    several = draw(st.lists(st.one_of(pieces), max_size=4))
    needed = ["12"] if argument and argument[2] and draw(st.booleans()) else []
    return [*name, *needed, *(each for piece in several for each in piece)]


@settings(max_examples=16 * settings().max_examples)
@given(line=lines())
def test_what_it_takes_it_reads_as_typer_does(script, line):
    read = quick.read(line)
    if read is not None:
        assert script.called_by_typer(line) == read


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ([], {}),
        (["--json"], {"as_json": True}),
        (["today", "--short"], {"short": True}),
        (["today", "-a", "--plan", "Når jeg går, så spørger jeg"], {"another": True, "plan": "Når jeg går, så spørger jeg"}),
        (["today", "--plan="], {"plan": ""}),
        (["log"], {}),
        (["log", "ask", "en note", "--reach=new", "--went", "hard"], {"words": ["ask", "en note"], "reach": "new", "went": "hard"}),
        (["log", "--no-ask", "--ask", "--no-ask", "--", "-5", "--json"], {"ask": False, "words": ["-5", "--json"]}),
        (["log", "--note", "-"], {"note": "-"}),
        (["week", "last", "--answer", "a=b", "--answer", "c=d=e"], {"which": ["last"], "answer": ["a=b", "c=d=e"]}),
        (["week", "--format", "html", "-o", "-"], {"form": "html", "output": "-"}),
        (["history", "--year", "2026"], {"year": True, "which": "2026"}),
        (["edit", "12", "--note", "tak"], {"words": ["12"], "note": "tak"}),
        (["delete", "12", "--json"], {"number": "12", "as_json": True}),
        (["undo"], {}),
        (["pause", "20/12", "2/1"], {"words": ["20/12", "2/1"]}),
        (["pause", "--list"], {"show": True}),
        (["resume"], {}),
        (["nudge", "deliver", "--env", "MIKRO_LANG=da", "--env", "LANG=C"], {"env": ["MIKRO_LANG=da", "LANG=C"]}),
    ],
)  # fmt: skip
def test_a_plain_line_is_taken(line, values):
    read = quick.read(line)
    assert read is not None
    assert values.items() <= read.values.items()
    others = {name: value for name, value in read.values.items() if name not in values}
    assert not any(others.values())


@pytest.mark.parametrize(
    "line",
    [
        ["--help"], ["-h"], ["--version"], ["--show-completion"], ["help"], ["tvivl"], [""], ["todya"], ["nudge deliver"],
        ["today", "word"], ["today", "--sho"], ["today", "--short=1"], ["today", "-h"], ["today", "-ah"], ["today", "--plan"],
        ["log", "--at"], ["log", "--at", "--json"], ["log", "--reach", "ne"], ["log", "--went=BAD"], ["log", "-5"],
        ["week", "-o=x.html"], ["week", "-ox.html"], ["week", "--format", "pdf"], ["history", "2025", "2026"],
        ["edit"], ["delete", "1", "2"], ["delete"], ["undo", "1"], ["nudge"], ["nudge", "on"], ["nudge", "deliver", "word"],
        ["config"], ["actions", "ask"],
    ],
)  # fmt: skip
def test_whatever_typer_must_say_is_left_to_typer(line):
    assert quick.read(line) is None


def test_a_line_leaves_no_trace_in_the_next():
    first = quick.read(["week", "--answer", "a=b"])
    assert first is not None
    first.values["answer"].append("c=d")
    assert quick.read(["week"]) == ("commands.week:week", {**first.values, "answer": None})


def test_the_table_is_what_typer_reads(script):
    pytest.importorskip("ruff", reason="the table is laid out by it")
    assert script.table() == script.TABLE.read_text("utf-8")


@pytest.mark.parametrize(
    "line",
    [
        "", "today --json", "today --short", "log ask", "log", "log --at 2030 --json", "log -- -5",
        "log ask --note x y", "week", "week 99", "week --plan-used yes --json", "week --format svg --open --json",
        "history", "history 2026", "history --json", "edit 9 --note x", "edit 9 --note x --json", "delete 9",
        "undo", "undo --json", "pause today", "pause", "resume", "nudge deliver",
    ],
)  # fmt: skip
@pytest.mark.parametrize("lang", ["da", "en"])
def test_both_ways_say_the_same_with_the_same_exit_code(mikro, monkeypatch, home, tmp_path, line, lang):
    assert quick.read(line.split()) is not None
    mikro("log", "ask", "en note")
    copytree(home, tmp_path / "copy")
    short = mikro(*line.split(), lang=lang)
    monkeypatch.setattr(quick, "read", lambda _arguments: None)
    long = mikro(*line.split(), lang=lang, env={"MIKRO_HOME": str(tmp_path / "copy")})
    assert (short.code, short.err, plain(short.out)) == (long.code, long.err, plain(long.out))


def plain(text):
    """Without the ids, which are new in every home."""
    return re.sub(r'"id": "[^"]*"', '"id"', text)
