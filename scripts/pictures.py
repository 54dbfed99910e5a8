"""Draw the pictures of the documents: the day, the week, the year, the rules, the reasons and a meeting, in both languages.

``python scripts/pictures.py`` writes ``docs/pictures/*.svg``. ``--check`` writes nothing and fails when one is not as
the program would draw it now; a test runs it. The data are made up here, in an empty home, at a fixed time.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from datetime import date, datetime, timedelta, timezone
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from rich.text import Text

from mikrohandlinger.domain.entries import Deed, Moment, NewEntry
from mikrohandlinger.domain.privacy import Words
from mikrohandlinger.domain.proposal import Proposal
from mikrohandlinger.storage.database.store import Store
from mikrohandlinger.storage.paths import under
from mikrohandlinger.storage.toml import catalogue as catalogue_file
from mikrohandlinger.storage.toml import primer
from mikrohandlinger.views.shared.terminal.picture import as_svg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console

    from mikrohandlinger.domain.catalogue.model import Catalogue

PICTURES = Path(__file__).resolve().parents[1] / "docs" / "pictures"
FRIDAY = date(2026, 11, 27)
MONDAY = date(2026, 11, 23)
#: What was proposed, in turn; the ids are stable for ever.
PROPOSED = (
    "ask-first-week-here",
    "doubt-where-would-you-begin",
    "feedback-tell-what-i-used",
    "ask-unused-skill",
    "doubt-tone-of-a-draft",
)
#: Of seventeen working days in a row, how many times something was recorded.
RHYTHM = (1, 1, 0, 2, 0, 1, 0, 1, 1, 3, 0, 1, 0, 1, 0, 2, 0)
REACH = ("known", "known", "new", "known", "across", "up")
NOTES = {
    "da": {
        "ask": "Hun begyndte i en helt anden forvaltning. Det vidste jeg ikke.",
        "doubt": "Jeg sagde, at jeg ikke kendte reglen. Det gjorde de andre heller ikke.",
        "feedback": "Fik at vide, at mit notat kunne være halvt så langt.",
    },
    "en": {
        "ask": "She began in quite another department. I had no idea.",
        "doubt": "I said that I did not know the rule. Neither did the others.",
        "feedback": "Was told that my memo could be half as long.",
    },
}
#: What is done with rules, each on its day.
RULES = {
    "da": (
        ("2026-11-02", "add", "Tavlemødet også om fredagen", "--origin", "bare vane"),
        ("2026-11-02", "add", "Statistik over besøg hver fredag", "--origin", "os selv"),
        (
            "2026-11-03", "add", "To underskrifter på kørsel under 500 kr.", "--kind", "arbejdsgang", "--origin",
            "forvaltningen", "--in-the-way", "Man venter en til tre dage på en leder, der er ude.", "--protects",
            "At kørsel er godkendt, før den bliver udbetalt.", "--ask", "prøve uden", "--until", "tre måneder",
            "--minutes", "5-10", "--times", "3/uge", "--people", "12",
        ),
        ("2026-11-10", "raise", "3", "--to", "økonomichefen", "--due", "1/12"),
        ("2026-11-20", "answer", "2", "Vi prøver det i fjorten dage.", "--trying", "--review", "4/12"),
        ("2026-11-23", "close", "1", "--removed"),
        ("2026-11-26", "add", "Ugeskemaet skrives to steder"),
    ),
    "en": (
        ("2026-11-02", "add", "The board meeting on Fridays too", "--origin", "habit"),
        ("2026-11-02", "add", "Statistics on visits every Friday", "--origin", "ourselves"),
        (
            "2026-11-03", "add", "Two signatures on trips below 500 kroner", "--kind", "workflow", "--origin",
            "administration", "--in-the-way", "One waits one to three days for a manager who is out.", "--protects",
            "That a trip is approved before it is paid.", "--ask", "try without", "--until", "three months",
            "--minutes", "5-10", "--times", "3/week", "--people", "12",
        ),
        ("2026-11-10", "raise", "3", "--to", "the head of finance", "--due", "1/12"),
        ("2026-11-20", "answer", "2", "We try it for a fortnight.", "--trying", "--review", "4/12"),
        ("2026-11-23", "close", "1", "--removed"),
        ("2026-11-26", "add", "The weekly form is filled in twice"),
    ),
}  # fmt: skip
PLAN = {
    "da": "Når tavlemødet slutter, så spørger jeg en, hvad der var svært",
    "en": "When the board meeting ends, then I ask one person what was hard",
}


def days(first: date) -> Iterator[tuple[date, str, int]]:
    """Day, variation and count of what was recorded, from ``first`` to this Thursday."""
    day, turn = first, 0
    while day < FRIDAY:
        if day.weekday() < 5 and not date(2026, 7, 6) <= day <= date(2026, 7, 26):
            # This week the first three variations, one of each action, with Tuesday in between.
            here = (0, 3, 1, 2)[day.weekday()] if day >= MONDAY else turn % len(PROPOSED)
            count = RHYTHM[turn % len(RHYTHM)] if day < MONDAY else int(day.weekday() != 1)
            yield day, PROPOSED[here], count
            turn += 1
        day += timedelta(days=1)


def fill(home: Path, first: date, language: str) -> None:
    """Make up a user's data."""
    paths = under(home)
    catalogue: Catalogue = catalogue_file.load(paths.own_actions, paths.cache).catalogue
    known = catalogue.variations
    store = Store(paths)
    new = []
    for day, name, count in days(first):
        now = datetime(day.year, day.month, day.day, 10, tzinfo=timezone(timedelta(hours=1)))
        store.proposals.keep(Proposal(day, known[name], 0), now)
        action = known[name].action
        for number in range(count):
            reach = REACH[day.toordinal() % len(REACH)]
            went = "easy" if day.toordinal() % 3 else "hard"
            note = NOTES[language][action] if day >= MONDAY and number == 0 else None
            new.append(NewEntry(Moment(now, day), Deed(action, name, 1), Words(note, 0), reach, went))
    now = datetime(2026, 11, 20, 14, tzinfo=timezone(timedelta(hours=1)))
    store.proposals.keep(Proposal(FRIDAY, known["ask-unused-skill"], 0), now)
    store.entries.add_many(new, now)
    store.reflections.answer(MONDAY - timedelta(weeks=1), {"plan": Words(PLAN[language], 0)}, now)
    store.pauses.add(date(2026, 7, 6), date(2026, 7, 24), now)
    store.close()


def mikro(home: Path, language: str, *arguments: str, now: str = "2026-11-27T09:15:00+01:00") -> str:
    """What the program prints on a terminal of 80 columns."""
    environment = {
        **{name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "TERM", "COLUMNS")},
        "MIKRO_HOME": str(home),
        "MIKRO_LANG": language,
        "MIKRO_NOW": now,
        "COLUMNS": "80",
        "FORCE_COLOR": "1",
        "TERM": "xterm-256color",
        "PYTHONIOENCODING": "utf-8",
    }
    command = [sys.executable, "-m", "mikrohandlinger", *arguments]
    return subprocess.run(
        command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", check=True
    ).stdout


def pictures() -> Iterator[tuple[str, str]]:
    """The name and the content of each picture."""
    for language in ("da", "en"):
        with tempfile.TemporaryDirectory() as folder:
            home = Path(folder)
            fill(home, date(2026, 10, 5), language)
            screen = Text.from_ansi(mikro(home, language, "today").rstrip())
            yield f"today.{language}.svg", as_svg(partial(_print, screen), "mikro today")
            yield f"week.{language}.svg", mikro(home, language, "week", "--format", "svg")
            second = primer.load().screens[1].title.text(language)
            screen = Text.from_ansi(mikro(home, language, "why").partition(second)[0])
            screen.rstrip()
            yield f"why.{language}.svg", as_svg(partial(_print, screen), "mikro why")
            # What there is to know before it begins; the rest of it is the steps word by word.
            shown = mikro(home, language, "process", "show", "safety").split("\n\n")
            screen = Text.from_ansi("\n\n".join(shown[:3]))
            yield f"process.{language}.svg", as_svg(partial(_print, screen), "mikro process show safety")
        with tempfile.TemporaryDirectory() as folder:
            home = Path(folder)
            fill(home, date(2026, 1, 12), language)
            yield f"year.{language}.svg", mikro(home, language, "history", "--year", "--format", "svg")
        with tempfile.TemporaryDirectory() as folder:
            home = Path(folder)
            put_down(home, language)
            for name, words in (
                ("rules", ("rule", "list")),
                ("rule", ("rule", "show", "3")),
                ("frames", ("actions", "feedback", "--frames")),
            ):
                screen = Text.from_ansi(mikro(home, language, *words).rstrip())
                yield f"{name}.{language}.svg", as_svg(partial(_print, screen), f"mikro {' '.join(words)}")


def put_down(home: Path, language: str) -> None:
    """Make up a register of rules."""
    for day, *words in RULES[language]:
        mikro(home, language, "rule", *words, now=f"{day}T09:15:00+01:00")


def _print(screen: Text, console: Console) -> None:
    console.print(screen)


def main() -> int:
    """Draw, or only check."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail when one is not current")
    options = parser.parse_args()
    stale = []
    for name, content in pictures():
        path = PICTURES / name
        if path.is_file() and path.read_text("utf-8") == content:
            continue
        stale.append(name)
        if not options.check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, "utf-8", newline="\n")
    if options.check and stale:
        print(f"not current: {', '.join(stale)}. Run: python scripts/pictures.py")
        return 1
    print(f"drawn anew: {', '.join(stale)}" if stale else "every picture is current")
    return 0


if __name__ == "__main__":
    sys.exit(main())
