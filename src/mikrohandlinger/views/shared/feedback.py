"""Feedback in words: what a way, a frame and a part are called, and what was written in each part."""

from __future__ import annotations

from mikrohandlinger.domain.errors import N_
from mikrohandlinger.domain.privacy import one_line
from mikrohandlinger.texts import _, language, ngettext, quoted
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from typing import Final

    from mikrohandlinger.domain.entries import Entry
    from mikrohandlinger.domain.feedback import Feedback

#: So much of its words is told where one line asks what became of it, in characters.
_SHORT: Final = 36
_WEEK: Final = 7
#: Marked for translation, by id.
_USED: Final = {"yes": N_("used"), "partly": N_("used in part"), "no": N_("not used")}


def way_name(way: str) -> str:
    """Which way it went, as it may be typed."""
    from mikrohandlinger.domain.words import shown

    return shown("way", language(), [way])[0]


def frame_name(frame: str) -> str:
    """What a frame is called."""
    return {"opi": "OPI", "sbi": "SBI", "klartale": "Klar Tale"}.get(frame) or _("free")


def part_name(key: str) -> str:
    """What a part is called, as it may be typed; one that this program does not know by its key."""
    from mikrohandlinger.domain.words import VALUES, shown

    return shown("part", language(), [key])[0] if key in VALUES["part"] else key


def told(feedback: Feedback) -> list[str]:
    """Which way it went, and what became of it, each in a word or two; what was not told is left out."""
    said = [way_name(feedback.way)] if feedback.way else []
    if feedback.used:
        said.append(_(_USED[feedback.used]))
    if feedback.told:
        said.append(_("told back"))
    return said


def parts(feedback: Feedback) -> list[str]:
    """Each part that was written, after its name."""
    return [f"{part_name(key)}: {quoted(text)}" for key, text in feedback.parts.items()]


def paragraphs(entry: Entry) -> str:
    """The note and each part after its name, without marks around them, a row each; "" where nothing was written."""
    feedback = entry.feedback
    said = [f"{part_name(key)}: {text}" for key, text in feedback.parts.items()] if feedback else []
    return "\n".join([*([entry.note] if entry.note else []), *said])


def loop_line(entry: Entry, today: date) -> str:
    """The one line that asks what became of feedback that was received, with its own words in short.

    Args:
        entry: The feedback.
        today: The present day.
    """
    from mikrohandlinger.domain.words import shown

    yes = shown("told", language(), ["yes"])[0]
    some, no = shown("use", language(), ["partly", "no"])
    said = one_line(entry.words or "")
    said = said if len(said) <= _SHORT else f"{said[: _SHORT - 1].rstrip()}…"
    return _(
        "Feedback you received {day}{words} Have you used it, and said so? {command}  (or {some}, {no})"
    ).format(
        day=_when(entry.day, today),
        words=(f": {quoted(said)}" if said else "") + ("" if said.endswith((".", "!", "?", "…")) else "."),
        command=f"mikro edit {entry.number} --used {yes} --told {yes}",
        some=some,
        no=no,
    )


def _when(day: date, today: date) -> str:
    from mikrohandlinger.texts.dates import day_and_month, full_date

    if (today - day).days == _WEEK:
        return _("a week ago")
    return _("on {day}").format(day=day_and_month(day) if day.year == today.year else full_date(day))


def closed_line(number: int) -> str:
    """How many loops were closed in a week."""
    return ngettext(
        "{number} loop closed: feedback that was used, and told back",
        "{number} loops closed: feedback that was used, and told back",
        number,
    ).format(number=number)
