"""What is told of own words on their way in: what was masked, and what looks like a name."""

from __future__ import annotations

from mikrohandlinger.texts import _, ngettext
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from mikrohandlinger.domain.privacy import Words


def masked_line(number: int) -> str:
    """How many personal details were masked, and how to keep them."""
    return ngettext(
        "{number} personal detail was masked. To keep it, write it again with --keep-personal.",
        "{number} personal details were masked. To keep them, write it again with --keep-personal.",
        number,
    ).format(number=number)


def name_line(name: str) -> str:
    """The quiet hint where something looks like a person's name; it is kept as it was written."""
    return _("“{name}” looks like a name. It is kept; “a colleague” says it without one.").format(name=name)


def told(words: Words) -> list[str]:
    """What is said of own words that are stored now: nothing, nearly always."""
    lines = [masked_line(words.masked)] if words.masked else []
    return [*lines, name_line(words.name)] if words.name else lines
