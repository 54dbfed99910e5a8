"""Make the table of the quick reader from the signatures of the commands, as Typer reads them.

``python scripts/quick_table.py`` writes ``src/mikrohandlinger/cli/framework/quick_table.py``; ``--check`` changes
nothing and exits 1 when it is stale.
"""

from __future__ import annotations

import subprocess
import sys
from functools import wraps
from inspect import unwrap
from pathlib import Path
from types import UnionType
from typing import Any, Literal, NamedTuple, get_args, get_origin, get_type_hints
from unittest.mock import patch

from mikrohandlinger.cli import app
from mikrohandlinger.cli.framework import groups
from mikrohandlinger.cli.framework.context import at
from mikrohandlinger.cli.framework.typer_private import (
    Command,
    Context,
    TyperArgument,
    TyperOption,
    choices_of,
)

#: The commands that the quick reader takes.
QUICK = (
    ("today",),
    ("log",),
    ("week",),
    ("history",),
    ("edit",),
    ("delete",),
    ("undo",),
    ("redo",),
    ("pause",),
    ("resume",),
    ("nudge", "deliver"),
)

TABLE = Path(__file__).resolve().parents[1] / "src/mikrohandlinger/cli/framework/quick_table.py"

_HEAD = '''\
"""What the quick reader knows of the signatures; ``scripts/quick_table.py`` makes it, and no hand changes it."""

from __future__ import annotations

from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, Final

    #: What an option says: the value of a flag, "text", "texts" where it can be repeated, or what each word means.
    Kind = bool | str | Mapping[str, str]
    #: Where the command is found; the parameter that its words belong to, whether it takes many, and whether it needs
    #: one; the value of each parameter that is not given; the parameter and the kind of each option.
    Command = tuple[str, tuple[str, bool, bool] | None, Mapping[str, Any], Mapping[str, tuple[str, Kind]]]

'''


class Call(NamedTuple):
    """What Typer would call: where it is found, and with which values."""

    place: str
    values: dict[str, Any]


def called_by_typer(arguments: list[str]) -> Call:
    """What Typer makes of a command line; nothing is run.

    Raises:
        UsageError: When it is wrong.
    """
    calls = []

    def recording(place: str) -> Any:
        target = at(place)
        if isinstance(target, type):
            return target

        @wraps(target)
        def record(ctx: object, **values: Any) -> None:
            del ctx
            calls.append(Call(place, values))

        return record

    with patch.object(groups, "at", recording):
        command = app.build()
        with command.make_context("mikro", list(arguments)) as ctx:
            command.invoke(ctx)
    (call,) = calls
    return call


def described(name: tuple[str, ...]) -> tuple[Any, ...]:
    """The command as the quick reader knows it."""
    command = _found(name)
    hints = get_type_hints(unwrap(command.callback))  # type: ignore[arg-type]
    argument: tuple[str, bool, bool] | None = None
    options: dict[str, tuple[str, Any]] = {}
    for parameter in command.params:
        assert parameter.name is not None
        kind = _kind(hints[parameter.name])
        if isinstance(parameter, TyperArgument):
            assert argument is None, "the quick reader knows one argument"
            assert kind in ("text", "texts"), "the quick reader knows words alone"
            argument = (parameter.name, kind == "texts", parameter.required)
        elif isinstance(parameter, TyperOption) and parameter.callback is None:
            options |= dict.fromkeys(parameter.opts, (parameter.name, True if kind == "flag" else kind))
            options |= dict.fromkeys(parameter.secondary_opts, (parameter.name, False))
            if kind == "choice":
                words = {word: word for word in choices_of(parameter)}
                options |= dict.fromkeys(parameter.opts, (parameter.name, words))
    if argument is not None and argument[2]:
        place, defaults = called_by_typer([*name, "1"])
        del defaults[argument[0]]
    else:
        place, defaults = called_by_typer([*name])
    return place, argument, defaults, {option: told for option, told in options.items() if told[1] != ""}


def table() -> str:
    """The whole module."""
    commands = "".join(f"    {name!r}: {described(name)!r},\n" for name in QUICK)
    written = (
        f"{_HEAD}DEFAULT: Final[tuple[str, ...]] = {(app.Mikro.default,)!r}\n\n"
        f"COMMANDS: Final[Mapping[tuple[str, ...], Command]] = {{\n{commands}}}\n"
    )
    formatted = subprocess.run(
        [sys.executable, "-m", "ruff", "format", "--stdin-filename", str(TABLE), "-"],
        input=written, capture_output=True, check=True, encoding="utf-8",
    )  # fmt: skip
    return formatted.stdout


def main() -> int:
    """Write, or only check."""
    content = table()
    if sys.argv[1:] == ["--check"]:
        is_stale = TABLE.read_text("utf-8") != content
        if is_stale:
            print("stale: run python scripts/quick_table.py")
        return int(is_stale)
    TABLE.write_text(content, "utf-8")
    return 0


def _found(name: tuple[str, ...]) -> Command:
    command = app.build()
    for word in name:
        assert isinstance(command, groups.MikroGroup)
        found = command.get_command(Context(command), word)
        assert found is not None, word
        command = found
    return command


def _kind(hint: Any) -> str:
    """``flag``, ``text``, ``texts`` or ``choice``; nothing for what is more than words, such as a path or a number."""
    if isinstance(hint, UnionType) or (get_origin(hint) is not None and type(None) in get_args(hint)):
        (hint,) = (part for part in get_args(hint) if part is not type(None))
    if get_origin(hint) is Literal:
        return "choice"
    return {bool: "flag", str: "text", list[str]: "texts"}.get(hint, "")


if __name__ == "__main__":
    sys.exit(main())
