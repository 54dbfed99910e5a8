"""What of a rule may leave."""

from __future__ import annotations

from datetime import date

from mikrohandlinger.domain.catalogue.names import mask_names
from mikrohandlinger.domain.rules.leaving import WORDS, masked
from mikrohandlinger.domain.rules.model import Rule
from mikrohandlinger.storage.database.table import RULES

DAY = date(2026, 11, 26)


def test_every_own_word_of_the_table_is_looked_at() -> None:
    assert set(WORDS) == set(RULES.words)


def test_names_go_surname_and_all_and_roles_stay() -> None:
    assert mask_names("Vi venter på Mette Skov-Jensen hos økonomichefen") == (
        "Vi venter på [navn] hos økonomichefen",
        1,
    )
    assert mask_names("Mettes skema og Lars") == ("[navn] skema og [navn]", 2)
    assert mask_names("Skemaet går til Byrådet og KL") == ("Skemaet går til Byrådet og KL", 0)


def test_what_was_kept_as_it_was_written_is_masked_where_it_leaves() -> None:
    rule = Rule("a", 1, "Ring til Mette Hansen på 23 45 67 89", DAY, DAY, answer="skriv til a@b.dk")
    found = masked(rule)
    assert (found.rule.title, found.rule.answer, found.details) == (
        "Ring til [navn] på [tlf.]",
        "skriv til [e-mail]",
        3,
    )
