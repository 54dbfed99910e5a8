"""The help of two commands, as an example of its kind."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize("columns", [80, 50])
@pytest.mark.parametrize("lang", ["da", "en"])
@pytest.mark.parametrize("words", [("log", "--help"), ("config", "set", "--help")], ids=" ".join)
def test_the_help_of_a_command(mikro, snapshot, words, lang, columns):
    assert mikro(*words, lang=lang, columns=columns).out == snapshot
