"""How the sentences of a catalogue sound. Every rule has a test that breaks it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from mikrohandlinger.domain.catalogue import lint_words
from mikrohandlinger.domain.catalogue.check import check
from mikrohandlinger.domain.catalogue.lint import is_open, lint

from .catalogues import built_in, built_in_file, own_file, variation

NAME = "[[variation]] ask-own-best-hour"


def told(*changed: dict[str, Any], **top: Any) -> list[tuple[str, str]]:
    """Key and sentence of every fault in an own file; not the hints."""
    found = lint(own_file(*changed, **top), built_in())
    return [(fault.key, str(fault)) for fault in found if not fault.is_hint]


def test_the_built_in_file_is_clean() -> None:
    assert lint(built_in_file()) == []


def test_a_good_own_variation_is_clean() -> None:
    assert told() == []


@pytest.mark.parametrize(
    ("changed", "key", "words"),
    [
        ({"da.text": "Spørg en kollega om den hurtigste time. Lyt godt efter."}, "da.text", "more than one sentence"),
        ({"en.text": "Ask a colleague about the hour; then listen."}, "en.text", "more than one sentence"),
        ({"da.text": "Spørg en kollega, " + "hvad der er rigtig godt og " * 6 + "hvorfor."}, "da.text", "at most 160"),
        ({"da.text": "Spørg en kollega, hvilken time der går hurtigst"}, "da.text", "full stop"),
        ({"en.text": "Ask a colleague which hour passes fastest!"}, "en.text", "exclamation"),
        ({"da.when": "Når I mødes"}, "da.when", "full stop"),
        ({"da.text": "Du spørger en kollega, hvilken time der går hurtigst."}, "da.text", "a verb"),
        ({"en.text": "The hour that passes fastest is one to ask a colleague about."}, "en.text", "a verb"),
        ({"da.why": "Et spørgsmål " + "om en ting og en anden ting " * 4 + "virker.", "source": "huang2017"}, "da.why", "at most 120"),
        ({"da.say": "Hvilken time går hurtigst for dig? Sig det nu!"}, "da.say", "exclamation"),
        ({"da.text": "Spørg en kollega, om dagen går hurtigt."}, "da.text", "yes or a no"),
        ({"da.text": "Spørg en kollega om du må gå med ud."}, "da.text", "yes or a no"),
        ({"en.text": "Ask a colleague whether the day passes fast."}, "en.text", "yes or a no"),
        ({"da.say": "Går dagen hurtigt for dig?"}, "da.say", "yes or no"),
        ({"da.say": "Ved du, hvad klokken er?"}, "da.say", "yes or no"),
        ({"en.say": "Does the day pass quickly for you?"}, "en.say", "yes or no"),
        ({"da.text": "Spørg Mette, hvilken time der går hurtigst."}, "da.text", "personal name"),
        ({"da.when": "Når du står hos Ahmed."}, "da.when", "personal name"),
        ({"da.say": "Hvad siger Sørens team til det?"}, "da.say", "personal name"),
        ({"en.text": "Ask Priya which hour passes fastest."}, "en.text", "personal name"),
        ({"da.text": "Spørg Xenofon, hvilken time der går hurtigst."}, "da.text", "personal name"),
        ({"en.say": "What would Will have done?"}, "en.say", "personal name"),
        ({"da.text": "Mærk efter, hvilken time der går hurtigst."}, "da.text", "what to feel"),
        ({"en.when": "When you feel good about the day."}, "en.when", "what to feel"),
        ({"da.text": "Spørg en kollega, hvordan det går med helbredet."}, "da.text", "private"),
        ({"da.say": "Hvordan gik det med skilsmissen?"}, "da.say", "private"),
        ({"en.text": "Ask a colleague how the therapy is going."}, "en.text", "private"),
        ({"en.say": "How are things in your marriage?"}, "en.say", "private"),
        ({"da.why": "Det viser forskning.", "en.why": "Research shows it."}, "source", "needs a source"),
        ({"da.say": "Hvordan er vores psykologiske tryghed? Hvad siger sårbarhed dig?"}, "da.say", "sårbarhed"),
    ],
)  # fmt: skip
def test_a_sentence_that_breaks_a_rule_is_named(changed: dict[str, Any], key: str, words: str) -> None:
    faults = told(changed)
    assert [found for found, _sentence in faults] == [key]
    assert words in faults[0][1]


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_forbidden_word_is_refused_outside_say(language: str) -> None:
    for word in lint_words.FORBIDDEN[language]:
        faults = told({f"{language}.when": f"Når x {word} y."})
        assert any(key == f"{language}.when" and word.split()[0] in text for key, text in faults), word
    for word in lint_words.FORBIDDEN[language]:
        if word not in lint_words.UNSAID[language]:
            assert told({f"{language}.say": f"X {word} y."}) == [], word


@pytest.mark.parametrize("language", ["da", "en"])
def test_words_of_guilt_are_refused_everywhere(language: str) -> None:
    for word in lint_words.GUILT[language]:
        for field in ("text", "when", "say"):
            faults = told({f"{language}.{field}": f"Vis {word} frem."})
            assert (
                f"{language}.{field}",
                f"Leave out “{word}”: it sounds like duty, moralising, blame or jargon.",
            ) in faults


@pytest.mark.parametrize(
    ("field", "sentence"),
    [
        ("da.text", "Spørg altid en kollega, hvilken time der går hurtigst."),
        ("da.text", "Spørg en kollega, hvad der virker, og afbryd aldrig svaret."),
        ("da.when", "Når I mødes, skal du være klar."),
        ("da.care", "Du skal ikke være bange."),
        ("en.text", "Never ask a colleague which hour passes fastest."),
        ("en.care", "Choose a calm moment and always listen."),
        ("en.when", "When you meet, you must be ready."),
    ],
)
def test_duty_that_is_laid_on_the_reader_is_refused(field: str, sentence: str) -> None:
    assert any(key == field and "duty" in text for key, text in told({field: sentence}))


@pytest.mark.parametrize(
    ("field", "sentence"),
    [
        ("da.text", "Spørg en kollega, hvad I andre aldrig opdager om natten."),
        ("da.text", "Spørg en kollega, hvordan det skal siges, så det bliver hørt."),
        ("da.when", "Når en maskine er brudt sammen, og I venter."),
        ("en.text", "Ask a colleague what the rest of you never notice."),
        ("en.text", "Ask a colleague what should be said first and by whom."),
        ("en.when", "When the lift has broken down again."),
    ],
)
def test_the_same_words_are_plain_where_they_lay_nothing_on_anybody(field: str, sentence: str) -> None:
    assert not any("duty" in text for _key, text in told({field: sentence}))


@pytest.mark.parametrize(
    ("field", "sentence"),
    [
        ("da.when", "Når der er overskud."),
        ("da.when", "Når du har god tid."),
        ("da.when", "Når som helst."),
        ("da.when", "Hver gang."),
        ("en.when", "When you have time."),
        ("en.when", "Whatever the day."),
        ("en.when", "Hver gang."),
        ("en.when", "When it suits you."),
    ],
)
def test_a_cue_in_which_nothing_happens_is_refused(field: str, sentence: str) -> None:
    assert told({field: sentence}) == [
        (field, "Nothing happens in this. Name a moment that comes by itself.")
    ]


def test_a_word_within_another_is_no_forbidden_word() -> None:
    assert told({"da.when": "Når I skaller kartofler og børster støvler."}) == []
    assert told({"en.when": "When you pass the mustard and the almost ready soup."}) == []


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Hvad tænker du?", "da"),
        ("Inden jeg siger noget, hvad tænker I andre?", "da"),
        ("Hvis vi måtte fjerne én ting, vi selv har fundet på, hvad skulle det så være?", "da"),
        ("På hvilken måde hjælper det?", "da"),
        ("Og hvorfor det?", "da"),
        ("Fortæl, hvordan gik det?", "da"),
        ("Skriv én linje: Hvad har vi ikke talt om endnu?", "da"),
        ("Hvad hjælper dig mest: et råd, eller at jeg lytter?", "da"),
        ("Write one line: what haven't we talked about yet?", "en"),
        ("What's the story?", "en"),
        ("If you could drop one, which would it be?", "en"),
        ("When you write ‘independent’, what do you mean?", "en"),
        ("To whom does it matter?", "en"),
        ("Tell me, how did it go?", "en"),
    ],
)
def test_open_questions_are_open(question: str, language: str) -> None:
    assert is_open(question, language)


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Har du tid?", "da"),
        ("Skriv én linje: Har du tid?", "da"),
        ("Hvis jeg nu spørger, vil du så svare?", "da"),
        ("Kan du sige, hvad det er?", "da"),
        ("Må jeg spørge om noget?", "da"),
        ("Hvisker du?", "da"),
        ("Så du, hvad der skete?", "da"),
        ("…?", "da"),
        ("Do you know what it is?", "en"),
        ("When you started, did you know?", "en"),
        ("Whatever?", "en"),
    ],
)
def test_closed_questions_are_closed(question: str, language: str) -> None:
    assert not is_open(question, language)


def test_only_ask_has_to_ask_openly() -> None:
    doubt = {
        "id": "doubt-own-best-hour",
        "action": "doubt",
        "da.say": "Må jeg tænke højt?",
        "en.say": "May I?",
    }
    assert told(doubt) == []


def test_full_stops_of_abbreviations_end_no_sentence() -> None:
    text = "Spørg en kollega fra f.eks. vej og park, hvilken time der ca. går hurtigst."
    assert told({"da.text": text}) == []


def test_a_name_of_a_place_or_an_author_is_no_personal_name() -> None:
    why = "I Egedal, hos KL og hos Edmondson peger det samme vej."
    assert told({"da.why": why, "source": "zetlandegedal"}) == []
    assert told({"da.say": "I går sagde I noget. Hvad mente I?"}) == []
    assert told({"da.text": "Ring til Borgerservice med ros for gårsdagens hjælp i køen."}) == []
    assert told({"en.text": "Line up three questions and put one of them to the caretaker."}) == []


@pytest.mark.parametrize(
    "address", ["edmondson.org", "ftp://x.org/a", "https://", "siehe Buch", "https://localhost/a"]
)
def test_a_source_has_an_address_on_the_web(address: str) -> None:
    source = {"author": "A", "year": 2020, "title": "T", "address": address}
    assert [key for key, _sentence in told(source={"mine": source})] == ["address"]


def test_only_existing_variations_can_be_hidden() -> None:
    assert [
        key for key, _sentence in told(hide=["ask-nothing", "ask-own-best-hour", "ask-what-surprised"])
    ] == ["hide"]


def test_a_sentence_copied_into_both_languages_is_judged_by_the_one_that_it_suits() -> None:
    same = {f"en.{field}": text for field, text in variation()["da"].items()}
    assert told(same) == []
    both = {f"{language}.say": "Har du tid?" for language in ("da", "en")}
    assert [key for key, _sentence in told({**same, **both})] == ["da.say"]


def test_what_is_no_text_is_left_to_the_check() -> None:
    assert lint({"variation": [3, {"da": 4}, {"da": {"text": 5}}], "source": [], "hide": 1}, built_in()) == []


def test_what_to_mind_has_at_most_90_characters() -> None:
    long = own_file({"da.care": f"Vælg {'et roligt ' * 9}øjeblik."})
    assert [fault.key for fault in lint(long, built_in())] == ["da.care"]


def test_each_fault_of_a_sentence_comes_with_an_example_that_passes() -> None:
    faults = lint(own_file({"da.text": "Spørg Mette, om hun bør have tid!"}), built_in())
    assert len(faults) >= 4
    for fault in faults:
        text = fault.example.removeprefix('text = "').removesuffix('"')
        # The example is a sentence of the built-in catalogue in short, so it may resemble that one only.
        again = [str(other) for other in lint(own_file({"da.text": text}), built_in())]
        assert all("nearly the same" in sentence for sentence in again)


@pytest.mark.parametrize("page", ["skriv-variationer.md", "writing-variations.md"])
def test_the_example_of_the_manual_passes(page: str) -> None:
    text = (Path(__file__).parents[3] / "docs" / page).read_text("utf-8")
    raw = tomllib.loads(text.split("```toml\n")[1].split("```")[0])
    assert [*check(raw, built_in()), *lint(raw, built_in())] == []
