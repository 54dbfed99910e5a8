"""Where a claim comes from, in one line and for programs."""

from __future__ import annotations

from mikrohandlinger.domain.catalogue.model import PRACTICE, Both
from mikrohandlinger.texts import _, language
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any

    from mikrohandlinger.domain.catalogue.model import Source


def by(source: Source) -> str:
    """Who and when: ``Flynn & Lake (2008)``; "" for what is no work."""
    dated = f" ({source.year})" if source.year and source.year != "n.d." else ""
    return f"{source.author}{dated}" if source.author else ""


def title(source: Source) -> str:
    """The title as published; ``practice`` is no work, and says so in the language of the screens."""
    return _("Common sense, not a study") if source.key == PRACTICE else source.title


def line(source: Source) -> str:
    """Who, when, what and where; what claims nothing is said in three words."""
    if not source.author:
        return f"{title(source)}."
    return f"{by(source)}: {source.title}. {source.address}"


def told(text: Both | None) -> str:
    """A text of the source in the language of the screens; "" where it has none."""
    return text.text(language()) if text is not None else ""


def document(source: Source) -> dict[str, Any]:
    """A source, worded in the language of the screens; what it does not tell is null."""
    fields = {
        name: value.text(language()) if isinstance(value, Both) else value
        for name, value in source._replace(title=title(source))._asdict().items()
    }
    return {name: value or None for name, value in fields.items()}
