"""``mikro rule``: what there is below it."""

from __future__ import annotations

from mikrohandlinger.cli.framework.groups import Lazy, MikroGroup
from mikrohandlinger.domain.errors import N_
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import ClassVar


class Rule(MikroGroup):
    """``mikro rule``; alone it lists."""

    default = "list"

    table: ClassVar[Mapping[str, Lazy]] = {
        "add": Lazy(
            "commands.rule.add:add",
            "",
            N_("Put down what gets in the way: one line is enough."),
            (
                N_('mikro rule add "The weekly form is filled in twice"'),
                N_('mikro rule add "Two signatures" --origin administration --minutes 5-10 --times 3/week'),
            ),
        ),
        "list": Lazy(
            "commands.rule.show:list_", "", N_("All of them: what waits for an answer stands first.")
        ),
        "show": Lazy("commands.rule.show:show", "", N_("One of them, with all that is known.")),
        "edit": Lazy(
            "commands.rule.edit:edit",
            "",
            N_("Tell more, or something else, about one."),
            (N_('mikro rule edit 3 --protects "that trips are approved"'), "mikro rule edit 3 --people 12"),
        ),
        "raise": Lazy(
            "commands.rule.move:raise_",
            "",
            N_("You have brought it to somebody: the working days without an answer count from here."),
            (N_('mikro rule raise 3 --to "head of finance" --due 1/12'),),
        ),
        "answer": Lazy(
            "commands.rule.move:answer",
            "",
            N_("The answer has come."),
            (N_('mikro rule answer 3 "We try it for three months" --trying --review 1/3'),),
        ),
        "close": Lazy(
            "commands.rule.move:close",
            "",
            N_("How it ended, and what it takes now."),
            ("mikro rule close 3 --changed --minutes-after 0-2",),
        ),
        "export": Lazy(
            "commands.rule.export:export",
            "",
            N_("A memo of one page for a meeting, without persons: markdown, html or csv."),
            ("mikro rule export 3", N_("mikro rule export 3 -o memo.html")),
        ),
    }

    def _nearest(self, word: str) -> list[str]:
        """A whole sentence is something to put down."""
        return ["add"] if " " in word.strip() else super()._nearest(word)
