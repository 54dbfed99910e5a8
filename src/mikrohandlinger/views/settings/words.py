"""Settings in words."""

from __future__ import annotations

from mikrohandlinger.domain.words import shown as in_words
from mikrohandlinger.texts import _, ended, language
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.shared.setting_values import shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from mikrohandlinger.domain.reports.settings import SettingRow
    from mikrohandlinger.domain.settings import Setting


def is_now(key: str, value: Any) -> str:
    """The answer of ``mikro config set`` and ``reset``."""
    return ended(_("{key} is now {value}.").format(key=key, value=shown(key, value)))


def one(row: SettingRow) -> Iterator[str]:
    """The answer of ``mikro config get``: the value, what it means, what else it may be, how to change it."""
    setting, value, source = row
    where = _("default") if source == "default" else source
    yield f"{setting.key}   {shown(setting.key, value)}   ({where})"
    yield _(setting.meaning)
    kind = setting.kind
    if kind.choices and kind.words != "level":
        words = ", ".join(in_words(kind.words, language(), kind.choices)) if kind.words else kind.form
        yield _("It may be: {values}.").format(values=words)
    elif not kind.words and not kind.is_words:
        yield _("It is written like this: {form}").format(form=kind.form)
    yield _("To change it: {command}").format(
        command=f"mikro config set {setting.key} {_example(setting, value)}"
    )


def _example(setting: Setting, value: Any) -> str:
    """Another value than the one that holds, as somebody would type it."""
    kind = setting.kind
    if kind.is_words:
        return '"…"'
    if kind.words == "weekday":
        return "-".join(in_words("weekday", language(), ("mon", "thu")))
    choices = [each for each in kind.choices if each not in (str(value), str(value).lower())]
    if not choices:
        return next(
            form for form in (*kind.form.split(", "), "09:15") if form not in shown(setting.key, value)
        )
    word = (
        choices[0]
        if not kind.words or kind.words == "level"
        else in_words(kind.words, language(), choices)[0]
    )
    return f'"{word}"' if " " in word else word
