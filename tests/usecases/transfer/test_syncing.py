"""Machines that share a folder come to agree, whatever happens on the way, and nothing that was confirmed goes."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mikrohandlinger.domain.entries import EntryChange, Moment
from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.domain.privacy import Words
from mikrohandlinger.storage.files import disk_full
from mikrohandlinger.storage.transfer import folder
from mikrohandlinger.usecases import record, undoing
from mikrohandlinger.usecases.context import Context
from mikrohandlinger.usecases.transfer import syncing

from . import devices

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from mikrohandlinger.domain.transfer import Synced

    Machine = Callable[..., Context]


@settings(max_examples=5)
@given(st.integers(0, 1_000_000))
def test_all_machines_come_to_agree_and_no_confirmed_change_is_lost(seed: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        found = devices.history(Path(folder), seed, steps=18)
        assert devices.disagreements(found) == []
        assert devices.losses(found) == []


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[Machine]:
    """A run of the program on a machine: ``machine("A", "2026-11-23T09:00:00+01:00")``."""
    made: list[Context] = []
    (tmp_path / "shared").mkdir()

    def start(name: str, now: str = "2026-11-23T08:00:00+01:00") -> Context:
        context = Context({**os.environ, "MIKRO_HOME": str(tmp_path / name), "MIKRO_NOW": now})
        made.append(context)
        return context

    yield start
    for context in made:
        context.close()


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    return tmp_path / "shared"


def log(context: Context, note: str, action: str = "ask") -> None:
    record.log(context, action, Moment(context.clock.now, context.today), Words(note, 0))


def edit(context: Context, old: str, new: str) -> None:
    (entry,) = context.store.entries.select("note = ?", (old,))
    context.store.entries.change(entry, EntryChange(Words(new, 0)), context.clock.now)


def notes(context: Context) -> list[str | None]:
    return [entry.note for entry in context.store.entries.select("deleted = 0 ORDER BY id", ())]


def sync(context: Context, folder: Path) -> Synced:
    return syncing.run(context, str(folder))


def files(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_what_one_wrote_the_other_has(machine: Machine, shared: Path) -> None:
    log(machine("A"), "på A")
    sync(machine("A"), shared)
    done = sync(machine("B"), shared)
    assert [each.new for each in done.brought] == [3], "an entry, the proposal it settled, the weeks' terms"
    assert notes(machine("B")) == ["på A"]
    assert not sync(machine("B"), shared).is_new, "the second time nothing is written"


def test_every_machine_gives_its_own_numbers(machine: Machine, shared: Path) -> None:
    for name in "AB":
        log(machine(name), f"på {name}")
    for name in "ABA":
        sync(machine(name), shared)
    for name in "AB":
        first, second = machine(name).store.entries.select("1 ORDER BY number", ())
        assert (first.number, first.note) == (1, f"på {name}")
        assert second.number == 2


def test_words_that_gave_way_are_kept_and_told_once(machine: Machine, shared: Path) -> None:
    log(machine("A"), "først")
    sync(machine("A"), shared)
    sync(machine("B"), shared)
    edit(machine("A", "2026-11-23T09:00:00+01:00"), "først", "rettet på A")
    edit(machine("B", "2026-11-23T09:10:00+01:00"), "først", "rettet på B")
    later = "2026-11-23T10:00:00+01:00"
    assert sync(machine("B", later), shared).lost == ()
    done = sync(machine("A", later), shared)
    assert [(each.kind, each.field, each.words) for each in done.lost] == [("entry", "note", "rettet på A")]
    syncing.told(machine("A"))
    assert sync(machine("A", later), shared).lost == ()
    assert [each.words for each in syncing.conflicts(machine("A"))] == ["rettet på A"]
    assert notes(machine("A")) == notes(machine("B")) == ["rettet på B"]
    ninety_one_days_on = "2027-02-22T10:00:00+01:00"
    sync(machine("A", ninety_one_days_on), shared)
    assert syncing.conflicts(machine("A", ninety_one_days_on)) == []


def test_a_change_made_knowing_the_one_before_takes_nobodys_words(machine: Machine, shared: Path) -> None:
    log(machine("A"), "først")
    sync(machine("A"), shared)
    sync(machine("B"), shared)
    edit(machine("B", "2026-11-23T09:00:00+01:00"), "først", "rettet på B")
    sync(machine("B", "2026-11-23T09:00:00+01:00"), shared)
    for name in "ABAB":
        assert sync(machine(name, "2026-11-23T10:00:00+01:00"), shared).lost == ()
    assert notes(machine("A")) == ["rettet på B"]


def test_undo_passes_by_what_a_sync_brought_and_never_takes_another_machines_words(
    machine: Machine, shared: Path
) -> None:
    log(machine("B"), "på B")
    sync(machine("B"), shared)
    sync(machine("A"), shared)
    log(machine("A", "2026-11-23T09:00:00+01:00"), "på A")
    edit(machine("A", "2026-11-23T09:00:00+01:00"), "på B", "rettet på A")
    sync(machine("A", "2026-11-23T09:00:00+01:00"), shared)
    later = machine("B", "2026-11-23T10:00:00+01:00")
    sync(later, shared)
    turned = undoing.undo(later, undoing.latest(later))
    assert turned.elsewhere == 1
    assert sorted(filter(None, notes(later))) == ["på A", "rettet på A"]
    with pytest.raises(MikroError) as nothing:
        undoing.latest(later)
    assert nothing.value.code == "nothing-to-undo"


def test_todays_proposal_stays_as_each_machine_showed_it_and_afterwards_the_first_stands(
    machine: Machine, shared: Path
) -> None:
    def day(context: Context) -> Any:
        return context.store.journal.query(
            "SELECT shown FROM proposals WHERE day = '2026-11-23' AND turn = 0"
        ).fetchone()[0]

    log(machine("A", "2026-11-23T07:00:00+01:00"), "på A")
    log(machine("B", "2026-11-23T08:00:00+01:00"), "på B")
    for name in "ABA":
        sync(machine(name, "2026-11-23T09:00:00+01:00"), shared)
    assert day(machine("A")) == "2026-11-23T07:00:00+01:00"
    assert day(machine("B")) == "2026-11-23T08:00:00+01:00"
    for name in "ABA":
        sync(machine(name, "2026-11-24T09:00:00+01:00"), shared)
    assert day(machine("A")) == day(machine("B")) == "2026-11-23T07:00:00+01:00"


def test_settings_travel_but_for_those_of_the_reminder(
    machine: Machine, shared: Path, tmp_path: Path
) -> None:
    (tmp_path / "A").mkdir()
    (tmp_path / "A/config.toml").write_text(
        '# min egen\ngoal = 4\nnudge_at = "14:00"\nanchor = "efter kaffen"\n'
    )
    (tmp_path / "A/actions.toml").write_text('schema = 1\nhide = ["ask-best-advice-they-got"]\n')
    sync(machine("A"), shared)
    there = machine("B")
    sync(there, shared)
    assert (there.settings.goal, there.settings.anchor) == (4, "efter kaffen")
    assert "nudge_at" not in there.settings.given
    assert "ask-best-advice-they-got" in there.catalogue.hidden
    assert "14:00" not in "".join(content.decode() for content in files(shared).values())
    # What is taken out by hand is gone on both.
    (tmp_path / "B/config.toml").write_text('anchor = "efter kaffen"\n')
    later = "2026-11-24T08:00:00+01:00"
    sync(machine("B", later), shared)
    sync(machine("A", later), shared)
    assert machine("A", later).settings.goal == 3
    assert (tmp_path / "A/config.toml").read_text().startswith("# min egen\n")


OWN = """schema = 1
# mine egne
[[variation]]
id = "ask-own-kaffe"
action = "ask"
level = 1
da = { text = "Vis en ny kollega, hvor kaffen står.", when = "Når en ny begynder.", say = "Kom, så viser jeg dig det.", why = "Det er rart." }
en = { text = "Show a new colleague where the coffee is.", when = "When somebody new begins.", say = "Come, I'll show you.", why = "It is kind." }
"""


def test_an_own_variation_travels_and_one_that_does_not_fit_stays_where_it_is(
    machine: Machine, shared: Path, tmp_path: Path
) -> None:
    (tmp_path / "A").mkdir()
    (tmp_path / "A/actions.toml").write_text(OWN)
    sync(machine("A"), shared)
    there = machine("B")
    sync(there, shared)
    assert "ask-own-kaffe" in there.catalogue.variations
    (own,) = (
        file
        for file in shared.iterdir()
        if b"coffee" in file.read_bytes() and there.store.journal.device not in file.name
    )
    own.write_text(
        own.read_text().replace('"level":1', '"level":9').replace("2026-11-23T07", "2026-11-23T08")
    )
    later = machine("B", "2026-11-24T08:00:00+01:00")
    sync(later, shared)
    assert later.catalogue.variations["ask-own-kaffe"].level == 1


def test_a_new_machine_does_not_change_what_was_asked_of_the_weeks(
    machine: Machine, shared: Path, tmp_path: Path
) -> None:
    (tmp_path / "A").mkdir()
    (tmp_path / "A/config.toml").write_text("goal = 2\n")
    log(machine("A"), "på A")
    sync(machine("A"), shared)
    fresh = machine("B", "2026-11-24T08:00:00+01:00")
    log(fresh, "på B")
    sync(fresh, shared)
    goals = fresh.store.journal.query("SELECT goal FROM terms ORDER BY since").fetchall()
    assert goals == [(2,)]
    assert fresh.settings.goal == 2


BROKEN = {
    "cut": lambda text: text[:-20],
    "without its last line feed": lambda text: text[:-1],
    "with a mark": lambda text: b"\xef\xbb\xbf" + text,
    "with line ends of Windows": lambda text: text.replace(b"\n", b"\r\n"),
    "twice": lambda text: text + text,
}


@pytest.mark.parametrize("how", BROKEN)
def test_a_file_that_is_half_there_is_read_as_far_as_it_goes(
    machine: Machine, shared: Path, how: str
) -> None:
    for number in range(5):
        log(machine("A"), f"no. {number}")
    sync(machine("A"), shared)
    (file,) = shared.iterdir()
    file.write_bytes(BROKEN[how](file.read_bytes()))
    done = sync(machine("B"), shared)
    assert len(notes(machine("B"))) == 5, "what is cut off here are the terms, at the end"
    assert done.not_understood == 0
    assert done.brought[0].is_whole == (how not in ("cut", "without its last line feed"))
    sync(machine("A", "2026-11-23T09:00:00+01:00"), shared)
    sync(machine("B", "2026-11-23T09:00:00+01:00"), shared)
    assert machine("B").store.journal.query("SELECT count(*) FROM terms").fetchone() == (1,)


def test_a_line_in_the_middle_that_is_none_is_named_and_the_rest_is_read(
    machine: Machine, shared: Path
) -> None:
    for number in range(3):
        log(machine("A"), f"no. {number}")
    sync(machine("A"), shared)
    (file,) = shared.iterdir()
    lines = file.read_bytes().split(b"\n")
    lines[2] = lines[2][:40]
    file.write_bytes(b"\n".join(lines))
    done = sync(machine("B"), shared)
    assert [(fault.line, fault.reason.code) for fault in done.faults] == [(3, "line-no-json")]
    assert len(notes(machine("B"))) == 2


def test_copies_where_two_were_at_it_are_read_and_nothing_of_others_is_touched(
    machine: Machine, shared: Path
) -> None:
    log(machine("A"), "på A")
    sync(machine("A"), shared)
    (own,) = shared.iterdir()
    first, second = own.read_text().split("\n")[:2]
    copied = json.loads(second) | {"id": "abcdef0123456789", "note": "kun i kopien"}
    others = {
        f"{own.stem} (Annas konflikt 2026-11-23).jsonl": f"{first}\n{json.dumps(copied)}\n",
        f"{own.stem}.sync-conflict-20261123-083000-ABCDEFG.jsonl": own.read_text(),
        f"{own.name}.part": "{",
        f".{own.name}.icloud": "x",
        "desktop.ini": "[x]",
        "notes.jsonl": '{"kind":"entry"}\n',
    }
    for name, text in others.items():
        (shared / name).write_text(text)
        os.utime(shared / name, (1, 1))
    for _ in range(3):
        sync(machine("B"), shared)
    assert sorted(filter(None, notes(machine("B")))) == ["kun i kopien", "på A"]
    for name, text in others.items():
        assert ((shared / name).read_text(), (shared / name).stat().st_mtime) == (text, 1)
    assert len(list(shared.iterdir())) == len(others) + 2


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('{"kind":"header","schema":2,"program":"mikro 9"}\n{"kind":"entry"}\n', "jsonl-newer"),
        ("hej\n", "sync-foreign"),
        ('{"kind":"entry","id":"a"}\n', "sync-foreign"),
    ],
)
def test_a_file_of_a_newer_or_another_program_is_left_alone_and_the_others_read(
    machine: Machine, shared: Path, text: str, code: str
) -> None:
    log(machine("A"), "på A")
    sync(machine("A"), shared)
    (shared / "mikro-0.jsonl").write_text(text)
    done = sync(machine("B"), shared)
    assert [each.refusal and each.refusal.code for each in done.brought] == [code, None]
    assert notes(machine("B")) == ["på A"]


def test_what_was_deleted_leaves_no_words_in_the_folder(machine: Machine, shared: Path) -> None:
    log(machine("A"), "hemmeligt")
    sync(machine("A"), shared)
    later = machine("A", "2026-11-23T09:00:00+01:00")
    (entry,) = later.store.entries.select("1", ())
    record.delete(later, entry)
    sync(later, shared)
    assert b"hemmeligt" not in b"".join(files(shared).values())


def test_a_machine_that_lost_its_data_gets_it_back_from_its_own_file(
    machine: Machine, shared: Path, tmp_path: Path
) -> None:
    first = machine("A")
    log(first, "på A")
    sync(first, shared)
    first.close()
    del first.__dict__["store"]
    (tmp_path / "A/mikro.db").unlink()
    sync(machine("A"), shared)
    assert notes(machine("A")) == ["på A"]


@pytest.mark.parametrize(
    ("where", "code"), [("A", "sync-own"), ("A/backups", "sync-own"), ("gone", "sync-missing")]
)
def test_only_a_folder_that_is_there_and_not_our_own_is_shared(
    machine: Machine, tmp_path: Path, where: str, code: str
) -> None:
    log(machine("A"), "på A")
    (tmp_path / "A/backups").mkdir(exist_ok=True)
    with pytest.raises(MikroError) as refusal:
        syncing.plan(machine("A"), str(tmp_path / where))
    assert refusal.value.code == code


def test_a_folder_that_is_full_is_told_and_keeps_what_was_there(
    machine: Machine, shared: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log(machine("B"), "på B")
    sync(machine("B"), shared)
    log(machine("A"), "på A")
    sync(machine("A"), shared)
    before = files(shared)

    def full(_path: str, pieces: Iterable[bytes]) -> None:
        list(pieces)
        raise disk_full("x")

    monkeypatch.setattr(folder, "write_pieces", full)
    log(machine("A"), "en til")
    with pytest.raises(MikroError) as refused:
        sync(machine("A"), shared)
    assert (refused.value.code, refused.value.exit_code) == ("sync-unwritten", 1)
    assert files(shared) == before
    assert sorted(filter(None, notes(machine("A")))) == ["en til", "på A", "på B"]


def test_looking_at_what_would_be_written_makes_nothing(
    machine: Machine, shared: Path, tmp_path: Path
) -> None:
    context = machine("A")
    syncing.plan(context, str(shared))
    assert len(list(syncing.lines(context))) == 1
    assert list(shared.iterdir()) == []
    assert not (tmp_path / "A/device").exists()
