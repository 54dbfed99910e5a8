"""The screen of ``mikro config``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from mikrohandlinger.texts import _

from . import console as common

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from mikrohandlinger.domain.settings import Setting


def draw(rows: Sequence[tuple[Setting, str, str]], path: Path) -> None:
    """Draw every setting: key, value, where it comes from, and what it does."""
    console = common.make()
    width = max(len(setting.key) for setting, _value, _origin in rows) + 2
    for setting, value, origin in rows:
        line = Text.assemble((setting.key.ljust(width), common.ACTION), common.data(value))
        line.append("  " + _("(default)") if origin == "default" else f"  ({origin})", common.QUIET)
        console.print(line)
        console.print(common.indented(Text(_(setting.meaning), common.QUIET), console, left=4))
    console.print()
    console.print(
        Text(
            _("Change one with «mikro config set KEY VALUE». The file is {path}.").format(path=path),
            common.QUIET,
        )
    )
