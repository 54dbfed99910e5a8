"""Golden screens of ``mikro config``."""

from __future__ import annotations

import pytest

CHOSEN = 'role = "leader"\nworkdays = ["mon", "tue"]\nclosed_days = [2026-12-23]\nanchor = "[red]efter kaffen"\nask = false\n'


def configured(home, text):
    home.mkdir()
    (home / "config.toml").write_text(text)


@pytest.mark.parametrize("columns", [80, 50])
@pytest.mark.parametrize("lang", ["da", "en"])
def test_what_was_chosen_comes_first_and_the_rest_is_one_paragraph(mikro, home, snapshot, lang, columns):
    configured(home, CHOSEN)
    out = mikro("config", lang=lang, columns=columns).out
    *lines, last = out.splitlines()
    assert max(map(len, lines)) <= columns
    assert last.endswith(str(home / "config.toml")), "whole, so that it can be copied"
    assert "\n".join(lines) == snapshot


def test_it_fits_a_screen_even_where_much_was_chosen(mikro, home):
    configured(home, CHOSEN + 'goal = 2\nlevel_cap = 2\nplaces = ["meeting", "remote"]\nwork = ["care"]\n')
    assert len(mikro("config", columns=80).out.splitlines()) <= 24


def test_without_a_choice_all_is_as_it_came(mikro):
    out = mikro("config", env={"MIKRO_LANG": None}, columns=80).out
    assert out.startswith("Alt står, som det kom\n")
    assert "Det har du valgt" not in out


@pytest.mark.parametrize("lang", ["da", "en"])
@pytest.mark.parametrize(
    "key", ["level_cap", "role", "workdays", "closed_days", "nudge_at", "anchor", "goal"]
)
def test_one_setting_says_what_it_means_and_how_to_change_it(mikro, home, snapshot, lang, key):
    configured(home, CHOSEN)
    assert mikro("config", "get", key, lang=lang).out == snapshot
