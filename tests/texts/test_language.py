"""How the language is chosen."""

from __future__ import annotations

import pytest

from mikrohandlinger import texts
from mikrohandlinger.texts import _, choose, ngettext


@pytest.mark.parametrize(
    ("setting", "environ", "expected"),
    [
        ("auto", {}, "da"),
        ("auto", {"LANG": "C"}, "da"),
        ("auto", {"LANG": "C.UTF-8"}, "da"),
        ("auto", {"LANG": "da_DK.UTF-8"}, "da"),
        ("auto", {"LANG": "de_DE.UTF-8"}, "da"),
        ("auto", {"LANG": "en_GB.UTF-8"}, "en"),
        ("auto", {"LANG": "en_US"}, "en"),
        ("auto", {"LANG": "da_DK.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, "en"),
        ("auto", {"LC_ALL": "da_DK.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, "da"),
        ("da", {"LANG": "en_GB.UTF-8"}, "da"),
        ("en", {"LANG": "da_DK.UTF-8"}, "en"),
        ("da", {"MIKRO_LANG": "en"}, "en"),
        ("en", {"MIKRO_LANG": "da"}, "da"),
        ("en", {"MIKRO_LANG": " DA_DK "}, "da"),
        ("en", {"MIKRO_LANG": "fr"}, "en"),
        ("auto", {"MIKRO_LANG": "", "LANG": "en_GB"}, "en"),
    ],
)
def test_the_environment_wins_over_the_setting_and_the_setting_over_the_system(
    setting, environ, expected, monkeypatch
):
    # Where the environment says nothing, Windows is asked for the language of its own screens.
    monkeypatch.setattr(texts, "_windows_locale", lambda: "da_DK")
    assert choose(setting, environ) == expected


def test_the_language_holds_until_another_is_used():
    texts.use("da")
    assert (_("today"), ngettext("{number} day", "{number} days", 1), texts.language()) == (
        "i dag",
        "{number} dag",
        "da",
    )
    texts.use("en")
    assert (_("today"), ngettext("{number} day", "{number} days", 2), texts.language()) == (
        "today",
        "{number} days",
        "en",
    )


def test_nothing_is_said_for_nothing():
    texts.use("da")
    assert _("") == ""
