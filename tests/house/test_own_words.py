"""Own words reach the disk as Words alone: whoever stores a plain text is refused by the type checker."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

#: Every way to store own words, and the plain text that somebody forgot to clean and mask.
FORGETFUL = """
from datetime import date, datetime

from mikrohandlinger.domain.entries import Deed, EntryChange, Moment, NewEntry
from mikrohandlinger.storage.database.store import Store


def forget(store: Store, now: datetime, day: date, text: str) -> None:
    store.plans.set(day, text, now)
    store.reflections.answer(day, {"hard": text}, now)
    store.entries.add(NewEntry(Moment(now, day), Deed("ask"), text), now)
    store.entries.change(store.entries.find("1"), EntryChange(words=text), now)
    store.entries.amend(store.entries.find("1"), EntryChange(text), now)
"""


def complaints(code: str, folder: Path) -> list[str]:
    """What the type checker finds in ``code``, one line for each fault."""
    (folder / "code.py").write_text(code, "utf-8")
    (folder / "mypy.ini").write_text(f"[mypy]\nstrict = True\nmypy_path = {ROOT / 'src'}\n", "utf-8")
    answer = subprocess.run(
        [sys.executable, "-m", "mypy", "--no-error-summary", "code.py"],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return (answer.stdout + answer.stderr).splitlines()


def test_a_plain_text_is_refused_wherever_own_words_are_stored(tmp_path: Path) -> None:
    found = complaints(FORGETFUL, tmp_path)
    assert [line.partition(": error: ")[0] for line in found] == [f"code.py:{n}" for n in range(9, 14)]
    assert all('"str"' in line and '"Words' in line for line in found)


def test_words_are_taken_there(tmp_path: Path) -> None:
    careful = FORGETFUL.replace("text: str", "text: Words").replace(
        "from mikrohandlinger.storage",
        "from mikrohandlinger.domain.privacy import Words\nfrom mikrohandlinger.storage",
    )
    assert complaints(careful, tmp_path) == []
