"""Write the table of the Danish public holidays from the ``holidays`` library, in both languages.

``python scripts/danish_holidays.py`` writes ``data/holidays-DK.json``; ``--check`` changes nothing and exits 1 when
the table is stale. A new law is in it as soon as the library knows it.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import holidays

FILE = Path(__file__).resolve().parents[1] / "data" / "holidays-DK.json"
YEARS = range(2000, 2061)


def table() -> str:
    """The whole file: the names once, and for each year the day of each (701 is 1 July; null where it is none)."""
    danish, english = (
        holidays.country_holidays("DK", years=YEARS, language=language) for language in ("da", "en_US")
    )
    names = dict.fromkeys((danish[day], english[day]) for day in sorted(danish))
    rows = []
    for year in YEARS:
        days = {(danish[day], english[day]): 100 * day.month + day.day for day in danish if day.year == year}
        assert len(days) == sum(day.year == year for day in danish), "a name stands for one day of a year"
        rows.append(f'    "{year}": {json.dumps([days.get(name) for name in names])}')
    columns = [f"    {json.dumps(name, ensure_ascii=False)}" for name in names]
    return f'{{\n  "names": [\n{_lines(columns)}\n  ],\n  "years": {{\n{_lines(rows)}\n  }}\n}}\n'


def _lines(rows: list[str]) -> str:
    return ",\n".join(rows)


def main(arguments: list[str]) -> int:
    """Write the table, or only compare it."""
    wanted = table()
    is_stale = not FILE.exists() or FILE.read_text("utf-8") != wanted
    if "--check" not in arguments:
        FILE.write_text(wanted, "utf-8", newline="\n")
    elif is_stale:
        print(f"stale: {FILE.name}; run python scripts/danish_holidays.py")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
