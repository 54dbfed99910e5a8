"""Small changes that leave the rest of a TOML file as a person wrote it."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.storage.toml import own_actions
from mikrohandlinger.storage.toml.editing import add_item, append_table, remove_item

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", 'hide = [\n  "x",\n]\n'),
        ("schema = 1\n", 'schema = 1\nhide = [\n  "x",\n]\n'),
        ("schema = 1", 'schema = 1\nhide = [\n  "x",\n]'),
        ("schema = 1  # our team\n\n[[variation]]\n", 'schema = 1  # our team\nhide = [\n  "x",\n]\n\n[[variation]]\n'),
        ("[[variation]]\nhide = []\n", 'hide = [\n  "x",\n]\n[[variation]]\nhide = []\n'),
        ("\ufeffschema = 1\r\n", '\ufeffschema = 1\r\nhide = [\r\n  "x",\r\n]\r\n'),
        ("hide = []\n", 'hide = ["x"]\n'),
        ("hide=[ ] # none\n", 'hide=["x" ] # none\n'),
        ('hide = ["a"]\n', 'hide = ["a", "x"]\n'),
        ('hide = ["a",]\n', 'hide = ["a", "x",]\n'),
        ("hide = [\n  'a', # old\n  \"b\"\n]\n", "hide = [\n  'a', # old\n  \"b\",\n  \"x\"\n]\n"),
        ('hide = [\r\n\t"a",\r\n]\r\n', 'hide = [\r\n\t"a",\r\n\t"x",\r\n]\r\n'),
        ('"hide" = ["]", "#"]\n', '"hide" = ["]", "#", "x"]\n'),
        ("hide = [ # ] not here\n]\n", 'hide = ["x" # ] not here\n]\n'),
    ],
)  # fmt: skip
def test_an_item_is_put_into_the_list_and_nothing_else_changes(before: str, after: str) -> None:
    assert add_item(before, "hide", "x") == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('hide = ["x"]\n', "hide = []\n"),
        ('hide = ["x", "a"]\n', 'hide = ["a"]\n'),
        ('hide = ["a", "x"] # two\n', 'hide = ["a"] # two\n'),
        ('hide = ["a", "x", "b"]\n', 'hide = ["a", "b"]\n'),
        ('hide = [\n  "a",\n  "x",\n  "b",\n]\n', 'hide = [\n  "a",\n  "b",\n]\n'),
        ('hide = [\n  "a",\n  "x"\n]\n', 'hide = [\n  "a"\n]\n'),
        ('hide = [\r\n  "x",\r\n  "b",\r\n]\r\n', 'hide = [\r\n  "b",\r\n]\r\n'),
        ("hide = ['x', \"x\"]\n", "hide = []\n"),
    ],
)
def test_an_item_is_taken_out_and_nothing_else_changes(before: str, after: str) -> None:
    assert remove_item(before, "hide", "x") == after


names = st.text(alphabet="abc-#]['\\ø", min_size=1, max_size=6)


@given(
    items=st.lists(names, unique=True, max_size=5),
    item=names,
    style=st.sampled_from([", ", ",\n  ", " ,\t# c\n"]),
)
def test_what_is_put_in_and_taken_out_again_leaves_the_same_meaning(
    items: list[str], item: str, style: str
) -> None:
    import json

    assume(item not in items)
    text = f"# top\nschema = 1\nhide = [{style.join(json.dumps(one) for one in items)}]\n\n[other]\nhide = ['q']\n"
    added = add_item(text, "hide", item)
    assert tomllib.loads(added)["hide"] == [*items, item]
    removed = remove_item(added, "hide", item)
    assert tomllib.loads(removed) == tomllib.loads(text)


@pytest.mark.parametrize(
    "before",
    [
        "",
        "schema = 1",
        "schema = 1\n",
        "# only words",
        'schema = 1\n\n[[variation]]\nid = "a"\n\n',
        "a = 1\r\n",
    ],
)
def test_a_table_is_appended_below_what_stands_there(before: str) -> None:
    after = append_table(before, "variation", {"id": "ø", "signs": ["x"], "da": {"text": 'Sig "tak".'}})
    assert after.startswith(before)
    assert tomllib.loads(after)["variation"][-1] == {"id": "ø", "signs": ["x"], "da": {"text": 'Sig "tak".'}}
    assert "\r\n" not in after or "\n" not in after.replace("\r\n", "")


def test_a_list_written_in_another_way_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "actions.toml"
    file.write_text("schema = 1\nvariation = []\n", "utf-8")
    with pytest.raises(MikroError, match="in an editor"):
        own_actions.add(file, {"id": "ask-own-x"})
    assert file.read_text("utf-8") == "schema = 1\nvariation = []\n"


def test_a_link_to_a_file_elsewhere_stays_a_link(tmp_path: Path) -> None:
    target = tmp_path / "team" / "actions.toml"
    target.parent.mkdir()
    target.write_text("schema = 1\n", "utf-8")
    link = tmp_path / "actions.toml"
    try:
        link.symlink_to(target)
    except OSError:
        pytest.skip("this system lets only administrators make links")
    own_actions.hide(link, "ask-what-surprised")
    assert link.is_symlink()
    assert tomllib.loads(target.read_text("utf-8"))["hide"] == ["ask-what-surprised"]


def test_a_long_list_grows_downwards() -> None:
    text = "schema = 1\n"
    for number in range(200):
        text = add_item(text, "hide", f"ask-some-variation-{number}")
    assert max(map(len, text.splitlines())) < 100
    text = 'hide = ["a"]\n'
    for number in range(200):
        text = add_item(text, "hide", f"ask-some-variation-{number}")
    assert max(map(len, text.splitlines())) < 130
    assert len(tomllib.loads(text)["hide"]) == 201
