"""What ``mikro week --share`` gives to others: some answers of a week, and nothing else."""

from __future__ import annotations

from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


class Shared(NamedTuple):
    """Some answers of a week.

    Attributes:
        monday: First day of the week.
        answers: Those that were asked for and given, by key.
        asked: Their questions as they were asked, where they were the user's own.
        missing: The keys of those that were asked for and not given.
    """

    monday: date
    answers: Mapping[str, str]
    asked: Mapping[str, str]
    missing: tuple[str, ...]
