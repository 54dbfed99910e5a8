"""The screen of ``mikro config``."""

from __future__ import annotations

from rich.text import Text

from mikrohandlinger.texts import _
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.shared.holidays import unknown_line
from mikrohandlinger.views.shared.setting_values import shown
from mikrohandlinger.views.shared.terminal import console as common

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from mikrohandlinger.domain.reports.settings import SettingRow, SettingsReport


def draw(screen: SettingsReport) -> None:
    """Draw what the user has chosen, each with where it comes from, and the rest in one paragraph."""
    console = common.make()
    chosen = [row for row in screen.rows if row.source != "default"]
    rest = [row for row in screen.rows if row.source == "default"]
    if chosen:
        console.print(Text(_("What you have chosen"), common.QUIET))
        _draw_chosen(chosen, console)
        console.print()
    if rest:
        heading = _("The rest is as it came") if chosen else _("Everything is as it came")
        console.print(Text(heading, common.QUIET))
        _draw_rest(rest, console)
        console.print()
    console.print(_command(_("What one means"), "mikro config get level_cap"))
    console.print(_command(_("Change one"), "mikro config set goal 3"))
    # Whole, so that it can be copied, however long it is.
    common.put(Text(_("They are in {path}").format(path=screen.path), common.QUIET), console)
    unknown = unknown_line(screen.without_holidays)
    if unknown:
        console.print(common.indented(Text(unknown, common.QUIET), console, left=0))


def _draw_chosen(rows: Sequence[SettingRow], console: Console) -> None:
    values = [common.readable(shown(row.setting.key, row.value), console) for row in rows]
    keys = max(len(row.setting.key) for row in rows) + 3
    column = min(max(map(len, values)), console.width - 2 - keys - 3 - len("config.toml"))
    for row, value in zip(rows, values, strict=True):
        line = Text.assemble((row.setting.key.ljust(keys), common.QUIET), common.data(value))
        if len(value) <= column:
            line.append(" " * (column - len(value) + 3) + row.source, common.QUIET)
        else:
            line.append(f"  {row.source}", common.QUIET)
        console.print(common.indented(line, console))


def _draw_rest(rows: Sequence[SettingRow], console: Console) -> None:
    """One after the other, and never a line between a setting and its value."""
    line = Text("  ")
    for place, row in enumerate(rows):
        piece = Text.assemble(f"{row.setting.key} ", (shown(row.setting.key, row.value), common.QUIET))
        between = " · " if place else ""
        if line.cell_len + len(between) + piece.cell_len > console.width and place:
            console.print(line)
            line, between = Text("  "), ""
        line.append(between, common.QUIET).append_text(piece)
    console.print(line)


def _command(words: str, command: str) -> Text:
    return Text.assemble((f"{words}: ", common.QUIET), command)
