"""The walk through the week on a terminal: own words first, then the questions, and a plan at the end.

Each answer is stored as it is given, so that an interruption loses nothing, and the next walk begins where this one
ended. Nothing has to be answered.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mikrohandlinger.cli.terminal.ask import ask, chosen
from mikrohandlinger.cli.terminal.echo import echo, echo_error
from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.domain.privacy import one_line
from mikrohandlinger.domain.reflecting import ENOUGH, QUESTIONS, USES, Question, example
from mikrohandlinger.texts import _, language
from mikrohandlinger.usecases import review
from mikrohandlinger.usecases.own_words import own_words

if TYPE_CHECKING:
    from mikrohandlinger.domain.privacy import Words
    from mikrohandlinger.domain.reports.week import WeekReport
    from mikrohandlinger.usecases.context import Context

#: What to type for an answer of several lines.
EDITOR_KEY: Final = "e"
#: Wider lines are tiring to read.
WIDEST: Final = 100
_PLAN: Final = "plan"


def walk(context: Context, screen: WeekReport) -> None:
    """Read the week back, and ask the five questions about it."""
    from mikrohandlinger.views.week.terminal import draw_words

    draw_words(screen)
    try:
        _ask_whether_used(context, screen)
        answered = _ask_questions(context, screen)
    except (EOFError, KeyboardInterrupt):
        echo("")
        _tell(_("What you answered is stored. “mikro week --reflect” goes on from here."))
        return
    echo("")
    echo(_("Thank you. What you answered is stored."))
    if _PLAN in answered:
        echo(_("“mikro today” shows your plan all next week."))


def _tell(text: str) -> None:
    """Write a paragraph within the screen; what comes from the file is one line without control characters."""
    import shutil
    import textwrap

    width = min(shutil.get_terminal_size().columns, WIDEST) - 1
    echo(textwrap.fill(one_line(text), max(20, width), break_long_words=False, break_on_hyphens=False))


def _ask_whether_used(context: Context, screen: WeekReport) -> None:
    if screen.plan is None or screen.plan_used is not None:
        return
    echo("")
    _tell(_("Your plan for the week: {plan}").format(plan=screen.plan))
    typed = ask(_("Did you use it? [1] yes  [2] some of it  [3] the moment did not come"))
    used = chosen(typed, USES)
    if used:
        review.tell_plan_use(context, screen.monday, used)


def _ask_questions(context: Context, screen: WeekReport) -> set[str]:
    """Ask those that have no answer yet, or all of them again; gives the keys of those that have one now."""
    answered = set(screen.reflection)
    again = all(question.key in answered for question in QUESTIONS)
    echo("")
    echo(_("Five questions. One to three answers are plenty; Enter skips."))
    if _editor(context):
        echo(_("“{key}” opens your editor for an answer of several lines.").format(key=EDITOR_KEY))
    given = 0 if again else len(answered)
    for question in QUESTIONS:
        earlier = screen.reflection.get(question.key)
        if earlier and not again:
            echo("")
            echo(_(question.text))
            _tell(_("So far: {answer}").format(answer=earlier))
            continue
        if given >= ENOUGH and question.key != _PLAN:
            continue
        if _ask_question(context, screen, question, earlier):
            answered.add(question.key)
            given += 1
    return answered


def _ask_question(context: Context, screen: WeekReport, question: Question, earlier: str | None) -> bool:
    """Ask, store, and tell whether there was an answer."""
    echo("")
    echo(_(question.text))
    if earlier:
        _tell(_("So far: {answer}").format(answer=earlier))
    elif question.key == _PLAN:
        shown = example(screen.entries, screen.practised, language())
        if shown:
            _tell(_("For example from your week: {example}").format(example=shown))
    words = _answer(context, question, earlier)
    if words.text is None:
        return False
    review.answer(context, screen.monday, {question.key: words})
    if words.masked:
        echo(_("Personal details were masked in your answer."))
    return True


def _answer(context: Context, question: Question, earlier: str | None) -> Words:
    while True:
        typed = ask(">")
        try:
            if typed == EDITOR_KEY and _editor(context):
                typed = _written(context, question, earlier)
            return own_words(typed)
        except MikroError as error:
            echo_error(error)


def _editor(context: Context) -> str:
    return context.environ.get("VISUAL") or context.environ.get("EDITOR") or ""


def _written(context: Context, question: Question, earlier: str | None) -> str:
    """What the user wrote in the editor; the file it was written in is gone afterwards."""
    from mikrohandlinger.cli.terminal.editor import edited

    return edited(_editor(context), _(question.text), earlier or "", context.paths.cache)
