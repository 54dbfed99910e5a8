"""The walk through the week on a terminal: own words first, then the questions, and a plan at the end.

Each answer is stored as it is given, so that an interruption loses nothing. Where something is answered already the
walk goes through it: Enter keeps, new words replace, a hyphen removes. Nothing has to be answered.
"""

from __future__ import annotations

from mikrohandlinger.cli.terminal.ask import ask
from mikrohandlinger.cli.terminal.echo import echo, echo_error
from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.domain.privacy import one_line
from mikrohandlinger.domain.reflecting import FRICTION, PLAN, QUESTIONS, Question, example_action, use_of
from mikrohandlinger.texts import _, quoted
from mikrohandlinger.usecases import review
from mikrohandlinger.usecases.own_words import own_words
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.shared.own_words import told
from mikrohandlinger.views.week import reflect_words as words

if TYPE_CHECKING:
    from typing import Final

    from mikrohandlinger.domain.privacy import Words
    from mikrohandlinger.domain.reports.week import WeekReport
    from mikrohandlinger.usecases.context import Context

#: What to type for an answer of several lines, and to take an answer away.
EDITOR_KEY: Final = "e"
REMOVE_KEY: Final = "-"
#: Wider lines are tiring to read.
WIDEST: Final = 100
INTERRUPTED: Final = 130


def walk(context: Context, screen: WeekReport, *, keep_personal: bool) -> int | None:
    """Read the week back, and ask the five questions about it.

    Returns:
        The exit code, where the person ended before the last question.
    """
    return _Walk(context, screen, keep_personal=keep_personal).go()


class _Walk:
    """One walk, and what it has stored so far."""

    def __init__(self, context: Context, screen: WeekReport, *, keep_personal: bool) -> None:
        self._context = context
        self._screen = screen
        self._keep_personal = keep_personal
        self._again = bool(screen.reflection)
        #: The keys of what was answered anew and of what was taken away.
        self._stored: list[str] = []
        self._removed: list[str] = []
        self._told_use = False

    def go(self) -> int | None:
        from mikrohandlinger.views.week.terminal import draw_reflecting

        draw_reflecting(self._screen, again=self._again)
        try:
            self._ask_whether_used()
            for number, question in enumerate(QUESTIONS, 1):
                self._ask(number, question)
        except (EOFError, KeyboardInterrupt):
            echo("")
            self._end(was_interrupted=True)
            return INTERRUPTED
        self._end(was_interrupted=False)
        return None

    def _ask_whether_used(self) -> None:
        screen = self._screen
        if screen.plan is None:
            return
        echo("")
        _tell(_("Your plan was: {plan}").format(plan=screen.plan))
        standing = "" if screen.plan_used is None else words.use(screen.plan_used)
        in_brackets = f"  [{standing}]" if standing else ""
        typed = ask(_("Did you use it?  yes · some of it · no") + in_brackets + "  ›")
        if typed and typed != REMOVE_KEY and use_of(typed) is None:
            typed = ask(words.not_a_use(typed) + "  ›")
            if typed and use_of(typed) is None:
                _tell(words.not_stored(typed))
                return
        if not typed or (typed == REMOVE_KEY and not standing):
            return
        used = "" if typed == REMOVE_KEY else use_of(typed) or ""
        review.tell_plan_use(self._context, screen.monday, used)
        self._told_use = bool(used)

    def _ask(self, number: int, question: Question) -> None:
        """Ask one question; what is answered is stored before the next one."""
        earlier = self._screen.reflection.get(question.key)
        echo("")
        _tell(f"{number}  {self._text(question)}", hanging="   ")
        if earlier is not None:
            _tell(f"   {quoted(earlier)}", hanging="   ")
        elif question.key == PLAN:
            example = words.example(example_action(self._screen.entries))
            _tell("   " + _("Such as: {example}").format(example=example), hanging="   ")
        given = self._answer(question, earlier)
        if given is None:
            return
        review.answer(self._context, self._screen.monday, {question.key: given})
        if given.text is None:
            self._removed.append(question.key)
            echo("   " + _("Removed."))
            return
        self._stored.append(question.key)
        for line in told(given):
            _tell("   " + line, hanging="   ")
        if question.key == FRICTION and earlier is None:
            for line in words.rule_offer(given.text):
                echo(line)

    def _answer(self, question: Question, earlier: str | None) -> Words | None:
        """What is to be stored; None keeps what there is."""
        while True:
            typed = ask("›")
            if not typed:
                return None
            if typed == REMOVE_KEY:
                return None if earlier is None else own_words("")
            try:
                if typed == EDITOR_KEY:
                    typed = self._written(question, earlier)
                    if not typed:
                        _tell("   " + words.nothing_came_back(earlier), hanging="   ")
                        return None
                    if typed == earlier:
                        return None
                return own_words(typed, keep_personal=self._keep_personal)
            except MikroError as error:
                echo_error(error)

    def _text(self, question: Question) -> str:
        return self._screen.questions.get(question.key) or _(question.text)

    def _written(self, question: Question, earlier: str | None) -> str:
        """What the user wrote in the editor; the file it was written in is gone afterwards."""
        from mikrohandlinger.cli.terminal.editor import edited

        environ = self._context.environ
        command = environ.get("VISUAL") or environ.get("EDITOR") or ""
        return edited(command, self._text(question), earlier or "", self._context.paths.cache)

    def _end(self, *, was_interrupted: bool) -> None:
        """Say what was stored; a week without an answer is passed over."""
        screen = self._screen
        gone = len(self._removed)
        kept = len([key for key in screen.reflection if key not in (*self._stored, *self._removed)])
        has_answer = bool(self._stored) or kept > 0
        if not has_answer:
            review.pass_over(self._context, screen.monday)
        echo("")
        line = words.ending(
            screen, self._stored, gone, kept, told_use=self._told_use, was_interrupted=was_interrupted
        )
        _tell(line)
        if not was_interrupted and has_answer:
            answered = [key for key in (*screen.reflection, *self._stored) if key not in self._removed]
            hint = words.sharing(screen, answered)
            if hint:
                _tell(hint)


def _tell(text: str, hanging: str = "") -> None:
    """Write a paragraph within the screen; what comes from the file is one line without control characters."""
    import shutil
    import textwrap

    width = min(shutil.get_terminal_size().columns, WIDEST) - 1
    indent = text[: len(text) - len(text.lstrip())]
    said = one_line(text)
    if text[:1].isdigit() and hanging:
        said = said.replace(" ", "  ", 1)
    echo(
        textwrap.fill(
            said,
            max(20, width),
            initial_indent=indent,
            subsequent_indent=hanging,
            break_long_words=False,
            break_on_hyphens=False,
        )
    )
