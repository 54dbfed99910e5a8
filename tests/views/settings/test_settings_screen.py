"""Golden screens of ``mikro config``, and of the help as an example of its kind."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize("columns", [80, 50])
@pytest.mark.parametrize("lang", ["da", "en"])
def test_every_setting_with_its_value_origin_meaning_and_form(mikro, home, snapshot, lang, columns):
    home.mkdir()
    (home / "config.toml").write_text(
        'role = "leader"\nworkdays = ["mon", "tue"]\nclosed_days = [2026-12-23]\nanchor = "[red]efter kaffen"\nask = false\n'
    )
    out = mikro("config", lang=lang, columns=columns).out
    assert max(map(len, out[: out.rindex("\n\n")].splitlines())) <= columns
    assert out[: out.rindex("\n\n")] == snapshot


@pytest.mark.parametrize("columns", [80, 50])
@pytest.mark.parametrize("lang", ["da", "en"])
@pytest.mark.parametrize("words", [("log", "--help"), ("config", "set", "--help")], ids=" ".join)
def test_the_help_of_a_command(mikro, snapshot, words, lang, columns):
    assert mikro(*words, lang=lang, columns=columns).out == snapshot
