"""``mikro actions``: what there is below it."""

from __future__ import annotations

from mikrohandlinger.cli.framework.context import context_of
from mikrohandlinger.cli.framework.groups import Lazy, MikroGroup
from mikrohandlinger.cli.terminal.echo import echo, echo_json
from mikrohandlinger.domain.errors import N_
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import ClassVar

    import typer

    from mikrohandlinger.cli.framework.options import AsJson


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
            "commands.actions.check:check_file",
            "",
            N_("Check a catalogue file and list everything to mend."),
        ),
        "hide": Lazy("commands.actions.hide:hide", "", N_("Hide a variation.")),
        "unhide": Lazy("commands.actions.hide:unhide", "", N_("Bring a hidden variation back.")),
        "path": Lazy("commands.actions.group:path", "", N_("Show where your own variations lie.")),
    }


def path(ctx: typer.Context, as_json: AsJson = False) -> None:
    """Show where the user's own variations lie."""
    lies = str(context_of(ctx).paths.own_actions)
    if as_json:
        from mikrohandlinger.views.catalogue.document import file

        echo_json(file(lies))
        return
    echo(lies)
