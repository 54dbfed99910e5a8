"""``mikro setup``: five questions with good defaults, on a real terminal and without one."""

from __future__ import annotations

import os
import tomllib

import pytest

FIVE = ["language", "role", "workdays", "anchor", "level_cap"]


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


def test_enter_five_times_changes_nothing(mikro, home, typed):
    typed += [""] * 5
    answer = mikro("setup")
    assert answer.code == 0
    assert answer.out.endswith("All set. “mikro today” shows today's micro-action.\n")
    assert not (home / "config.toml").exists()
    assert [prompt[prompt.rindex("[") :] for prompt in typed.prompts] == [
        "[3] ", "[1] ", "[Mo, Tu, We, Th, Fr] ", "[–] ", "[3] ",
    ]  # fmt: skip


def test_five_answers_are_five_settings(mikro, home, typed):
    typed += ["1", "2", "man-tors", "efter morgenkaffen", "2"]
    assert mikro("setup").code == 0
    assert stored(home) == {
        "language": "da",
        "role": "leader",
        "workdays": ["mon", "tue", "wed", "thu"],
        "anchor": "efter morgenkaffen",
        "level_cap": 2,
    }


def test_the_next_time_the_brackets_hold_what_was_answered(mikro, typed):
    typed += ["2", "leader", "ma ti on", "efter kaffen", "1"]
    mikro("setup")
    typed.prompts.clear()
    typed += ["", "", "", "-", ""]
    mikro("setup")
    assert [prompt[prompt.rindex("[") :] for prompt in typed.prompts] == [
        "[2] ", "[2] ", "[Mo, Tu, We] ", "[efter kaffen] ", "[1] ",
    ]  # fmt: skip


def test_the_language_answered_holds_from_the_next_question(mikro, typed):
    typed += ["1", KeyboardInterrupt()]
    mikro("setup", env={"MIKRO_LANG": None, "LC_ALL": "en_GB.UTF-8"})
    assert typed.prompts[0].startswith("Language?")
    assert typed.prompts[1].startswith("Hvad er din rolle?")


def test_a_wrong_answer_is_asked_about_again(mikro, home, typed):
    typed += ["klingon", "9", "2", "", "xx", "on", "x" * 300, "", "4", "1"]
    answer = mikro("setup")
    assert answer.code == 0
    assert answer.err.count("Answer with one of the numbers") == 3
    assert "mon, tue, wed" in answer.err
    assert stored(home) == {"language": "en", "workdays": ["wed"], "level_cap": 1}


@pytest.mark.parametrize("stop", [KeyboardInterrupt(), EOFError()])
def test_stopping_keeps_what_was_answered(mikro, home, typed, stop):
    typed += ["2", "2", stop]
    answer = mikro("setup")
    assert answer.code == 0
    assert answer.out.endswith("\nStopped. What you answered so far is kept.\n")
    assert stored(home) == {"language": "en", "role": "leader"}


def test_without_a_terminal_nothing_is_asked(mikro, home):
    answer = mikro("setup")
    assert answer.code == 0
    assert [line.split(" = ")[0] for line in answer.out.splitlines()[:5]] == FIVE
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

    def test_setup_is_interrupted_and_keeps_the_first_answer(self, terminal, home):
        child = terminal("setup")
        child.expect("Language")
        child.sendline("2")
        child.expect("employee")
        self.interrupt(child, "What you answered so far is kept")
        assert self.end(child) == 0
        assert stored(home) == {"language": "en"}

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
