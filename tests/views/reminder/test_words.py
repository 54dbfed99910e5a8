"""The words of the reminder, in both languages."""

from __future__ import annotations

import re

import pytest

from mikrohandlinger import texts
from mikrohandlinger.domain.catalogue.model import ACTIONS, Action, Catalogue, Title, Variation, Wording
from mikrohandlinger.domain.reminding import Decision
from mikrohandlinger.domain.today import in_one_line
from mikrohandlinger.views.reminder.words import message

WORDING_DA = Wording("Spørg en kollega om vejen ind i faget.", "", "", "")
WORDING_EN = Wording("Ask a colleague how they came into the field.", "", "", "")
VARIATION = Variation(
    "ask-x", "ask", 1, 2, "all", "sender", ("meeting",), ("known",), (), rules=False, source="",
    da=WORDING_DA, en=WORDING_EN,
)  # fmt: skip
CATALOGUE = Catalogue(
    actions=tuple(
        Action(name, number, (), Title(f"Titel {name}", ""), Title(f"Title {name}", ""))
        for number, name in enumerate(ACTIONS, 1)
    ),
    variations={"ask-x": VARIATION},
    sources={},
)
DUE = Decision(deliver=True, reason="due")


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

    said = message(VARIATION, CATALOGUE, DUE, days=2)

    assert (said.title, said.body.split("\n")) == (title, lines)


@pytest.mark.parametrize("language", ["da", "en"])
def test_nothing_is_counted_where_there_is_nothing_or_after_an_absence(language: str) -> None:
    texts.use(language)

    assert not re.search(r"\d", message(VARIATION, CATALOGUE, DUE, days=0).body)
    assert not re.search(r"\d", message(VARIATION, CATALOGUE, DUE._replace(welcome=True), days=3).body)


@pytest.mark.parametrize(("language", "title"), [("da", "Velkommen tilbage"), ("en", "Welcome back")])
def test_a_welcome_still_says_which_action_it_is(language: str, title: str) -> None:
    texts.use(language)

    said = message(VARIATION, CATALOGUE, DUE._replace(welcome=True))

    assert said.title == title
    assert said.body.startswith(in_one_line(CATALOGUE.action(VARIATION.action), VARIATION, texts.language()))


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("welcome", [True, False])
def test_the_weekly_rhythm_is_told_with_how_to_leave_it(language: str, welcome: bool) -> None:
    texts.use(language)

    said = message(VARIATION, CATALOGUE, DUE._replace(tells_weekly=True, welcome=welcome), days=1)

    assert said.body.count("mikro nudge on") == 1


def test_however_long_the_texts_are_a_notification_has_room_for_them() -> None:
    long = VARIATION._replace(en=WORDING_EN._replace(text="word " * 200))

    said = message(long, CATALOGUE, DUE._replace(tells_weekly=True), days=5, plan="When\n" + "x" * 500)

    assert max(map(len, said.body.split("\n"))) <= 160
    assert said.body.count("\n") == 3


@pytest.mark.parametrize("language", ["da", "en"])
def test_no_message_blames(language: str) -> None:
    texts.use(language)
    decisions = [
        DUE._replace(welcome=one, tells_weekly=other) for one in (True, False) for other in (True, False)
    ]

    said = " ".join(
        message(VARIATION, CATALOGUE, decision, days).body for decision in decisions for days in (0, 1)
    )

    assert not re.search(r"tabt|mistet|brudt|fejlet|desværre|lost|broken|failed|unfortunately|!", said)
