"""Whether a memo about rules ever names somebody: generated registers, and what was put into them looked for.

``python bench/rule_memos.py`` makes 10,000 registers of one to five rules whose words hold names, CPR numbers, telephone
numbers and e-mail addresses, writes each as Markdown, as a page, as a table and as JSON, and looks for every one of them
there. Where the user insists on every word, each has to be there. It exits 1 where one was found, or is missing.
"""

from __future__ import annotations

import argparse
import html
import random
import sys
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from mikrohandlinger.domain.rules.leaving import WORDS, masked
from mikrohandlinger.domain.rules.model import Rule
from mikrohandlinger.domain.rules.register import Listed, Memo, cells
from mikrohandlinger.storage.transfer.csv_file import table
from mikrohandlinger.views.rule.face import face

if TYPE_CHECKING:
    from collections.abc import Iterator

TODAY: Final = date(2026, 11, 26)
FIRST: Final = (
    "Mette", "Anne", "Kirsten", "Hanne", "Lone", "Camilla", "Fatima", "Peter", "Lars", "Søren", "Jens", "Michael",
    "Thomas", "Morten", "Ahmed", "Mohammed",
)  # fmt: skip
LAST: Final = ("Hansen", "Nielsen", "Sørensen", "Kjærgaard", "Åkjær", "Yilmaz", "Skov-Jensen")
PHRASES: Final = (
    "Skemaet skal godkendes af {}, før det bliver sendt",
    "Vi venter på {} hver fredag",
    "Statistikken går til {} og gemmes i systemet",
    "Arbejdsgangen kom efter en sag med {} i foråret",
)


def name(rng: random.Random) -> str:
    """Somebody, with or without a surname."""
    first = rng.choice(FIRST)
    return f"{first} {rng.choice(LAST)}" if rng.random() < 0.6 else first


def cpr(rng: random.Random) -> str:
    """A CPR number."""
    born = date(1930, 1, 1) + timedelta(days=rng.randrange(30_000))
    return f"{born:%d%m%y}{rng.choice(['-', ' ', ''])}{rng.randrange(1000, 9999)}"


def telephone(rng: random.Random) -> str:
    """A Danish telephone number."""
    pairs = [f"{rng.randrange(20, 99)}" for _ in range(4)]
    return rng.choice(["", "+45 "]) + " ".join(pairs)


def address(rng: random.Random) -> str:
    """An e-mail address."""
    return f"{rng.choice(FIRST).lower()}.{rng.choice(LAST).lower()}@kommune{rng.randrange(99)}.dk"


def registers(number: int, seed: int = 1) -> Iterator[tuple[list[Rule], list[str]]]:
    """So many registers, each with what was put into its words."""
    rng = random.Random(seed)
    for _ in range(number):
        put: list[str] = []

        def words(put: list[str] = put) -> str:
            put.append(rng.choice([name, cpr, telephone, address])(rng))
            return rng.choice(PHRASES).format(put[-1])

        rules = [
            Rule(
                f"{place:016x}", place, words(), TODAY, TODAY, status="raised", raised=TODAY - timedelta(14)
            )._replace(
                **{field: words() for field in WORDS[1:] if rng.random() < 0.5}  # type: ignore[arg-type]
            )
            for place in range(1, rng.randrange(2, 7))
        ]
        yield rules, put


def written(memo: Memo) -> str:
    """The memo in every form in which it can leave."""
    forms = [html.unescape(face(memo, form)) for form in ("markdown", "html", "json")]
    return "\n".join([*forms, table([cells(each) for each in memo.rules])]).replace("\\", "")


def found_in(rules: list[Rule], put: list[str]) -> list[str]:
    """What of that which was put into the rules is in the memo, a name by each of its parts."""
    without = [masked(rule) for rule in rules]
    text = written(Memo(tuple(Listed(each.rule, 10) for each in without), TODAY))
    parts = {
        part for each in put for part in (each.split() if each[:1].isalpha() and "@" not in each else [each])
    }
    return sorted(part for part in parts if part in text)


def missing_from(rules: list[Rule], put: list[str]) -> list[str]:
    """What of it is missing where the user insists on every word."""
    text = written(Memo(tuple(Listed(rule, 10) for rule in rules), TODAY, is_whole=True))
    return sorted(part for part in put if part not in text)


def main() -> int:
    """Look through so many registers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--registers", type=int, default=10_000)
    wanted = parser.parse_args().registers
    left = gone = looked_for = 0
    for rules, put in registers(wanted):
        looked_for += len(put)
        found, missing = found_in(rules, put), missing_from(rules, put)
        for part in found:
            print(f"left with a memo: {part}")
        for part in missing:
            print(f"insisted on, and missing: {part}")
        left, gone = left + len(found), gone + len(missing)
    print(
        f"{wanted} registers, {looked_for} names, numbers and addresses: {left} left, {gone} missing where insisted on"
    )
    return int(bool(left or gone))


if __name__ == "__main__":
    sys.exit(main())
