"""``mikro rule add``: one line is enough, and it is stored before anything is asked."""

from __future__ import annotations

from mikrohandlinger.cli.commands.rule.telling import Typed, lines_of, said_of, words_of
from mikrohandlinger.cli.framework.context import context_of
from mikrohandlinger.cli.terminal import person
from mikrohandlinger.cli.terminal.echo import echo_json
from mikrohandlinger.domain.errors import N_
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
        RuleOrigin,
        RulePeople,
        RuleProtects,
        RuleTimes,
        RuleUntil,
        RuleWish,
    )


def add(
    ctx: typer.Context,
    words: Annotated[
        list[str], typer.Argument(metavar=N_("TITLE"), help=N_("What gets in the way, in one line."))
    ],
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
    keep_personal: KeepPersonal = False,
    as_json: AsJson = False,
) -> None:
    """Put down what gets in the way."""
    context = context_of(ctx)
    typed = Typed(None, kind, detail, origin, in_the_way, protects, ask, until, door, minutes, times, people)
    said = said_of(typed, context.clock.now, keep_personal=keep_personal)
    title = words_of(" ".join(words), keep_personal=keep_personal)
    rule = rules.add(context, title, said)
    if as_json:
        from mikrohandlinger.views.rule.document import document

        echo_json(document(rules.listed(context, [rule])[0]))
        return
    from mikrohandlinger.cli.terminal.wrapped import tell
    from mikrohandlinger.views.rule import words as answers

    tell([*answers.added(rule), *lines_of((title, *said.words))])
    if person.is_there() and context.settings.ask:
        from mikrohandlinger.cli.commands.rule.add_questions import ask_about

        ask_about(context, rule, keep_personal=keep_personal)
