"""Which channel is tried, and when it counts as having taken the notification."""

from __future__ import annotations

from typing import TYPE_CHECKING

import desktop_notifier.main
import pytest
from desktop_notifier.backends.dummy import DummyNotificationCenter
from desktop_notifier.common import Capability, Notification

from mikrohandlinger.domain.reminding import Message, Outcome
from mikrohandlinger.system import notify
from mikrohandlinger.system.programs import Answer

if TYPE_CHECKING:
    from mikrohandlinger.domain.schedule import Call

MESSAGE = Message("Ask interested questions", 'Say "<b>thanks</b>" & ask; $(rm -rf ~)')


class Backend(DummyNotificationCenter):
    """A back end that can show a title, and logs a warning or hangs like the real ones."""

    trouble: str | None = None

    async def _get_capabilities(self) -> frozenset[Capability]:
        return frozenset({Capability.TITLE})

    async def _send(self, notification: Notification) -> None:
        if self.trouble == "hang":
            import asyncio

            await asyncio.sleep(60)
        if self.trouble is not None:
            raise OSError(self.trouble)


class Refusing(Backend):
    trouble = "the screen is gone"


class Hanging(Backend):
    trouble = "hang"


def use(monkeypatch: pytest.MonkeyPatch, backend: type[DummyNotificationCenter]) -> None:
    monkeypatch.setattr(desktop_notifier.main, "get_backend_class", lambda: backend)


def test_the_first_channel_that_takes_it_is_the_last_one_tried() -> None:
    tried: list[str] = []

    def channel(name: str, why: str | None) -> notify.Channel:
        def send(message: Message) -> str | None:
            tried.append(name)
            return why

        return name, send

    outcome = notify.show(MESSAGE, [channel("a", "not\n today"), channel("b", None), channel("c", None)])

    assert outcome == Outcome("b", (("a", "not today"),))
    assert tried == ["a", "b"]


def test_without_a_channel_that_takes_it_there_is_none() -> None:
    assert notify.show(MESSAGE, []) == Outcome(None, ())


def test_what_was_dispatched_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, Backend)

    assert notify.send_by_library(MESSAGE) is None


def test_a_back_end_that_can_show_nothing_does_not_count_though_it_says_dispatched(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    use(monkeypatch, DummyNotificationCenter)

    assert notify.send_by_library(MESSAGE) == "nothing here can show notifications"


def test_a_warning_instead_of_an_error_does_not_count_and_is_not_printed(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    use(monkeypatch, Refusing)

    assert notify.send_by_library(MESSAGE) == "OSError: the screen is gone"
    assert capfd.readouterr() == ("", "")


def test_a_back_end_that_hangs_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, Hanging)
    monkeypatch.setattr(notify, "LIBRARY_SECONDS", 0.05)

    assert notify.send_by_library(MESSAGE) == "no answer within 0 seconds"


@pytest.mark.parametrize(
    ("system", "names"),
    [
        ("linux", ["desktop-notifier", "notify-send"]),
        ("darwin", ["desktop-notifier", "osascript"]),
        ("win32", ["desktop-notifier"]),
    ],
)
def test_each_operating_system_has_its_own_channels(system: str, names: list[str]) -> None:
    assert [name for name, _send in notify.channels(system)] == names


def calls_of(system: str) -> list[Call]:
    """What the programs among the channels of ``system`` are called with."""
    calls: list[Call] = []

    def runner(call: Call) -> Answer:
        calls.append(call)
        return Answer(3, "", "")

    refusals = [send(MESSAGE) for name, send in notify.channels(system, runner) if name != "desktop-notifier"]
    assert refusals == ["exit 3"]
    return calls


def test_only_the_body_is_escaped_for_linux_and_options_cannot_be_smuggled_in() -> None:
    (call,) = calls_of("linux")

    assert call.argv[-3:] == ("--", MESSAGE.title, 'Say "&lt;b&gt;thanks&lt;/b&gt;" &amp; ask; $(rm -rf ~)')


def test_macos_gets_the_text_as_arguments_and_not_as_a_program() -> None:
    (call,) = calls_of("darwin")
    script = call.argv[: -len(MESSAGE)]

    assert call.argv[-len(MESSAGE) :] == MESSAGE
    assert not any("thanks" in part for part in script)
    assert call.timeout == notify.PROGRAM_SECONDS


@pytest.mark.parametrize(
    ("system", "advice"), [("linux", "dunst"), ("darwin", "Script Editor"), ("win32", "Settings, System")]
)
def test_where_nothing_took_it_what_to_do_is_that_of_the_operating_system(system: str, advice: str) -> None:
    assert advice in str(notify.nothing_took_it(system))


def test_away_from_windows_there_is_no_registration_to_forget() -> None:
    notify.forget_registration()
