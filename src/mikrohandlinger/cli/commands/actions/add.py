"""``mikro actions add``: an own variation, from options or from a few questions."""

from __future__ import annotations

from mikrohandlinger.cli.commands.actions.add_questions import complete
from mikrohandlinger.cli.framework.context import context_of
from mikrohandlinger.cli.terminal.echo import echo, echo_json, warn
from mikrohandlinger.domain.catalogue.draft import NOTHING, Draft
from mikrohandlinger.domain.catalogue.model import PLACES, Wording
from mikrohandlinger.domain.errors import N_
from mikrohandlinger.domain.privacy import one_line
from mikrohandlinger.usecases import catalogue
from mikrohandlinger.usecases.own_words import own_words, told_together
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.catalogue.words import added_line, fault_line

if TYPE_CHECKING:
    from typing import Annotated

    import typer

    from mikrohandlinger.cli.framework.options import ActionOption, AsJson, KeepPersonal
    from mikrohandlinger.domain.privacy import Words


def add(
    ctx: typer.Context,
    action: ActionOption = None,
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
    keep_personal: KeepPersonal = False,
    as_json: AsJson = False,
) -> None:
    """Write a variation of your own."""
    context = context_of(ctx)
    form = Draft(
        action="",
        da=NOTHING,
        en=NOTHING,
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
    neighbours = catalogue.beside(context)
    draft = complete(neighbours, form, action or "", given, other)
    draft, own = own_draft(draft, keep_personal=keep_personal)
    for fault in catalogue.faults_of(draft, neighbours):
        warn(fault_line(fault))
    table = catalogue.add(context, draft)
    if as_json:
        from mikrohandlinger.views.catalogue.document import added

        echo_json(added(str(context.paths.own_actions), table))
        return
    echo(added_line(table["id"]))
    if own.masked or own.name:
        from mikrohandlinger.views.shared.own_words import told

        for line in told(own):
            echo(line)


def own_draft(draft: Draft, *, keep_personal: bool) -> tuple[Draft, Words]:
    """The draft with its words cleaned and masked, and what is to be told of all of them; each is counted once."""
    found: dict[str, Words] = {}

    def own(text: str) -> str:
        words = found[text] = own_words(text, keep_personal=keep_personal)
        return words.text or ""

    da, en = (Wording(*(own(part) for part in wording)) for wording in (draft.da, draft.en))
    return draft._replace(da=da, en=en), told_together(found.values())
