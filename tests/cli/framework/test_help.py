"""``--help`` in the user's language, for every command there is."""

from __future__ import annotations

import re
import shlex
from functools import cache

import pytest

from mikrohandlinger import texts
from mikrohandlinger.cli import app
from mikrohandlinger.cli.framework.help import page_of
from mikrohandlinger.cli.framework.typer_private import Context, TyperGroup


@cache
def every_page(lang):
    """The help of every command and group by its path, in ``lang``."""
    texts.use(lang)
    found = {}

    def walk(command, path, parent):
        context = Context(command, info_name=path[-1], parent=parent)
        found[path] = page_of(command, context)
        if isinstance(command, TyperGroup):
            for name in command.list_commands(context):
                walk(command.get_command(context, name), (*path, name), context)

    walk(app.build(), ("mikro",), None)
    return found


PATHS = list(every_page("en"))


@pytest.mark.parametrize("path", PATHS, ids=" ".join)
def test_every_command_option_and_argument_has_help_in_both_languages(path):
    pages = {lang: every_page(lang)[path] for lang in ("en", "da")}
    for page in pages.values():
        assert page.about.endswith(".")
        for panel in page.panels:
            for row in panel.rows:
                assert row.meaning, row.term
                assert row.meaning[0].isupper() or not row.meaning[0].isalpha(), row
    english, danish = pages["en"], pages["da"]
    assert danish.about != english.about
    assert [len(panel.rows) for panel in danish.panels] == [len(panel.rows) for panel in english.panels]
    for ours, theirs in zip(danish.panels, english.panels, strict=True):
        assert ours.title != theirs.title
        for row, other in zip(ours.rows, theirs.rows, strict=True):
            assert row.meaning != other.meaning


@pytest.mark.parametrize("path", PATHS, ids=" ".join)
def test_no_placeholder_is_left_in_english_in_a_danish_help(path):
    page = every_page("da")[path]
    upper = re.findall(
        r"\b[A-ZÆØÅ]{2,}\b",
        " ".join([page.usage, *(row.term for panel in page.panels for row in panel.rows)]),
    )
    english = {"OPTIONS", "COMMAND", "ARGS", "TEXT", "ACTION", "WHEN", "WEEK", "DAY", "FROM", "TO", "KEY", "VALUE", "WORDS", "FILE", "YEAR", "NUMBER", "PATH", "NAME", "MINUTES", "FOLDER"}  # fmt: skip
    assert english.isdisjoint(upper)


@pytest.mark.parametrize("lang", ["da", "en"])
@pytest.mark.parametrize("columns", [30, 50, 80, 200])
def test_help_fits_the_screen(mikro, lang, columns):
    for path in (["--help"], ["log", "--help"], ["config", "set", "-h"]):
        answer = mikro(*path, lang=lang, columns=columns)
        assert (answer.code, answer.err) == (0, "")
        assert max(len(line) for line in answer.out.splitlines()) <= min(columns, 100)
        assert not any(line != line.rstrip() for line in answer.out.splitlines())


@pytest.mark.parametrize("lang", ["da", "en"])
def test_the_help_is_one_page_with_the_three_moments_first(mikro, lang):
    rows = mikro("--help", lang=lang).out.splitlines()
    assert len(rows) <= 24
    named = [row.split()[0] for row in rows if row.startswith("  ")]
    assert named == ["today", "log", "week", "undo"]
    for name in app.Mikro.table:
        assert re.search(rf"\b{name}\b", "\n".join(rows)), name


@pytest.mark.parametrize("lang", ["da", "en"])
@pytest.mark.parametrize("command", ["today", "log", "week", "pause"])
def test_the_help_of_a_daily_command_fits_24_rows(mikro, lang, command):
    assert len(mikro(command, "--help", lang=lang).out.splitlines()) <= 24


def test_the_commands_stand_in_panels_and_the_options_last(mikro):
    out = mikro("--help", lang="da").out
    titles = re.findall(r"^(\S+)(?:   |$)", out, re.MULTILINE)
    assert "Hver dag\n" in out
    assert titles[-1] == "Tilvalg"
    assert {"Tilbageblik", "Indstillinger"} < set(titles)


def test_every_danish_name_that_the_help_names_is_understood(mikro):
    for name in ("idag", "noter", "uge", "fortryd"):
        assert mikro(name, "--help", lang="da").code == 0


def test_h_is_help_too(mikro):
    assert mikro("log", "-h").out == mikro("log", "--help").out
    assert mikro("-h").out == mikro("--help").out


@pytest.mark.parametrize("variables", [{}, {"NO_COLOR": None}, {"NO_COLOR": None, "TERM": "dumb"}])
def test_help_in_a_pipe_has_no_escape_codes(mikro, variables):
    assert "\x1b" not in mikro("--help", env=variables).out


@pytest.mark.parametrize("lang", ["da", "en"])
def test_every_example_works_as_it_is_written(mikro, lang, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path / "home")
    shared = tmp_path / "home" / {"en": "Documents", "da": "Dokumenter"}[lang] / "mikro"
    shared.mkdir(parents=True)
    mikro("sync", shared, "--yes")
    name, habit = {"en": ("old", "Talked to someone new"), "da": ("gamle", "Talte med ny kollega")}[lang]
    (tmp_path / "home" / f"{name}.csv").write_text(f"date,name,note\n2026-11-20,{habit},en note\n", "utf-8")
    for number in range(1, 13):
        mikro("log", "ask", f"no. {number}")
    for number in range(1, 4):
        mikro("rule", "add", f"no. {number}")
    examples = [example for page in every_page(lang).values() for example in page.examples]
    assert len(examples) > 10
    # What takes everything away, or is asked about, is tried where it belongs.
    for example in [each for each in examples if not each.startswith(("mikro restore", "mikro erase"))]:
        program, *words = shlex.split(example)
        assert program == "mikro"
        answer = mikro(*words, lang=lang)
        # What goes into a file, or is a memo, says beside it what leaves the screen.
        leaves = words[:2] == ["rule", "export"] or (words[0] == "process" and "-o" in words)
        said = answer.err if leaves else ""
        assert (answer.code, answer.err) == (0, said), example
