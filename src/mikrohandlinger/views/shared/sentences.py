"""A sentence that was kept untranslated, with its values beside it, in the language of the screens."""

from __future__ import annotations

from datetime import date, time

from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.domain.privacy import one_line
from mikrohandlinger.domain.words import Listed, shown
from mikrohandlinger.texts import _, language
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def sentence(text: str, values: Mapping[str, object]) -> str:
    """The sentence with its values; a day, a time of day and an error among them in that language too."""
    return _(text).format(**{name: _within(value) for name, value in values.items()})


def _within(value: object) -> str:
    if isinstance(value, MikroError):
        return sentence(value.sentence, value.values)
    if isinstance(value, time):
        from mikrohandlinger.texts.dates import clock

        return clock(value)
    if isinstance(value, date):
        from mikrohandlinger.texts.dates import full_date

        return full_date(value)
    if isinstance(value, Listed):
        return ", ".join(shown(value.kind, language(), value.only))
    return one_line(str(value))
