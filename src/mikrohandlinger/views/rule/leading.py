"""What leads from the daily moments to a rule and back, in a line each."""

from __future__ import annotations

from mikrohandlinger.texts import _, ngettext
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.shared import rows

if TYPE_CHECKING:
    from typing import Final

    from mikrohandlinger.domain.entries import Entry
    from mikrohandlinger.domain.notices import RuleCall
    from mikrohandlinger.domain.rules.model import Rule

#: What a shell would read as something else between quotation marks.
_UNQUOTED: Final = str.maketrans({'"': "'", "`": "'", "$": "", "\\": "/", "!": "."})


def call_line(call: RuleCall) -> str:
    """The line of ``mikro today`` about the rule that there is reason to speak of."""
    command = f"mikro rule show {call.number}"
    if call.why == "waiting":
        return waiting_line(call.number, call.days)
    if call.why == "trying":
        return _("The trial of rule no. {rule} has come to its end. How did it go? {command}").format(
            rule=call.number, command=command
        )
    return _("Rule no. {rule} was kept, and is to be looked at again: {command}").format(
        rule=call.number, command=command
    )


def waiting_line(rule: int, days: int) -> str:
    """How long a rule has waited for an answer."""
    return ngettext(
        "Rule no. {rule} has waited {number} working day for an answer: {command}",
        "Rule no. {rule} has waited {number} working days for an answer: {command}",
        days,
    ).format(rule=rule, number=days, command=f"mikro rule show {rule}")


def offer(title: str) -> str:
    """What can be typed to keep what got in the way as a rule."""
    typed = title.translate(_UNQUOTED)
    return _("Shall it be kept as a rule? {command}").format(command=f'mikro rule add "{typed}"')


def after_entry(entry: Entry, rule: Rule) -> list[str]:
    """What follows an entry that was about a rule.

    Args:
        entry: What was recorded.
        rule: The rule that it was about.
    """
    lines = rows.wrapped(_("About rule no. {number}: {title}").format(number=rule.number, title=rule.title))
    if entry.reach == "up" and rule.status == "noticed":
        lines += rows.hint(
            _("Have you brought it up with somebody who can decide? {command}").format(
                command=f"mikro rule raise {rule.number}"
            )
        )
    return lines
