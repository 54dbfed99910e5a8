"""The walk through the five questions of the week, on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mikrohandlinger.domain.reflecting import QUESTIONS
from mikrohandlinger.texts import _

from .notes import own_words
from .output import say
from .questions import ask

if TYPE_CHECKING:
    from datetime import date

    from .session import Session


def walk(session: Session, monday: date) -> None:
    """Ask the five questions, storing each answer as it is given; an interruption loses nothing."""
    if not session.is_interactive:
        say(
            _(
                'Without a terminal, answer like this: mikro week --answer remember="…" --answer plan="When …, then …"'
            )
        )
        return
    answered = session.store.reflection(monday)
    say(_("Five questions. One to three answers are plenty; Enter skips."))
    try:
        for question in QUESTIONS:
            earlier = answered.get(question.key)
            if earlier:
                say(_("So far: {answer}").format(answer=earlier))
            words = own_words(ask(_(question.text)))
            if words.text:
                session.store.answer(monday, {question.key: words.text}, session.clock.now)
    except (EOFError, KeyboardInterrupt):
        say("")
    say(_("Thank you. What you answered is stored."))
