"""Write the manual pages of the commands from the help that the program itself shows.

``python scripts/command_pages.py`` writes ``docs/commands.md`` and ``docs/kommandoer.md``; ``--check`` changes nothing
and exits 1 when one of them is stale.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mikrohandlinger import texts
from mikrohandlinger.cli import app
from mikrohandlinger.cli.framework.groups import MikroGroup
from mikrohandlinger.cli.framework.help import page_of
from mikrohandlinger.cli.framework.typer_private import Command, Context

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mikrohandlinger.domain.reports.help import HelpPage

ROOT = Path(__file__).resolve().parents[1]


class Manual(NamedTuple):
    """The words of a manual that are not the help's own."""

    path: str
    language: str
    opening: str


MANUALS = (
    Manual(
        "docs/commands.md",
        "en",
        """\
# Commands

*På dansk: [kommandoer.md](kommandoer.md)*

`mikro --help` shows the same in the terminal, and `mikro log --help` what stands here about `log`. Every command that
shows something takes `--json`. Exit codes: 0 done, 1 refused with a sentence that says what to do, 2 wrong usage,
130 interrupted, 70 a fault of the program.
""",
    ),
    Manual(
        "docs/kommandoer.md",
        "da",
        """\
# Kommandoer

*In English: [commands.md](commands.md)*

`mikro --help` viser det samme i terminalen, og `mikro log --help` det, der står her om `log`. Alle kommandoer, der
viser noget, kan få tilvalget `--json`. Exitkoder: 0 gjort, 1 afvist med en sætning om, hvad du kan gøre, 2 forkert
brug, 130 afbrudt, 70 en fejl i programmet.
""",
    ),
)


def manual(words: Manual) -> str:
    """The whole page."""
    texts.use(words.language)
    blocks = [words.opening]
    for page in pages(app.build(), "mikro", None):
        name = " ".join(word for word in page.usage.split() if word.islower())
        blocks.append(f"## {name}\n\n{page.about}\n\n`{page.usage}`\n")
        for panel in page.panels:
            rows = "\n".join(f"| `{_cell(row.term)}` | {_cell(row.meaning)} |" for row in panel.rows)
            blocks.append(f"| {panel.title} | |\n|---|---|\n{rows}\n")
        if page.examples:
            lines = "\n".join(page.examples)
            blocks.append(f"```\n{lines}\n```\n")
    return "\n".join(blocks)


def pages(command: Command, name: str, parent: Context | None) -> Iterator[HelpPage]:
    """The help of a command and of those below it."""
    context = Context(command, info_name=name, parent=parent, **command.context_settings)
    yield page_of(command, context)
    if isinstance(command, MikroGroup):
        for below in command.list_commands(context):
            found = command.get_command(context, below)
            if found is not None:
                yield from pages(found, below, context)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def main(arguments: list[str]) -> int:
    """Write the pages, or only compare them."""
    stale = []
    for words in MANUALS:
        file = ROOT / words.path
        wanted = manual(words)
        if not file.exists() or file.read_text("utf-8") != wanted:
            stale.append(words.path)
        if "--check" not in arguments:
            file.write_text(wanted, "utf-8", newline="\n")
    if "--check" in arguments and stale:
        print(f"stale: {', '.join(stale)}; run python scripts/command_pages.py")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
