"""``mikro log``: every form a person would try, stored before anything is asked."""

from __future__ import annotations

import io
import json
import shlex
import sys

import pytest

FRIDAY = "2026-11-27T15:00:00+01:00"


def entry_of(answer):
    assert answer.code == 0, answer.err
    return json.loads(answer.out)["entry"]


def test_log_alone_records_what_is_proposed_today(mikro):
    proposed = json.loads(mikro("--json").out)["nudge"]
    entry = entry_of(mikro("log", "--json"))
    assert (entry["action"], entry["variation"]) == (proposed["action"], proposed["variation"])
    assert (entry["number"], entry["day"], entry["note"]) == (1, "2026-11-23", None)


def test_log_without_having_looked_records_the_proposal_that_would_have_been_shown(mikro):
    entry = entry_of(mikro("log", "--json"))
    proposed = json.loads(mikro("--json").out)["nudge"]
    assert entry["variation"] == proposed["variation"]


@pytest.mark.parametrize(
    ("words", "action", "note"),
    [
        (["ask"], "ask", None),
        (["1"], "ask", None),
        (["spørg", "en note"], "ask", "en note"),
        (["spoerg", "en", "note"], "ask", "en note"),
        (["SPØRG"], "ask", None),
        (["tvivl", "en note"], "doubt", "en note"),
        (["2"], "doubt", None),
        (["doubt"], "doubt", None),
        (["feedback", "en", "lang", "note"], "feedback", "en lang note"),
        (["3"], "feedback", None),
        (["Giv dine tvivl til kende"], "doubt", None),
        (["give", "and", "seek", "feedback"], "feedback", None),
        (["Stil interesserede spørgsmål", "til en ny"], "ask", "til en ny"),
    ],
)
def test_an_action_is_an_id_a_number_or_a_word_in_either_language(mikro, words, action, note):
    entry = entry_of(mikro("log", *words, "--json"))
    assert (entry["action"], entry["note"]) == (action, note)


def test_a_first_argument_that_is_no_action_is_the_note(mikro):
    assert entry_of(mikro("log", "2 gode samtaler", "--json"))["note"] == "2 gode samtaler"
    assert entry_of(mikro("log", "talte", "med", "mange", "--json"))["note"] == "talte med mange"


def test_an_option_may_stand_anywhere_and_a_note_may_begin_with_a_dash(mikro):
    entry = entry_of(mikro("log", "--went", "hard", "tvivl", "--reach", "up", "svært", "--json"))
    assert (entry["action"], entry["went"], entry["reach"], entry["note"]) == ("doubt", "hard", "up", "svært")
    assert entry_of(mikro("log", "ask", "--note=-5 minutter", "--json"))["note"] == "-5 minutter"
    assert entry_of(mikro("log", "--json", "--", "ask", "--- en streg"))["note"] == "--- en streg"


@pytest.mark.parametrize(
    ("when", "at"),
    [
        ("i går", "2026-11-26T12:00:00+01:00"),
        ("i går 14:30", "2026-11-26T14:30:00+01:00"),
        ("yesterday 2pm", "2026-11-26T14:00:00+01:00"),
        ("i mandags 9.15", "2026-11-23T09:15:00+01:00"),
        ("20/11", "2026-11-20T12:00:00+01:00"),
        ("2026-11-20 08:00", "2026-11-20T08:00:00+01:00"),
        ("i dag", FRIDAY),
    ],
)
@pytest.mark.parametrize("lang", ["da", "en"])
def test_when_is_understood_in_both_languages_whatever_the_screen(mikro, when, at, lang):
    entry = entry_of(mikro("log", "ask", "--at", when, "--json", now=FRIDAY, lang=lang))
    assert (entry["at"], entry["day"]) == (at, at[:10])


@pytest.mark.parametrize("when", ["i morgen", "28/11/2026", "engang", "", "32/13"])
def test_a_day_that_is_not_understood_or_still_to_come_is_refused_with_forms_that_work(mikro, when):
    answer = mikro("log", "ask", "--at", when, now=FRIDAY)
    assert (answer.code, answer.out) == (1, "")
    assert "20/11" in answer.err
    assert json.loads(mikro("history", "--json").out)["entries"] == []


def test_the_answer_says_what_was_recorded_and_how_the_week_stands(mikro):
    answer = mikro("log", "tvivl", "en note")
    assert answer.out == "✓ Recorded as no. 1: Share your doubts.\n  “en note”\n  This week: 1 day of 3.\n"
    assert (
        mikro("log", "1", "en til", lang="da").out
        == "✓ Noteret som nr. 2: Stil interesserede spørgsmål.\n  »en til«\n  Denne uge: 1 dag af 3.\n"
    )


def test_the_answer_tells_the_day_and_the_week_of_a_backdated_entry(mikro):
    assert mikro("log", "ask", "--at", "20/11").out == (
        "✓ Recorded as no. 1: Ask interested questions, Friday 20 November.\n  That week: 1 day of 3.\n"
        "  Week 47 can still be looked back on, if you like: mikro week last --reflect\n"
    )
    for day in ("16/11", "17/11"):
        answer = mikro("log", "ask", "--at", day)
    assert "That week: 3 days. The goal is met.\n" in answer.out


def test_in_a_week_off_nothing_is_expected(mikro):
    mikro("pause", "23/11", "29/11")
    assert "This week: 1 day. You have reached your goal.\n" in mikro("log", "ask").out
    assert "of 3" not in mikro("today").out


def test_on_a_day_off_the_action_must_be_said(mikro):
    saturday = "2026-11-28T08:30:00+01:00"
    answer = mikro("log", "en note", now=saturday)
    assert (answer.code, answer.out) == (1, "")
    assert "mikro log doubt" in answer.err
    assert mikro("log", "doubt", "en note", now=saturday).code == 0


def test_where_a_pause_leaves_nothing_proposed_it_is_named_with_what_ends_it(mikro):
    mikro("pause", "23/11", "29/11")
    answer = mikro("log", "en note")
    assert (answer.code, answer.out) == (1, "")
    assert "“mikro log doubt”" in answer.err
    assert "“mikro resume” ends the pause" in answer.err


def test_what_was_done_on_another_day_is_asked_about_as_today_is(mikro):
    # Monday's first proposal is a question; the words speak of feedback.
    answer = mikro("log", "roste et notat", "--at", "20/11", lang="da")
    number = answer.out.partition("nr. ")[2].partition(":")[0]
    assert f"mikro edit {number} --action feedback" in answer.out


def test_personal_details_are_masked_and_the_user_is_told_how_many_and_how_to_insist(mikro):
    note = "ring 12 34 56 78 eller skriv til a.b@c.dk om 010190-1234"
    answer = mikro("log", "ask", note)
    assert "3 personal details were masked." in answer.out
    assert "--keep-personal" in answer.out
    entry = json.loads(mikro("history", "--json").out)["entries"][0]
    assert entry["note"] == "ring [tlf.] eller skriv til [e-mail] om [CPR]"
    assert entry["masked"] == 3
    mikro("undo")
    assert entry_of(mikro("log", "ask", note, "--keep-personal", "--json"))["note"] == note


def test_words_that_look_like_another_action_are_kept_and_one_line_says_how_to_correct_it(mikro):
    proposed = json.loads(mikro("--json").out)["nudge"]["action"]
    words = {"ask": "gav feedback på et notat", "doubt": "asked how it went", "feedback": "asked how it went"}
    answer = mikro("log", words[proposed])
    *_rest, hint = answer.out.splitlines()
    assert words[proposed] in answer.out
    command = hint[hint.index("mikro edit") :]
    assert mikro(*shlex.split(command)[1:]).code == 0
    entry = json.loads(mikro("history", "--json").out)["entries"][0]
    assert entry["note"] == words[proposed]
    assert entry["action"] == ("feedback" if proposed == "ask" else "ask")


def test_a_mistyped_action_is_kept_as_a_note_and_the_line_that_mends_it_does(mikro):
    proposed = json.loads(mikro("--json").out)["nudge"]["action"]
    mistyped, meant = ("tivvl", "doubt") if proposed != "doubt" else ("feedbak", "feedback")
    hint = mikro("log", mistyped).out.splitlines()[-1]
    assert mikro(*shlex.split(hint[hint.index("mikro edit") :])[1:]).code == 0
    entry = json.loads(mikro("history", "--json").out)["entries"][0]
    assert (entry["action"], entry["note"]) == (meant, None)


def test_an_action_that_was_named_is_never_questioned(mikro):
    assert "mikro edit" not in mikro("log", "feedback", "asked how it went").out


def test_without_a_note_the_answer_shows_what_had_been_proposed(mikro):
    act = json.loads(mikro("--json").out)["nudge"]["text"]
    assert f"The proposal was: {act}" in " ".join(mikro("log").out.split())


def test_two_logs_in_the_same_minute_are_two_entries_and_undo_takes_back_one(mikro):
    mikro("log", "ask", "det samme")
    mikro("log", "ask", "det samme")
    assert len(json.loads(mikro("history", "--json").out)["entries"]) == 2
    mikro("undo")
    assert len(json.loads(mikro("history", "--json").out)["entries"]) == 1


@pytest.mark.parametrize(
    "words", [("i går",), ("i", "går"), ("ask", "yesterday"), ("tvivl", "i mandags 14:30")]
)
def test_a_note_that_is_only_a_time_is_kept_and_at_is_mentioned(mikro, words):
    answer = mikro("log", *words)
    assert answer.code == 0
    assert "--at" in answer.out
    assert json.loads(mikro("history", "--json").out)["entries"][0]["note"] is not None


def test_a_note_with_a_time_before_a_colon_keeps_its_words_and_at_is_mentioned(mikro):
    answer = mikro("log", "ask", "i går: talte med en kollega")
    assert 'mikro edit 1 --at "i går"\n' in answer.out
    assert mikro("edit", "1", "--at", "i går").code == 0
    entry = json.loads(mikro("history", "--json").out)["entries"][0]
    assert (entry["day"], entry["note"]) == ("2026-11-22", "i går: talte med en kollega")


@pytest.mark.parametrize(
    "note", ["i dag talte jeg med tre", "2 gode samtaler", "mandag igen", "9", "a hard one"]
)
def test_other_notes_are_taken_as_they_are(mikro, note):
    answer = mikro("log", "ask", note)
    assert (answer.code, answer.err) == (0, "")


@pytest.mark.parametrize("setting", ["goal = 99", 'country = "ZZ"', "goal = "])
@pytest.mark.parametrize(
    "words",
    [
        ("log", "ask", "en note"),
        ("log", "--json"),
        ("today", "--plan", "Når …, så …"),
        ("week", "--answer", "learned=noget"),
    ],
)
def test_what_broken_settings_refuse_has_stored_nothing(mikro, tmp_path, setting, words):
    config = tmp_path / "mikro" / "config.toml"
    config.parent.mkdir(exist_ok=True)
    config.write_text(setting)
    assert mikro(*words).code == 1
    config.unlink()
    assert mikro("undo").code == 1
    assert json.loads(mikro("history", "--json").out)["entries"] == []


def test_two_notes_at_once_are_refused(mikro):
    answer = mikro("log", "ask", "en", "--note", "to")
    assert answer.code == 1
    assert "two notes" in answer.err


def test_a_note_that_is_too_long_is_refused_and_one_of_the_limit_is_kept(mikro):
    assert mikro("log", "ask", "x" * 4001).code == 1
    assert entry_of(mikro("log", "ask", "x" * 4000, "--json"))["note"] == "x" * 4000


def feed(monkeypatch, content: bytes, encoding: str = "utf-8"):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content), encoding=encoding))


@pytest.mark.parametrize(
    ("content", "note"),
    [
        ("en note med æøå\n".encode(), "en note med æøå"),
        (b"\xef\xbb\xbfmed BOM", "med BOM"),
        ("fra et ældre Windows: blåbærgrød".encode("cp1252"), "fra et ældre Windows: blåbærgrød"),
        (b"to\r\nlinjer\r\n", "to\nlinjer"),
        (b"", None),
    ],
)
def test_a_note_comes_from_standard_input(mikro, monkeypatch, content, note):
    feed(monkeypatch, content)
    assert entry_of(mikro("log", "ask", "--note", "-", "--json"))["note"] == note


def test_a_flood_on_standard_input_is_refused(mikro, monkeypatch):
    feed(monkeypatch, b" " * 1_500_000 + b"hej")
    answer = mikro("log", "ask", "--note", "-")
    assert answer.code == 1
    assert "4000" in answer.err


def test_nothing_is_asked_without_a_terminal_even_when_told_to(mikro, monkeypatch):
    def no_input(*_args):
        raise AssertionError("asked")

    monkeypatch.setattr("builtins.input", no_input)
    assert mikro("log", "ask", "--ask").code == 0


class TestQuestions:
    """With a terminal at both ends, up to three questions, after the entry is stored."""

    @pytest.fixture
    def typed(self, monkeypatch):
        monkeypatch.setattr("mikrohandlinger.cli.terminal.person.is_there", lambda: True)
        answers: list[str | BaseException] = []

        def answer(_prompt):
            if not answers:
                raise EOFError
            given = answers.pop(0)
            if isinstance(given, BaseException):
                raise given
            return given

        monkeypatch.setattr("builtins.input", answer)
        return answers

    def entry(self, mikro):
        return json.loads(mikro("history", "--json").out)["entries"][0]

    def test_all_three_are_stored_and_one_undo_takes_back_the_whole_entry(self, mikro, typed):
        typed += ["et godt svar", "2", "3"]
        assert mikro("log", "ask").code == 0
        entry = self.entry(mikro)
        assert (entry["note"], entry["reach"], entry["went"]) == ("et godt svar", "new", "hard")
        mikro("undo")
        assert json.loads(mikro("history", "--json").out)["entries"] == []

    def test_what_is_known_is_not_asked(self, mikro, typed):
        typed += ["easy"]
        mikro("log", "ask", "en note", "--reach", "up")
        assert self.entry(mikro)["went"] == "easy"

    def test_what_is_not_understood_is_asked_again_once_and_then_named_as_left_out(self, mikro, typed):
        typed += ["", "7", "up", "hvad", "nej"]
        answer = mikro("log", "ask")
        assert answer.code == 0
        assert typed == []
        assert "Left out: “nej”." in answer.out
        assert answer.out.endswith("Stored: up.\n")
        entry = self.entry(mikro)
        assert (entry["note"], entry["reach"], entry["went"]) == (None, "up", None)

    def test_enter_skips_every_question_and_nothing_is_said_to_be_stored(self, mikro, typed):
        typed += ["", "", ""]
        answer = mikro("log", "ask")
        assert answer.code == 0
        assert "Stored:" not in answer.out

    @pytest.mark.parametrize("stop", [EOFError(), KeyboardInterrupt()])
    def test_stopping_at_a_question_keeps_the_entry_and_what_was_answered(self, mikro, typed, stop):
        typed += ["en note", stop]
        answer = mikro("log", "ask")
        assert answer.code == 0
        assert answer.out.endswith("Stored: the note.\n")
        assert self.entry(mikro)["note"] == "en note"

    def test_a_note_typed_at_the_question_is_masked_and_its_length_is_checked(self, mikro, typed):
        typed += ["ring 12345678", "", ""]
        assert "1 personal detail was masked" in mikro("log", "ask").out
        typed += ["x" * 4001, "1", ""]
        answer = mikro("log", "ask")
        assert answer.code == 0
        assert "4000" in answer.err
        assert self.entry(mikro)["reach"] == "known"

    @pytest.mark.parametrize("arguments", [("--no-ask",), ("--json",)])
    def test_nothing_is_asked_when_it_is_not_wanted(self, mikro, typed, arguments):
        typed += [AssertionError("asked")]
        assert mikro("log", "ask", *arguments).code == 0

    def test_the_setting_decides_unless_the_option_does(self, mikro, typed):
        mikro("config", "set", "ask", "nej")
        typed += ["en note"]
        mikro("log", "ask")
        assert typed == ["en note"]
        mikro("log", "ask", "--ask")
        assert typed == []


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("undo", "Did you mean the command “undo”? To take the entry away: mikro undo"),
        ("hjælp", "Did you mean the command “hjælp”? To take the entry away: mikro undo"),
        ("4", "The actions are 1, 2 and 3. To take the entry away: mikro undo"),
    ],
)
def test_a_command_or_a_number_that_became_a_note_is_told_with_the_way_back(mikro, word, hint):
    answer = mikro("log", word)
    assert answer.out.splitlines()[1].strip() == f"“{word}”"
    assert hint in " ".join(answer.out.split())
