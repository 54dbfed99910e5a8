"""What Typer keeps to itself and the command line rests on all the same; no other module touches it.

Looked at in Typer 0.27.0, 0.28.0 and 0.29.2: these names and attributes are in all of them, and ``.ci/run`` runs the
tests of the command line on the newest release too. Where releases differ, the difference ends here: what a
parameter can be stands in an object of its own up to 0.28 (``type``), and in a description from 0.29 on.
"""

from __future__ import annotations

from typer._click.core import Command, Context, Parameter
from typer._click.exceptions import BadOptionUsage, BadParameter, MissingParameter, NoSuchOption, UsageError
from typer._click.shell_completion import CompletionItem, add_completion_class
from typer._completion_classes import BashComplete, FishComplete, PowerShellComplete, ZshComplete
from typer._completion_shared import _get_shell_name as shell_name
from typer._completion_shared import get_completion_script
from typer._completion_shared import install as install_completion
from typer.completion import shell_complete
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption
from typer.main import get_command

from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "BadOptionUsage",
    "BadParameter",
    "BashComplete",
    "Command",
    "CompletionItem",
    "Context",
    "FishComplete",
    "MissingParameter",
    "NoSuchOption",
    "Parameter",
    "PowerShellComplete",
    "TyperArgument",
    "TyperCommand",
    "TyperGroup",
    "TyperOption",
    "UsageError",
    "ZshComplete",
    "add_completion_class",
    "choices_of",
    "get_command",
    "get_completion_script",
    "install_completion",
    "name_of",
    "offer_words",
    "shell_complete",
    "shell_name",
    "takes_value",
    "words_of",
]


def choices_of(parameter: Parameter) -> Sequence[str]:
    """The words that the parameter can be; empty where it can be anything. That nothing is one too is told in its help."""
    kind = getattr(parameter, "type_descriptor", None) or getattr(parameter, "type", None)
    return [str(choice) for choice in getattr(kind, "choices", None) or () if choice]


def words_of(parameter: Parameter) -> Sequence[str]:
    """The same as the screens call them, in their language."""
    from mikrohandlinger.domain import words
    from mikrohandlinger.texts import language

    choices, kind = choices_of(parameter), _kind(parameter)
    return words.shown(kind, language(), choices) if kind and choices else choices


def offer_words(parameter: Parameter) -> None:
    """Let the shell be offered the words of the screen where the parameter is one of several."""
    choices, kind = choices_of(parameter), _kind(parameter)
    if not kind or not choices:
        return
    from mikrohandlinger.domain import words
    from mikrohandlinger.texts import language

    def offered(_ctx: Context, incomplete: str) -> list[CompletionItem]:
        return [CompletionItem(word) for word in words.typed(kind, language(), choices, incomplete)]

    setattr(parameter, "shell_complete", offered)  # noqa: B010 - of this one, not of its class


def _kind(parameter: Parameter) -> str | None:
    """Which of the values that have words the parameter takes."""
    from mikrohandlinger.domain import words

    # What means something else within a group stands there with the name of the group before it.
    kinds = {option.rpartition(" ")[2]: kind for option, kind in words.OPTIONS.items()}
    return next((kinds[name] for name in parameter.opts if name in kinds), None)


def name_of(parameter: Parameter) -> str:
    """What the parameter is called where it is told about: ``--reach``, ``NUMBER``."""
    if isinstance(parameter, TyperArgument):
        return parameter.metavar or parameter.name or ""
    return max(parameter.opts, key=len)


def takes_value(ctx: Context | None, option: str) -> bool:
    """Whether the option of that name has a value after it."""
    known = ctx.command.params if ctx is not None else ()
    return not any(
        isinstance(parameter, TyperOption)
        and parameter.is_flag
        and option in (*parameter.opts, *parameter.secondary_opts)
        for parameter in known
    )
