"""``mikro process``: what there is below it."""

from __future__ import annotations

from mikrohandlinger.cli.framework.groups import Lazy, MikroGroup
from mikrohandlinger.domain.errors import N_
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import ClassVar


class Process(MikroGroup):
    """``mikro process``; alone it lists, and with a name it shows."""

    default = "list"
    default_takes_words = True
    table: ClassVar[Mapping[str, Lazy]] = {
        "list": Lazy(
            "commands.process.show:list_", "", N_("The meetings that there are, or one of them in full.")
        ),
        "show": Lazy(
            "commands.process.show:show",
            "",
            N_("One of them in full: what to prepare, and each step word by word."),
            ("mikro process show safety", "mikro process show safety --short"),
        ),
        "export": Lazy(
            "commands.process.export:export",
            "",
            N_("Two sheets to print: one for the host, one for the wall."),
            (
                "mikro process export safety -o safety.html",
                "mikro process export one-rule",
                N_("mikro process export rule-week -o week.md"),
            ),
        ),
        "run": Lazy(
            "commands.process.run:run",
            "",
            N_("Hold it: one step at a time, what to say, and the time that is left."),
            ("mikro process run safety --short", "mikro process run rule-week --step 3"),
        ),
        "check": Lazy(
            "commands.process.check:check_file",
            "",
            N_("Check a file of meetings and list everything to mend, line by line."),
        ),
        "path": Lazy("commands.process.check:path", "", N_("Show where your own meetings lie.")),
    }
