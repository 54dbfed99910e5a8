"""``mikro rule raise``, ``answer`` and ``close``: they keep the clock."""

from __future__ import annotations

from mikrohandlinger.cli.commands.rule.telling import answer_with, day_of, words_of
from mikrohandlinger.cli.framework.context import context_of
from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.usecases import rules
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Annotated

    import typer

    from mikrohandlinger.cli.framework.options import (
        AsJson,
        KeepPersonal,
        RuleNumber,
        RuleReview,
        RuleThanked,
    )


def raise_(
    ctx: typer.Context,
    number: RuleNumber,
    to: Annotated[
        str | None,
        typer.Option("--to", metavar=N_("ROLE"), help=N_("Who could decide: a role, never a name.")),
    ] = None,
    due: Annotated[
        str | None,
        typer.Option("--due", metavar=N_("DAY"), help=N_("When an answer is expected: “1/12”, “2 weeks”.")),
    ] = None,
    keep_personal: KeepPersonal = False,
    as_json: AsJson = False,
) -> None:
    """Keep that a rule was brought to somebody."""
    context = context_of(ctx)
    door = None if to is None else words_of(to, keep_personal=keep_personal)
    when = day_of(due, context.clock.now)
    rule = rules.bring_up(context, rules.find(context, number), door, when)
    answer_with(context, rule, () if door is None else (door,), as_json=as_json)


def answer(
    ctx: typer.Context,
    words: Annotated[
        list[str],
        typer.Argument(
            metavar=N_("NUMBER [ANSWER]"), help=N_("The rule, and what was answered, in your words.")
        ),
    ],
    passed_on: Annotated[
        bool, typer.Option("--passed-on", help=N_("It was passed on to somebody else."))
    ] = False,
    trying: Annotated[bool, typer.Option("--trying", help=N_("It is tried without for a while."))] = False,
    changed: Annotated[bool, typer.Option("--changed", help=N_("It is changed."))] = False,
    removed: Annotated[bool, typer.Option("--removed", help=N_("It is gone."))] = False,
    kept: Annotated[bool, typer.Option("--kept", help=N_("It stays, with a reason."))] = False,
    review: RuleReview = None,
    thanked: RuleThanked = None,
    keep_personal: KeepPersonal = False,
    as_json: AsJson = False,
) -> None:
    """Keep the answer that came."""
    context = context_of(ctx)
    number, *said = words
    to = _one_of(
        {"passed-on": passed_on, "trying": trying, "changed": changed, "removed": removed, "kept": kept}
    )
    own = words_of(" ".join(said), keep_personal=keep_personal)
    when = day_of(review, context.clock.now)
    rule = rules.answer(context, rules.find(context, number), own, to, when, thanked=thanked)
    answer_with(context, rule, (own,), as_json=as_json)


def close(
    ctx: typer.Context,
    number: RuleNumber,
    changed: Annotated[bool, typer.Option("--changed", help=N_("It is changed."))] = False,
    removed: Annotated[bool, typer.Option("--removed", help=N_("It is gone."))] = False,
    kept: Annotated[bool, typer.Option("--kept", help=N_("It stays, with a reason."))] = False,
    minutes_after: Annotated[
        str | None,
        typer.Option(
            "--minutes-after", metavar=N_("FROM-TO"), help=N_("Minutes each time now, such as 0-2.")
        ),
    ] = None,
    review: RuleReview = None,
    thanked: RuleThanked = None,
    as_json: AsJson = False,
) -> None:
    """Keep how it ended."""
    from mikrohandlinger.domain.rules.reading import parse_minutes

    context = context_of(ctx)
    to = _one_of({"changed": changed, "removed": removed, "kept": kept})
    minutes = None if minutes_after is None else parse_minutes(minutes_after)
    when = day_of(review, context.clock.now)
    rule = rules.close(context, rules.find(context, number), to, minutes, when, thanked=thanked)
    answer_with(context, rule, (), as_json=as_json)


def _one_of(flags: dict[str, bool]) -> str | None:
    """The one that was given; None where none was.

    Raises:
        MikroError: When several were.
    """
    given = [name for name, is_given in flags.items() if is_given]
    if len(given) > 1:
        raise MikroError(
            "two-endings",
            N_("These say different things: {options}. Keep one of them."),
            options=", ".join(f"--{name}" for name in given),
        )
    return given[0] if given else None
