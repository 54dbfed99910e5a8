"""``config.toml``: read with its faults named by line, and changed without losing anything of the user's."""

from __future__ import annotations

import sys
import tomllib
from datetime import date, time
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.domain.settings import SPEC, flat, parse, read
from mikrohandlinger.storage.toml import reading as toml_files
from mikrohandlinger.storage.toml.editing import editing
from mikrohandlinger.storage.toml.settings import forget, load, store, store_all

if TYPE_CHECKING:
    from pathlib import Path

ALL = """\
language = "da"
role = "leader"
workdays = ["mon", "tue", "wed", "thu"]
anchor = "efter morgenkaffen"
level_cap = 2
places = ["meeting", "remote"]
work = ["care", "road"]
team_folder = "/srv/team"
goal = 2
show_streaks = false
ask = false
feedback_frame = "sbi"
strength_times = 2
strength_days = 10
public_holidays = "work"
country = "DK"
first_of_may = "work"
constitution_day = "off"
christmas_eve = "half"
new_years_eve = "work"
closed_days = [2026-12-23, "2027-01-02"]
day_starts = 04:00:00
nudge_at = 09:15:00
nudge_from = "07:00"
nudge_to = 16.30
nudge_shows_plan = true
question.remember = "Hvem?"
question.learned = "Hvad lærte du?"
question.hard = "Hvad drillede?"
question.friction = "Hvad bøvlede?"
""".replace("16.30", '"16.30"')


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config" / "config.toml"


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def write(file: Path, content: str | bytes) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(content.encode() if isinstance(content, str) else content)


def refusal(file: Path, cache: Path) -> MikroError:
    before = file.read_bytes()
    with pytest.raises(MikroError) as loading:
        load(file, cache)
    with pytest.raises(MikroError) as storing:
        store(file, "goal", 3)
    assert loading.value.code == storing.value.code
    assert file.read_bytes() == before, "a broken file is the user's to mend"
    assert str(file) in str(loading.value)
    assert loading.value.exit_code == 1
    return loading.value


def test_without_a_file_the_defaults_hold_and_nothing_is_made(file: Path, cache: Path) -> None:
    assert load(file, cache).given == {}
    assert not file.parent.exists()
    assert not cache.exists()


def test_every_setting_is_read_from_the_file_and_the_same_from_the_cache(file: Path, cache: Path) -> None:
    write(file, ALL)
    assert set(flat(tomllib.loads(ALL))) == {setting.key for setting in SPEC}
    first, again = load(file, cache), load(file, cache)
    assert first == again
    assert set(first.given) == {setting.key for setting in SPEC}
    assert first.day_starts == time(4)
    assert first.nudge_at == time(9, 15)
    assert first.closed_days == {date(2026, 12, 23), date(2027, 1, 2)}


def test_the_cache_spares_the_reading(file: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(file, ALL)
    expected = load(file, cache)
    monkeypatch.setattr(toml_files, "parse", None)
    assert load(file, cache) == expected


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b"\r\n# kun en bem\xc3\xa6rkning\r\n"])
def test_an_empty_file_is_all_defaults(file: Path, cache: Path, content: bytes) -> None:
    write(file, content)
    assert load(file, cache).given == {}
    store(file, "goal", 2)
    assert load(file, cache).given == {"goal": 2}


def test_what_notepad_writes_can_be_read_and_changed(file: Path, cache: Path) -> None:
    write(file, b'\xef\xbb\xbf# mine\r\ngoal = 2\r\nanchor = "p\xc3\xa5 vej"\r\n')
    assert load(file, cache).given == {"goal": 2, "anchor": "på vej"}
    store(file, "goal", 4)
    assert load(file, cache).given == {"goal": 4, "anchor": "på vej"}
    assert "# mine" in file.read_text("utf-8")


@pytest.mark.parametrize(
    ("content", "line", "word"),
    [
        ("goal = 2\nrole = boss\n", 2, "TOML"),
        ("goal = 2\n\ngoal = 3\n", 3, "TOML"),
        ("goal = [", 1, "TOML"),
        ('anchor = "kaffe\n', 1, "TOML"),
        ("goal = 2\x00\n", 1, "TOML"),
        (b'goal = 2\nanchor = "p\xe5 vej"\n', 2, "UTF-8"),
        ('# mine\n\nrole = "boss"\n', 3, "role"),
        ("goal = 3\nlevel_cap = 9\n", 2, "level_cap"),
        ("goal = 3\n  'gaol' = 1\n", 2, "gaol"),
        ("[goal]\nx = 1\n", 1, "goal"),
        ("goal = 3\n[ny]\nx = 1\n", 2, "ny"),
        ("goal = nan\n", 1, "goal"),
        ("closed_days = [\n 2026-12-23,\n 2026-12-24T08:00:00\n]\n", 1, "closed_days"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_file_line_and_key(
    file: Path, cache: Path, content: str | bytes, line: int, word: str
) -> None:
    write(file, content)
    sentence = str(refusal(file, cache))
    assert f"line {line}" in sentence
    assert word in sentence
    assert not cache.exists(), "what is broken is not remembered"


@pytest.mark.parametrize(
    "bomb",
    [
        "a." * 30_000 + "a = 1",
        "".join(f"k{n}." + "a." * 1_900 + "a=1\n" for n in range(500)),
        "[" + "a." * 30_000 + "a]",
        "x = " + "{a=" * 20_000 + "1" + "}" * 20_000,
        "x = " + "[" * 100_000,
        "x = " + "9" * 3_000,
        "x = " + "9" * 300_000,
        '"\u2028' + '".a."\u2028' * 20_000 + '".b = 1',
        "".join(f"k{n} = 1\n" for n in range(300_000)),
    ],
    ids=range(9),
)
def test_a_file_made_to_exhaust_the_reader_is_refused_at_once(file: Path, cache: Path, bomb: str) -> None:
    write(file, bomb)
    # Without the limits the reader would be at the first of them for minutes.
    refusal(file, cache)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes in folders")
def test_a_pipe_in_its_place_is_refused_and_not_waited_for(file: Path, cache: Path) -> None:
    import os

    file.parent.mkdir()
    os.mkfifo(file)
    for attempt in (lambda: load(file, cache), lambda: store(file, "goal", 3)):
        with pytest.raises(MikroError) as refused:
            attempt()
        assert refused.value.code == "not-a-file"


def test_a_folder_in_its_place_is_refused(file: Path, cache: Path) -> None:
    file.mkdir(parents=True)
    with pytest.raises(MikroError) as refused:
        load(file, cache)
    assert refused.value.code == "not-a-file"


def test_a_change_leaves_the_other_settings_and_the_remarks(file: Path, cache: Path) -> None:
    write(file, '# mine\ngoal = 2  # to dage\n\nrole = "leader"\n')
    store(file, "level_cap", 2)
    store(file, "role", "employee")
    text = file.read_text("utf-8")
    assert "# mine" in text
    assert "# to dage" in text
    assert load(file, cache).given == {"goal": 2, "role": "employee", "level_cap": 2}
    with editing(file) as changed:
        forget(changed, "goal")
    assert load(file, cache).given == {"role": "employee", "level_cap": 2}


def test_a_value_over_several_lines_is_replaced_whole(file: Path, cache: Path) -> None:
    write(file, 'workdays = [\n  "mon",\n  "tue",\n]\ngoal = 2\n')
    store(file, "workdays", ["fri"])
    assert load(file, cache).given == {"workdays": ["fri"], "goal": 2}
    store(file, "goal", 3)
    assert load(file, cache).given == {"workdays": ["fri"], "goal": 3}


def test_a_value_that_does_not_fit_is_not_stored(file: Path, cache: Path) -> None:
    write(file, "goal = 2\n")
    with pytest.raises(MikroError):
        store_all(file, {"role": "leader", "level_cap": 9})
    with pytest.raises(MikroError), editing(file) as changed:
        forget(changed, "gaol")
    assert file.read_text() == "goal = 2\n"


TYPED = {
    "language": ["da", "en"],
    "goal": ["1", "7"],
    "anchor": ['efter "kaffen" # ikke te', "a = b", "\\", "æøå «»", "[x]", "''' \"\"\"", "-"],
    "workdays": ["mon", "mon,tue,sun"],
    "closed_days": ["2026-12-23", "2026-12-23,2027-01-04", ""],
    "day_starts": ["4:05", "06.00"],
    "nudge_at": ["9:05", "16.30"],
    "show_streaks": ["ja", "no"],
    "country": ["se"],
}
CHANGES = st.lists(
    st.sampled_from([(key, text) for key, texts in TYPED.items() for text in texts]), max_size=8
)


@given(CHANGES, st.sampled_from(["", "# mine\n", 'role = "leader"\n\n# slut', ALL]))
def test_whatever_is_typed_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[str, str]], content: str
) -> None:
    folder = tmp_path_factory.mktemp("config")
    file = folder / "config.toml"
    write(file, content)
    expected: dict[str, Any] = tomllib.loads(content)
    for key, text in changes:
        value = parse(key, text)
        store(file, key, value)
        expected[key] = value
        assert tomllib.loads(file.read_text("utf-8")) == expected
        assert load(file, folder / "cache")[:-1] == read(expected)[:-1], "all but what was given"
