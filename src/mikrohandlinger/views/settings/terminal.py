"""The screen of ``mikro config``."""

from __future__ import annotations

from rich.text import Text

from mikrohandlinger.texts import _
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.settings.words import shown
from mikrohandlinger.views.shared.holidays import unknown_line
from mikrohandlinger.views.shared.terminal import console as common

if TYPE_CHECKING:
    from mikrohandlinger.domain.reports.settings import SettingsReport


def draw(screen: SettingsReport) -> None:
    """Draw every setting: key, value, where it comes from, what it does and how it is written."""
    console = common.make()
    width = max(len(row.setting.key) for row in screen.rows) + 2
    for setting, value, source in screen.rows:
        where = _("(default)") if source == "default" else f"({source})"
        line = Text.assemble((setting.key.ljust(width), ""), common.data(shown(value)))
        line.append(f"  {where}", common.QUIET)
        console.print(common.indented(line, console, left=0))
        meaning = f"{_(setting.meaning)}  [{setting.kind.form}]"
        console.print(common.indented(Text(meaning, common.QUIET), console, left=4))
    console.print()
    hint = _("Change one with “mikro config set KEY VALUE”. The file is {path}.").format(path=screen.path)
    for below in (hint, unknown_line(screen.without_holidays)):
        if below:
            console.print(common.indented(Text(below, common.QUIET), console, left=0))
