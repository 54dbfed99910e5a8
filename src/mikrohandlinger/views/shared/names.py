"""What actions, places, reach, outcomes, signs and weeks are called on the screens: each name once."""

from __future__ import annotations

from datetime import date

from mikrohandlinger.domain.errors import N_
from mikrohandlinger.texts import _, ngettext
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Final


class _Action(NamedTuple):
    """Both marked for translation: one word that names it, and the word that is typed for it."""

    name: str
    word: str


class _Place(NamedTuple):
    """Both marked for translation: by itself, and within a list."""

    name: str
    within: str


_ACTIONS: Final = {
    "ask": _Action(N_("Question"), N_("ask")),
    "doubt": _Action(N_("Doubt"), N_("doubt")),
    "feedback": _Action(N_("Feedback"), N_("feedback")),
}
_PLACES: Final = {
    "meeting": _Place(N_("In a meeting"), N_("at a meeting")),
    "one-to-one": _Place(N_("One to one"), N_("one to one")),
    "corridor": _Place(N_("In passing"), N_("in passing")),
    "remote": _Place(N_("At a distance"), N_("by phone, chat or video")),
}


def sign_name(sign: str) -> str:
    """One of the eight signs of psychological safety, in words."""
    return {
        "good-intent": _("trust in each other's intentions"),
        "speak-up": _("talking safely about what is troublesome"),
        "wonder": _("wondering together and inspiring each other"),
        "ask-help": _("daring to ask for help"),
        "raise-up": _("daring to raise issues upwards"),
        "vulnerable": _("daring to be vulnerable"),
        "say-no": _("daring to say no"),
        "good-will": _("trust that everybody wants the best for each other"),
    }[sign]


def reach_name(reach: str) -> str:
    """With whom, without names."""
    return {
        "known": _("those I usually talk to"),
        "new": _("someone new"),
        "up": _("upwards"),
        "across": _("across"),
        "unset": _("not said"),
    }[reach]


def work_name(work: str) -> str:
    """A kind of work."""
    return {
        "office": _("office"),
        "care": _("care and nursing"),
        "school": _("school"),
        "daycare": _("day care"),
        "road": _("on the road"),
        "plant": _("operations and maintenance"),
    }[work]


def went_name(went: str) -> str:
    """How it went."""
    return {"easy": _("easy"), "ok": _("ok"), "hard": _("hard")}[went]


def action_name(action: str) -> str:
    """An action in one word by itself."""
    return _(_ACTIONS[action].name)


def action_within(action: str) -> str:
    """The same within a sentence."""
    return _begun_small(action_name(action))


def action_word(action: str) -> str:
    """The word that is typed for an action."""
    return _(_ACTIONS[action].word)


def place_name(place: str) -> str:
    """Where a conversation takes place, by itself."""
    return _(_PLACES[place].name)


def place_within(place: str) -> str:
    """The same within a list."""
    return _(_PLACES[place].within)


def answer_name(key: str) -> str:
    """An answer of the week in one or two words, by itself."""
    return {
        "remember": _("Remember"),
        "learned": _("Learned"),
        "hard": _("Hard"),
        "friction": _("In the way"),
        "plan": _("Next week"),
    }[key]


def rule_within(number: int) -> str:
    """``regel nr. 3`` / ``rule no. 3``."""
    return _("rule no. {number}").format(number=number)


def week_name(monday: date) -> str:
    """``Uge 48`` / ``Week 48``, of any day in the week."""
    return _("Week {number}").format(number=monday.isocalendar().week)


def week_within(monday: date) -> str:
    """The same within a sentence."""
    return _begun_small(week_name(monday))


def recorded(number: int) -> str:
    """``3 registreringer`` / ``3 entries``."""
    return ngettext("{number} entry", "{number} entries", number).format(number=number)


def _begun_small(name: str) -> str:
    return name[:1].lower() + name[1:]


def level_name(level: int) -> str:
    """How bold a variation is, in words."""
    return {1: _("easy"), 2: _("takes a little"), 3: _("takes courage")}[level]
