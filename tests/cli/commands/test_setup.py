"""``mikro setup``: five questions with good defaults, on a real terminal and without one."""

from __future__ import annotations

import json
import os
import tomllib

import pytest

from mikrohandlinger.domain.settings import BY_KEY

FIVE = ["workdays", "work", "role", "goal", "anchor"]


@pytest.fixture
def typed(monkeypatch):
    """What will be typed; the prompts that were shown are kept in ``typed.prompts``."""
    monkeypatch.setattr("mikrohandlinger.cli.terminal.person.is_there", lambda: True)

    class Typed(list[str | BaseException]):
        def __init__(self) -> None:
            self.prompts: list[str] = []

    answers = Typed()

    def answer(prompt):
        answers.prompts.append(prompt)
        given = answers.pop(0)
        if isinstance(given, BaseException):
            raise given
        return given

    monkeypatch.setattr("builtins.input", answer)
    return answers


def stored(home):
    return tomllib.loads((home / "config.toml").read_text("utf-8"))


def brackets(typed):
    return [prompt[prompt.rindex("[") :] for prompt in typed.prompts]


def undoable(mikro):
    return json.loads(mikro("undo", "--list", "--json").out)["changes"]


def test_enter_at_every_question_changes_nothing(mikro, home, typed):
    typed += [""] * 6
    answer = mikro("setup")
    assert answer.code == 0
    assert answer.out.endswith("Today: mikro\n")
    assert not (home / "config.toml").exists()
    assert undoable(mikro) == []
    assert brackets(typed) == ["[fixed days] ", "[mon-fri] ", "[none] ", "[no] ", "[3] ", "[none] "]


def test_a_part_time_week_has_the_goal_that_suits_it(mikro, home, typed):
    typed += ["deltid", "man, tir, tor", "pleje, på farten", "ja", "", "efter overleveringen"]
    answer = mikro("setup", lang="da")
    assert answer.code == 0
    assert "2 passer til en uge på 3 dage." in answer.out
    assert (
        "✓ Sat op: mandag, tirsdag og torsdag · pleje og omsorg, på farten · leder · mål 2 dage\n"
        in answer.out
    )
    assert stored(home) == {
        "workdays": ["mon", "tue", "thu"],
        "work": ["care", "road"],
        "role": "leader",
        "goal": 2,
        "anchor": "efter overleveringen",
    }


def test_a_rota_counts_every_day_also_public_holidays_and_the_four_agreed_days(mikro, home, typed):
    typed += ["skiftende vagter", *[""] * (5 if "day_starts" in BY_KEY else 4)]
    answer = mikro("setup", lang="da")
    assert "✓ Sat op: skiftende vagter · mål 3 dage\n" in answer.out
    assert stored(home) == {
        "workdays": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
        "public_holidays": "work",
        "first_of_may": "work",
        "constitution_day": "work",
        "christmas_eve": "work",
        "new_years_eve": "work",
        "strength_days": 7,
    }


@pytest.mark.parametrize("day", ["2026-12-24", "2026-12-25", "2026-12-31", "2027-05-01", "2026-11-29"])
def test_whoever_has_a_rota_has_a_proposal_and_can_log_on_any_day(mikro, typed, day):
    typed += ["rota", *[""] * (5 if "day_starts" in BY_KEY else 4)]
    mikro("setup")
    now = f"{day}T15:00:00+01:00"
    assert json.loads(mikro("today", "--json", now=now).out)["working_day"] is True
    typed += ["", "", ""]
    assert mikro("log", now=now).code == 0
    assert json.loads(mikro("week", "--json", now=now).out)["done_days"] == 1


def test_it_is_one_change_and_taken_back_whole(mikro, home, typed):
    typed += ["part", "mon-wed", "school", "", "", "after lunch"]
    mikro("setup")
    (change,) = undoable(mikro)
    assert change["what"] == "setting"
    assert mikro("undo").code == 0
    assert stored(home) == {}
    assert mikro("redo").code == 0
    assert stored(home) == {
        "workdays": ["mon", "tue", "wed"],
        "work": ["school"],
        "goal": 2,
        "anchor": "after lunch",
    }


def test_whoever_leaves_the_rota_has_days_off_again(mikro, home, typed):
    typed += ["rota", *[""] * (5 if "day_starts" in BY_KEY else 4)]
    mikro("setup")
    typed += ["fixed", "", "", "", "", ""]
    mikro("setup")
    assert stored(home) == {"workdays": ["mon", "tue", "wed", "thu", "fri"]}


def test_the_next_time_the_brackets_hold_what_was_answered(mikro, typed):
    typed += ["part", "ma ti on", "1, kontor", "care", "ja", "1", "efter kaffen"]
    mikro("setup")
    typed.prompts.clear()
    typed += ["", "", "", "", "", "-"]
    mikro("setup")
    assert brackets(typed) == ["[part time] ", "[mon-wed] ", "[care] ", "[yes] ", "[1] ", "[efter kaffen] "]
    assert json.loads(mikro("today", "--json").out)["plan"] is None


def test_an_answer_that_is_not_understood_names_the_words_that_are_and_keeps_what_stands_the_second_time(
    mikro, home, typed
):
    typed += ["klingon", "xx", "yy", "2, 3", "zz", "chef", "?", "9", "tre", "x" * 300, "kaffe"]
    answer = mikro("setup", lang="da")
    assert answer.code == 0
    assert "»klingon« er ikke en af dem her: faste dage, deltid, skiftende vagter." in answer.err
    assert answer.out.count("Det bliver ved") == 5
    assert stored(home) == {"anchor": "kaffe"}


@pytest.mark.parametrize("stop", [KeyboardInterrupt(), EOFError()])
def test_nothing_is_written_before_the_last_answer(mikro, home, typed, stop):
    typed += ["rota", "care", stop]
    answer = mikro("setup")
    assert answer.code == 0
    assert answer.out.endswith("\nStopped. Nothing was changed.\n")
    assert not (home / "config.toml").exists()


def test_own_words_at_the_prompt_are_masked_and_told_and_can_be_kept(mikro, home, typed):
    typed += [*[""] * 5, "ring 20304050"]
    assert "1 personal detail was masked" in mikro("setup").out
    assert stored(home)["anchor"] == "ring [tlf.]"
    typed += [*[""] * 5, "ring 20304050"]
    assert "masked" not in mikro("setup", "--keep-personal").out
    assert stored(home)["anchor"] == "ring 20304050"


def test_without_a_terminal_nothing_is_asked(mikro, home):
    answer = mikro("setup")
    assert answer.code == 0
    assert [line.split(" = ")[0] for line in answer.out.splitlines()[:5]] == FIVE
    rows = json.loads(mikro("setup", "--json").out)["settings"]
    assert [row["key"] for row in rows] == FIVE
    assert not (home / "config.toml").exists()


class TestOnATerminal:
    """The same through a real pseudo-terminal: what a person sees and types."""

    def interrupt(self, child, answer):
        """Ctrl-C until it is answered: one that comes before the program waits for a key is only noted."""
        import pexpect

        for _again in range(20):
            child.sendintr()
            if child.expect([answer, pexpect.TIMEOUT], timeout=1) == 0:
                return

    def end(self, child):
        import pexpect

        child.expect(pexpect.EOF)
        child.close()
        return child.exitstatus

    def test_setup_that_is_interrupted_has_changed_nothing(self, terminal, home):
        child = terminal("setup")
        child.expect("like")
        child.sendline("rota")
        child.expect("day end")
        child.sendline("")
        child.expect("work mostly")
        self.interrupt(child, "Nothing was changed")
        assert self.end(child) == 0
        assert not (home / "config.toml").exists()

    def test_log_asks_after_it_has_stored_and_a_kill_at_the_question_loses_nothing(self, terminal, mikro):
        child = terminal("log", "ask", "--reach", "new")
        child.expect("Recorded as no. 1")
        child.expect("One sentence")
        child.sendline("blåbærgrød")
        child.expect("How did it go")
        child.kill(9)
        child.expect_exact("")
        child.close()
        assert '"note": "blåbærgrød"' in mikro("history", "--json").out

    def test_ctrl_d_at_a_question_ends_cleanly(self, terminal, mikro):
        child = terminal("log", "tvivl")
        child.expect("One sentence")
        child.sendeof()
        assert self.end(child) == 0

    def test_bytes_that_are_no_text_at_a_question_are_no_bug(self, terminal, mikro):
        child = terminal("log", "tvivl", "--reach", "up", "--went", "ok")
        child.expect("One sentence")
        os.write(child.child_fd, b"gr\xf8d\n")
        child.expect("Stored: the note")
        assert self.end(child) == 0


def test_a_kind_of_work_that_is_none_of_them_is_told_with_the_words_of_the_screen(mikro, typed):
    typed += ["", "", "frisør", "pleje", "", "", ""]
    answer = mikro("setup", lang="da")
    assert "»frisør« er ikke en af dem her: kontor, pleje, skole, dagtilbud, på" in answer.err
    assert "work" not in answer.err
    assert "pleje og omsorg · mål 3 dage" in answer.out


@pytest.mark.parametrize("columns", [40, 60, 80])
def test_the_name_of_a_kind_of_work_is_not_broken_between_two_rows(mikro, typed, columns):
    typed += [""] * 6
    asked = mikro("setup", columns=columns).out.split("2  What")[1].split("3  Do you")[0]
    rows = [row.strip() for row in asked.splitlines()]
    assert [name for row in rows for name in row.split(" · ") if "maintenance" in name] == [
        "operations and maintenance"
    ]
    assert "\u00a0" not in asked
