"""What ``mikro actions add`` asks for, sentence by sentence."""

from __future__ import annotations

from mikrohandlinger.cli.terminal import person
from mikrohandlinger.cli.terminal.ask import ask
from mikrohandlinger.cli.terminal.echo import echo, warn
from mikrohandlinger.domain.catalogue.draft import faults_in
from mikrohandlinger.domain.catalogue.model import Wording
from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.domain.privacy import one_line
from mikrohandlinger.texts import _, language
from mikrohandlinger.usecases.reading import action_named
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.catalogue.words import fault_line

if TYPE_CHECKING:
    from mikrohandlinger.domain.catalogue.draft import Draft
    from mikrohandlinger.domain.catalogue.model import Catalogue
    from mikrohandlinger.usecases.catalogue import Beside

#: What is asked for each sentence, in the language of the screens.
_QUESTIONS = {
    "text": N_("What to do, in one sentence that begins with a verb:"),
    "when": N_("When is the moment? (“When you …”):"),
    "say": N_("What can be said aloud? One or two short sentences:"),
}
_IN_THE_OTHER = {
    "text": N_("What to do, in the other language (Enter: the same):"),
    "when": N_("When, in the other language (Enter: the same):"),
    "say": N_("What to say, in the other language (Enter: the same):"),
}


def complete(neighbours: Beside, form: Draft, action: str, given: Wording, other: Wording) -> Draft:
    """The draft with what is missing asked for on a terminal, or refused elsewhere.

    Args:
        neighbours: What it will stand beside.
        form: What else was said of it.
        action: The action that was typed, or "".
        given: The sentences that were given, in the language of the screens.
        other: Those in the other language.

    Raises:
        MikroError: When something is missing and nobody is there to ask, or the person stops.
    """
    wanted = {"--action": action, "--text": given.text, "--when": given.when, "--say": given.say}
    missing = [name for name, value in wanted.items() if not value]
    if missing and not person.is_there():
        raise MikroError(
            "options-missing",
            N_("These are missing: {options}. On a terminal “mikro actions add” asks for them."),
            options=", ".join(missing),
        )
    if missing:
        echo(_("A variation of your own, in a few sentences. Ctrl-C stops, and nothing is written."))
    try:
        form = form._replace(action=_action(neighbours.base, action))
        fill = _Filler(neighbours, form, asks=bool(missing))
        mine = fill.sentences(given, _QUESTIONS, language())
        theirs = fill.sentences(other, _IN_THE_OTHER, "en" if language() == "da" else "da", same=mine)
    except (EOFError, KeyboardInterrupt):
        warn("")
        raise MikroError("stopped", N_("Stopped. Nothing was written.")) from None
    danish, english = (mine, theirs) if language() == "da" else (theirs, mine)
    return form._replace(da=danish, en=english)


def _action(base: Catalogue, word: str) -> str:
    """The id of the action; on a terminal asked for until there is one."""
    if word and not person.is_there():
        return action_named(base, word).id
    while (found := base.find_action(word)) is None:
        word = ask(_("Which action? 1 ask, 2 doubt, 3 feedback:"))
    return found.id


class _Filler:
    """Asks for the sentences that were not given, and at once says what a sentence lacks."""

    def __init__(self, neighbours: Beside, form: Draft, *, asks: bool) -> None:
        self.neighbours = neighbours
        self.form = form
        self.asks = asks

    def sentences(
        self, given: Wording, questions: dict[str, str], tongue: str, same: Wording | None = None
    ) -> Wording:
        """The wording in the language ``tongue``; what is left empty is taken from ``same``."""
        found = given._asdict()
        for field, question in questions.items():
            if self.asks and not found[field]:
                found[field] = self._asked(field, _(question), tongue, optional=same is not None)
        if same is not None:
            found = {field: text or getattr(same, field) for field, text in found.items()}
        return Wording(**found)

    def _asked(self, field: str, question: str, tongue: str, *, optional: bool) -> str:
        while True:
            typed = one_line(ask(question))
            if not typed and optional:
                return ""
            faults = faults_in(self.form, tongue, field, typed, *self.neighbours)
            if typed and not faults:
                return typed
            for fault in faults:
                echo(fault_line(fault._replace(table="")))
