"""``mikro history``: lists, filters, the year and the reflections."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FRIDAY = "2026-11-27T14:00:00+01:00"


@pytest.fixture
def history(run: Any) -> Any:
    """Three entries and a reflection, seen on Friday."""
    run("log", "ask", "Om ventelisten", "--reach", "new", "--went", "easy", now="2026-11-23T10:00:00+01:00")
    run("log", "doubt", "Om ÆNDRINGEN", "--reach", "up", "--went", "hard", now="2026-11-24T10:00:00+01:00")
    run("log", "ask", now="2026-11-26T10:00:00+01:00")
    run("week", "--answer", "hard=Tavsheden", "--answer", "plan=Når …, så …", now=FRIDAY)
    return lambda *args, **more: run("history", *args, **{"now": FRIDAY} | more)


def numbers(done: Any) -> list[int]:
    return [entry["number"] for entry in json.loads(done.stdout)["entries"]]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], [3, 2, 1]),
        (["--action", "ask"], [3, 1]),
        (["--action", "tvivl"], [2]),
        (["--reach", "new"], [1]),
        (["--went", "hard"], [2]),
        (["--search", "ændring"], [2]),
        (["--search", "OM"], [2, 1]),
        (["--from", "2026-11-24"], [3, 2]),
        (["--to", "i tirsdags"], [2, 1]),
        (["--from", "2026-11-24", "--to", "2026-11-25", "--went", "easy"], []),
        (["--year"], [3, 2, 1]),
        (["--year", "2026", "--action", "ask"], [3, 1]),
        (["--year", "2025"], []),
    ],
)
def test_only_what_was_asked_for_is_shown(history: Any, arguments: list[str], expected: list[int]) -> None:
    assert numbers(history(*arguments, "--json")) == expected


def test_an_empty_answer_says_why(history: Any, run: Any) -> None:
    assert "Nothing fits." in history("--search", "hest").stdout


def test_a_new_user_is_shown_where_to_begin(run: Any) -> None:
    assert "mikro today" in run("history").stdout
    assert "mikro week --reflect" in run("history", "--reflections").stdout
    assert "Nothing is recorded in this year." in run("history", "--year").stdout


def test_the_year_has_totals_months_and_signs(history: Any) -> None:
    shown = history("--year").stdout
    assert shown.startswith("2026\n3 entries on 3 days.\n")
    assert "Month by month   Nov 3 days" in shown
    assert "■ done" in shown


def test_the_year_is_written_as_a_page_a_picture_and_a_table(history: Any, tmp_path: Path) -> None:
    for ending, beginning in (
        (".html", "<!DOCTYPE html>"),
        (".svg", "<svg "),
        (".md", "## 2026"),
        (".txt", "2026"),
    ):
        done = history("--year", "-o", tmp_path / f"year{ending}")
        assert done.returncode == 0
        assert "none of your own words" in done.stderr
        text = (tmp_path / f"year{ending}").read_text(encoding="utf-8")
        assert text.startswith(beginning)
        assert "ventelisten" not in text


@pytest.mark.parametrize("year", ["26", "abcd", "1999", "9999", "²⁰²⁶"])
def test_a_year_that_is_none_is_refused(history: Any, year: str) -> None:
    done = history("--year", year)
    assert done.returncode == 1
    assert "is not a year" in done.stderr


def test_a_year_without_the_option_is_explained(history: Any) -> None:
    done = history("2025")
    assert done.returncode == 1
    assert "mikro history --year 2025" in done.stderr


def test_a_span_without_the_option_is_explained(history: Any) -> None:
    done = history("sidste uge")
    assert done.returncode == 1
    assert 'mikro history --from "sidste uge"' in done.stderr


def test_the_list_is_not_written_to_a_file(history: Any, tmp_path: Path) -> None:
    done = history("-o", tmp_path / "x.html")
    assert done.returncode == 1
    assert not (tmp_path / "x.html").exists()


def test_reflections_are_read_back_with_what_became_of_the_plan(history: Any, run: Any) -> None:
    assert "Tavsheden" in history("--reflections").stdout
    run("week", "--plan-used", "yes", now="2026-12-04T10:00:00+01:00")
    assert "You used it." in history("--reflections").stdout
    (found,) = json.loads(history("--reflections", "--json").stdout)["reflections"]
    assert found == {
        "week": "2026-W48",
        "from": "2026-11-23",
        "reflection": {"hard": "Tavsheden", "plan": "Når …, så …"},
        "questions": {},
        "next_plan_used": "yes",
    }
    assert json.loads(history("--reflections", "--search", "hest", "--json").stdout)["reflections"] == []


class TestOnATerminal:
    """A person sits there."""

    @pytest.fixture
    def shown(self, terminal: Callable[..., Any]) -> Callable[..., str]:
        """What a person sees of the history on so many lines."""

        def start(pager: Path, lines: int = 24) -> str:
            import pexpect

            child = terminal("history", now=FRIDAY, lines=lines, env={"PAGER": str(pager)})
            child.expect(pexpect.EOF)
            return str(child.before)

        return start

    @pytest.fixture
    def pager(self, tmp_path: Path) -> Path:
        path = tmp_path / "pager"
        path.write_text("#!/bin/sh\necho PAGED\nhead -3\n", encoding="utf-8")
        path.chmod(0o700)
        return path

    def test_a_long_list_goes_through_the_pager(
        self, history: Any, shown: Callable[..., str], pager: Path
    ) -> None:
        text = shown(pager, lines=5)
        assert "PAGED" in text
        assert "Traceback" not in text

    def test_a_short_list_does_not(self, history: Any, shown: Callable[..., str], pager: Path) -> None:
        text = shown(pager)
        assert "PAGED" not in text
        assert "ventelisten" in text

    def test_a_pager_that_is_not_there_is_done_without(
        self, history: Any, shown: Callable[..., str], tmp_path: Path
    ) -> None:
        assert "ventelisten" in shown(tmp_path / "no-such-pager", lines=5)


def test_no_pager_runs_where_the_output_is_piped(history: Any, tmp_path: Path) -> None:
    done = history(env={"PAGER": str(tmp_path / "no-such-pager"), "LINES": "3"})
    assert "ventelisten" in done.stdout


def test_a_range_reads_its_end_from_its_beginning_and_may_lie_ahead(mikro):
    friday = "2026-11-27T15:00:00+01:00"
    mikro("log", "ask", now="2026-11-24T10:00:00+01:00")
    mikro("log", "ask", "--at", "18/11", now="2026-11-24T10:00:00+01:00")

    def days(*args):
        found = json.loads(mikro("history", *args, "--json", now=friday).out)["entries"]
        return [entry["day"][-2:] for entry in found]

    assert days("--from", "1/11", "--to", "30/11") == ["24", "18"]
    assert days("--from", "mandag", "--to", "søndag") == ["24"]
    assert days("--from", "2026-11-01", "--to", "2026-12-31") == ["24", "18"]
    assert days("--from", "sidste uge", "--to", "sidste uge") == ["18"]
    assert days("--from", "november") == ["24", "18"]
    assert days("--from", "uge 45-47") == ["18"]
    assert days("--to", "uge 47") == ["18"]
    assert days("--from", "næste uge") == []


@pytest.mark.parametrize("bounds", [("23/11", "20/11"), ("i dag", "i går"), ("uge 47", "uge 46")])
def test_a_range_that_runs_backwards_is_refused_and_named(mikro, bounds):
    answer = mikro("history", "--from", bounds[0], "--to", bounds[1])
    assert (answer.code, answer.out) == (1, "")
    assert "lies before the beginning" in answer.err
