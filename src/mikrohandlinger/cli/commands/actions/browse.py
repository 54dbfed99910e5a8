"""``mikro actions [ACTION]``: browse the catalogue."""

from __future__ import annotations

from mikrohandlinger.cli.framework.context import context_of
from mikrohandlinger.cli.terminal.echo import echo_json
from mikrohandlinger.domain.catalogue.search import Wanted
from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.texts import language
from mikrohandlinger.usecases import catalogue
from mikrohandlinger.usecases.reading import action_named
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Annotated

    import typer

    from mikrohandlinger.cli.framework import completion
    from mikrohandlinger.cli.framework.options import AsJson
    from mikrohandlinger.domain.reports.catalogue import OneVariation
    from mikrohandlinger.usecases.context import Context


def browse(
    ctx: typer.Context,
    word: Annotated[
        str | None,
        typer.Argument(
            metavar=N_("[ACTION]"),
            help=N_("An action (ask, doubt, feedback, 1, 2, 3, spørg, tvivl …), or the id of a variation."),
            autocompletion=completion.actions,
        ),
    ] = None,
    words: Annotated[
        str, typer.Option("--search", metavar=N_("WORDS"), help=N_("Only variations with these words."))
    ] = "",
    level: Annotated[
        int | None,
        typer.Option(
            "--level", min=1, max=3, help=N_("Only level 1 (easy), 2 (takes a little) or 3 (takes courage).")
        ),
    ] = None,
    rules: Annotated[
        bool, typer.Option("--rules", help=N_("Only those about your own local rules."))
    ] = False,
    minutes: Annotated[
        int | None, typer.Option("--minutes", help=N_("Only those that take about 2, 5 or 10 minutes."))
    ] = None,
    frames: Annotated[
        bool, typer.Option("--frames", help=N_("The frames for feedback, each with one example."))
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Browse the catalogue."""
    context = context_of(ctx)
    if frames:
        _show_frames(context, word, as_json=as_json)
        return
    one = None if word is None else catalogue.one(context, word)
    if one is not None:
        _show(one, as_json=as_json)
        return
    screen = catalogue.browse(context, word, Wanted(None, words, level, minutes, rules), language())
    if as_json:
        from mikrohandlinger.views.catalogue.document import document

        echo_json(document(screen))
        return
    from mikrohandlinger.views.catalogue.terminal import draw

    draw(screen)


def _show(screen: OneVariation, *, as_json: bool) -> None:
    if as_json:
        from mikrohandlinger.views.catalogue import document

        echo_json(document.one(screen))
        return
    from mikrohandlinger.views.catalogue.terminal import draw_one

    draw_one(screen)


def _show_frames(context: Context, word: str | None, *, as_json: bool) -> None:
    if word is not None and action_named(context.catalogue, word).id != "feedback":
        raise MikroError(
            "not-feedback",
            N_("Only feedback has frames: {command}"),
            command="mikro actions feedback --frames",
        )
    is_leader = context.settings.role == "leader"
    if as_json:
        from mikrohandlinger.views.catalogue import frames

        echo_json(frames.document(is_leader=is_leader))
        return
    from mikrohandlinger.views.catalogue.terminal import draw_frames

    draw_frames(context.settings.feedback_frame, is_leader=is_leader)
