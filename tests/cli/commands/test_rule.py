"""``mikro rule``."""

from __future__ import annotations

import json

import pytest


def listed(mikro, **more):
    return json.loads(mikro("rule", "list", "--json", **more).out)["rules"]


def test_one_line_is_enough(mikro):
    answer = mikro("rule", "add", "Ugeskemaet skrives to steder")
    assert (answer.code, answer.err) == (0, "")
    (rule,) = listed(mikro)
    del rule["id"]
    assert rule == {
        "number": 1, "title": "Ugeskemaet skrives to steder", "kind": "rule", "detail": None, "origin": "unknown",
        "gets_in_the_way": None, "protects": None, "ask": None, "until": None, "door": None, "minutes": None,
        "times": None, "per": None, "people": None, "hours_a_year": None, "status": "noticed",
        "noticed": "2026-11-23", "raised": None, "answer_due": None, "answered": None, "answer": None,
        "waiting_days": None, "thanked": False, "minutes_after": None, "review_on": None, "masked": 0,
    }  # fmt: skip


def test_all_can_be_told_at_once_in_the_words_of_either_screen(mikro):
    danish = mikro(
        "regel", "tilføj", "To underskrifter", "--kind", "arbejdsgang", "--origin", "byraadet", "--ask", "prøve uden",
        "--detail", "mere end loven siger", "--protects", "at kørsel er godkendt", "--times", "3/uge", "--minutes",
        "5-10", "--people", "12", "--door", "økonomichefen", "--until", "tre måneder", "--in-the-way", "vi venter",
        "--json", lang="da",
    )  # fmt: skip
    rule = json.loads(danish.out)["rule"]
    told = {key: rule[key] for key in ("kind", "origin", "ask", "detail", "per", "times", "hours_a_year")}
    assert told == {
        "kind": "workflow", "origin": "council", "ask": "try-without", "detail": "beyond-law", "per": "week",
        "times": 3, "hours_a_year": [132.0, 264.0],
    }  # fmt: skip


@pytest.mark.parametrize("wanted", [("--ask", "remove"), ("--ask", "væk")])
def test_nothing_is_wished_away_before_it_is_said_what_it_protects(mikro, wanted):
    refused = mikro("rule", "add", "Skemaet", *wanted)
    assert refused.code == 1
    assert "--protects" in refused.err
    assert listed(mikro) == []
    assert mikro("rule", "add", "Skemaet", *wanted, "--protects", "overblik").code == 0


def test_a_door_is_a_role_and_never_a_name(mikro):
    refused = mikro("rule", "add", "Skemaet", "--door", "Mette fra økonomi")
    assert refused.code == 1
    assert "Mette" in refused.err
    assert listed(mikro) == []


def test_personal_details_are_masked_in_every_field_and_told(mikro):
    answer = mikro(
        "rule", "add", "Ring til 23 45 67 89", "--protects", "skriv til a@b.dk", "--in-the-way", "010203-1234"
    )
    assert "3 personal details were masked" in answer.out
    (rule,) = listed(mikro)
    assert (rule["title"], rule["protects"], rule["gets_in_the_way"], rule["masked"]) == (
        "Ring til [tlf.]", "skriv til [e-mail]", "[CPR]", 3,
    )  # fmt: skip
    assert mikro("rule", "edit", "1", "--protects", "a@b.dk", "--keep-personal").code == 0
    assert listed(mikro)[0]["protects"] == "a@b.dk"


@pytest.mark.parametrize(
    ("raised", "waited"),
    [("2026-11-20", (0, 1, 5)), ("2026-11-21", (0, 1, 5)), ("2026-11-22", (0, 1, 5))],
)
def test_working_days_without_an_answer_count_from_the_day_after(mikro, raised, waited):
    mikro("rule", "add", "Skemaet", now=f"{raised}T09:00:00+01:00")
    mikro("rule", "raise", "1", now=f"{raised}T09:00:00+01:00")
    days = [listed(mikro, now=f"2026-11-{day}T09:00:00+01:00")[0]["waiting_days"] for day in (22, 23, 27)]
    assert tuple(days) == waited


@pytest.mark.parametrize(
    ("raised", "seen", "waited"), [("2026-12-23", "2027-01-04", 4), ("2027-03-24", "2027-03-30", 1)]
)
def test_those_who_should_answer_have_holidays_too(mikro, raised, seen, waited):
    mikro("config", "set", "workdays", "sat,sun")
    mikro("config", "set", "public_holidays", "work")
    mikro("pause", "2026-12-20", "2027-04-30")
    mikro("rule", "add", "Skemaet", now=f"{raised}T09:00:00+01:00")
    mikro("rule", "raise", "1", now=f"{raised}T09:00:00+01:00")
    assert listed(mikro, now=f"{seen}T09:00:00+02:00")[0]["waiting_days"] == waited


def test_an_answer_stops_the_clock_and_a_new_question_starts_it_again(mikro):
    mikro("rule", "add", "Skemaet")
    mikro("rule", "raise", "1", "--to", "afdelingslederen", "--due", "1/12")
    raised = listed(mikro, now="2026-11-25T09:00:00+01:00")[0]
    assert (raised["door"], raised["answer_due"], raised["waiting_days"]) == (
        "afdelingslederen",
        "2026-12-01",
        2,
    )
    mikro("rule", "answer", "1", "Det må direktionen se på", "--passed-on", now="2026-11-26T09:00:00+01:00")
    passed = listed(mikro, now="2026-11-27T09:00:00+01:00")[0]
    assert (passed["status"], passed["answered"], passed["waiting_days"]) == ("passed-on", "2026-11-26", None)
    mikro("rule", "raise", "1", "--to", "direktionen", now="2026-11-27T09:00:00+01:00")
    again = listed(mikro, now="2026-11-30T09:00:00+01:00")[0]
    assert (again["status"], again["waiting_days"], again["answered"]) == ("raised", 1, None)


def test_a_trial_has_an_end_and_what_is_kept_a_day_to_look_again(mikro):
    for _ in range(3):
        mikro("rule", "add", "Skemaet")
    mikro("rule", "answer", "1", "Vi prøver", "--trying", "--review", "1/3")
    mikro("rule", "answer", "2", "Vi prøver", "--trying")
    mikro("rule", "close", "3", "--kept")
    ends = {rule["number"]: rule["review_on"] for rule in listed(mikro)}
    assert ends == {1: "2027-03-01", 2: "2027-02-23", 3: "2027-11-23"}


def test_whether_it_helped_is_told_in_minutes(mikro):
    mikro("rule", "add", "Skemaet", "--minutes", "5-10", "--times", "3/week", "--people", "12")
    assert mikro("rule", "close", "1").code == 1
    answer = mikro("rule", "close", "1", "--changed", "--minutes-after", "0-2")
    assert "79–264 hours a year" in answer.out
    assert listed(mikro)[0]["minutes_after"] == [0, 2]


def test_each_step_is_one_change_that_can_be_taken_back_and_done_again(mikro):
    mikro("rule", "add", "Skemaet")
    mikro("rule", "raise", "1")
    mikro("rule", "answer", "1", "Ja", "--changed")
    whole = listed(mikro)
    for status in ("raised", "noticed"):
        assert mikro("undo").code == 0
        assert listed(mikro)[0]["status"] == status
    mikro("undo")
    assert listed(mikro) == []
    for _ in range(3):
        mikro("redo")
    assert listed(mikro) == whole


def test_an_entry_is_about_a_rule_by_its_number(mikro):
    mikro("rule", "add", "Skemaet")
    mikro("rule", "add", "Statistikken")
    answer = mikro("log", "doubt", "spurgte om den", "--rule", "2")
    assert "About rule no. 2: Statistikken" in answer.out
    assert json.loads(mikro("history", "--json").out)["entries"][0]["rule"] == 2
    assert "rule no. 2" in mikro("history").out
    assert json.loads(mikro("edit", "1", "--rule", "1", "--json").out)["entry"]["rule"] == 1
    assert [
        entry["rule"] for entry in json.loads(mikro("history", "--rule", "1", "--json").out)["entries"]
    ] == [1]
    assert json.loads(mikro("history", "--rule", "2", "--json").out)["entries"] == []
    assert json.loads(mikro("edit", "1", "--rule", "", "--json").out)["entry"]["rule"] is None
    refused = mikro("log", "doubt", "--rule", "9")
    assert (refused.code, refused.out) == (1, "")


def test_a_rule_is_shown_with_what_was_said_about_it(mikro):
    mikro("rule", "add", "Skemaet")
    for number in range(5):
        mikro("log", "doubt", f"samtale {number}", "--rule", "1", now=f"2026-11-2{number + 3}T10:00:00+01:00")
    shown = mikro("rule", "show", "1", now="2026-11-28T10:00:00+01:00").out
    assert [f"samtale {number}" in shown for number in range(5)] == [False, False, True, True, True]
    assert "mikro history --rule 1" in shown
    found = json.loads(mikro("rule", "show", "1", "--json").out)
    assert [entry["note"] for entry in found["entries"]] == [
        f"samtale {number}" for number in (4, 3, 2, 1, 0)
    ]


def test_what_was_said_upwards_may_have_raised_it(mikro):
    mikro("rule", "add", "Skemaet")
    assert "mikro rule raise 1" in mikro("log", "doubt", "--rule", "1", "--reach", "up").out
    mikro("rule", "raise", "1")
    assert "mikro rule raise" not in mikro("log", "doubt", "--rule", "1", "--reach", "up").out


def test_today_speaks_of_a_rule_that_has_waited_a_week_and_of_none_before(mikro):
    def line(day, **more):
        return mikro("today", now=f"2026-{day}T08:30:00+01:00", **more).out

    mikro("config", "set", "goal", "3")
    mikro("rule", "add", "Skemaet")
    mikro("rule", "raise", "1")
    assert "mikro rule" not in line("11-26")
    assert "Rule no. 1 has waited 5 working days for an answer: mikro rule show 1" in line("11-30")
    found = json.loads(mikro("today", "--json", now="2026-11-30T08:30:00+01:00").out)["rules"]
    assert found == {"waiting": 1, "longest_days": 5}
    mikro("rule", "answer", "1", "Vi prøver", "--trying", "--review", "4/12", now="2026-11-30T09:00:00+01:00")
    assert "mikro rule" not in line("12-01")
    assert "Prøven af regel nr. 1 er slut." in line("12-04", lang="da")
    mikro("rule", "close", "1", "--removed", now="2026-12-04T09:00:00+01:00")
    assert "mikro rule" not in line("12-07")


def test_a_promised_day_that_has_passed_is_reason_enough_to_speak(mikro):
    mikro("config", "set", "goal", "3")
    mikro("rule", "add", "Skemaet")
    mikro("rule", "raise", "1", "--due", "i morgen")
    assert "mikro rule" not in mikro("today", now="2026-11-24T08:30:00+01:00").out
    assert "mikro rule show 1" in mikro("today", now="2026-11-25T08:30:00+01:00").out


def test_the_week_tells_which_rules_were_noticed_or_moved_in_it(mikro):
    later = "2026-12-08T09:00:00+01:00"

    def numbers(week):
        return [rule["number"] for rule in json.loads(mikro("week", week, "--json", now=later).out)["rules"]]

    mikro("rule", "add", "Skemaet")
    mikro("rule", "add", "Statistikken")
    mikro("rule", "raise", "2", now="2026-11-30T09:00:00+01:00")
    assert (numbers("2026-W48"), numbers("2026-W49"), numbers("2026-W50")) == ([2, 1], [2], [])
    assert "Rule no. 2 has waited 6 working days" in mikro("week", now=later).out
    assert "Skemaet" in mikro("week", "2026-W48", "--all", now=later).out
    assert "Skemaet" not in mikro("week", "2026-W48", "--all", "--no-notes", now=later).out


def test_what_got_in_the_way_may_become_a_rule(mikro):
    answer = mikro("week", "--answer", 'friction=Skemaet skrives "to" steder. Det er vores eget.')
    assert "mikro rule add \"Skemaet skrives 'to' steder\"" in answer.out


def test_an_act_about_the_rules_of_the_place_may_turn_one_up(mikro):
    for number in range(1, 40):
        day = f"2026-{12 if number > 20 else 11}-{(number % 20) + 3:02}T08:30:00+01:00"
        answer = mikro("log", now=day)
        entry = json.loads(mikro("history", "--json", now=day).out)["entries"][0]
        about = json.loads(mikro("actions", entry["variation"] or "ask", "--json", now=day).out)
        is_about_rules = bool(entry["variation"]) and about["variation"]["rules"]
        assert ("mikro rule add" in answer.out) <= is_about_rules
        if "mikro rule add" in answer.out:
            return
    pytest.fail("in so many days one is about rules")


def test_without_a_terminal_nothing_is_asked(process):
    done = process("rule", "add", "Skemaet", input="os selv\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "✓ Rule no. 1: Skemaet.\n"


def test_on_a_terminal_what_it_protects_is_asked_before_what_one_would_like(terminal, mikro):
    process = terminal("rule", "add", "Skemaet", "skrives", "to", "steder")
    process.expect("Rule no. 1: Skemaet skrives to steder")
    for question, typed in (
        ("Who decided it", "2"),
        ("protect", ""),
        ("would you like", "remove"),
        ("Write first", "overblik"),
        ("minutes", "5-10"),
        ("How often", "3/uge"),
        ("How many people", ""),
    ):
        process.expect(question)
        process.sendline(typed)
    process.expect("11–22 hours a year")
    process.expect("mikro rule close 1")
    (rule,) = listed(mikro)
    told = tuple(rule[key] for key in ("origin", "protects", "ask", "minutes", "times", "people", "door"))
    assert told == ("own-unit", "overblik", "remove", [5, 10], 3, None, None)
    mikro("undo")
    assert listed(mikro) == []


def test_an_edit_without_a_word_asks_for_the_rest_on_a_terminal_alone(terminal, mikro):
    mikro("rule", "add", "Skemaet", "--origin", "state", "--protects", "overblik", "--ask", "keep")
    assert mikro("rule", "edit", "1").code == 1
    process = terminal("rule", "edit", "1")
    for question, typed in (
        ("Who could decide", "direktionen"),
        ("minutes", "5"),
        ("How often", "1/day"),
        ("many people", "2"),
    ):
        process.expect(question)
        process.sendline(typed)
    process.expect("35 hours a year")
    process.expect("Stored.")
    process.wait()
    assert listed(mikro)[0]["door"] == "direktionen"
    mikro("undo")
    (rule,) = listed(mikro)
    assert (rule["door"], rule["minutes"], rule["protects"]) == (None, None, "overblik")


def test_an_interruption_loses_nothing(terminal, mikro):
    import pexpect

    process = terminal("rule", "add", "Skemaet")
    process.expect("Who decided it")
    process.sendline("pynt")
    process.expect("is none of them")
    process.sendline("state")
    process.expect("protect.*› ")
    # What comes between the prompt and the wait for an answer is looked at when the answer comes.
    for _ in range(5):
        process.sendcontrol("c")
        if process.expect(["mikro rule edit 1", pexpect.TIMEOUT], timeout=5) == 0:
            break
    process.wait()
    assert process.exitstatus == 0
    assert [(rule["title"], rule["origin"]) for rule in listed(mikro)] == [("Skemaet", "state")]


def test_a_memo_is_shown_before_it_is_written(mikro, tmp_path):
    mikro(
        "rule", "add", "Mette Hansen skal godkende det på 23 45 67 89", "--ask", "change", "--keep-personal"
    )
    for ending, begins in (
        (".md", "# “[navn]"),
        (".html", "<!DOCTYPE html>"),
        (".csv", "\ufeffnumber;title"),
    ):
        file = tmp_path / f"ark{ending}"
        answer = mikro("rule", "export", "1", "-o", file)
        assert answer.code == 0
        assert "[navn] skal godkende" in answer.out.replace("\\", "")
        assert "2 personal details or names are masked" in answer.err
        written = file.read_text("utf-8")
        assert written.replace("\\", "").startswith(begins)
        assert "Mette" not in written
        assert "67 89" not in written
    whole = mikro("rule", "export", "1", "--keep-personal").out
    assert "Mette Hansen skal godkende det på 23 45 67 89" in whole


def test_a_memo_without_numbers_is_about_all_that_have_not_ended(mikro):
    assert mikro("rule", "export").code == 1
    for title in ("Skemaet", "Statistikken"):
        mikro("rule", "add", title)
    mikro("rule", "close", "1", "--removed")
    memo = json.loads(mikro("rule", "export", "--json").out)
    assert [rule["number"] for rule in memo["rules"]] == [2]
    assert "Skemaet" in mikro("rule", "export", "2", "1").out
    assert mikro("rule", "export", "--format", "svg").code == 2
    assert mikro("rule", "export", "--format", "html", "-o", "x.csv").code == 1
    assert mikro("rule", "export", "-o", "x.svg").code == 1


def test_a_leader_reads_what_it_means_to_answer(mikro):
    mikro("rule", "add", "Skemaet")
    mikro("rule", "raise", "1")
    assert "Any answer is better than none" not in mikro("rule", "show", "1").out
    mikro("config", "set", "role", "leader")
    assert "Any answer is better than none" in mikro("rule", "show", "1").out


def test_all_of_a_rule_travels_and_links_hold_by_id_on_machines_that_number_otherwise(mikro, tmp_path):
    here, there = {"MIKRO_HOME": str(tmp_path / "a")}, {"MIKRO_HOME": str(tmp_path / "b")}
    mikro("rule", "add", "Kun her", env=here)
    mikro(
        "rule", "add", "Skemaet", "--minutes", "5-10", "--times", "3/uge", "--door", "direktionen", env=here
    )
    mikro("rule", "raise", "2", "--due", "1/12", env=here)
    mikro("log", "doubt", "om skemaet", "--rule", "2", env=here)
    mikro("rule", "add", "Kun der", env=there)
    mikro("log", "doubt", "om det andet", "--rule", "1", env=there)
    shared = tmp_path / "shared"
    shared.mkdir()
    for machine in (here, there, here):
        assert mikro("sync", shared, "--yes", env=machine).code == 0

    def told(machine):
        rules = {rule.pop("number"): rule for rule in listed(mikro, env=machine)}
        entries = json.loads(mikro("history", "--json", env=machine).out)["entries"]
        about = {entry["note"]: rules[entry["rule"]]["title"] for entry in entries}
        return {rule["title"]: rule for rule in rules.values()}, about, sorted(rules)

    assert told(here)[:2] == told(there)[:2]
    assert told(there)[1] == {"om skemaet": "Skemaet", "om det andet": "Kun der"}
    assert told(here)[2] == told(there)[2] == [1, 2, 3]
    assert json.loads(mikro("rule", "show", "1", "--json", env=there).out)["rule"]["title"] == "Kun der"
    exported = tmp_path / "mine.jsonl"
    mikro("export", "-o", exported, env=here)
    fresh = {"MIKRO_HOME": str(tmp_path / "c")}
    assert mikro("import", exported, env=fresh).code == 0
    assert told(fresh)[:2] == told(here)[:2]
    assert listed(mikro, env=fresh)


def test_a_rule_that_was_edited_on_two_machines_keeps_the_words_that_gave_way(mikro, tmp_path):
    here, there = {"MIKRO_HOME": str(tmp_path / "a")}, {"MIKRO_HOME": str(tmp_path / "b")}
    shared = tmp_path / "shared"
    shared.mkdir()
    mikro("rule", "add", "Skemaet", env=here)
    for machine in (here, there):
        mikro("sync", shared, "--yes", env=machine)
    mikro("rule", "edit", "1", "--protects", "overblik", env=here, now="2026-11-24T08:00:00+01:00")
    mikro("rule", "edit", "1", "--protects", "vikaren", env=there, now="2026-11-25T08:00:00+01:00")
    for machine in (here, there, here):
        mikro("sync", shared, "--yes", env=machine, now="2026-11-26T08:00:00+01:00")
    assert [rule["protects"] for rule in listed(mikro, env=here)] == ["vikaren"]
    conflicts = mikro("sync", "--conflicts", env=here, now="2026-11-26T08:00:00+01:00").out
    assert "overblik" in conflicts


def test_every_door_of_the_data_knows_rules(mikro, tmp_path):
    mikro("rule", "add", "Skemaet skrives to steder", "--minutes", "5-10", "--protects", "overblik")
    mikro("rule", "answer", "1", "Vi prøver", "--trying")
    for ending in ("md", "csv", "toml"):
        file = tmp_path / f"alt.{ending}"
        assert "1 rule" in mikro("export", "-o", file).out
        assert "Skemaet skrives to steder" in file.read_text("utf-8").replace("\\", "")
        mikro("export", "--no-notes", "-o", file)
        assert "Skemaet" not in file.read_text("utf-8")
    found = {check["id"]: check["state"] for check in json.loads(mikro("doctor", "--json").out)["checks"]}
    assert found["database"] == "ok"
    backup = tmp_path / "kopi.zip"
    mikro("backup", backup)
    mikro("rule", "close", "1", "--removed")
    assert mikro("restore", backup, "--yes").code == 0
    assert listed(mikro)[0]["status"] == "trying"
    assert mikro("erase", "--all", "--yes").code == 0
    assert listed(mikro) == []


def test_the_list_of_changes_tells_which_rule(mikro):
    mikro("rule", "add", "Skemaet")
    mikro("rule", "raise", "1")
    changes = json.loads(mikro("undo", "--list", "--json").out)["changes"]
    assert [change["what"] for change in changes] == ["rule", "rule"]
    assert "rule no. 1: “Skemaet”" in mikro("undo", "--list").out
    assert mikro("undo").out.startswith("Taken back: rule no. 1 is not raised.")
    assert mikro("redo").out.startswith("Done again: rule no. 1.")


def test_a_sentence_without_add_is_understood_as_something_to_put_down(mikro):
    refused = mikro("rule", "Skemaet skrives to steder")
    assert refused.code == 2
    assert "add" in refused.err
    assert "export" in mikro("rule", "exprt").err
    assert "rule" in mikro("bøvl").err


@pytest.mark.parametrize(
    ("typed", "origin"),
    [
        ("kommunalbestyrelsen", "council"),
        ("Byrådet", "council"),
        ("city council", "council"),
        ("MED-udvalget", "committee"),
        ("direktionen", "administration"),
        ("ministeriet", "state"),
    ],
)
def test_whoever_decided_is_understood_under_every_name_that_people_use(mikro, typed, origin):
    assert mikro("rule", "add", "Skemaet", "--origin", typed, lang="da").code == 0
    assert listed(mikro)[0]["origin"] == origin


def test_an_answer_that_says_not_what_it_led_to_asks_for_that_and_not_for_another_raising(mikro):
    mikro("rule", "add", "Skemaet")
    mikro("rule", "raise", "1")
    for said in (
        mikro("rule", "answer", "1", "Det ser vi på", lang="da"),
        mikro("rule", "show", "1", lang="da"),
    ):
        assert "Hvad førte det til?" in said.out
        assert "mikro rule raise" not in said.out


def test_what_it_takes_now_is_a_sentence(mikro):
    mikro("rule", "add", "Skemaet")
    closed = mikro("rule", "close", "1", "--removed", "--minutes-after", "0-2", lang="da")
    assert "Nu tager den 0–2 minutter." in closed.out
    assert "Nu tager den 0–2 minutter." in mikro("rule", "export", "1", lang="da").out


def test_of_a_masked_rule_it_is_said_to_write_it_again_and_not_an_answer(mikro):
    said = mikro("rule", "add", "Ring 22 33 44 55", lang="da").out
    assert "--keep-personal" in said
    assert "svaret" not in said
