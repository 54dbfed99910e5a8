"""What is said where the public holidays of a country are not known."""

from __future__ import annotations

from mikrohandlinger.texts import _


def unknown_line(country: str | None) -> str:
    """That the holidays of ``country`` count as ordinary days, and how to get them; "" for None."""
    if country is None:
        return ""
    return _(
        "The public holidays of {country} do not come along, so they count as ordinary days. "
        'Get them: uv tool install --reinstall ".[countries]"'
    ).format(country=country)
