"""Exit codes, refusals, Ctrl-C, bugs and pipes: the one place where an error becomes output."""

from __future__ import annotations

import errno
import io
import json
import os
import stat
import subprocess
import sys

import pytest

from mikrohandlinger.cli.terminal import echo as say
from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.storage.database.proposals import Proposals


def failing(error):
    def fail(*_args, **_kwargs):
        raise error

    return fail


def test_a_refusal_is_one_sentence_on_standard_error(mikro):
    answer = mikro("edit", "7", "--note", "x")
    assert (answer.code, answer.out) == (1, "")
    assert answer.err == "mikro: There is no entry “7”. “mikro history” shows each with its number.\n"


@pytest.mark.parametrize("lang", ["da", "en"])
def test_under_json_a_refusal_is_a_document_on_standard_error(mikro, lang):
    answer = mikro("edit", "7", "--note", "x", "--json", lang=lang)
    assert (answer.code, answer.out) == (1, "")
    document = json.loads(answer.err)
    assert list(document) == ["schema", "error"]
    assert document["schema"] == 1
    assert list(document["error"]) == ["code", "message"]
    assert document["error"]["code"] == "entry-unknown"
    assert "“7”" in document["error"]["message"] or "»7«" in document["error"]["message"]


@pytest.mark.parametrize(
    "given",
    [
        "i går",
        "2026-11-23T08:30:00",
        "2026-13-01T00:00:00+01:00",
        "9999-12-31T08:00:00Z",
        "0001-01-01T00:00:00Z",
        "9" * 400,
    ],
)
def test_a_clock_that_cannot_be_read_is_refused(mikro, given):
    answer = mikro("today", "--json", now=given)
    assert answer.code == 1
    assert json.loads(answer.err)["error"]["code"] == "clock-wrong"


def test_ctrl_c_is_130_without_a_traceback(mikro, monkeypatch):
    monkeypatch.setattr(Proposals, "of", failing(KeyboardInterrupt()))
    answer = mikro("today")
    assert (answer.code, answer.out, answer.err) == (130, "", "\n")


def test_a_bug_is_one_line_on_the_screen_and_a_traceback_in_a_private_file(mikro, monkeypatch, home):
    monkeypatch.setattr(Proposals, "of", failing(ZeroDivisionError("a hole \udcff")))
    answer = mikro("today")
    assert (answer.code, answer.out) == (70, "")
    assert answer.err.count("\n") == 1
    log = home / "error.log"
    assert str(log) in answer.err
    assert "ZeroDivisionError: a hole" in log.read_text("utf-8")
    if sys.platform != "win32":
        assert stat.S_IMODE(log.stat().st_mode) == 0o600
    assert json.loads(mikro("today", "--json").err)["error"]["code"] == "bug"


def test_a_bug_whose_file_cannot_be_written_is_still_one_line(mikro, monkeypatch, home):
    home.write_text("in the way")
    monkeypatch.setattr(
        "mikrohandlinger.usecases.context.Context.today", property(failing(ZeroDivisionError()))
    )
    answer = mikro("today")
    assert answer.code == 70
    assert answer.err.count("\n") == 1


def test_an_error_inside_an_error_is_translated_and_values_are_one_harmless_line():
    inner = MikroError("inner", "There is nothing to take back.")
    outer = MikroError("outer", "{path}, line {line}: {fault}", path="a\x1b[31m\nb", line=3, fault=inner)
    assert say.sentence(outer) == "a b, line 3: There is nothing to take back."


class Full(io.RawIOBase):
    """A standard output that takes nothing."""

    def __init__(self, number: int) -> None:
        self.number = number

    def writable(self) -> bool:
        return True

    def write(self, _content: object) -> int:
        if self.number:
            raise OSError(self.number, os.strerror(self.number))
        return 1


@pytest.mark.parametrize("screen", [("log", "ask"), ("today",), ("today", "--json"), ("--help",)])
@pytest.mark.parametrize(
    ("number", "code", "told"),
    [
        (errno.EPIPE, 0, ""),
        (errno.EINVAL, 0, ""),
        (errno.ENOSPC, 1, "cannot be written"),
        (errno.EIO, 1, "cannot be written"),
    ],
)
def test_an_output_that_takes_no_more_is_no_bug(mikro, monkeypatch, screen, number, code, told):
    raw = Full(number)
    with monkeypatch.context() as patch, io.TextIOWrapper(io.BufferedWriter(raw), "utf-8") as stream:
        patch.setattr(sys, "stdout", stream)
        answer = mikro(*screen)
        raw.number = 0
    assert answer.code == code
    assert told in answer.err
    assert answer.err.count("\n") == code


@pytest.mark.skipif(sys.platform == "win32", reason="pipes break with another error there")
def test_a_reader_that_has_seen_enough_leaves_no_trace(mikro):
    mikro("log", "ask", "en note")
    child = subprocess.Popen(
        [sys.executable, "-m", "mikrohandlinger", "history"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert child.stdout is not None
    child.stdout.close()
    assert child.wait(30) == 0
    assert child.stderr is not None
    assert child.stderr.read() == b""
    child.stderr.close()


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="only Linux has /dev/full")  # noqa: PTH110
def test_a_full_disk_behind_a_redirection_is_a_refusal(mikro):
    with open("/dev/full", "w") as full:  # noqa: PTH123
        answer = subprocess.run(
            [sys.executable, "-m", "mikrohandlinger", "log", "ask"],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert answer.returncode == 1
    assert answer.stderr.startswith(b"mikro: What mikro has to say cannot be written")
    assert len(json.loads(mikro("history", "--json").out)["entries"]) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="closing them is a matter of the shell")
def test_closed_standard_streams_are_no_bug(mikro):
    for closed in ("0", "1", "2"):
        command = f"exec {sys.executable} -m mikrohandlinger log ask --note - {closed}>&-"
        assert (
            subprocess.run(
                ["/bin/sh", "-c", command], stdin=subprocess.DEVNULL, capture_output=True, check=False
            ).returncode
            == 0
        )
    assert len(json.loads(mikro("history", "--json").out)["entries"]) == 3


def test_files_are_for_the_user_alone(mikro, home):
    if sys.platform == "win32":
        return
    before = os.umask(0)
    try:
        mikro("log", "ask")
        mikro("config", "set", "goal", "2")
    finally:
        os.umask(before)
    for path in (home, home / "mikro.db", home / "config.toml", home / "cache"):
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path


def test_a_weekly_copy_that_cannot_be_made_is_told_beside_the_answer(mikro, home):
    mikro("log", "ask")
    for copy in (home / "backups").iterdir():
        copy.unlink()
    (home / "backups").rmdir()
    (home / "backups").write_text("a file where the folder should be")
    (home / "backups").chmod(0o600)
    found = mikro("log", "ask", "en note", lang="da")
    assert found.code == 0
    assert "Alt er gemt, men ugens sikkerhedskopi kunne ikke laves." in found.err
    assert mikro("log", "ask").err == ""
