"""Danish and English: the translations, and how the language is chosen.

The messages in the code are English; Danish comes from ``locale/da/LC_MESSAGES/mikrohandlinger.po``, by way of a table
that ``scripts/messages.py`` makes of it. The language is chosen once, at the start, and only this module remembers it.
"""

from __future__ import annotations

import sys

from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_messages: Mapping[str, str] = {}
_forms: Mapping[str, tuple[str, str]] = {}
_language = "en"


def use(language: str) -> None:
    """Let every text from now on be in ``language`` (``da`` or ``en``)."""
    global _messages, _forms, _language
    _language = language
    if language == "en":
        _messages, _forms = {}, {}
        return
    from mikrohandlinger.texts import danish

    _messages, _forms = danish.MESSAGES, danish.FORMS


def language() -> str:
    """The language of the screens: ``da`` or ``en``."""
    return _language


def _(message: str) -> str:
    """``message`` in the language of the screens."""
    return _messages.get(message, message)


def ngettext(one: str, many: str, number: int) -> str:
    """``one`` or ``many`` in the language of the screens, whichever fits ``number``."""
    return _forms.get(one, (one, many))[number != 1]


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


def ended(sentence: str) -> str:
    """A sentence that ends with somebody's words: where these end one themselves, without a stop of its own."""
    return sentence[:-1] if sentence[-2:] in ("?.", "!.", "….", "..") else sentence


def quoted(text: str) -> str:
    """Own words on one line, in the quotation marks of the language."""
    from mikrohandlinger.domain.privacy import one_line

    words = one_line(text)
    return f"»{words}«" if language() == "da" else f"“{words}”"
