"""The histories of other programs: what the person ticked is read, the rest is named, and nothing harms."""

from __future__ import annotations

import json
import struct
import tempfile
import zipfile
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.domain.transfer import Fault, Tick
from mikrohandlinger.storage.transfer import finding

from . import samples

TODAY = date(2026, 11, 23)
FILES = Path(__file__).parent / "files"

Ticked = tuple[str, str, str]


def ticks(path: Path) -> list[Ticked]:
    """The ticks of a history: habit, day and note, oldest day first."""
    found = [tick for tick in read(path) if isinstance(tick, Tick)]
    return sorted((tick.habit, tick.day.isoformat(), tick.note) for tick in found)


def faults(path: Path) -> list[tuple[int | None, str]]:
    return [(fault.line, fault.reason.code) for fault in read(path) if isinstance(fault, Fault)]


def read(path: Path) -> list[Tick | Fault]:
    found = finding.look(str(path), path.name)
    assert found.ticks is not None
    return list(found.ticks(TODAY))


def refusal(path: Path) -> str:
    with pytest.raises(MikroError) as refused:
        read(path)
    return refused.value.code


LOOP_TICKS = [
    ("Feedback", "2026-11-18", ""),
    ("Feedback", "2026-11-20", "to gange"),
    ("Stil spørgsmål", "2026-11-10", ""),
    ("Stil spørgsmål", "2026-11-13", "Første linje\nAnden linje"),
    ("Stil spørgsmål", "2026-11-20", 'Spurgte, hvad "god nok" betyder'),
    ("Tvivl, sagt højt", "2026-11-19", ""),
]


@pytest.mark.parametrize("top", ["", "Loop Habits CSV 2026-11-20/"])
def test_loop_gives_what_was_ticked_and_no_day_that_the_app_filled_in(tmp_path: Path, top: str) -> None:
    path = samples.zipped(tmp_path / "loop.zip", samples.LOOP, top)
    assert ticks(path) == LOOP_TICKS
    assert faults(path) == []
    assert finding.look(str(path), "loop.zip").left_out == ("Kaffe",)


def test_a_folder_of_loop_gives_the_same_as_its_zip(tmp_path: Path) -> None:
    folder = samples.unpacked(tmp_path / "loop", samples.LOOP)
    (folder / "__MACOSX").mkdir()
    (folder / "__MACOSX/._Habits.csv").write_bytes(b"\0\0")
    assert ticks(folder) == LOOP_TICKS
    assert ticks(tmp_path) == LOOP_TICKS, "also from the folder around it"


def test_the_older_forms_of_loop_are_read(tmp_path: Path) -> None:
    path = samples.zipped(tmp_path / "codes.zip", samples.LOOP_CODES)
    assert ticks(path) == [("Feedback", "2026-11-20", ""), ("Stil spørgsmål", "2026-11-20", "")]


def test_a_habit_of_loop_is_found_by_its_number_whatever_its_folder_is_called(tmp_path: Path) -> None:
    head = "Position,Name,Type,Question,Description,FrequencyNumerator,FrequencyDenominator,Color,Unit,Target Type,Target Value,Archived?\n"
    names = ("Spørg", "Sprg", "🌱")
    files = {
        "Habits.csv": head
        + "".join(f"00{n},{name},YES_NO,,,1,1,#0,,,,false\n" for n, name in enumerate(names, 1)),
        "001 Sprg/Checkmarks.csv": "Date,Value,Notes\n2026-11-19,YES_MANUAL,fra spørg\n",
        "002 Sprg/Checkmarks.csv": "Date,Value,Notes\n2026-11-18,YES_MANUAL,fra sprg\n",
        "003/Checkmarks.csv": "Date,Value,Notes\n2026-11-17,YES_MANUAL,fra spiren\n",
    }
    assert ticks(samples.zipped(tmp_path / "names.zip", files)) == [
        ("Sprg", "2026-11-18", "fra sprg"), ("Spørg", "2026-11-19", "fra spørg"), ("🌱", "2026-11-17", "fra spiren"),
    ]  # fmt: skip


def test_what_loop_never_writes_is_named_with_its_line(tmp_path: Path) -> None:
    rows = (
        'Date,Value,Notes\n2026-11-20,JA,\n"2026-11-19",YES_MANUAL,"to\nlinjer"\n2026-11-32,YES_MANUAL,\nx\n'
    )
    files = {
        **samples.LOOP,
        "001 Stil sprgsml/Checkmarks.csv": rows,
        "009 Ukendt/Checkmarks.csv": "Date,Value,Notes\n",
    }
    path = samples.zipped(tmp_path / "loop.zip", files)
    assert faults(path) == [
        (2, "loop-value"), (5, "date-unknown"), (6, "loop-fields"), (None, "loop-unlisted"),
    ]  # fmt: skip


def as_file(folder: Path, text: str | bytes, name: str = "log") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


HARSH_TICKS = [
    ("Feedback", "2026-10-30", "Tilføjet bagefter"),
    ("Feedback", "2026-11-03", ""),
    ("Sig tvivl højt", "2026-11-03", ""),
    ("Stil spørgsmål", "2026-11-02", "Spurgte om formålet"),
    ("Stil spørgsmål", "2026-11-04", "Kun en note"),
]
HARSH_FAULTS = [
    (11, "fields-wrong"), (12, "date-unknown"), (13, "answer-unknown"), (14, "habit-missing"), (15, "date-ahead"),
]  # fmt: skip


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text,
        lambda text: "\n".join(line.rstrip() for line in text.split("\n")),
        lambda text: text.replace("\n", "\r\n"),
        lambda text: f"\ufeff{text}",
    ],
    ids=["as it is", "stripped by an editor", "line ends of Windows", "with a mark"],
)
def test_harsh_gives_what_was_done_and_names_each_line_that_is_none(tmp_path: Path, change: Any) -> None:
    path = as_file(tmp_path, change(samples.HARSH))
    assert ticks(path) == HARSH_TICKS
    assert faults(path) == HARSH_FAULTS


def test_habitctl_gives_what_was_done_and_the_first_of_two_answers_holds(tmp_path: Path) -> None:
    path = as_file(tmp_path, samples.HABITCTL)
    assert ticks(path) == [
        ("Feedback", "2026-11-17", ""), ("Stil spørgsmål", "2026-11-16", ""), ("Stil spørgsmål", "2026-11-19", ""),
    ]  # fmt: skip
    assert faults(path) == [(7, "fields-wrong"), (9, "fields-wrong")]


def test_jrnl_as_it_writes_itself(tmp_path: Path) -> None:
    found = read(FILES / "jrnl.json")
    assert [(tick.day.day, tick.time, tick.tags) for tick in found if isinstance(tick, Tick)] == [
        (2, time(9, 15), ("@tvivl",)), (3, time(14, 5), ("@spørg",)), (3, time(14, 5), ("@spørg",)), (4, time(8), ()),
    ]  # fmt: skip
    first = found[0]
    assert isinstance(first, Tick)
    assert (
        first.note
        == "Delte en tvivl om skemaet. @tvivl\nJeg var usikker på formålet.\nDet hjalp at sige det højt."
    )


def test_jrnl_of_an_older_release_an_entry_alone_and_by_powershell(tmp_path: Path) -> None:
    said = json.loads((FILES / "jrnl.json").read_text())
    older = {
        "entries": [
            {key: value for key, value in entry.items() if key != "tags"} for entry in said["entries"]
        ]
    }
    expected = read(FILES / "jrnl.json")
    for name, content in (
        ("older.json", json.dumps(older).encode()),
        ("windows.json", json.dumps(said, indent=2).replace("\n", "\r\n").encode("utf-16")),
    ):
        assert read(as_file(tmp_path, content, name)) == expected
    assert read(as_file(tmp_path, json.dumps(said["entries"][0]), "one.json")) == expected[:1]


EXCEL = {
    "semicolons, Windows-1252": samples.table(";").encode("cp1252"),
    "semicolons, UTF-8 with a mark": samples.table(";").encode("utf-8-sig"),
    "Unicode text": samples.table("\t").encode("utf-16"),
    "sep=;": f"sep=;\r\n{samples.table(';')}".encode(),
    "commas": samples.table(",").encode(),
    "old Mac": samples.table(";", "\r").encode(),
    "without a head": samples.table(";").partition("\n")[2].encode(),
}


@pytest.mark.parametrize("content", EXCEL.values(), ids=EXCEL)
def test_a_table_of_an_office_program_is_read_as_it_was_meant(tmp_path: Path, content: bytes) -> None:
    assert ticks(as_file(tmp_path, content, "table.csv")) == [
        ("Stil spørgsmål", "2026-04-05", "æøå"),
        ("Stil spørgsmål", "2026-11-19", ""),
        ("Stil spørgsmål", "2026-11-20", "Spurgte, hvad målet er; fik svar"),
    ]


@pytest.mark.parametrize(
    ("dates", "days", "codes"),
    [
        ("03/04/2026 25/10/2026 11-12-2025", "2026-04-03 2026-10-25 2025-12-11", ""),
        ("11/20/2026 04/03/2026 05/05/2026", "2026-05-05", "date-unknown date-unclear"),
        ("25/10/2026 03/14/2026", "2026-10-25", "date-unknown"),
        ("20-11-26 2026-11-19T14:30 2026/09/01", "2026-11-20 2026-11-19 2026-09-01", ""),
        (
            "01/01/2050 24-11-2026 20-11-0026 30-02-2026",
            "",
            "date-ahead date-ahead date-unknown date-unknown",
        ),
        ("=DATE(2026;11;20) i=går", "", "date-unknown date-unknown"),
    ],
)
def test_a_table_has_one_order_of_day_and_month_and_no_day_to_come(
    tmp_path: Path, dates: str, days: str, codes: str
) -> None:
    rows = "".join(f'"{day}",ask\n' for day in dates.split())
    path = as_file(tmp_path, f"date,name\n{rows}")
    found = read(path)
    assert [tick.day.isoformat() for tick in found if isinstance(tick, Tick)] == days.split()
    assert [code for _line, code in faults(path)] == codes.split()


def test_a_formula_in_a_note_is_a_text_like_any_other(tmp_path: Path) -> None:
    text = 'date;name;note\n2026-11-20;ask;\'=1+1\n2026-11-20;ask;=HYPERLINK("x")\n'
    assert [note for _habit, _day, note in ticks(as_file(tmp_path, text))] == ["=1+1", '=HYPERLINK("x")']


OTHERS = {
    "habits of harsh": ("! Arbejde\nStil spørgsmål: 3/7\nFeedback: 1w\n", "import-list"),
    "habits of habitctl": ("# mine\n1 Stil spørgsmål\n7 Feedback\n", "import-list"),
    "jrnl's own text": ("[2026-11-02 09:15:42 AM] Spurgte\n", "jrnl-text"),
    "a part of Loop": ("Date,Value,Notes\n2026-11-20,YES_MANUAL,\n", "import-part"),
    "HabitBull": ("HabitName,HabitDescription,HabitCategory,CalendarDate,Value,CommentText\n", "import-part"),
    "who says whether it was done": ("date,name,status\n2026-11-20,ask,0\n", "csv-of-others"),
    "some text": ("hej med dig\n", "csv-unknown"),
    "other JSON": ('{"a": 1}', "json-unknown"),
    "broken JSON": ('{"entries": [', "json-broken"),
    "deep JSON": ("[" * 100_000, "json-broken"),
    "nothing": ("\n", "import-empty"),
    "a database": (b"SQLite format 3\0" + bytes(100), "import-database"),
    "no text": (b"abc\0def", "import-no-text"),
    "ten thousand columns": (",".join(["x"] * 10_000) + "\n", "csv-wide"),
    "a long line": ("2026-11-20 : a : y : " + "x" * 200_000 + "\n", "import-line-long"),
    "a newer mikro": ('{"kind":"header","schema":2,"program":"mikro 9"}\n', "jsonl-newer"),
}


@pytest.mark.parametrize(("text", "code"), OTHERS.values(), ids=OTHERS)
def test_what_is_no_history_is_called_what_it_is(tmp_path: Path, text: str | bytes, code: str) -> None:
    assert refusal(as_file(tmp_path, text, "file")) == code


def test_a_zip_is_never_more_than_it_should_be(tmp_path: Path) -> None:
    path = tmp_path / "it.zip"
    samples.zipped(path, {"../Habits.csv": "x"})
    assert refusal(path) == "zip-climbs"
    samples.zipped(path, {"mikro.db": "x"})
    assert refusal(path) == "import-backup"
    samples.zipped(path, {"readme.txt": "x"})
    assert refusal(path) == "import-zip"
    samples.zipped(path, {"Habits.csv": samples.LOOP["Habits.csv"]})
    assert refusal(path) == "loop-alone"
    samples.zipped(path, {**samples.LOOP, "Habits.csv": "0" * 30_000_000})
    assert refusal(path) == "import-large"
    samples.zipped(path, {f"{n}/x": "" for n in range(5000)})
    assert refusal(path) == "import-large"
    path.write_bytes(b"PK\x03\x04" + bytes(50))
    assert refusal(path) == "zip-broken"


def test_a_zip_that_says_less_of_its_size_than_it_has_is_damaged(tmp_path: Path) -> None:
    path = samples.zipped(
        tmp_path / "bomb.zip", {**samples.LOOP, "001 a/Checkmarks.csv": "2026-11-20,2\n" * 100_000}
    )
    content = path.read_bytes()
    true, false = (struct.pack("<L", size) for size in (1_300_000, 1300))
    path.write_bytes(content.replace(true, false))
    assert refusal(path) in ("zip-broken", "loop-broken")


def test_a_zip_with_a_password_says_so(tmp_path: Path) -> None:
    path = samples.zipped(tmp_path / "it.zip", samples.LOOP)
    with zipfile.ZipFile(path) as archive:
        first = archive.infolist()[0]
        place = archive.start_dir
    content = bytearray(path.read_bytes())
    content[first.header_offset + 6] |= 1
    content[place + 8] |= 1
    path.write_bytes(content)
    assert refusal(path) == "zip-locked"


# What nobody meant: every parser ends with ticks, faults or one sentence, and never with a traceback.

ANYTHING = st.one_of(
    st.binary(max_size=300),
    st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace")),
    st.lists(
        st.sampled_from(
            [*samples.HARSH.split("\n"), *samples.HABITCTL.split("\n"), *samples.table(";").split("\r\n"), '"', "[", "{",
             "=", "\0", "\r", "2026-11-20", "date,name", "\ufeff", "sep=", "9" * 5000, "2026-11-20\t\t"]
        ),
        max_size=12,
    ).map(lambda parts: "\n".join(parts).encode()),
)  # fmt: skip


@settings(max_examples=150)
@given(ANYTHING)
def test_no_file_is_ever_a_surprise(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        _read_anything(as_file(Path(folder), content, "file"))


@settings(max_examples=60)
@given(
    st.dictionaries(st.sampled_from([*samples.LOOP, "001/Checkmarks.csv", "a/Habits.csv", "../x"]), ANYTHING)
)
def test_no_export_of_loop_is_ever_a_surprise(files: dict[str, bytes]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "it.zip"
        with zipfile.ZipFile(path, "w") as archive:
            for name, text in samples.LOOP.items():
                if name not in files:
                    archive.writestr(name, text)
            for name, content in files.items():
                archive.writestr(name, content)
        _read_anything(path)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["entries", "title", "body", "date", "time", "tags", "x"]), inner, max_size=5
        )
    ),
    max_leaves=12,
)


@settings(max_examples=100)
@given(JSON)
def test_no_json_is_ever_a_surprise(said: object) -> None:
    with tempfile.TemporaryDirectory() as folder:
        _read_anything(as_file(Path(folder), json.dumps(said), "it.json"))


def _read_anything(path: Path) -> None:
    try:
        found = finding.look(str(path), "it")
        ticks = list(found.ticks(TODAY)) if found.ticks else []
    except MikroError:
        ticks = []
    assert all(tick.day <= TODAY if isinstance(tick, Tick) else tick.reason for tick in ticks)
