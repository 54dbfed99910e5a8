"""What a note says that was meant as something else: a word of an action that was mistyped, or another action.

``mikro log "…"`` records what was proposed, whatever the words are. Where they look like something else, one line says
how to correct it; the words stay where they are until the user moves them.
"""

from __future__ import annotations

from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Final

#: The words that are typed for an action, as far as they are long enough to be told from another when mistyped.
_NAMES: Final = {
    "ask": "spørgsmål question",
    "doubt": "tvivl doubt",
    "feedback": "feedback",
}
#: Words of a note that speak of an action. Others would fit several: who doubts asks for help too.
_SPEAKS: Final = {
    "ask": "spørg spurgte spurgt spørger spørge spørgsmål asked asking question",
    "doubt": "tvivl tvivlede tvivler usikker doubt doubted unsure",
    "feedback": "feedback ros roste rost praise praised",
}
#: With these a question is a doubt shared, or feedback sought.
_ALSO: Final = {
    "ask": "",
    "doubt": "hjælp råd sparring help advice",
    "feedback": "bedre tak takkede hjælp råd better thanked advice",
}


#: Names of commands that are a note as well: "møde", "pause", "why".
_ALSO_NOTES: Final = ("process", "pause", "why", "rule")


class Meant(NamedTuple):
    """What a note may have been meant as.

    Attributes:
        action: The action.
        is_name: Whether its name was mistyped; otherwise the note speaks of it.
        is_all: Whether the note is nothing but that name.
    """

    action: str
    is_name: bool
    is_all: bool = False


def meant(note: str, logged: str) -> Meant | None:
    """What the note was perhaps meant as; None where it is what it says.

    Args:
        note: The words, of which none was taken as the name of an action.
        logged: The action that they were stored with.
    """
    words = [word.strip(".,:;!?()»«“”\"'-") for word in _fold(note).split()]
    if not words:
        return None
    named = _named(words)
    if named is not None:
        return Meant(named, is_name=True, is_all=len(words) == 1)
    said = set(words)
    spoken = [action for action in _SPEAKS if said & _set_of(_SPEAKS[action])]
    if len(spoken) != 1 or spoken[0] == logged or said & _set_of(_ALSO[logged]):
        return None
    return Meant(spoken[0], is_name=False)


def is_no_note(note: str) -> bool:
    """Whether it is the name of a command alone, or a number alone: nothing that anybody would write down."""
    typed = note.strip()
    if " " in typed:
        return False
    from mikrohandlinger.domain import words

    return typed.isdecimal() or words.command(typed) not in (None, *_ALSO_NOTES)


def _named(words: list[str]) -> str | None:
    """The action whose name the first word is, as it is or mistyped."""
    first = words[0]
    for action, names in _NAMES.items():
        for name in _set_of(names):
            if _is_near(first, name) or (len(words) == 1 and len(first) > 3 and name.startswith(first)):
                return action
    return None


def _set_of(words: str) -> set[str]:
    return set(_fold(words).split())


def _fold(text: str) -> str:
    """As it is compared: lower case, and as it is typed where there is no Danish keyboard."""
    return text.casefold().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")


def _is_near(typed: str, name: str) -> bool:
    """Whether one letter is wrong, missing, too many, or has changed places with its neighbour."""
    if typed == name:
        return True
    if min(len(typed), len(name)) < 4 or abs(len(typed) - len(name)) > 1 or typed[0] != name[0]:
        return False
    at = next((index for index, (a, b) in enumerate(zip(typed, name, strict=False)) if a != b), None)
    if at is None:
        return True
    is_swapped = typed[at : at + 2][::-1] == name[at : at + 2] and typed[at + 2 :] == name[at + 2 :]
    # One letter wrong, one too many, one missing.
    return is_swapped or typed[at + 1 :] in (name[at + 1 :], name[at:]) or typed[at:] == name[at + 1 :]
