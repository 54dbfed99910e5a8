"""What ``--help`` says about a command, read from the command itself."""

from __future__ import annotations

from mikrohandlinger.cli.framework.typer_private import TyperArgument, TyperOption, words_of
from mikrohandlinger.domain.reports.help import HelpPage, Panel, Row
from mikrohandlinger.texts import _
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mikrohandlinger.cli.framework.groups import Lazy
    from mikrohandlinger.cli.framework.typer_private import Command, Context


def page_of(command: Command, ctx: Context) -> HelpPage:
    """The help of ``command``, in the language of the screens."""
    parameters = [
        parameter for parameter in command.get_params(ctx) if not getattr(parameter, "hidden", False)
    ]
    arguments = [parameter for parameter in parameters if isinstance(parameter, TyperArgument)]
    options = [parameter for parameter in parameters if isinstance(parameter, TyperOption)]
    pieces = [ctx.command_path, _("[OPTIONS]"), *(_in_usage(argument) for argument in arguments)]
    panels = [
        Panel(_("Arguments"), tuple(Row(_name(argument), argument.help or "") for argument in arguments)),
        Panel(_("Options"), tuple(Row(_forms(option), option.help or "") for option in options)),
    ]
    table: Mapping[str, Lazy] = getattr(command, "table", {})
    hints: tuple[str, ...] = ()
    if table:
        pieces.append(_("COMMAND …"))
        commands = _commands(table)
        if len(commands) > 1:
            # One page: what is used every day whole, of the rest the names.
            commands = [commands[0], *(panel._replace(names_only=True) for panel in commands[1:])]
            panels = [panel._replace(names_only=True) for panel in panels]
            hints = tuple(_(hint) for hint in getattr(command, "hints", ()))
        panels = [*commands, *panels]
    return HelpPage(
        " ".join(pieces),
        command.help or "",
        tuple(panel for panel in panels if panel.rows),
        tuple((command.epilog or "").splitlines()),
        hints,
    )


def _commands(table: Mapping[str, Lazy]) -> list[Panel]:
    """The commands of a group by panel, in the order of its table."""
    rows: dict[str, list[Row]] = {}
    for name, lazy in table.items():
        rows.setdefault(_(lazy.panel) or _("Commands"), []).append(Row(name, _(lazy.line or lazy.help)))
    return [Panel(title, tuple(of_panel)) for title, of_panel in rows.items()]


def _name(argument: TyperArgument) -> str:
    return argument.metavar or (argument.name or "").upper()


def _in_usage(argument: TyperArgument) -> str:
    name = _name(argument)
    return name if argument.required or name.startswith("[") else f"[{name}]"


def _forms(option: TyperOption) -> str:
    """How the option is written: ``-a, --another``, ``--plan TEXT``, ``--ask/--no-ask``."""
    forms = ", ".join(sorted(option.opts, key=len))
    if option.secondary_opts:
        forms += "/" + "/".join(option.secondary_opts)
    return forms if option.is_flag else f"{forms} {_value(option)}"


def _value(option: TyperOption) -> str:
    return option.metavar or "|".join(words_of(option)) or _("TEXT")
