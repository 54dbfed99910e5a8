"""A file of scripts: every fault with its line, and the built-in one without any."""

from __future__ import annotations

import copy
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mikrohandlinger.domain.processes.check import check
from mikrohandlinger.domain.processes.finding import meant
from mikrohandlinger.domain.processes.lines import line_of
from mikrohandlinger.domain.processes.lint import lint
from mikrohandlinger.domain.processes.model import build

if TYPE_CHECKING:
    from mikrohandlinger.domain.processes.check import Found

FILE = Path(__file__).parents[3] / "data" / "processes.toml"
TEXT = FILE.read_text("utf-8")
BUILT_IN = tomllib.loads(TEXT)
SCRIPTS = build(BUILT_IN)

OWN = """\
schema = 1

[[process]]
id = "standup"
minutes = 10
[process.da]
title = "Et kort møde"
aim = "At alle ved, hvad der sker i dag."
who = "Alle, der er på arbejde."
host = "Du spørger og holder tiden."
before = ["Find et sted at stå."]

[[process.step]]
minutes = 4
[process.step.da]
title = "Rundt"
says = "Hvad er det vigtigste i dag?"
group = "Siger én ting hver."
ends = "Alle har haft ordet."

[[process.step]]
minutes = 6
da = { title = "Hjælp", says = "Hvem har brug for en hånd?", group = "Melder sig.", ends = "Alle ved, hvem der hjælper." }
"""


def found(text: str, *, own: bool = True) -> list[tuple[int, str]]:
    raw = tomllib.loads(text)
    return [(line_of(text, each), each.fault.key) for each in (*check(raw, own=own), *lint(raw, own=own))
            if not each.fault.is_hint]  # fmt: skip


def faults_of(raw: dict[str, Any], *, own: bool = False) -> list[Found]:
    return [*check(raw, own=own), *lint(raw, own=own)]


def test_the_built_in_file_has_nothing_to_mend() -> None:
    assert [str(each.fault) for each in faults_of(BUILT_IN)] == []


def test_three_ship_with_the_minutes_that_are_promised() -> None:
    assert [(script.id, script.minutes, script.short_minutes, script.days) for script in SCRIPTS] == [
        ("safety", 40, 30, 1), ("one-rule", 55, None, 1), ("rule-week", 50, None, 5),
    ]  # fmt: skip


@pytest.mark.parametrize("script", [*SCRIPTS, SCRIPTS[0].shorter()], ids=lambda script: str(script.minutes))
def test_the_minutes_of_the_steps_make_those_of_the_meeting(script: Any) -> None:
    assert sum(step.minutes for step in script.steps) == script.minutes
    assert all(sum(step.parts) == step.minutes for step in script.steps)
    for step in script.steps:
        assert all(len(words.group) == len(step.parts) for words in step.wordings.values())


def test_each_says_that_one_may_pass_or_leave_it_who_answers_and_when_it_is_the_wrong_meeting() -> None:
    for script in SCRIPTS:
        first, last = script.steps[0].wording("da"), script.steps[-1].wording("da")
        assert "pas" in first.says or "lad være" in first.says
        assert "dag" in last.says + last.group[-1]
        assert script.wording("da").care
        assert script.wording("da").do
        assert script.wording("da").avoid
        assert script.sources


def test_an_own_script_may_stand_in_one_language_and_a_built_in_one_not() -> None:
    assert found(OWN) == []
    hints = [each for each in lint(tomllib.loads(OWN), own=True) if each.fault.is_hint]
    assert [(line_of(OWN, each), each.fault.key) for each in hints] == [(3, "en")]
    assert ("en" in {key for _line, key in found(OWN, own=False)}) is True
    (script,) = build(tomllib.loads(OWN), "own")
    assert script.wording("en").title == script.wording("da").title == "Et kort møde"


@pytest.mark.parametrize(
    ("before", "after", "line", "key"),
    [
        ("schema = 1", "schema = 2", 1, "schema"),
        ('id = "standup"', 'id = "Stand Up"', 4, "id"),
        ('id = "standup"\n', "", 3, "id"),
        ("minutes = 10", "minutes = 11", 5, "minutes"),
        ("minutes = 10", 'minutes = "ti"', 5, "minutes"),
        ("minutes = 10", "minutes = 10\nfarve = 1", 6, "farve"),
        ('title = "Et kort møde"', 'title = "Et kort møde!"', 7, "da.title"),
        ('title = "Et kort møde"\n', "", 6, "da.title"),
        ('before = ["Find et sted at stå."]', "before = 3", 11, "da.before"),
        ("minutes = 4", "minutes = 4\nparts = [2, 3]", 15, "parts"),
        ("minutes = 4", "minutes = 0", 14, "minutes"),
        ('says = "Hvad er det vigtigste i dag?"', 'says = ""', 17, "da.says"),
        ('says = "Hvad er det vigtigste i dag?"', 'says = "Psykologisk tryghed er vigtig."', 17, "da.says"),
        ('says = "Hvad er det vigtigste i dag?"', f'says = "{"ord " * 60}."', 17, "da.says"),
        ('group = "Siger én ting hver."', 'group = ["Siger.", "Lytter."]', 13, "parts"),
        ('who = "Alle, der er på arbejde."', 'who = "Mette og alle andre."', 9, "da.who"),
        ("minutes = 6\n", "minutes = 6\nday = 2\n", 23, "day"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_line(before: str, after: str, line: int, key: str) -> None:
    text = OWN.replace(before, after, 1)
    assert text != OWN
    assert (line, key) in found(text)


@pytest.mark.parametrize("page", ["meetings.md", "moeder.md"])
def test_the_example_of_the_documents_is_well_written(page: str) -> None:
    text = (FILE.parents[1] / "docs" / page).read_text("utf-8")
    example = text.partition("```toml\n")[2].partition("```")[0]
    assert found(example) == []
    assert len(build(tomllib.loads(example), "own")) == 1


def test_an_id_that_is_taken_is_refused() -> None:
    raw = tomllib.loads(OWN.replace('"standup"', '"safety"'))
    assert [each.fault.key for each in check(raw, own=True, taken={"safety"})] == ["id"]
    twice = tomllib.loads(OWN + OWN.partition("\n")[2])
    assert [each.fault.key for each in check(twice, own=True)] == ["id"]


def test_a_source_that_is_named_must_be_there() -> None:
    text = OWN.replace("minutes = 10", 'minutes = 10\nsource = "bog"')
    assert found(text) == [(6, "source")]
    assert found(text + '\n[source.bog]\ntitle = "En bog"\n') == []
    assert found(text + '\n[source.bog]\nyear = "n.d."\n') == [(26, "title")]


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@settings(max_examples=100)
@given(data=st.data())
def test_whatever_stands_in_a_file_is_told_and_what_has_no_fault_can_be_built(data: st.DataObject) -> None:
    raw = copy.deepcopy(tomllib.loads(OWN))
    place: Any = raw
    while True:
        keys = list(place) if isinstance(place, dict) else range(len(place))
        key = data.draw(st.sampled_from(list(keys)))
        if not isinstance(place[key], (dict, list)) or not place[key] or data.draw(st.booleans()):
            place[key] = data.draw(VALUES)
            break
        place = place[key]
    told = faults_of(raw, own=True)
    assert all(line_of(OWN, each) >= 1 and str(each.fault) for each in told)
    if not check(raw, own=True):
        build(raw, "own")


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("safety", "safety"), ("Tryghed", "safety"), ("1", "safety"), ("one rule", "one-rule"),
        ("én regel", "one-rule"), ("en-regel", "one-rule"), ("regeluge", "rule-week"), ("saf", "safety"),
        ("Én regel mindre i dag", "one-rule"), ("r", None), ("4", None), ("", None), ("møde", None),
    ],
)  # fmt: skip
def test_a_meeting_is_meant_by_its_id_its_number_or_a_word_for_it(word: str, name: str | None) -> None:
    found = meant(SCRIPTS, word)
    assert (found.id if found else None) == name
