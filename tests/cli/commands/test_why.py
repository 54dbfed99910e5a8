"""``mikro why`` as a person types it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Mikro = Callable[..., Any]


def first(text: str) -> str:
    return text.partition("\n")[0]


def test_alone_it_shows_what_speaks_for_and_against_and_names_every_topic(run: Mikro) -> None:
    done = run("hvorfor", lang="da")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Det taler for" in done.stdout
    assert "Det taler imod" in done.stdout
    assert "Emner: tryghed · tegn · ikke · regler" in done.stdout


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("limits", "Når mikro er det forkerte værktøj"),
        ("grænser", "Når mikro er det forkerte værktøj"),
        ("graenser", "Når mikro er det forkerte værktøj"),
        ("granser", "Når mikro er det forkerte værktøj"),
        ("TR", "Når mikro er det forkerte værktøj"),
        ("læs mere", "Hvor du kan læse mere"),
        ("laes", "Hvor du kan læse mere"),
        ("1", "Hvorfor stille interesserede spørgsmål"),
        ("spoergsmaal", "Hvorfor stille interesserede spørgsmål"),
        ("Giv dine tvivl til kende", "Hvorfor give sine tvivl til kende"),
        ("turde sige fra", "De otte tegn på tryghed"),
        ("castro", "Castro, Englmaier & Guadalupe (2025): Fostering Psychological Safety in Teams:"),
    ],
)
def test_a_topic_is_known_by_any_of_its_words(mikro: Mikro, typed: str, title: str) -> None:
    assert first(mikro("why", *typed.split(), lang="da").out) == title


def test_every_name_on_the_screen_can_be_typed(mikro: Mikro) -> None:
    for lang, begins in (("da", "Emner: "), ("en", "Topics: ")):
        shown = mikro("why", lang=lang).out
        names = " ".join(shown[shown.index(begins) + len(begins) :].split("\n")[:2]).split(" · ")
        assert len(names) == 15
        for name in names:
            assert mikro("why", name, lang=lang).code == 0, name


def test_what_is_no_topic_is_refused_with_the_nearest(mikro: Mikro) -> None:
    done = mikro("why", "grønser", lang="da")
    assert (done.code, done.out) == (1, "")
    assert (
        done.err == "mikro: Her er ikke noget om »grønser«. Det ligner: grænser. »mikro why« viser emnerne.\n"
    )
    assert (
        mikro("why", "qqqq").err == "mikro: There is nothing on “qqqq” here. “mikro why” shows the topics.\n"
    )


def test_a_variation_tells_its_reason_and_what_it_rests_on(mikro: Mikro) -> None:
    shown = mikro("why", "ask-what-surprised").out
    assert "huang2017" in shown
    assert "Against" in shown
    assert json.loads(mikro("why", "ask-what-surprised", "--json").out)["variation"] == "ask-what-surprised"


def test_a_leader_reads_the_leaders_side(mikro: Mikro) -> None:
    assert "When you lead others" not in mikro("why", "doubt").out
    mikro("config", "set", "role", "leader")
    assert "When you lead others" in mikro("why", "doubt").out
    assert "When you lead others" in mikro("why").out


def test_all_tells_every_topic(mikro: Mikro) -> None:
    shown = mikro("why", "--all", lang="da").out
    topics = json.loads(mikro("why", "--all", "--json", lang="da").out)["topics"]
    assert len(topics) == 14
    assert all(topic["title"] in shown and topic["parts"] for topic in topics)


def test_programs_get_topics_parts_and_sources(mikro: Mikro) -> None:
    opening = json.loads(mikro("why", "--json").out)
    assert [screen["title"] for screen in opening["screens"]] == [
        "Why so small an act?",
        "And what it is not",
    ]
    assert opening["topics"][0] == {"id": "safety", "name": "safety", "title": "What psychological safety is"}
    topic = json.loads(mikro("why", "regler", "--json", lang="da").out)
    assert (topic["topic"]["id"], topic["topic"]["name"]) == ("rules", "regler")
    assert "berwick2017" in [source["key"] for source in topic["sources"]]
    source = json.loads(mikro("why", "flynn2008", "--json").out)["source"]
    assert {"design", "people", "found", "limits", "address"} <= set(source)
    listed = json.loads(mikro("why", "kilder", "--json").out)["sources"]
    assert {"flynn2008", "berwick2017"} <= {one["key"] for one in listed}
    assert all(one["author"] for one in listed)


def test_it_stores_nothing_and_a_broken_own_file_stands_in_no_way(mikro: Mikro, home: Path) -> None:
    home.mkdir(mode=0o700)
    (home / "actions.toml").write_text("no = [toml")
    done = mikro("why", "kilder")
    assert done.code == 0
    assert "castro2025" in done.out
    assert not (home / "mikro.db").exists()
