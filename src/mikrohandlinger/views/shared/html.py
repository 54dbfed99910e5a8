"""One self-contained HTML page: no script, no network, every value escaped.

``page.html`` is the page with its style, and ``parts.html`` what several reports are made of; a report extends the
one, imports from the other, and stands as ``page.html`` in the folder of its screen.
"""

from __future__ import annotations

from pathlib import Path

from mikrohandlinger.domain.privacy import clean
from mikrohandlinger.texts import _, language
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any, Final

    from jinja2 import Environment

    from mikrohandlinger.views.shared.sections import Section

_VIEWS: Final = Path(__file__).parents[1]


class Print(NamedTuple):
    """How a page is printed: the size of its letters in points, and the columns of its sections."""

    size: float
    columns: int


#: One A4 page holds so many characters of own words in this print.
_ROOM: Final = (
    (700, Print(10.5, 1)),
    (1800, Print(9.0, 2)),
    (4000, Print(8.0, 2)),
    (7000, Print(6.5, 2)),
)


def rendered(template: str, *, heading: str, subheading: str, on_paper: Print, **values: Any) -> str:
    """The page that ``template`` makes of these values.

    Args:
        template: Its place in the folder of the views, such as ``week/page.html``.
        heading: The title of the page.
        subheading: Stands below it.
        on_paper: How it is printed.
        values: What else the template asks for.
    """
    return (
        environment()
        .get_template(template)
        .render(
            lang=language(),
            title=f"{heading} · mikro",
            heading=heading,
            subheading=subheading,
            on_paper=on_paper,
            colophon=_(
                "Made with mikro for its owner. It counts the owner's own acts and is no measure of anybody."
            ),
            **values,
        )
    )


def environment() -> Environment:
    """Where templates are read; every value is escaped, and a name that nobody gave is an error."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(_VIEWS),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def print_for(characters: int) -> Print:
    """The largest print in which one A4 page holds this many characters of own words."""
    return next((form for most, form in _ROOM if characters <= most), _ROOM[-1][1])


def cleaned(sections: Iterable[Section]) -> list[Section]:
    """The sections without anything in their own words that is no text."""
    return [
        section._replace(said=[item._replace(words=clean(item.words)) for item in section.said])
        for section in sections
    ]
