"""Danish and English: the translations, and how the language is chosen.

The messages in the code are English; Danish comes from ``locale/da/LC_MESSAGES/mikrohandlinger.mo``. The language
is chosen once, at the start, and only this module remembers it.
"""

from __future__ import annotations

import sys
from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

DOMAIN: Final = "mikrohandlinger"
LOCALES: Final = Path(__file__).parent / "locale"

_current: NullTranslations = NullTranslations()
_language = "en"


def use(language: str) -> None:
    """Let every text from now on be in ``language`` (``da`` or ``en``)."""
    global _current, _language
    _language = language
    if language == "en":
        _current = NullTranslations()
        return
    with (LOCALES / language / "LC_MESSAGES" / f"{DOMAIN}.mo").open("rb") as file:
        _current = GNUTranslations(file)


def language() -> str:
    """The language of the screens: ``da`` or ``en``."""
    return _language


def _(message: str) -> str:
    """``message`` in the language of the screens."""
    return _current.gettext(message) if message else ""


def ngettext(one: str, many: str, number: int) -> str:
    """``one`` or ``many`` in the language of the screens, whichever fits ``number``."""
    return _current.ngettext(one, many, number)


def choose(setting: str, environ: Mapping[str, str]) -> str:
    """The language to use.

    Args:
        setting: ``auto``, ``da`` or ``en``, from the settings.
        environ: ``MIKRO_LANG`` wins over the setting; ``auto`` follows the system's locale.
    """
    wanted = of_environment(environ)
    if wanted:
        return wanted
    if setting in ("da", "en"):
        return setting
    return "en" if _system_locale(environ).lower().startswith("en") else "da"


def of_environment(environ: Mapping[str, str]) -> str:
    """The language that ``MIKRO_LANG`` asks for, or "" if it names none that there is."""
    wanted = environ.get("MIKRO_LANG", "").strip().lower()[:2]
    return wanted if wanted in ("da", "en") else ""


def _system_locale(environ: Mapping[str, str]) -> str:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environ.get(name):
            return environ[name]
    if sys.platform == "win32":
        return _windows_locale()
    return ""


def _windows_locale() -> str:
    """The language of Windows' own screens, such as ``da_DK``."""
    import ctypes
    import locale

    number = ctypes.windll.kernel32.GetUserDefaultUILanguage()  # type: ignore[attr-defined,unused-ignore]
    return locale.windows_locale.get(number, "")
