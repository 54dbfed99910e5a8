"""``mikro rule edit``."""

from __future__ import annotations

from mikrohandlinger.cli.commands.rule.telling import Typed, answer_with, said_of
from mikrohandlinger.cli.framework.context import context_of
from mikrohandlinger.cli.terminal import person
from mikrohandlinger.cli.terminal.wrapped import tell
from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.usecases import rules
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Annotated

    import typer

    from mikrohandlinger.cli.framework.options import (
        AsJson,
        KeepPersonal,
        RuleDetail,
        RuleDoor,
        RuleInTheWay,
        RuleKind,
        RuleMinutes,
        RuleNumber,
        RuleOrigin,
        RulePeople,
        RuleProtects,
        RuleReview,
        RuleThanked,
        RuleTimes,
        RuleUntil,
        RuleWish,
    )


def edit(
    ctx: typer.Context,
    number: RuleNumber,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar=N_("[TITLE]"), help=N_("Another title, if it is to have one.")),
    ] = None,
    title: Annotated[
        str | None, typer.Option("--title", metavar=N_("TEXT"), help=N_("What gets in the way, in one line."))
    ] = None,
    origin: RuleOrigin = None,
    protects: RuleProtects = None,
    ask: RuleWish = None,
    until: RuleUntil = None,
    door: RuleDoor = None,
    in_the_way: RuleInTheWay = None,
    minutes: RuleMinutes = None,
    times: RuleTimes = None,
    people: RulePeople = None,
    kind: RuleKind = None,
    detail: RuleDetail = None,
    review: RuleReview = None,
    thanked: RuleThanked = None,
    keep_personal: KeepPersonal = False,
    as_json: AsJson = False,
) -> None:
    """Tell more about a rule."""
    context = context_of(ctx)
    if words and title is not None:
        raise MikroError(
            "two-titles",
            N_("There are two titles: one after the number and one after --title. Keep one of them."),
        )
    typed = Typed(
        " ".join(words) if words else title,
        kind, detail, origin, in_the_way, protects, ask, until, door, minutes, times, people, review, thanked,
    )  # fmt: skip
    said = said_of(typed, context.clock.now, keep_personal=keep_personal)
    rule = rules.find(context, number)
    if said.is_nothing and not as_json and person.is_there() and not rule.is_told:
        from mikrohandlinger.cli.commands.rule.add_questions import ask_about
        from mikrohandlinger.views.rule.words import about

        tell(about(rule))
        ask_about(context, rule, is_new=False, keep_personal=keep_personal)
        return
    rule = rules.edit(context, rule, said)
    answer_with(context, rule, said.words, as_json=as_json)
