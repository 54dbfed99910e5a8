"""Machines that share a folder, whatever happens to it on the way: for the property that they always come to agree."""

from __future__ import annotations

import atexit
import random
import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta, timezone
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from mikrohandlinger.domain.entries import EntryChange, Moment
from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.domain.privacy import Words
from mikrohandlinger.domain.rules.model import Said
from mikrohandlinger.storage.database import everything
from mikrohandlinger.storage.database.table import FILED, PROPOSALS, TERMS, Table
from mikrohandlinger.usecases import catalogue, configure, pause, propose, record, review, rules, undoing
from mikrohandlinger.usecases.context import Context
from mikrohandlinger.usecases.transfer import syncing

BEGIN: Final = datetime(2026, 11, 23, 8, 0, tzinfo=timezone(timedelta(hours=1)))

Key = tuple[str, ...]


class Written(NamedTuple):
    """A version of a row that a machine has confirmed."""

    table: Table
    key: Key
    row: dict[str, Any]


class Device:
    """A machine: its own folder, its own replica of what is shared, a clock of its own."""

    def __init__(self, root: Path, number: int, rng: random.Random) -> None:
        self.home = root / f"home-{number}"
        self.shared = root / f"shared-{number}"
        self.shared.mkdir(parents=True)
        # What is read once of the catalogue costs more than everything else here.
        shutil.copytree(_read_once() / "cache", self.home / "cache")
        self.rng = rng
        #: How far its clock is off.
        self.skew = timedelta(minutes=rng.choice([0, 0, 0, -90, 45, 60 * 26]))
        self.now = BEGIN
        self.seen: dict[tuple[Any, ...], Written] = {}
        context = self.context()
        #: The name of its own file.
        self.own = f"mikro-{context.store.journal.device}.jsonl"
        context.close()

    def context(self) -> Context:
        """A run of the program."""
        now = (self.now + self.skew).isoformat(timespec="seconds")
        context = Context({"MIKRO_HOME": str(self.home), "MIKRO_NOW": now, "MIKRO_LANG": "en"})
        context.store.journal.connection.execute("PRAGMA synchronous = OFF")
        return context

    def do(self, act: Callable[[Context], object]) -> None:
        """Let a command run to its end, refused or not, and remember what it has confirmed."""
        context = self.context()
        try:
            with suppress(MikroError):
                act(context)
            self._remember(context)
        finally:
            context.close()

    def sync(self) -> None:
        """``mikro sync``."""
        self.do(lambda context: syncing.run(context, str(self.shared)))

    def rows(self) -> dict[tuple[str, Key], dict[str, Any]]:
        """All that it knows, but for its own numbers."""
        context = self.context()
        try:
            return {(table.name, key_of(table, row)): plain(row) for table, row in every(context)}
        finally:
            context.close()

    def _remember(self, context: Context) -> None:
        own = context.store.journal.device
        for table, row in every(context):
            if row["device"] == own:
                key = key_of(table, row)
                self.seen[table.name, key, row["changed"]] = Written(table, key, plain(row))


def every(context: Context) -> list[tuple[Table, dict[str, Any]]]:
    """Every row that travels."""
    return [
        (table, row)
        for table in everything.TRAVELLING
        for row in everything.rows(context.store.journal, table)
        if not (table is FILED and row["id"].startswith("nudge_"))
    ]


def key_of(table: Table, row: dict[str, Any]) -> Key:
    """The key of a row."""
    return tuple(str(row[column]) for column in table.key)


def plain(row: dict[str, Any]) -> dict[str, Any]:
    """A row without what is of one machine alone."""
    return {column: value for column, value in row.items() if column != "number"}


@lru_cache
def _read_once() -> Path:
    """A folder of the program in which the catalogue has been read."""
    folder = Path(tempfile.mkdtemp(prefix="mikro-catalogue-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    context = Context({"MIKRO_HOME": str(folder), "MIKRO_NOW": BEGIN.isoformat()})
    assert context.catalogue.variations
    propose.of_day(context, context.today)
    context.close()
    return folder


# What a person does.


def log(context: Context, rng: random.Random) -> None:
    moment = Moment(context.clock.now, context.today)
    record.log(context, rng.choice(["ask", "doubt", "feedback"]), moment, Words(f"note {rng.random()}", 0))


def _some_entry(context: Context, rng: random.Random) -> Any:
    found = context.store.entries.select("deleted = 0 ORDER BY id", ())
    return rng.choice(found) if found else None


def edit(context: Context, rng: random.Random) -> None:
    if entry := _some_entry(context, rng):
        change = EntryChange(Words(f"edited {rng.random()}", 0), went=rng.choice(["easy", "hard"]))
        context.store.entries.change(entry, change, context.clock.now)


def delete(context: Context, rng: random.Random) -> None:
    if entry := _some_entry(context, rng):
        record.delete(context, entry)


def undo(context: Context, rng: random.Random) -> None:
    undoing.undo(context, undoing.latest(context))


def redo(context: Context, rng: random.Random) -> None:
    undoing.redo(context)


def answer(context: Context, rng: random.Random) -> None:
    from mikrohandlinger.domain.calendar import monday_of

    key = rng.choice(["learned", "hard", "plan"])
    words = Words(rng.choice([f"answer {rng.random()}", None]), 0)
    review.week(context, monday_of(context.today), answers={key: words})


def plan(context: Context, rng: random.Random) -> None:
    context.store.plans.set(context.today, Words(f"plan {rng.random()}", 0), context.clock.now)


def look(context: Context, rng: random.Random) -> None:
    propose.of_day(context, context.today)


def rest(context: Context, rng: random.Random) -> None:
    pause.add(context, [rng.choice(["20/12", "21/12 24/12", "today"])])


def goal(context: Context, rng: random.Random) -> None:
    configure.keep(context, "goal", rng.choice([2, 3, 4, 5]))


def anchor(context: Context, rng: random.Random) -> None:
    configure.keep(context, "anchor", f"after {rng.random()}")


def by_hand(context: Context, rng: random.Random) -> None:
    path = Path(context.paths.settings)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"level_cap = {rng.choice([1, 2, 3])}\n", "utf-8")


def hide(context: Context, rng: random.Random) -> None:
    names = sorted(context.catalogue.variations)[:4]
    catalogue.hide(context, rng.choice(names))


def unhide(context: Context, rng: random.Random) -> None:
    hidden = sorted(context.catalogue.hidden)
    if hidden:
        catalogue.unhide(context, rng.choice(hidden))


def rule(context: Context, rng: random.Random) -> None:
    known = context.store.rules.every()
    if not known or rng.random() < 0.5:
        rules.add(context, Words(f"rule {rng.random()}", 0))
        return
    one = rng.choice(known)
    turn = rng.choice(["raise", "answer", "edit"])
    if turn == "raise":
        rules.bring_up(context, one)
    elif turn == "answer":
        rules.answer(context, one, Words(f"answer {rng.random()}", 0), "kept")
    else:
        rules.edit(context, one, Said(protects=Words(f"protects {rng.random()}", 0)))


ACTS: Final = (log, log, log, edit, edit, edit, delete, undo, undo, redo, answer, answer, plan, look, rest,
               goal, anchor, by_hand, hide, unhide, rule, rule)  # fmt: skip


# What happens to the folder.


def carry(source: Device, target: Device, rng: random.Random) -> None:
    """Bring files from one replica to another: whole, cut off, or as a copy beside."""
    for file in sorted(source.shared.glob("mikro-*.jsonl")):
        content = file.read_bytes()
        fate = rng.random()
        if fate < 0.2:
            content = content[: rng.randrange(len(content) + 1)]
        name = file.name
        if fate > 0.85:
            name = f"{file.stem} (conflicted copy {rng.randrange(3)}).jsonl"
        if name != target.own:
            (target.shared / name).write_bytes(content)


def history(root: Path, seed: int, steps: int = 30) -> list[Device]:
    """A history of two to five machines, and the peace after it, in which everything arrives."""
    rng = random.Random(seed)
    devices = [Device(root, number, rng) for number in range(rng.randint(2, 5))]
    for _ in range(steps):
        device = rng.choice(devices)
        happens = rng.random()
        if happens < 0.65:
            act = rng.choice(ACTS)
            device.do(lambda context, act=act: act(context, rng))  # type: ignore[misc]
        elif happens < 0.8:
            device.sync()
        elif happens < 0.95:
            carry(device, rng.choice(devices), rng)
        else:
            device.skew = timedelta(minutes=rng.choice([0, -90, 45, 60 * 26]))
        for each in devices:
            each.now += timedelta(minutes=rng.choice([0, 0, 1, 7, 600]))
    _peace(devices)
    return devices


def _peace(devices: list[Device]) -> None:
    for device in devices:
        # The days are over whose proposals stay as each machine showed them.
        device.now += timedelta(days=4)
        device.skew = timedelta(0)
    for _ in range(3):
        for device in devices:
            device.sync()
        for source in devices:
            for target in devices:
                if source is not target:
                    for file in source.shared.glob("mikro-*.jsonl"):
                        if file.name == source.own or not (target.shared / file.name).exists():
                            (target.shared / file.name).write_bytes(file.read_bytes())


def disagreements(devices: list[Device]) -> list[str]:
    """What the machines do not agree on."""
    first, *others = [device.rows() for device in devices]
    return [
        f"{key}: {first.get(key)} / {other.get(key)}"
        for other in others
        for key in first.keys() | other.keys()
        if first.get(key) != other.get(key)
    ]


def losses(devices: list[Device]) -> list[str]:
    """What was confirmed, and has gone though nothing newer took its place."""
    standing = devices[0].rows()
    lost = []
    for device in devices:
        for table, key, row in device.seen.values():
            now = standing.get((table.name, key))
            if now is None or (now != row and not _took_its_place(table, now, row)):
                lost.append(f"{table.name} {key}: {row} / {now}")
    return lost


def _took_its_place(table: Table, now: dict[str, Any], row: dict[str, Any]) -> bool:
    if table is PROPOSALS and now["shown"] != row["shown"]:
        early, late = now["shown"] or "9", row["shown"] or "9"
        return (
            datetime.fromisoformat(early) <= datetime.fromisoformat(late)
            if "9" not in (early, late)
            else True
        )
    if table is TERMS and row["since"] == "0001-01-01":
        return bool(now["changed"] <= row["changed"])
    return bool((now["changed"], now["device"]) > (row["changed"], row["device"]))
