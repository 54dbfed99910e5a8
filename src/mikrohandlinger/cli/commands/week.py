"""``mikro week``."""

from __future__ import annotations

from functools import partial

from mikrohandlinger.cli.framework.context import context_of
from mikrohandlinger.cli.terminal import person
from mikrohandlinger.cli.terminal.echo import echo, warn
from mikrohandlinger.cli.terminal.report import Report, deliver, form_of
from mikrohandlinger.domain.calendar import week_label
from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.usecases import review
from mikrohandlinger.usecases.reading import week_of
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.week.face import face

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from typing import Annotated

    import typer

    from mikrohandlinger.cli.framework.options import (
        AsJson,
        FormOption,
        KeepPersonal,
        OpenOption,
        OutputOption,
        PlanUsed,
    )
    from mikrohandlinger.domain.privacy import Words
    from mikrohandlinger.domain.reports.week import WeekReport
    from mikrohandlinger.usecases.context import Context
    from mikrohandlinger.views.shared.forms import Form


def week(
    ctx: typer.Context,
    which: Annotated[
        list[str] | None,
        typer.Argument(metavar=N_("[WEEK]"), help=N_("47, 2026-W47 or last; without it this one.")),
    ] = None,
    reflect: Annotated[
        bool, typer.Option("--reflect", help=N_("Look back with five short questions."))
    ] = False,
    answer: Annotated[
        list[str] | None,
        typer.Option(
            "--answer",
            metavar=N_("KEY=TEXT"),
            help=N_("Answer remember, learned, hard, friction or plan."),
        ),
    ] = None,
    share: Annotated[
        list[str] | None,
        typer.Option(
            "--share",
            metavar=N_("KEY,…"),
            help=N_("Only these answers: no numbers, no notes."),
        ),
    ] = None,
    plan_used: PlanUsed = None,
    everything: Annotated[
        bool, typer.Option("--all", help=N_("All of the week, not only one screen of it."))
    ] = False,
    form: FormOption = None,
    output: OutputOption = None,
    opens: OpenOption = False,
    no_notes: Annotated[bool, typer.Option("--no-notes", help=N_("Leave out your own words."))] = False,
    keep_personal: KeepPersonal = False,
    as_json: AsJson = False,
) -> int | None:
    """Show a week."""
    context = context_of(ctx)
    chosen = form_of(form, as_json=as_json, output=output, opens=opens)
    monday = week_of(which or (), context.today)
    given = _answers(answer or (), keep_personal=keep_personal)
    used = _use(plan_used)
    if share:
        _share(context, monday, share, form, output, as_json=as_json, opens=opens)
        return None
    before = review.answers_of(context, monday).said if given else {}
    screen = review.week(context, monday, answers=given, plan_used=used)
    if reflect and person.is_there() and chosen == "terminal" and output is None:
        from mikrohandlinger.cli.commands.reflect import walk

        return walk(context, screen, keep_personal=keep_personal)
    if no_notes:
        screen = screen.without_notes()
    deliver(_report(context, screen, whole=everything), chosen, output, context.paths.cache, opens=opens)
    if screen.loop is not None and chosen == "terminal" and output is None and not everything:
        from mikrohandlinger.usecases import notices

        notices.show_loops(context, [screen.loop])
    _tell(given, before, used, quiet=chosen != "terminal")
    if reflect and not answer and chosen == "terminal":
        from mikrohandlinger.views.week.words import without_terminal

        echo(without_terminal(screen))
    return None


def _answers(given: Iterable[str], *, keep_personal: bool) -> dict[str, Words]:
    if not given:
        return {}
    from mikrohandlinger.domain.reflecting import parse_answers
    from mikrohandlinger.usecases.own_words import own_words

    return {key: own_words(text, keep_personal=keep_personal) for key, text in parse_answers(given).items()}


def _use(typed: str | None) -> str | None:
    """What ``--plan-used`` says; empty to remove it, None where nothing is said."""
    if typed is None:
        return None
    from mikrohandlinger.domain.reflecting import parse_use

    return parse_use(typed) or ""


def _tell(given: Mapping[str, Words], before: Mapping[str, str], used: str | None, *, quiet: bool) -> None:
    """Say what was stored, removed and masked; beside the output where a program reads that."""
    if not given and used is None:
        return
    from mikrohandlinger.views.week.words import outcome

    say = warn if quiet else echo
    for line in outcome(given, before, used):
        say(line)
    friction = given.get("friction")
    if friction is not None and friction.text and not quiet:
        from mikrohandlinger.views.week.reflect_words import rule_offer

        for line in rule_offer(friction.text):
            say(line)


def _share(
    context: Context,
    monday: date,
    wanted: Iterable[str],
    form: Form | None,
    output: str | None,
    *,
    as_json: bool,
    opens: bool,
) -> None:
    from mikrohandlinger.domain.reflecting import parse_keys
    from mikrohandlinger.views.share import words
    from mikrohandlinger.views.share.face import face as share_face

    chosen = form_of(form, as_json=as_json, output=output, opens=opens)
    if chosen == "svg":
        raise MikroError(
            "share-form", N_("Answers can be shared as markdown, html or plain text, not as a picture.")
        )
    if form is None and chosen == "terminal" and output in (None, "-"):
        chosen = "markdown"
    shared = review.shared(context, monday, parse_keys(wanted))
    missing = words.missing(shared)
    if missing:
        warn(missing)
    name = f"week-{week_label(monday)}-share"

    def draw() -> None:
        echo(share_face(shared, "terminal"), end="")

    deliver(
        Report(name, partial(words.held, shared), draw, partial(share_face, shared)),
        chosen,
        output,
        context.paths.cache,
        opens=opens,
    )
    if output is None and not opens and chosen != "json" and person.is_there():
        warn(words.held(shared))


def _report(context: Context, screen: WeekReport, *, whole: bool) -> Report:
    def draw() -> None:
        from mikrohandlinger.views.week import terminal

        if whole:
            from mikrohandlinger.cli.terminal import pager

            pager.show([terminal.whole(screen)], context.environ)
        else:
            terminal.draw(screen)

    def personal() -> str:
        from mikrohandlinger.views.week.words import personal

        return personal(screen)

    return Report(f"week-{week_label(screen.monday)}", personal, draw, partial(face, screen))
