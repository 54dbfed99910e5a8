"""The one error type of the program."""

from __future__ import annotations

from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Final


DONE: Final = 0
REFUSED: Final = 1
WRONG_USAGE: Final = 2
A_BUG: Final = 70
INTERRUPTED: Final = 130


def N_(message: str) -> str:  # noqa: N802 - gettext's own customary name
    """Mark ``message`` for translation where it is written; it is translated where it is shown."""
    return message


class MikroError(Exception):
    """Something the user can understand and mend.

    The sentence says what is wrong and what to do. It is kept untranslated, with its values beside it, so that
    the pure domain can raise it too; ``cli.boundary`` alone turns it into output.

    Attributes:
        code: Stable name for programs, as in ``{"error": {"code": "date-in-future"}}``.
        sentence: English sentence with ``{placeholders}``, marked with :func:`N_`.
        values: What fills the placeholders.
        exit_code: 1 (refused) unless told.
    """

    def __init__(self, code: str, sentence: str, *, exit_code: int = REFUSED, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.sentence = sentence
        self.values = values
        self.exit_code = exit_code

    @property
    def detail(self) -> str | None:
        """What a program or library said itself, in its own language: for ``--json`` and the log, not for a sentence."""
        if detail := self.values.get("detail"):
            return str(detail)
        within = (value.detail for value in self.values.values() if isinstance(value, MikroError))
        return next((detail for detail in within if detail), None)

    def __str__(self) -> str:
        return self.sentence.format(**self.values)
