"""What is said about the job of the system's scheduler."""

from __future__ import annotations

from datetime import time

import pytest

from mikrohandlinger import texts
from mikrohandlinger.domain.schedule import DELETE, RUN, WRITE, Call, SchedulerName, Step, SwitchedOn
from mikrohandlinger.views.reminder import job_words

STEPS = (
    Step(DELETE, "/old"),
    Step(WRITE, "/new", b"content\n"),
    Step(RUN, call=Call(("start", "a b"))),
)


def test_exactly_is_every_file_and_command_as_it_would_be() -> None:
    assert list(job_words.exactly(STEPS)) == [
        "# would delete /old",
        "# would write /new",
        "content\n",
        "# would run",
        "start 'a b'",
    ]
    assert list(job_words.exactly(())) == ["Nothing would change."]


def test_what_a_command_reads_is_shown_with_it() -> None:
    (_run, line) = job_words.exactly([Step(RUN, call=Call(("crontab", "-"), stdin=b"the table\n"))])

    assert line == "crontab - <<'END'\nthe table\nEND"


def test_a_file_and_a_command_of_windows_are_shown_as_windows_reads_them() -> None:
    content = b"\xff\xfe" + "<Task>\r\n</Task>\r\n".encode("utf-16-le")
    call = Call(("schtasks", "/Create", "/XML", r"C:\Anna Møller\mikro.xml"))

    shown = list(job_words.exactly([Step(WRITE, "x", content), Step(RUN, call=call)]))

    assert shown[1] == "<Task>\n</Task>\n"
    assert shown[3] == r'schtasks /Create /XML "C:\Anna Møller\mikro.xml"'


def test_what_was_done_is_said_step_by_step() -> None:
    done = list(job_words.switched_on(SwitchedOn("systemd", time(8, 30), STEPS)))

    assert done == [
        "Deleted: /old",
        "Written: /new",
        "Run: start a b",
        "The reminder is on: on your workdays at 08:30, by systemd.",
        "See one now: mikro nudge test",
    ]


def test_what_stood_already_is_said_to_be_as_it_was() -> None:
    first, *_rest = job_words.switched_on(SwitchedOn("systemd", time(8, 30), ()))

    assert first == "The reminder was on already, and is as it was."


@pytest.mark.parametrize(
    ("scheduler", "hint"), [("launchd", "Login Items"), ("cron", "makes up for nothing"), ("systemd", "")]
)
def test_what_a_scheduler_does_in_its_own_way_is_said(scheduler: SchedulerName, hint: str) -> None:
    said = list(job_words.switched_on(SwitchedOn(scheduler, time(8, 30), STEPS)))

    assert len(said) == 5 + {"launchd": 1, "cron": 2, "systemd": 0}[scheduler]
    assert hint in "".join(said[-3:-1])
    assert all(len(line) < 80 for line in said)


@pytest.mark.parametrize(
    ("language", "nothing", "off"),
    [
        ("en", "There is no reminder to take away.", "The reminder is off."),
        ("da", "Der er ingen påmindelse at fjerne.", "Påmindelsen er slået fra."),
    ],
)
def test_what_was_taken_away_is_said_and_where_there_was_nothing_that(
    language: str, nothing: str, off: str
) -> None:
    texts.use(language)

    assert list(job_words.switched_off(())) == [nothing]
    assert any(line.startswith(off) for line in job_words.switched_off(STEPS))
