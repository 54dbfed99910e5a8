"""What of a rule may leave the machine: its words without personal details and without names."""

from __future__ import annotations

from mikrohandlinger.domain.catalogue.names import mask_names
from mikrohandlinger.domain.privacy import mask_personal
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Any, Final

    from mikrohandlinger.domain.rules.model import Rule

#: The own words of a rule.
WORDS: Final = ("title", "gets_in_the_way", "protects", "until", "door", "answer")


class Masked(NamedTuple):
    """A rule whose words name nobody.

    Attributes:
        rule: The rule.
        details: How many personal details and names were masked in it.
    """

    rule: Rule
    details: int


def masked(rule: Rule) -> Masked:
    """The rule as it may leave, also where its words were stored with personal details in them."""
    details = 0
    changed: dict[str, Any] = {}
    for field in WORDS:
        words = getattr(rule, field)
        if words is not None:
            personal = mask_personal(words)
            changed[field], names = mask_names(personal.text)
            details += personal.count + names
    return Masked(rule._replace(**changed), details)
