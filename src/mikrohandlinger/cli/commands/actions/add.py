"""``mikro actions add``: an own variation, from options or from a few questions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from mikrohandlinger.cli.framework.context import context_of
from mikrohandlinger.cli.terminal import person
from mikrohandlinger.cli.terminal.ask import ask
from mikrohandlinger.cli.terminal.echo import echo, echo_json, warn
from mikrohandlinger.domain.catalogue.draft import Draft, as_table, judge
from mikrohandlinger.domain.catalogue.model import PLACES, Wording
from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.domain.privacy import one_line
from mikrohandlinger.texts import _, language

if TYPE_CHECKING:
    from collections.abc import Mapping

    import typer

    from mikrohandlinger.cli.framework import completion
    from mikrohandlinger.cli.framework.options import AsJson
    from mikrohandlinger.domain.catalogue.model import Catalogue
    from mikrohandlinger.usecases.context import Context

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


def add(
    ctx: typer.Context,
    action: Annotated[
        str,
        typer.Option(
            "--action",
            metavar="ACTION",
            help=N_("The action: ask, doubt or feedback."),
            autocompletion=completion.actions,
        ),
    ] = "",
    text: Annotated[
        str, typer.Option("--text", metavar=N_("TEXT"), help=N_("What to do, in one sentence."))
    ] = "",
    when: Annotated[str, typer.Option("--when", metavar=N_("TEXT"), help=N_("The moment: “When …”."))] = "",
    say: Annotated[str, typer.Option("--say", metavar=N_("TEXT"), help=N_("What can be said aloud."))] = "",
    why: Annotated[
        str,
        typer.Option(
            "--why", metavar=N_("TEXT"), help=N_("Why it is worth it; needs --source. May be left out.")
        ),
    ] = "",
    other_text: Annotated[
        str,
        typer.Option(
            "--other-text", metavar=N_("TEXT"), help=N_("--text in the other language; else the same.")
        ),
    ] = "",
    other_when: Annotated[
        str,
        typer.Option(
            "--other-when", metavar=N_("TEXT"), help=N_("--when in the other language; else the same.")
        ),
    ] = "",
    other_say: Annotated[
        str,
        typer.Option(
            "--other-say", metavar=N_("TEXT"), help=N_("--say in the other language; else the same.")
        ),
    ] = "",
    other_why: Annotated[
        str,
        typer.Option(
            "--other-why", metavar=N_("TEXT"), help=N_("--why in the other language; else the same.")
        ),
    ] = "",
    source: Annotated[str, typer.Option("--source", metavar=N_("KEY"), help=N_("The source of --why."))] = "",
    level: Annotated[
        int,
        typer.Option(
            "--level", metavar="N", min=1, max=3, help=N_("1 easy, 2 takes a little, 3 takes courage.")
        ),
    ] = 1,
    minutes: Annotated[int, typer.Option("--minutes", metavar="N", help=N_("2, 5 or 10."))] = 5,
    leader: Annotated[bool, typer.Option("--leader", help=N_("Only for leaders."))] = False,
    receiver: Annotated[
        bool, typer.Option("--receiver", help=N_("About answering well when others come to you."))
    ] = False,
    places: Annotated[
        list[str] | None,
        typer.Option(
            "--setting",
            metavar=N_("PLACE"),
            help=N_(
                "Where it can be done: meeting, one-to-one, corridor, remote; again for each. Else anywhere."
            ),
        ),
    ] = None,
    reach: Annotated[
        list[str] | None,
        typer.Option(
            "--reach", metavar=N_("WHOM"), help=N_("Whom it suits: known, new, up, across; again for each.")
        ),
    ] = None,
    signs: Annotated[
        list[str] | None,
        typer.Option(
            "--sign", metavar=N_("SIGN"), help=N_("Which sign of safety it practises; again for each.")
        ),
    ] = None,
    rules: Annotated[bool, typer.Option("--rules", help=N_("It is about your own local rules."))] = False,
    identity: Annotated[
        str, typer.Option("--id", metavar=N_("ID"), help=N_("Its id; else one is made from the sentence."))
    ] = "",
    as_json: AsJson = False,
) -> None:
    """Write a variation of your own."""
    from mikrohandlinger.storage.toml import own_actions
    from mikrohandlinger.storage.toml.catalogue import built_in

    context = context_of(ctx)
    base = built_in(context.paths.cache)
    own = own_actions.read(context.paths.own_actions, base)
    form = Draft(
        action="",
        da=Wording("", "", "", ""),
        en=Wording("", "", "", ""),
        level=level,
        minutes=minutes,
        role="leader" if leader else "all",
        part="receiver" if receiver else "sender",
        places=tuple(places or PLACES),
        reach=tuple(reach or ("known",)),
        signs=tuple(signs or ()),
        rules=rules,
        source=source.strip(),
        id=identity.strip(),
    )
    given = Wording(*map(one_line, (text, when, say, why)))
    other = Wording(*map(one_line, (other_text, other_when, other_say, other_why)))
    try:
        draft = _complete(base, own, form, action, given, other)
    except (EOFError, KeyboardInterrupt):
        warn("")
        raise MikroError("stopped", N_("Stopped. Nothing was written.")) from None

    def make(own: Mapping[str, Any]) -> dict[str, Any]:
        table = as_table(draft, {*base.variations, *(str(known["id"]) for known in own.get("variation", ()))})
        _refuse_faults(context, table, own, base)
        return table

    table = own_actions.add(context.paths.own_actions, base, make)
    if as_json:
        from mikrohandlinger.views.catalogue.document import added

        echo_json(added(str(context.paths.own_actions), table))
        return
    from mikrohandlinger.views.catalogue.words import added_line

    echo(added_line(table["id"]))


def _complete(
    base: Catalogue,
    own: dict[str, Any],
    form: Draft,
    action: str,
    given: Wording,
    other: Wording,
) -> Draft:
    """The draft with what is missing asked for on a terminal, or refused elsewhere."""
    missing = [
        name
        for name, value in (
            ("--action", action),
            ("--text", given.text),
            ("--when", given.when),
            ("--say", given.say),
        )
        if not value
    ]
    if missing and not person.is_there():
        raise MikroError(
            "options-missing",
            N_("These are missing: {options}. On a terminal “mikro actions add” asks for them."),
            options=", ".join(missing),
        )
    if missing:
        echo(_("A variation of your own, in a few sentences. Ctrl-C stops, and nothing is written."))
    chosen = base.find_action(action) if action else None
    while chosen is None:
        if action and not person.is_there():
            raise MikroError(
                "action-unknown",
                N_("“{word}” is not an action. The three are: ask, doubt, feedback."),
                word=action,
            )
        action = ask(_("Which action? 1 ask, 2 doubt, 3 feedback:"))
        chosen = base.find_action(action)
    form = form._replace(action=chosen.id)
    fill = _Filler(own, base, form, asks=bool(missing))
    mine = fill.sentences(given, _QUESTIONS, language())
    theirs = fill.sentences(other, _IN_THE_OTHER, "en" if language() == "da" else "da", same=mine)
    danish, english = (mine, theirs) if language() == "da" else (theirs, mine)
    return form._replace(da=danish, en=english)


class _Filler:
    """Asks for the sentences that were not given, and at once says what a sentence lacks."""

    def __init__(self, own: dict[str, Any], base: Catalogue, form: Draft, *, asks: bool) -> None:
        self.own = own
        self.base = base
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
        from mikrohandlinger.views.catalogue.words import fault_line

        while True:
            typed = one_line(ask(question))
            if not typed and optional:
                return ""
            faults = self._faults(field, typed, tongue)
            if typed and not faults:
                return typed
            for fault in faults:
                echo(fault_line(fault._replace(table="")))

    def _faults(self, field: str, typed: str, tongue: str) -> list[Any]:
        wording = Wording(*(typed if name == field else "–" for name in Wording._fields))
        draft = self.form._replace(da=wording) if tongue == "da" else self.form._replace(en=wording)
        table = as_table(draft, ())
        return [fault for fault in judge(table, self.own, self.base) if fault.key == f"{tongue}.{field}"]


def _refuse_faults(context: Context, table: dict[str, Any], own: Mapping[str, Any], base: Catalogue) -> None:
    faults = judge(table, own, base)
    if not faults:
        return
    from mikrohandlinger.views.catalogue.words import fault_line

    for fault in faults:
        warn(fault_line(fault))
    raise MikroError(
        "variation-faults",
        N_("Nothing was written: {count} to mend. An example that passes stands beside each."),
        count=len(faults),
        path=context.paths.own_actions,
    )
