"""The walk through the week on a terminal: own words first, then the questions, and a plan at the end.

Each answer is stored as it is given, so that an interruption loses nothing, and the next walk begins where this one
ended. Nothing has to be answered.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.domain.privacy import one_line
from mikrohandlinger.domain.reflecting import ENOUGH, QUESTIONS, Question, example
from mikrohandlinger.texts import _, language

from .notes import Words, own_words
from .questions import ask, chosen
from .say import say, tell

if TYPE_CHECKING:
    from mikrohandlinger.views.week import WeekReport

    from .session import Session

#: What to type for an answer of several lines.
EDITOR_KEY: Final = "e"
#: Wider lines are tiring to read.
WIDEST: Final = 100
_PLAN: Final = "plan"


def walk(session: Session, screen: WeekReport) -> None:
    """Read the week back, and ask the five questions about it."""
    from mikrohandlinger.views.terminal.week import draw_words

    draw_words(screen)
    try:
        _ask_whether_used(session, screen)
        _ask_questions(session, screen)
    except (EOFError, KeyboardInterrupt):
        say("")
        _tell(_("What you answered is stored. “mikro week --reflect” goes on from here."))
        return
    say("")
    say(_("Thank you. What you answered is stored."))
    if _PLAN in session.store.reflection(screen.monday):
        say(_("“mikro today” shows your plan all next week."))


def _tell(text: str) -> None:
    """Write a paragraph within the screen; what comes from the file is one line without control characters."""
    import shutil
    import textwrap

    width = min(shutil.get_terminal_size().columns, WIDEST) - 1
    say(textwrap.fill(one_line(text), max(20, width), break_long_words=False, break_on_hyphens=False))


def _ask_whether_used(session: Session, screen: WeekReport) -> None:
    if screen.plan is None or screen.plan_used is not None:
        return
    say("")
    _tell(_("Your plan for the week: {plan}").format(plan=screen.plan))
    typed = ask(_("Did you use it? [1] yes  [2] some of it  [3] the moment did not come"))
    used = chosen(typed, ("yes", "partly", "no"))
    if used:
        session.store.set_plan_use(screen.monday, used, session.clock.now)


def _ask_questions(session: Session, screen: WeekReport) -> None:
    answered = dict(session.store.reflection(screen.monday))
    again = all(question.key in answered for question in QUESTIONS)
    say("")
    say(_("Five questions. One to three answers are plenty; Enter skips."))
    if _editor(session):
        say(_("“{key}” opens your editor for an answer of several lines.").format(key=EDITOR_KEY))
    given = 0 if again else len(answered)
    for question in QUESTIONS:
        earlier = answered.get(question.key)
        if earlier and not again:
            say("")
            say(_(question.text))
            _tell(_("So far: {answer}").format(answer=earlier))
            continue
        if given >= ENOUGH and question.key != _PLAN:
            continue
        given += _ask_question(session, screen, question, earlier)


def _ask_question(session: Session, screen: WeekReport, question: Question, earlier: str | None) -> bool:
    """Ask, store, and tell whether there was an answer."""
    say("")
    say(_(question.text))
    if earlier:
        _tell(_("So far: {answer}").format(answer=earlier))
    elif question.key == _PLAN:
        shown = example(screen.entries, screen.practised, language())
        if shown:
            _tell(_("For example from your week: {example}").format(example=shown))
    words = _answer(session, question, earlier)
    if words.text is None:
        return False
    session.store.answer(screen.monday, {question.key: words.text}, session.clock.now)
    if words.masked:
        say(_("Personal details were masked in your answer."))
    return True


def _answer(session: Session, question: Question, earlier: str | None) -> Words:
    while True:
        typed = ask(">")
        try:
            if typed == EDITOR_KEY and _editor(session):
                typed = _written(session, question, earlier)
            return own_words(typed)
        except MikroError as error:
            tell(error)


def _editor(session: Session) -> str:
    return session.environ.get("VISUAL") or session.environ.get("EDITOR") or ""


def _written(session: Session, question: Question, earlier: str | None) -> str:
    """What the user wrote in the editor; the file it was written in is gone afterwards."""
    from .editor import edited

    return edited(_editor(session), _(question.text), earlier or "", session.paths.cache)
