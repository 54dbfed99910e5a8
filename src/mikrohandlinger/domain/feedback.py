"""Feedback: which way it went, the frame it was put in, and whether it was used and told back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.domain.setting_kinds import FRAMES
from mikrohandlinger.values import TYPE_CHECKING, Literal, NamedTuple, get_args

if TYPE_CHECKING:
    from typing import Final, Self

    from mikrohandlinger.domain.privacy import Words

Way = Literal["gave", "sought", "received", "shared"]
WAYS: Final[tuple[Way, ...]] = get_args(Way)
#: The parts of each frame, in the order in which they are said.
PARTS: Final[Mapping[str, tuple[str, ...]]] = {
    "opi": ("observation", "impact", "ideas"),
    "sbi": ("situation", "behaviour", "impact"),
    "klartale": ("observation", "feeling", "values", "wishes"),
    "free": ("text",),
}
#: The ways in which one has something in hand afterwards that can be used, and told of to whoever gave it.
USABLE: Final = ("received", "sought")
#: What stands between the parts where all of them are written on one line.
BETWEEN: Final = " / "


class Feedback(NamedTuple):
    """What an entry says of feedback.

    Attributes:
        way: ``gave``, ``sought``, ``received``, ``shared``, or None.
        frame: ``opi``, ``sbi``, ``klartale``, ``free``, or None.
        parts: The user's own words by part, in the order of the frame.
        used: ``yes``, ``partly``, ``no``, or None while it is not told.
        told: Whether whoever gave it was told what came of it; None while it is not told.
    """

    way: str | None = None
    frame: str | None = None
    parts: Mapping[str, str] = {}
    used: str | None = None
    told: bool | None = None

    @property
    def is_closed(self) -> bool:
        """Whether it was received, used, and told back: a loop that is closed."""
        return self.way == "received" and self.used in ("yes", "partly") and self.told is True

    @property
    def line(self) -> str:
        """Its parts on one line; "" where there are none."""
        return BETWEEN.join(self.parts.values())


class FeedbackChange(NamedTuple):
    """What is to be different in it; what is None stays as it is, and "" takes away.

    Attributes:
        way: Another way.
        frame: Another frame.
        parts: The parts that are written anew, by key; one without text is taken away.
        used: ``yes``, ``partly`` or ``no``.
        told: ``yes`` or ``no``.
        is_gone: Whether all of it goes, since the entry is of another action now.
    """

    way: str | None = None
    frame: str | None = None
    parts: Mapping[str, Words] | None = None
    used: str | None = None
    told: str | None = None
    is_gone: bool = False

    @property
    def is_nothing(self) -> bool:
        """Whether nothing is asked for."""
        return not self.is_gone and all(value is None for value in self[:-1])

    @property
    def masked(self) -> int:
        """How many personal details were masked in the parts."""
        return sum(words.masked for words in (self.parts or {}).values())

    @property
    def name(self) -> str | None:
        """What looks like a person's name in them first, and is kept."""
        return next((words.name for words in (self.parts or {}).values() if words.name), None)

    def within(self, before: Feedback, preferred: str) -> Self:
        """The same with the frame and the way that it implies.

        Parts stand in the frame that is named, else in that of the parts which are there already, else in the one the
        user prefers. Whoever tells whether it was used has received it.

        Args:
            before: What the entry said until now.
            preferred: The frame of the settings.
        """
        frame = self.frame
        if not frame and (self.parts or self.way or self.used or self.told):
            known = [each for each in (before.frame, preferred) if each]
            fitting = [each for each in known if set(self.parts or ()) <= set(PARTS[each])]
            frame = known[0] if before.parts or not fitting else fitting[0]
            frame = None if frame == before.frame else frame
        way = "received" if self.way is None and before.way is None and (self.used or self.told) else self.way
        return self._replace(frame=frame, way=way)


def changed(before: Feedback, change: FeedbackChange) -> Feedback:
    """What the entry says afterwards."""
    if change.is_nothing:
        return before
    if change.is_gone:
        return Feedback()
    frame = before.frame if change.frame is None else change.frame or None
    said = dict(before.parts) | {key: words.text or "" for key, words in (change.parts or {}).items()}
    order = (*PARTS.get(frame or "", ()), *said)
    after = Feedback(
        before.way if change.way is None else change.way or None,
        frame,
        {key: said[key] for key in dict.fromkeys(order) if said.get(key)},
        before.used if change.used is None else change.used or None,
        before.told if change.told is None else {"yes": True, "no": False}.get(change.told),
    )
    # A frame that nobody named, around nothing, is nothing.
    return (
        after
        if change.frame or any(after._replace(frame=None)[:-1]) or after.told is not None
        else Feedback()
    )


def check(feedback: Feedback, given: Iterable[str] = ()) -> None:
    """Refuse what does not go together.

    Args:
        feedback: What an entry is about to say.
        given: The parts that were named just now, empty ones among them.

    Raises:
        MikroError: ``part-of-another-frame`` or ``nothing-to-use``.
    """
    from mikrohandlinger.domain.words import Listed

    frame = feedback.frame or "free"
    strange = [key for key in (*given, *feedback.parts) if key not in PARTS[frame]]
    if strange:
        raise MikroError(
            "part-of-another-frame",
            N_("{part} is no part of the frame {frame}, whose parts are: {parts}. It belongs to: {frames}."),
            part=Listed("part", (strange[0],)),
            frame=Listed("frame", (frame,)),
            parts=Listed("part", PARTS[frame]),
            frames=Listed("frame", tuple(each for each in FRAMES if strange[0] in PARTS[each])),
        )
    if (feedback.used or feedback.told is not None) and feedback.way not in (*USABLE, None):
        raise MikroError(
            "nothing-to-use",
            N_("--used and --told are for feedback that you received or asked for. This one is: {way}."),
            way=Listed("way", (feedback.way or "",)),
        )


def parse_parts(given: Iterable[str]) -> dict[str, str]:
    """The parts of ``--part KEY=TEXT``, by key; one without text is to be taken away.

    Raises:
        MikroError: ``part-unknown``, when one has no key, or a key that is no part of any frame.
    """
    from mikrohandlinger.domain.words import VALUES, Listed, value

    parts: dict[str, str] = {}
    for item in given:
        typed, equals, text = item.partition("=")
        key = value("part", typed) if equals else None
        if key is None:
            raise MikroError(
                "part-unknown",
                N_("“{item}” is not a part. Write KEY=TEXT, where KEY is one of: {keys}."),
                item=item,
                keys=Listed("part", tuple(VALUES["part"])),
            )
        parts[key] = text.strip()
    return parts


def in_order(frame: str, typed: str) -> dict[str, str]:
    """The parts of a frame that were written on one line, with :data:`BETWEEN` between them; empty ones are left out.

    What comes after the last part belongs to it.
    """
    keys = PARTS[frame]
    pieces = f" {typed} ".split(BETWEEN, len(keys) - 1)
    return {key: piece.strip() for key, piece in zip(keys, pieces, strict=False) if piece.strip()}


def under_headings(names: Mapping[str, str], text: str) -> dict[str, str]:
    """The parts that were written each after its name and a colon, over as many lines as it takes.

    Args:
        names: What each part is called, by key, in the order of the frame.
        text: What was written; what stands before the first name belongs to the first part.
    """
    found: dict[str, list[str]] = {}
    now = next(iter(names))
    for line in text.splitlines():
        name, colon, rest = line.partition(":")
        key = next((key for key in names if names[key] == name.strip().lower()), None) if colon else None
        now = key or now
        found.setdefault(now, []).append(rest if key else line)
    whole = {key: "\n".join(found.get(key, ())).strip() for key in names}
    return {key: said for key, said in whole.items() if said}
