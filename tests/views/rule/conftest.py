"""Rules as the screens show them."""

from __future__ import annotations

from datetime import date

import pytest

from mikrohandlinger.domain.rules.model import Rule
from mikrohandlinger.domain.rules.register import Listed

TODAY = date(2026, 11, 26)


@pytest.fixture
def today() -> date:
    """A Thursday."""
    return TODAY


@pytest.fixture
def rules() -> list[Listed]:
    """One of each kind, in the order of the list."""
    noticed = date(2026, 11, 2)
    waiting = Rule(
        "a" * 16, 3, "To underskrifter på kørsel under 500 kr.", noticed, date(2026, 11, 10), "workflow",
        origin="administration", gets_in_the_way="Medarbejderen venter en til tre dage på en leder, der er ude.",
        protects="at kørsel er godkendt, før den bliver udbetalt", ask="try-without",
        until="tre måneder, for beløb under 500 kr.", door="økonomichefen", minutes_low=5, minutes_high=10, times=3,
        per="week", people=12, status="raised", raised=date(2026, 11, 10), answer_due=date(2026, 12, 1),
    )  # fmt: skip
    trying = Rule(
        "b" * 16, 2, "Statistik over besøg hver fredag", noticed, date(2026, 11, 20), "documentation", "professional",
        "own-unit", minutes_low=20, minutes_high=30, times=1, per="week", status="trying",
        answered=date(2026, 11, 20), answer="Vi prøver det i fjorten dage.", review_on=date(2026, 12, 4),
    )  # fmt: skip
    fresh = Rule("c" * 16, 4, "Ugeskemaet skrives to steder", TODAY, TODAY)
    kept = Rule(
        "d" * 16, 5, "Dobbeltkontrol af medicin", noticed, date(2026, 11, 20), "rule", origin="state", status="kept",
        review_on=date(2027, 11, 20), protects="at ingen får forkert medicin", answer="Den fangede tre fejl i år.",
        answered=date(2026, 11, 20), thanked=True,
    )  # fmt: skip
    gone = Rule(
        "e" * 16, 1, "Tavlemødet også om fredagen", noticed, date(2026, 11, 23), origin="habit", status="removed",
        minutes_low=15, minutes_high=20, times=1, per="week", people=9, minutes_after_low=0, minutes_after_high=0,
    )  # fmt: skip
    return [Listed(waiting, 12), *(Listed(rule, None) for rule in (trying, fresh, gone, kept))]
