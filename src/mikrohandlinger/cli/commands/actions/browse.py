"""``mikro actions``: browse the catalogue, and write, check and hide variations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, ClassVar

from mikrohandlinger.cli.framework.context import context_of
from mikrohandlinger.cli.framework.groups import Lazy, MikroGroup
from mikrohandlinger.cli.terminal.echo import echo, echo_json
from mikrohandlinger.domain.catalogue.search import Wanted, search
from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.views.catalogue import words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import typer

    from mikrohandlinger.cli.framework import completion
    from mikrohandlinger.cli.framework.options import AsJson, VariationId
    from mikrohandlinger.domain.catalogue.check import Fault
    from mikrohandlinger.domain.catalogue.model import Catalogue, Variation
    from mikrohandlinger.usecases.context import Context


class Actions(MikroGroup):
    """``mikro actions``; alone, or with an action, it browses."""

    default = "list"
    default_takes_words = True
    table: ClassVar[Mapping[str, Lazy]] = {
        "list": Lazy(
            "commands.actions.browse:browse",
            "",
            N_(
                "Show the actions, the variations of one (--search, --level, --rules, --minutes narrow them), or one in full."
            ),
        ),
        "add": Lazy("commands.actions.add:add", "", N_("Write a variation of your own.")),
        "check": Lazy(
            "commands.actions.browse:check_file",
            "",
            N_("Check a catalogue file and list everything to mend."),
        ),
        "hide": Lazy("commands.actions.browse:hide", "", N_("Hide a variation.")),
        "unhide": Lazy("commands.actions.browse:unhide", "", N_("Bring a hidden variation back.")),
        "path": Lazy("commands.actions.browse:path", "", N_("Show where your own variations lie.")),
    }


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
    as_json: AsJson = False,
) -> None:
    """Browse the catalogue."""
    from mikrohandlinger.domain.reports.catalogue import page

    context = context_of(ctx)
    catalogue = context.catalogue
    if word is not None and word in catalogue.variations:
        _show_one(catalogue, catalogue.variations[word], as_json=as_json)
        return
    action = _action(catalogue, word)
    wanted = Wanted(action, words, level, minutes, rules)
    screen = page(catalogue, search(catalogue, wanted), listed=wanted != Wanted(), only=action)
    if as_json:
        from mikrohandlinger.views.catalogue.document import document

        echo_json(document(screen))
        return
    from mikrohandlinger.views.catalogue.terminal import draw

    draw(screen)


def check_file(
    ctx: typer.Context,
    file: Annotated[
        Path | None, typer.Argument(metavar=N_("[FILE]"), help=N_("The file to check; without it your own."))
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Judge a catalogue file."""
    from mikrohandlinger.storage.toml.reading import parse
    from mikrohandlinger.views.catalogue.document import checked

    context = context_of(ctx)
    path = file or context.paths.own_actions
    if file is None and not path.exists():
        echo(words.none_yet_line())
        return
    raw = parse(path)
    faults = _faults(raw, context)
    if as_json:
        echo_json(checked(str(path), faults))
    else:
        for fault in faults:
            echo(f"{path}: {words.fault_line(fault)}")
    if faults:
        raise to_mend(path, faults)
    if not as_json:
        echo(words.well_written_line(str(path), len(raw.get("variation", ()))))


def hide(
    ctx: typer.Context,
    identity: VariationId,
    as_json: AsJson = False,
) -> None:
    """Hide a variation."""
    from mikrohandlinger.storage.toml import own_actions
    from mikrohandlinger.storage.toml.catalogue import built_in

    context = context_of(ctx)
    _hidden(context)
    if identity not in context.catalogue.variations:
        raise _no_such_variation(context.catalogue, identity)
    hidden = own_actions.hide(context.paths.own_actions, built_in(context.paths.cache), identity)
    if as_json:
        from mikrohandlinger.views.catalogue import document

        echo_json(document.hidden(hidden))
        return
    echo(words.hidden_line(identity))


def unhide(
    ctx: typer.Context,
    identity: VariationId,
    as_json: AsJson = False,
) -> None:
    """Bring a hidden variation back."""
    from mikrohandlinger.storage.toml import own_actions
    from mikrohandlinger.storage.toml.catalogue import built_in

    context = context_of(ctx)
    hidden = _hidden(context)
    if identity in hidden:
        hidden = own_actions.unhide(context.paths.own_actions, built_in(context.paths.cache), identity)
    elif identity not in context.catalogue.variations:
        raise _no_such_variation(context.catalogue, identity)
    if as_json:
        from mikrohandlinger.views.catalogue import document

        echo_json(document.hidden(hidden))
        return
    echo(words.back_line(identity))


def path(ctx: typer.Context) -> None:
    """Show where the user's own variations lie."""
    echo(str(context_of(ctx).paths.own_actions))


def to_mend(path: Path, faults: list[Fault]) -> MikroError:
    """The refusal of a file, once its faults have been listed."""
    return MikroError(
        "catalogue-faults",
        N_("{path}: {count} to mend. An example that passes stands beside each."),
        path=path,
        count=len(faults),
    )


def _faults(raw: dict[str, Any], context: Context) -> list[Fault]:
    from mikrohandlinger.domain.catalogue.check import check, is_whole
    from mikrohandlinger.domain.catalogue.lint import lint
    from mikrohandlinger.storage.toml.catalogue import built_in

    base = None if is_whole(raw) else built_in(context.paths.cache)
    return [*check(raw, base), *lint(raw, base)]


def _hidden(context: Context) -> list[str]:
    """The ids on the list in the user's own file; a file that is broken is refused before it is changed."""
    from mikrohandlinger.storage.toml import own_actions
    from mikrohandlinger.storage.toml.catalogue import built_in

    raw = own_actions.read(context.paths.own_actions, built_in(context.paths.cache))
    return list(raw.get("hide", ()))


def _show_one(catalogue: Catalogue, variation: Variation, *, as_json: bool) -> None:
    source = catalogue.sources.get(variation.source)
    hidden = variation.id in catalogue.hidden
    if as_json:
        from mikrohandlinger.views.catalogue import document

        echo_json(document.one(variation, source, hidden=hidden))
        return
    from mikrohandlinger.views.catalogue.terminal import draw_one

    draw_one(variation, source, hidden=hidden)


def _action(catalogue: Catalogue, word: str | None) -> str | None:
    if word is None:
        return None
    found = catalogue.find_action(word)
    if found is not None:
        return found.id
    if word.partition("-")[0] in [action.id for action in catalogue.actions] and "-" in word:
        raise _no_such_variation(catalogue, word)
    raise MikroError(
        "action-unknown",
        N_(
            "“{word}” is not an action. The three are: ask, doubt, feedback. “mikro actions --search {word}” looks for the word."
        ),
        word=word,
    )


def _no_such_variation(catalogue: Catalogue, identity: str) -> MikroError:
    from difflib import get_close_matches

    near = get_close_matches(identity, catalogue.variations, n=2, cutoff=0.5)
    return MikroError(
        "variation-unknown",
        N_("There is no variation called “{id}”. Near it: {near}. “mikro actions ask” shows the ids.")
        if near
        else N_("There is no variation called “{id}”. “mikro actions ask” shows the ids."),
        id=identity,
        near=", ".join(near),
    )
