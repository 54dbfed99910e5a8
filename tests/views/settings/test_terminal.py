"""Golden screens of ``mikro config``."""

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
