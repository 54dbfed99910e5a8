"""``mikro nudge``: the daily reminder, by the system's own scheduler, in the calendar, at the prompt."""

from __future__ import annotations

from mikrohandlinger.cli.framework.groups import Lazy, MikroGroup
from mikrohandlinger.domain.errors import N_
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import ClassVar


class Nudge(MikroGroup):
    """``mikro nudge``; alone it tells how the reminder stands."""

    default = "status"
    table: ClassVar[Mapping[str, Lazy]] = {
        "on": Lazy("commands.nudge.job:on", "", N_("Have the computer remind you on each of your workdays.")),
        "off": Lazy("commands.nudge.job:off", "", N_("Take the reminder away, with every trace.")),
        "status": Lazy(
            "commands.nudge.status:status",
            "",
            N_("What is installed, when it comes next, and when it last really came."),
        ),
        "test": Lazy("commands.nudge.test:test", "", N_("Show one now, and say by which channel.")),
        "deliver": Lazy(
            "commands.nudge.deliver:deliver",
            "",
            N_("What the scheduler runs: show a nudge if this is the time for one."),
        ),
        "calendar": Lazy(
            "commands.nudge.calendar:calendar",
            "",
            N_(
                "A calendar file for Outlook, Teams and the phone.\n\n"
                "One recurring event for the coming year, without your holidays, closed days and pauses. "
                "Import the file; do not subscribe to it. Delete the old event first."
            ),
        ),
        "prompt": Lazy(
            "commands.nudge.prompt:prompt",
            "",
            N_("Lines for your shell that show today's action once a day."),
        ),
    }
