"""What reach, signs, places and outcomes are called on the screens."""

from __future__ import annotations

from mikrohandlinger.texts import _


def sign_name(sign: str) -> str:
    """One of the eight signs of psychological safety, in words."""
    return {
        "good-intent": _("trust in each other's intentions"),
        "speak-up": _("safe to talk about what is troublesome"),
        "wonder": _("can wonder and inspire each other"),
        "ask-help": _("dare to ask for help"),
        "raise-up": _("dare to raise issues upwards"),
        "vulnerable": _("dare to be vulnerable"),
        "say-no": _("dare to say no"),
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


def went_name(went: str) -> str:
    """How it went."""
    return {"easy": _("easy"), "ok": _("ok"), "hard": _("hard")}[went]


def short_action(action: str) -> str:
    """An action in one word, for narrow screens."""
    return {"ask": _("Question"), "doubt": _("Doubt"), "feedback": _("Feedback")}[action]


def place_name(place: str) -> str:
    """Where a variation fits in."""
    return {
        "meeting": _("In a meeting"),
        "one-to-one": _("One to one"),
        "corridor": _("In passing"),
        "remote": _("At a distance"),
    }[place]
