"""The frames that feedback can be put in, each with an example: about one's own behaviour and the task."""

from __future__ import annotations

from mikrohandlinger.domain.feedback import PARTS
from mikrohandlinger.texts import _
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple
from mikrohandlinger.views.shared.feedback import frame_name, part_name

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, Final

#: The study that the leading words rest on, and where the frames are described.
EVIDENCE: Final = ("coutifaris2022",)
_SOURCES: Final[Mapping[str, tuple[str, ...]]] = {"opi": ("woha",), "klartale": ("klartale",)}


class Part(NamedTuple):
    """A part of a frame: its key, what it is called, what it asks, and what could stand there."""

    key: str
    name: str
    asks: str
    example: str


class Frame(NamedTuple):
    """A frame with its parts.

    Attributes:
        key: Its id.
        name: What it is called.
        about: What it is good for.
        parts: Each part, in order.
        sources: Where it is described.
    """

    key: str
    name: str
    about: str
    parts: tuple[Part, ...]
    sources: tuple[str, ...]


def frames() -> list[Frame]:
    """Every frame, in the language of the screen."""
    about, said = _about(), _said()
    return [
        Frame(
            frame,
            frame_name(frame),
            about[frame],
            tuple(Part(key, part_name(key), *said[frame, key]) for key in keys),
            _SOURCES.get(frame, ()),
        )
        for frame, keys in PARTS.items()
    ]


def evidence() -> str:
    """What is known of asking for feedback and of sharing it, and how far."""
    return _(
        "Asking alone changes little. In a field experiment with leaders, those who told their team about feedback they had received had safer teams a year later; those who only asked for it did not. It is one experiment, and only with leaders."
    )


def for_leaders() -> str:
    """What a leader can take from it."""
    return _(
        "As a leader: tell your staff about one thing you have been told about your own work, and what you do with it. Then “feedback” is something that happens to you too."
    )


def _about() -> dict[str, str]:
    return {
        "opi": _("Observation, impact, ideas: from what was seen, over what it did, to what could be tried."),
        "sbi": _("Situation, behaviour, impact: short, and close to one moment."),
        "klartale": _("Says a wish plainly, and why it matters to you."),
        "free": _("Your own words, in one piece."),
    }


def _said() -> dict[tuple[str, str], tuple[str, str]]:
    """For each part what it asks, and what could stand there."""
    return {
        ("opi", "observation"): (
            _("What was seen or heard?"),
            _("I sent the letter before I had rung."),
        ),
        ("opi", "impact"): (
            _("What did it do to the task, or to others?"),
            _("The citizen rang three times to have it explained."),
        ),
        ("opi", "ideas"): (
            _("What could be tried?"),
            _("Ring first, and write afterwards."),
        ),
        ("sbi", "situation"): (_("When and where?"), _("At the whiteboard meeting on Monday.")),
        ("sbi", "behaviour"): (_("What did I do?"), _("I answered before the question was finished.")),
        ("sbi", "impact"): (_("What came of it?"), _("The rest of the question was never heard.")),
        ("klartale", "observation"): (
            _("What happened?"),
            _("The same thing is asked for in three places in our template."),
        ),
        ("klartale", "feeling"): (
            _("What did I think or feel?"),
            _("I get unsure where the next one will look."),
        ),
        ("klartale", "values"): (
            _("What matters to me here?"),
            _("That it is found quickly, also in the evening."),
        ),
        ("klartale", "wishes"): (_("What do I ask for?"), _("That we choose one place.")),
        ("free", "text"): (
            _("What was it about?"),
            _("I was told that my minutes are easy to find one's way in. The headings do it."),
        ),
    }


def document(*, is_leader: bool) -> dict[str, Any]:
    """``mikro actions feedback --frames --json``."""
    from mikrohandlinger.views.shared import envelope

    return envelope.document(
        frames=[
            {
                "frame": frame.key,
                "name": frame.name,
                "about": frame.about,
                "parts": [part._asdict() for part in frame.parts],
                "sources": list(frame.sources),
            }
            for frame in frames()
        ],
        evidence={
            "text": evidence(),
            "leader": for_leaders() if is_leader else None,
            "sources": list(EVIDENCE),
        },
    )
