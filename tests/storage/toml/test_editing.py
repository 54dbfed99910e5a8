"""The one way to change a TOML file that a person wrote: what is not changed stays as it was, to the byte."""

from __future__ import annotations

import stat
import sys
import tomllib
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.domain.settings import parse
from mikrohandlinger.storage.toml.editing import editing
from mikrohandlinger.storage.toml.settings import store

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mikrohandlinger.storage.toml.editing import Editing

NEW = {"id": "ø", "signs": ["x"], "da": {"text": 'Sig "tak".'}}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "file.toml"


@pytest.fixture
def changed(file: Path) -> Callable[[str, Callable[[Editing], None]], str]:
    """What a text becomes by a change, and that it says what was meant."""

    def change(before: str, act: Callable[[Editing], None]) -> str:
        file.write_bytes(before.encode())
        with editing(file) as edited:
            act(edited)
        after = file.read_bytes().decode()
        assert tomllib.loads(after.removeprefix("\ufeff")) == edited.table
        return after

    return change


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "goal = 5\n"),
        ("goal = 4  # agreed in March\n", "goal = 5  # agreed in March\n"),
        ("goal=4\n", "goal=5\n"),
        ("  'goal' = 4\t# mine", "  'goal' = 5\t# mine"),
        ('role = "leader"', 'role = "leader"\ngoal = 5\n'),
        ("# only words", "# only words\ngoal = 5\n"),
        ('role = "leader"\n\n# slut\n', 'role = "leader"\n\n# slut\ngoal = 5\n'),
        ('role = "leader"\r\n', 'role = "leader"\r\ngoal = 5\r\n'),
        ("\ufeff# mine\r\ngoal = 4\r\n", "\ufeff# mine\r\ngoal = 5\r\n"),
        ('a = 1\r\nb = """x\ny"""\r\n', 'a = 1\r\nb = """x\ny"""\r\ngoal = 5\n'),
        ('a = """\n[goal]\ngoal = 1\n"""\ngoal = 4\n', 'a = """\n[goal]\ngoal = 1\n"""\ngoal = 5\n'),
        ("a = [\n[1], # one\n[2],\n]\ngoal = 4\n", "a = [\n[1], # one\n[2],\n]\ngoal = 5\n"),
        ('a = "x\u2028 # y"\n[[b]]\n', 'a = "x\u2028 # y"\ngoal = 5\n[[b]]\n'),
        ("[[b]]\ngoal = 1\n", "goal = 5\n[[b]]\ngoal = 1\n"),
        ("a = 1  # our team\n\n# the tables\n[[b]]\nc=2 #x\n", "a = 1  # our team\ngoal = 5\n\n# the tables\n[[b]]\nc=2 #x\n"),
        ("goal = 4\n[[b]]\nx=1\n[c]\n y = 2\n[[b]]\nz=3", "goal = 5\n[[b]]\nx=1\n[c]\n y = 2\n[[b]]\nz=3"),
    ],
)  # fmt: skip
def test_a_value_is_changed_and_nothing_else(changed: Callable[..., str], before: str, after: str) -> None:
    assert changed(before, lambda file: file.put("goal", 5)) == after
    assert changed(after, lambda file: file.put("goal", 5)) == after


@pytest.mark.parametrize(
    ("before", "items", "after"),
    [
        ("schema = 1\n", ["x"], 'schema = 1\nhide = ["x"]\n'),
        ("hide = []\n", ["x"], 'hide = ["x"]\n'),
        ("hide=[ ] # none\n", ["x"], 'hide=["x"] # none\n'),
        ('hide = ["a"] # one\n', ["a", "x"], 'hide = ["a", "x"] # one\n'),
        ('"hide" = ["]", "#"]\n', ["]", "#", "x"], '"hide" = ["]", "#", "x"]\n'),
        ("hide = [\n  'a', # old\n  \"b\"\n]\n", ["a", "b", "x"], "hide = [\n  'a', # old\n  \"b\",\n  \"x\"\n]\n"),
        ("hide = [\n  'a', # old\n  \"b\" # new\n]\n", ["a", "b", "x"], "hide = [\n  'a', # old\n  \"b\", # new\n  \"x\"\n]\n"),
        ('hide = [\r\n\t"a",\r\n]\r\n', ["a", "x"], 'hide = [\r\n\t"a",\r\n\t"x",\r\n]\r\n'),
        ("hide = [ # ] not here\n]\n", ["x"], 'hide = [ # ] not here\n    "x"\n]\n'),
        ('hide = [\n  "b", # bb\n  "c", # cc\n]\n', ["a", "b", "x", "c"], 'hide = [\n  "a",\n  "b", # bb\n  "x",\n  "c", # cc\n]\n'),
        ('hide = ["a", "x", "b"] # two\n', ["a", "b"], 'hide = ["a", "b"] # two\n'),
        ('hide = [\n  "a",\n  "x",\n  "b",\n]\n', ["a", "b"], 'hide = [\n  "a",\n  "b",\n]\n'),
        ('hide = [\n # about a\n  "a", # aa\n # about x\n  "x" # xx\n]\n', ["a"], 'hide = [\n # about a\n  "a", # aa\n # about x\n]\n'),
        ('hide = [\r\n  "x",\r\n  "b",\r\n]\r\n', ["b"], 'hide = [\r\n  "b",\r\n]\r\n'),
        ("hide = [\n'x',\n \"x\"\n]\n", [], "hide = [\n]\n"),
        ('hide = [\n  "b",\n  "a",\n]\n', ["a", "b"], 'hide = [\n  "a",\n  "b",\n]\n'),
    ],
)  # fmt: skip
def test_a_list_gets_its_items_and_those_that_stay_keep_their_lines(
    changed: Callable[..., str], before: str, items: list[str], after: str
) -> None:
    assert changed(before, lambda file: file.put("hide", items)) == after


def test_a_long_list_grows_downwards(file: Path) -> None:
    for number in range(200):
        with editing(file, "schema = 1\n") as edited:
            edited.put("hide", [*edited.table.get("hide", ()), f"ask-some-variation-{number}"])
    text = file.read_text("utf-8")
    assert max(map(len, text.splitlines())) < 100, "a line that is too long could not be read again"
    assert len(tomllib.loads(text)["hide"]) == 200


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("# mine\ngoal = 5 # five\nask = false\n", "# mine\nask = false\n"),
        ("ask = false\ngoal = [\n 1, # one\n]\n# slut", "ask = false\n# slut"),
        ("ask = false\n", "ask = false\n"),
    ],
)
def test_what_is_taken_away_takes_its_own_remark_along(
    changed: Callable[..., str], before: str, after: str
) -> None:
    assert changed(before, lambda file: file.remove("goal")) == after


@pytest.mark.parametrize(
    "before",
    [
        "",
        "schema = 1",
        "schema = 1\n",
        "# only words",
        'schema = 1\n\n[[variation]]\nid = "a"\n\n',
        'schema = 1\n\n[[variation]]\nid = "a"\nda = { text = 1 }\n# end',
        "[[variation]]\nid='a'\n[variation.da]\ntext='b'\n\n[source.x]\nyear=1\n[[variation]]\nid='b'\n# c\n",
        "a = 1\r\n",
    ],
)
def test_a_table_is_appended_below_what_stands_there(changed: Callable[..., str], before: str) -> None:
    after = changed(before, lambda file: file.append("variation", NEW))
    assert after.startswith(before)
    assert tomllib.loads(after)["variation"][-1] == NEW
    assert "\r\n" not in after or "\n" not in after.replace("\r\n", "")


@pytest.mark.parametrize(
    "before",
    [
        "schema = 1\nvariation = []\n",
        "variation = [\n  { id = 'a' }, # x\n]\nschema = 1\n",
        "variation = [{id=1},]\n[source.x]\ny=1\n",
    ],
)
def test_tables_in_braces_get_one_more(changed: Callable[..., str], before: str) -> None:
    after = changed(before, lambda file: file.append("variation", NEW))
    assert tomllib.loads(after)["variation"][-1] == NEW
    assert "[[" not in after


def test_what_a_change_does_not_fit_into_is_left_for_an_editor(file: Path) -> None:
    file.write_text("goal.a = 1\nvariation = 3\n", "utf-8")
    for act in (lambda file: file.append("variation", {}), lambda file: file.append("goal", {})):
        with pytest.raises(MikroError) as refused, editing(file) as edited:
            act(edited)
        assert refused.value.code == "edit-by-hand"
    assert file.read_text("utf-8") == "goal.a = 1\nvariation = 3\n"


def test_after_an_error_nothing_is_written(file: Path) -> None:
    def change_and_fail() -> None:
        with editing(file) as edited:
            edited.put("goal", 2)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        change_and_fail()
    assert not file.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="permission bits and links of Unix")
def test_a_changed_file_is_for_the_user_alone_and_a_link_still_leads_there(
    file: Path, tmp_path: Path
) -> None:
    target = tmp_path / "team" / "dotfiles.toml"
    target.parent.mkdir()
    target.write_text("goal = 4 # team\n", "utf-8")
    target.chmod(0o644)
    file.symlink_to(target)
    with editing(file) as edited:
        edited.put("goal", 5)
    assert file.is_symlink()
    assert target.read_text("utf-8") == "goal = 5 # team\n"
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_what_another_process_has_written_meanwhile_is_seen(file: Path) -> None:
    first = editing(file)
    file.write_text("goal = 4 # theirs\n", "utf-8")
    with first as edited:
        assert edited.table == {"goal": 4}
        edited.put("ask", False)
    assert file.read_text("utf-8") == "goal = 4 # theirs\nask = false\n"


WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20)
LAYOUTS = [
    "{key} = {value}  # remark 1",
    '"{key}"={value}\t#remark 1',
    "  '{key}'   =   {value}",
    "# remark 2\n{key} = {value}\n# remark 3",
]
#: A list over several lines, with a remark of its own on a line between the items.
LISTS = [
    "[\n  # remark 4\n  {items}\n]",
    "[ # remark 5\n{items},\n  # remark 6\n]",
    "[{items}]",
    "[ {items}, ]",
]
#: For each setting: what may stand in the file, and what is typed.
VALUES: dict[str, tuple[list[str], list[str]]] = {
    "goal": (["3", "0x5", "+2"], ["1", "7"]),
    "role": (['"leader"', "'employee'", '"""\nleader"""'], ["leader", "employee"]),
    "anchor": (['"after # the coffee"', "'''x = [1]'''"], ["på vej", 'a = "b" # c', "-"]),
    "ask": (["true", "false"], ["yes", "nej"]),
    "nudge_at": (['"08:30"', "09:15:00"], ["9:05", "16.30"]),
    "workdays": (['"mon"', "'mon',\n  \"tue\", # remark 7\n  'sat'", '"wed", "mon"'], ["mon", "man-fre", "tir, lør"]),
    "closed_days": (["2026-12-23", '2026-12-23, "2027-01-02"'], ["2026-12-23", "-", "2027-01-02 24/12/2026"]),
}  # fmt: skip


@st.composite
def handwritten(draw: st.DrawFn) -> str:
    """A ``config.toml`` as somebody may have typed it."""
    blocks = []
    for key in draw(st.lists(st.sampled_from(list(VALUES)), unique=True)):
        value = draw(st.sampled_from(VALUES[key][0]))
        if key in ("workdays", "closed_days"):
            value = draw(st.sampled_from(LISTS)).replace("{items}", value)
        blocks.append(draw(st.sampled_from(LAYOUTS)).replace("{key}", key).replace("{value}", value))
    blocks.insert(
        draw(st.integers(0, len(blocks))), draw(st.sampled_from(["# remark 8", "", "\n\n# remark 9\n"]))
    )
    text = "\n".join(blocks) + draw(st.sampled_from(["", "\n", "\n\n# remark 10"]))
    return draw(st.sampled_from(["", "\ufeff"])) + text.replace("\n", draw(st.sampled_from(["\n", "\r\n"])))


def remarks(text: str) -> list[str]:
    """The remarks that have a line to themselves."""
    return [line.strip() for line in text.splitlines() if line.lstrip().startswith("#")]


@given(handwritten(), st.sampled_from([(key, text) for key in VALUES for text in VALUES[key][1]]))
def test_a_setting_changes_its_value_alone_however_the_file_is_laid_out(
    tmp_path_factory: pytest.TempPathFactory, before: str, change: tuple[str, str]
) -> None:
    key, typed = change
    file = tmp_path_factory.mktemp("config") / "config.toml"
    file.write_bytes(before.encode())
    said = tomllib.loads(before.removeprefix("\ufeff"))
    store(file, key, parse(key, typed))
    after = file.read_bytes().decode()
    assert tomllib.loads(after.removeprefix("\ufeff")) == {**said, key: parse(key, typed)}
    assert after.startswith("\ufeff") == before.startswith("\ufeff")
    assert remarks(after) == remarks(before)
    if "\r\n" in before:
        assert "\n" not in after.replace("\r\n", "")
    for other in set(said) - {key}:
        lines = [line for line in before.splitlines() if other in line]
        assert [line for line in after.splitlines() if other in line] == lines


@given(
    items=st.lists(st.text(alphabet="abc-#]['\\ø", min_size=1, max_size=6), unique=True, max_size=5),
    item=st.text(alphabet="abc-#]['\\ø", min_size=1, max_size=6),
    style=st.sampled_from([", ", ",\n  ", " ,\t# c\n"]),
)
def test_what_is_put_in_and_taken_out_again_leaves_the_same_meaning(
    tmp_path_factory: pytest.TempPathFactory, items: list[str], item: str, style: str
) -> None:
    import json

    assume(item not in items)
    file = tmp_path_factory.mktemp("toml") / "file.toml"
    text = f"# top\nschema = 1\nhide = [{style.join(json.dumps(one) for one in items)}]\n\n[other]\nhide = ['q']\n"
    file.write_text(text, "utf-8")
    with editing(file) as edited:
        edited.put("hide", [*items, item])
        assert edited.table["hide"] == [*items, item]
        edited.put("hide", items)
    assert tomllib.loads(file.read_text("utf-8")) == tomllib.loads(text)
    assert file.read_text("utf-8").endswith("]\n\n[other]\nhide = ['q']\n")


@given(WORDS, st.dictionaries(st.sampled_from("abc"), WORDS | st.integers() | st.lists(WORDS, max_size=3)))
def test_whatever_words_are_put_in_are_read_back(
    tmp_path_factory: pytest.TempPathFactory, words: str, table: dict[str, Any]
) -> None:
    file = tmp_path_factory.mktemp("toml") / "file.toml"
    with editing(file) as edited:
        edited.put("anchor", words)
        edited.append("variation", table)
    assert tomllib.loads(file.read_text("utf-8")) == {"anchor": words, "variation": [table]}
