"""``mikro actions add``: an own variation, from options or from a few questions."""

from __future__ import annotations

from mikrohandlinger.cli.commands.actions.add_questions import complete
from mikrohandlinger.cli.framework.context import context_of
from mikrohandlinger.cli.terminal.echo import echo, echo_json, warn
from mikrohandlinger.domain.catalogue.draft import NOTHING, Draft
from mikrohandlinger.domain.catalogue.model import PLACES, Wording
from mikrohandlinger.domain.privacy import one_line
from mikrohandlinger.usecases import catalogue
from mikrohandlinger.usecases.own_words import own_words, told_together
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.catalogue.words import added_line, fault_line

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    import typer

    from mikrohandlinger.cli.framework.options import (
        AboutRules,
        ActionOption,
        AsJson,
        ForLeaders,
        ForReceivers,
        KeepPersonal,
        NewVariationId,
        OtherSay,
        OtherText,
        OtherWhen,
        OtherWhy,
        Places,
        ReachOfMany,
        Signs,
        VariationLevel,
        VariationMinutes,
        VariationSay,
        VariationSource,
        VariationText,
        VariationWhen,
        VariationWhy,
    )
    from mikrohandlinger.domain.privacy import Words
    from mikrohandlinger.usecases.context import Context


def add(
    ctx: typer.Context,
    action: ActionOption = None,
    text: VariationText = "",
    when: VariationWhen = "",
    say: VariationSay = "",
    why: VariationWhy = "",
    other_text: OtherText = "",
    other_when: OtherWhen = "",
    other_say: OtherSay = "",
    other_why: OtherWhy = "",
    source: VariationSource = "",
    level: VariationLevel = 1,
    minutes: VariationMinutes = 5,
    leader: ForLeaders = False,
    receiver: ForReceivers = False,
    places: Places = None,
    reach: ReachOfMany = None,
    signs: Signs = None,
    rules: AboutRules = False,
    identity: NewVariationId = "",
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
    _tell(context, catalogue.add(context, draft), own, as_json=as_json)


def _tell(context: Context, table: Mapping[str, Any], own: Words, *, as_json: bool) -> None:
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
