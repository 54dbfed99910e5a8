"""What ``mikro log`` answers."""

from __future__ import annotations

from mikrohandlinger.domain.calendar import monday_of
from mikrohandlinger.texts import _, ngettext
from mikrohandlinger.texts.dates import relative_day
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.shared.stand import stand_sentence

if TYPE_CHECKING:
    from datetime import date

    from mikrohandlinger.domain.entries import Entry
    from mikrohandlinger.domain.weeks import WeekStand


def recorded_line(entry: Entry, title: str, week: WeekStand, today: date) -> str:
    """The answer of ``mikro log``: what was recorded, and how its week stands.

    Args:
        entry: The entry as it was stored.
        title: Of its action.
        week: How the week of the entry stands with it.
        today: The present day.
    """
    when = "" if entry.day == today else f", {relative_day(entry.day, today)}"
    recorded = _("Recorded as no. {number}: {title}{when}.").format(
        number=entry.number, title=title, when=when
    )
    return f"{recorded} {stand_sentence(week, is_now=week.monday == monday_of(today))}"


def masked_line(count: int) -> str:
    """How many personal details were masked in a note, and how to keep them."""
    return ngettext(
        "{number} personal detail was masked. To keep it: “mikro undo”, then log again with --keep-personal.",
        "{number} personal details were masked. To keep them: “mikro undo”, then log again with --keep-personal.",
        count,
    ).format(number=count)


def meant_when_line(note: str) -> str:
    """The hint for a note that is nothing but a time."""
    from mikrohandlinger.domain.privacy import one_line

    return _('Was that when it happened? Then: “mikro undo”, and log again with --at "{when}".').format(
        when=one_line(note)
    )
