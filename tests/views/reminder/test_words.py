"""The words of the reminder, in both languages."""

from __future__ import annotations

import re

import pytest

from mikrohandlinger import texts
from mikrohandlinger.domain.catalogue.model import Action, Title, Variation, Wording
from mikrohandlinger.domain.reminding import Decision, Notice
from mikrohandlinger.domain.today import in_one_line
from mikrohandlinger.views.reminder.words import message

WORDING_DA = Wording("Spørg en kollega om vejen ind i faget.", "", "", "")
WORDING_EN = Wording("Ask a colleague how they came into the field.", "", "", "")
VARIATION = Variation(
    "ask-x", "ask", 1, 2, "all", "sender", ("meeting",), ("known",), (), rules=False, sources=(),
    da=WORDING_DA, en=WORDING_EN,
)  # fmt: skip
ACTION = Action("ask", 1, (), Title("Titel ask", ""), Title("Title ask", ""))
NOTICE = Notice(ACTION, VARIATION)


def noticing(
    *, days: int = 0, plan: str | None = None, welcome: bool = False, weekly: bool = False
) -> Notice:
    return NOTICE._replace(decision=Decision(welcome=welcome, tells_weekly=weekly), days=days, plan=plan)


@pytest.mark.parametrize(
    ("language", "title", "lines"),
    [
        ("da", "Titel ask", [WORDING_DA.text, "2 dage i denne uge.", "Når du har gjort det: mikro log"]),
        ("en", "Title ask", [WORDING_EN.text, "2 days this week.", "When you have done it: mikro log"]),
    ],
)
def test_the_message_is_what_to_do_the_week_and_how_to_log_it(
    language: str, title: str, lines: list[str]
) -> None:
    texts.use(language)

    said = message(noticing(days=2))

    assert (said.title, said.body.split("\n")) == (title, lines)


@pytest.mark.parametrize("language", ["da", "en"])
def test_nothing_is_counted_where_there_is_nothing_or_after_an_absence(language: str) -> None:
    texts.use(language)

    assert not re.search(r"\d", message(noticing()).body)
    assert not re.search(r"\d", message(noticing(welcome=True, days=3)).body)


@pytest.mark.parametrize(("language", "title"), [("da", "Velkommen tilbage"), ("en", "Welcome back")])
def test_a_welcome_still_says_which_action_it_is(language: str, title: str) -> None:
    texts.use(language)

    said = message(noticing(welcome=True))

    assert said.title == title
    assert said.body.startswith(in_one_line(ACTION, VARIATION, language))


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("welcome", [True, False])
def test_the_weekly_rhythm_is_told_with_how_to_leave_it(language: str, welcome: bool) -> None:
    texts.use(language)

    said = message(noticing(weekly=True, welcome=welcome, days=1))

    assert said.body.count("mikro nudge on") == 1


def test_however_long_the_texts_are_a_notification_has_room_for_them() -> None:
    long = VARIATION._replace(en=WORDING_EN._replace(text="word " * 200))
    notice = noticing(weekly=True, days=5, plan="When\n" + "x" * 500)

    said = message(notice._replace(variation=long))

    assert max(map(len, said.body.split("\n"))) <= 160
    assert said.body.count("\n") == 3


@pytest.mark.parametrize("language", ["da", "en"])
def test_no_message_blames(language: str) -> None:
    texts.use(language)
    notices = [
        noticing(welcome=welcome, weekly=weekly, days=days)
        for welcome in (True, False)
        for weekly in (True, False)
        for days in (0, 1)
    ]

    said = " ".join(message(notice).body for notice in notices)

    assert not re.search(r"tabt|mistet|brudt|fejlet|desværre|lost|broken|failed|unfortunately|!", said)
