"""Write the manual pages of the settings from the one description that the program itself reads.

``python scripts/settings_pages.py`` writes ``docs/settings.md`` and ``docs/indstillinger.md``; ``--check`` changes
nothing and exits 1 when one of them is stale.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple

from mikrohandlinger import texts
from mikrohandlinger.domain.settings import SPEC

ROOT = Path(__file__).resolve().parents[1]


class Page(NamedTuple):
    """The words of a page that are not the settings' own."""

    path: str
    language: str
    opening: str
    heading: str


PAGES = (
    Page(
        "docs/settings.md",
        "en",
        """\
# Settings

*På dansk: [indstillinger.md](indstillinger.md)*

None of them need be set. `mikro setup` asks for what matters most: the kind of week (fixed days, part time, a rota), your
work, whether you lead anybody, a goal and a moment of the day. `mikro config` shows what you have chosen and the rest;
`mikro config get goal` tells what one means, `mikro config set goal 2` sets it, and `mikro undo` takes that back. Values are
understood in Danish and English, as the screens show them. They are kept in `config.toml`, which you may also edit (there
with the English words of the table): a value that does not fit is refused with its file, line and key, and nothing is
overwritten.
""",
        "| setting | what it may be | unless set | what it does |",
    ),
    Page(
        "docs/indstillinger.md",
        "da",
        """\
# Indstillinger

*In English: [settings.md](settings.md)*

Du behøver ikke ændre nogen af dem. `mikro setup` spørger om det vigtigste: hvordan din uge ser ud (faste dage, deltid eller
skiftende vagter), dit arbejde, om du er leder for nogen, et mål og et øjeblik på dagen. `mikro config` viser det, du har
valgt, og resten. `mikro config get goal` fortæller, hvad en enkelt betyder, `mikro config set goal 2` ændrer den, og
`mikro undo` tager det tilbage. Værdierne forstås på dansk og engelsk, som skærmen viser dem. De ligger i `config.toml`, som
du også gerne må rette selv (dér med tabellens engelske ord): Passer en værdi ikke, får du at vide, i hvilken fil, på
hvilken linje og ved hvilket navn, og intet bliver overskrevet.
""",
        "| indstilling | hvad den kan være | ellers | hvad den gør |",
    ),
)


def page(words: Page) -> str:
    """The whole page."""
    texts.use(words.language)
    rows = [words.heading, "|---|---|---|---|"]
    for setting in SPEC:
        form = setting.kind.form.replace("|", "\\|")
        rows.append(
            f"| `{setting.key}` | {form} | {_written(setting.default)} | {texts._(setting.meaning)} |"
        )
    return "\n".join([words.opening, *rows, ""])


def _written(value: object) -> str:
    """A default as ``config set`` takes it."""
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, list):
        value = ", ".join(value)
    return f"`{value}`" if value != "" else "–"


def main(arguments: list[str]) -> int:
    """Write the pages, or only compare them."""
    stale = []
    for words in PAGES:
        file = ROOT / words.path
        wanted = page(words)
        if not file.exists() or file.read_text("utf-8") != wanted:
            stale.append(words.path)
        if "--check" not in arguments:
            file.write_text(wanted, "utf-8", newline="\n")
    if "--check" in arguments and stale:
        print(f"stale: {', '.join(stale)}; run python scripts/settings_pages.py")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
