"""The screens of what is kept, checked and erased, as they are read."""

from __future__ import annotations

from datetime import date

import pytest

from mikrohandlinger import texts
from mikrohandlinger.domain.care import Finding, Holding, Kept, Rescued, Restored, Traces
from mikrohandlinger.domain.errors import N_
from mikrohandlinger.views.care import words
from mikrohandlinger.views.care.terminal import draw

HOLDING = Holding(1214, 7, 8, 2, 4, date(2026, 10, 5), date(2026, 11, 23))
#: The sentences stand in the use case; they are marked here only to be found.
FINDINGS = (
    Finding("database", "ok", N_("the database (rows read: {rows})"), {"rows": 1214}),
    Finding("changes", "ok", N_("the changes")),
    Finding("private", "note", N_("Others could read {path}; now only you can, as it should be."), {"path": "/home/anna"}),
    Finding("copies", "note", N_("The latest copy is of {day}."), {"day": date(2026, 11, 4)}, "mikro backup"),
    Finding("reminder", "fault", N_("The daily reminder starts a program that is gone."), mend="mikro nudge on"),
    Finding("disk", "ok", N_("room on the disk")),
)  # fmt: skip

BOTH = pytest.mark.parametrize("lang", ["da", "en"])


@BOTH
@pytest.mark.parametrize("columns", [80, 50])
def test_what_was_found(lang, columns, capsys, monkeypatch, snapshot):
    texts.use(lang)
    monkeypatch.setenv("COLUMNS", str(columns))
    draw(FINDINGS)
    assert capsys.readouterr().out == snapshot


@BOTH
def test_all_is_well(lang, capsys, snapshot):
    texts.use(lang)
    draw([finding for finding in FINDINGS if finding.state == "ok"])
    assert capsys.readouterr().out == snapshot


@BOTH
def test_what_is_said_of_the_data_as_a_whole(lang, snapshot):
    texts.use(lang)
    traces = Traces(
        HOLDING, True, True, 6, 2, True, ("/home/anna/mikro",), shared=("/home/anna/delt/mikro-1.jsonl",)
    )
    nothing = Traces(None, False, False, 0, 0, False, ("/home/anna/mikro",))
    rescued = Rescued(HOLDING, ((3, 3), (14, 17)), (21,), 2, "/home/anna/mikro/backups/mikro-damaged.db")
    screens = (
        words.kept(Kept("/home/anna/mikro.zip", HOLDING, True, True)),
        words.kept(Kept("/home/anna/mikro.zip", Holding())),
        words.would_come_back("/home/anna/mikro.zip", HOLDING),
        [words.shall_it_come_back(), words.stays_as_it_is()],
        words.restored(Restored(HOLDING, True, "/home/anna/mikro/backups/before.zip")),
        words.restored(Restored(Holding(entries=1), False, None)),
        words.rescued(rescued),
        [words.nothing_to_rescue()],
        words.to_erase(traces),
        words.to_erase(nothing),
        [words.shall_all_be_erased(), words.nothing_erased()],
        words.erased(()),
        words.erased(("/home/anna/mikro/thesis.txt",)),
    )
    assert "\n\n".join("\n".join(screen) for screen in screens) == snapshot
