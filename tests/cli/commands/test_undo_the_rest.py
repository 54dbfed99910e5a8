"""``undo`` and ``redo`` of what is no entry: settings, hidden and own variations, swaps; each in its turn."""

from __future__ import annotations

import json
import tomllib

import pytest

LATER = "2026-11-26T08:30:00+01:00"
ADD = (
    "actions", "add", "--action", "doubt", "--text", "Sig højt, hvor du er i tvivl i sagen.",
    "--when", "Når du sidder fast.", "--say", "Hvad ville du gøre her?",
)  # fmt: skip


def changes(mikro):
    return json.loads(mikro("undo", "--list", "--json").out)["changes"]


def whats(mikro):
    return [change["what"] for change in changes(mikro)]


def setting(mikro, key):
    rows = json.loads(mikro("config", "--json").out)["settings"]
    return next((row["value"], row["source"]) for row in rows if row["key"] == key)


def proposed(mikro):
    return json.loads(mikro("today", "--json").out)["nudge"]["variation"]


def hidden(home):
    file = home / "actions.toml"
    return tomllib.loads(file.read_text("utf-8")).get("hide", []) if file.exists() else []


def test_the_change_that_came_last_is_taken_back_and_never_the_entry_before_it(mikro):
    mikro("log", "ask", "En vigtig sætning")
    for line in (
        ("config", "set", "goal", "5"),
        ("actions", "hide", "ask-first-week-here"),
        ("today", "--another"),
    ):
        assert mikro(*line).code == 0
        assert mikro("undo").code == 0
        assert len(json.loads(mikro("history", "--json").out)["entries"]) == 1
    assert whats(mikro) == ["entry"]


def test_a_setting_that_was_undone_counts_as_never_set(mikro, home):
    mikro("config", "set", "goal", "5")
    taken = mikro("undo")
    assert taken.out.splitlines()[:2] == ["Taken back: setting goal 5.", "  goal is 3 again, as it comes."]
    assert setting(mikro, "goal") == (3, "default")
    assert "goal" not in (home / "config.toml").read_text()
    assert mikro("redo").out == "Done again: setting goal 5.\n"
    assert setting(mikro, "goal") == (5, "config.toml")


def test_an_earlier_value_comes_back_with_its_remarks(mikro, home):
    home.mkdir()
    file = home / "config.toml"
    before = "# mine\ngoal = 4  # agreed in March\nclosed_days = [2026-12-23]\n"
    file.write_text(before)
    mikro("config", "set", "goal", "2")
    mikro("config", "set", "closed_days", "2026-12-30")
    mikro("config", "reset", "goal")
    for _ in range(3):
        assert mikro("undo").code == 0
    assert tomllib.loads(file.read_text()) == tomllib.loads(before)
    assert "# mine" in file.read_text()


def test_what_somebody_wrote_by_hand_since_is_left_and_said(mikro, home):
    mikro("config", "set", "goal", "5")
    (home / "config.toml").write_text("goal = 2\n")
    taken = mikro("undo")
    assert taken.code == 0
    assert "goal stays as it is: something else stands in config.toml now." in taken.out
    assert "Taken back" not in taken.out
    assert setting(mikro, "goal") == (2, "config.toml")
    assert "goal stays as it is" in mikro("redo").out
    assert setting(mikro, "goal") == (2, "config.toml")


def test_a_hidden_variation_and_a_swap_are_taken_back(mikro, home):
    first = proposed(mikro)
    mikro("today", "--another")
    second = proposed(mikro)
    mikro("actions", "hide", "ask-first-week-here")
    assert whats(mikro) == ["hidden", "swap"]
    assert "ask-first-week-here can be proposed again" in mikro("undo").out
    assert hidden(home) == []
    assert mikro("undo").out.startswith("Taken back: today's micro-action")
    assert proposed(mikro) == first
    mikro("redo")
    assert proposed(mikro) == second
    mikro("redo")
    assert hidden(home) == ["ask-first-week-here"]


def test_what_was_brought_back_is_hidden_again(mikro, home):
    mikro("actions", "hide", "ask-first-week-here")
    mikro("actions", "unhide", "ask-first-week-here")
    assert "is hidden again" in mikro("undo").out
    assert hidden(home) == ["ask-first-week-here"]


def test_not_for_me_is_one_change(mikro, home):
    first = proposed(mikro)
    mikro("today", "--not-for-me")
    second = proposed(mikro)
    assert hidden(home) == [first]
    assert whats(mikro) == ["hidden"]
    mikro("undo")
    assert (proposed(mikro), hidden(home)) == (first, [])
    mikro("redo")
    assert (proposed(mikro), hidden(home)) == (second, [first])


def test_an_own_variation_is_taken_back_whole_and_nothing_beside_it(mikro, home):
    home.mkdir()
    file = home / "actions.toml"
    before = "# our team's\nschema = 1\nhide = []  # none yet\n"
    file.write_text(before)
    assert mikro(*ADD).code == 0
    after = file.read_text("utf-8")
    taken = mikro("undo")
    assert "Sig højt, hvor du er i tvivl i sagen." in taken.out
    assert file.read_text() == before
    mikro("redo")
    assert file.read_text("utf-8") == after


def test_an_own_variation_that_was_rewritten_by_hand_stays(mikro, home):
    assert mikro(*ADD).code == 0
    file = home / "actions.toml"
    mine = file.read_text("utf-8").replace("sidder fast", "går i stå")
    file.write_text(mine, "utf-8")
    assert "something else stands in actions.toml now" in mikro("undo").out
    assert file.read_text("utf-8") == mine


def test_showing_a_proposal_is_no_change_and_ends_no_redo(mikro):
    mikro("log", "ask", "en")
    mikro("undo")
    mikro("today", now=LATER)
    assert mikro("redo").code == 0
    assert whats(mikro) == ["entry"]


def test_a_goal_that_was_undone_leaves_the_weeks_before_as_they_were(mikro):
    for day in ("2026-11-23", "2026-11-24", "2026-11-25"):
        mikro("log", "ask", now=f"{day}T10:00:00+01:00")
    mikro("config", "set", "goal", "5", now="2026-12-01T10:00:00+01:00")
    later = {"now": "2026-12-01T11:00:00+01:00"}
    assert json.loads(mikro("week", "last", "--json", **later).out)["goal"] == 3
    mikro("undo", **later)
    assert json.loads(mikro("week", "--json", **later).out)["goal"] == 3
    assert json.loads(mikro("week", "last", "--json", **later).out)["met"] is True


def test_every_kind_of_change_is_taken_back_in_order_and_done_again_in_order(mikro, home):
    lines = [
        ("log", "ask", "en"),
        ("config", "set", "goal", "4"),
        ("today", "--another"),
        ("actions", "hide", "ask-first-week-here"),
        ("today", "--plan", "Når a, så b"),
        ADD,
        ("config", "set", "anchor", "efter kaffen"),
        ("week", "--answer", "learned=noget"),
        ("pause", "1/12", "3/12"),
    ]

    def state():
        files = [home / name for name in ("config.toml", "actions.toml")]
        said = [file.read_text("utf-8") if file.exists() else "" for file in files]
        pieces = [tomllib.loads(text) for text in said]
        pieces = [
            {key: value for key, value in piece.items() if value not in ([], {}, 1)} for piece in pieces
        ]
        return (pieces, proposed(mikro), mikro("history", "--json").out, mikro("pause", "--list", "--json").out,
                json.loads(mikro("week", "--json").out)["reflection"])  # fmt: skip

    states = [state()]
    for line in lines:
        assert mikro(*line).code == 0, line
        states.append(state())
    assert whats(mikro) == [
        "pause",
        "answer",
        "setting",
        "variation",
        "plan",
        "hidden",
        "swap",
        "setting",
        "entry",
    ]
    for before in states[-2::-1]:
        assert mikro("undo").code == 0
        assert state() == before
    for after in states[1:]:
        assert mikro("redo").code == 0
        assert state() == after


def test_the_words_of_a_setting_leave_the_disk_when_it_cannot_be_done_again(mikro, home):
    mikro("config", "set", "anchor", "et hemmeligt øjeblik")
    mikro("undo")
    assert "et hemmeligt øjeblik".encode() in (home / "mikro.db").read_bytes()
    mikro("log", "ask")
    assert "et hemmeligt øjeblik".encode() not in (home / "mikro.db").read_bytes()


def test_a_file_that_cannot_be_written_leaves_nothing_to_take_back(mikro, home, monkeypatch):
    mikro("log", "ask")

    def refuse(path, content):
        from mikrohandlinger.domain.errors import MikroError

        raise MikroError("disk-full", "no room")

    with monkeypatch.context() as patch:
        patch.setattr("mikrohandlinger.storage.toml.editing.write_whole", refuse)
        assert mikro("config", "set", "goal", "5").code == 1
    assert whats(mikro) == ["entry"]
    assert setting(mikro, "goal") == (3, "default")


def test_the_list_tells_twenty_each_on_one_line(mikro):
    for number in range(22):
        mikro("log", "ask", f"{number} " + "et langt ord " * 20)
    assert len(changes(mikro)) == 20
    assert changes(mikro)[0]["text"].count("et langt ord") == 20, "whole for programs"
    lines = mikro("undo", "--list").out.splitlines()
    assert len(lines) == 22
    assert max(map(len, lines)) <= 80


@pytest.mark.parametrize("lang", ["da", "en"])
def test_each_kind_is_told_in_the_language_of_the_screen(mikro, lang):
    mikro("config", "set", "role", "leader")
    mikro("today", "--another")
    mikro("actions", "hide", "ask-first-week-here")
    told = [
        change["text"] for change in json.loads(mikro("undo", "--list", "--json", lang=lang).out)["changes"]
    ]
    assert told[0] == {"da": "ask-first-week-here skjult", "en": "ask-first-week-here hidden"}[lang]
    assert told[1].startswith({"da": "byttet til: ", "en": "swapped to: "}[lang])
    assert told[2] == {"da": "indstilling role leder", "en": "setting role leader"}[lang]


@pytest.mark.parametrize(("line", "way"), [("on", "mikro nudge off"), ("off", "mikro nudge on")])
def test_right_after_the_reminder_was_switched_undo_names_the_way_back(mikro, bin_folder, line, way):
    mikro("log", "ask", "en")
    if line == "off":
        assert mikro("nudge", "on").code == 0
    assert mikro("nudge", line).code == 0
    refused = mikro("undo")
    assert (refused.code, refused.out) == (1, "")
    assert way in refused.err
    assert "mikro undo --older" in refused.err
    assert whats(mikro) == ["entry"]
    assert mikro("undo", "--older").code == 0
    assert mikro("redo").code == 0
    mikro("log", "doubt")
    assert mikro("undo").code == 0, "something else came after it"
    assert mikro("undo").code == 0, "and it has been passed by"


def test_the_reminder_follows_a_setting_that_is_taken_back(mikro, bin_folder):
    assert mikro("nudge", "on").code == 0
    assert mikro("config", "set", "nudge_at", "10:15").code == 0
    assert "15 10 " in (bin_folder / "table").read_text()
    assert mikro("undo").code == 0
    assert "30 8 " in (bin_folder / "table").read_text()
    assert mikro("redo").code == 0
    assert "15 10 " in (bin_folder / "table").read_text()


def test_every_line_of_the_list_fits_the_screen_and_is_told_in_words_of_its_language(mikro):
    mikro(*ADD)
    mikro("week", "--answer", "learned=" + "De fleste vil gerne fortælle. " * 5)
    mikro(
        "today", "--plan", "Når ordet går rundt på tavlemødet, så siger jeg, hvad jeg er i tvivl om i sagen"
    )
    mikro("today", "--another")
    listed = mikro("undo", "--list", lang="da").out.splitlines()
    assert max(map(len, listed)) <= 80
    assert "svar i uge 48, lært: »De fleste" in listed[3]
    assert mikro("undo", lang="da").code == 0
    assert mikro("redo", lang="da").out.startswith("Gentaget: byttet.\n")


@pytest.mark.parametrize(
    "text", ["hide = 5\n", 'variation = [3]\nhide = ["ask-x"]\n', "[[variation]]\nid = 3\n"]
)
def test_own_variations_that_are_not_well_formed_are_left_as_they_are(mikro, home, text):
    mikro("actions", "hide", "ask-first-week-here")
    if text.startswith("hide"):
        mikro("actions", "unhide", "ask-first-week-here")
    (home / "actions.toml").write_text(text)
    answer = mikro("undo")
    assert answer.code == 0
    assert "something else stands in actions.toml now" in answer.out
    assert (home / "actions.toml").read_text() == text


@pytest.mark.parametrize("text", ["goal = 99\n", "gaol = 3\n", "goal = \n"])
def test_settings_that_do_not_fit_are_named_and_nothing_is_taken_back(mikro, home, text):
    mikro("config", "set", "goal", "5")
    (home / "config.toml").write_text(text)
    answer = mikro("undo")
    assert (answer.code, answer.out) == (1, "")
    assert "config.toml, line 1" in answer.err
    assert (home / "config.toml").read_text() == text
    (home / "config.toml").write_text("goal = 5\n")
    assert mikro("undo").code == 0
    assert setting(mikro, "goal") == (3, "default")
