"""Rules as a list shows them."""

from __future__ import annotations

from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from mikrohandlinger.domain.rules.model import Rule


class Listed(NamedTuple):
    """A rule, and how long it has waited.

    Attributes:
        rule: The rule.
        waiting_days: Working days without an answer; None where it waits for none.
    """

    rule: Rule
    waiting_days: int | None
