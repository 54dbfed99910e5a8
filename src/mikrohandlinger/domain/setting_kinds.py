"""What values a setting can take, and how each is written: in the file, at the command line and on the screen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

from mikrohandlinger.domain.calendar import Treatment
from mikrohandlinger.domain.privacy import one_line
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple, get_args

if TYPE_CHECKING:
    import re
    from typing import Any, Final

WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
ROLES: Final = ("employee", "leader")
#: What feedback can be put in, the one that is offered unless told first.
FRAMES: Final = ("opi", "sbi", "klartale", "free")
LANGUAGES: Final = ("auto", "da", "en")
TREATMENTS: Final[tuple[Treatment, ...]] = get_args(Treatment)
HOLIDAYS: Final = ("off", "work")


#: No day starts later in the morning than this.
_LATEST_START: Final = time(6)


def _as_it_is(value: Any) -> Any:
    return value


class Kind(NamedTuple):
    """What values a setting takes.

    Attributes:
        form: How to write it, for messages and the manual.
        read: Turns a TOML value into the setting's value; raises ValueError when it does not fit.
        parse: Turns what is typed in ``config set`` into a TOML value; raises ValueError.
        choices: The values, where they can be counted up.
        words: Which kind of :mod:`mikrohandlinger.domain.words` the values are; empty where they have no other names.
        is_words: Whether it is the user's own words.
        plain: Turns the setting's value into what JSON holds.
        toml: Turns what JSON holds into a TOML value.
    """

    form: str
    read: Callable[[Any], Any]
    parse: Callable[[str], Any]
    choices: tuple[str, ...] = ()
    plain: Callable[[Any], Any] = _as_it_is
    words: str = ""
    is_words: bool = False
    toml: Callable[[Any], Any] = _as_it_is


def _meant(words: str, text: str) -> str | None:
    from mikrohandlinger.domain.words import value

    return value(words, text)


def _each_meant(words: str, text: str) -> list[str | None]:
    """What a part between commas means: one thing, whose name may hold an "og", or several joined as people do."""
    import re

    whole = _meant(words, text)
    if whole:
        return [whole]
    return [_meant(words, part) for part in re.split(r"\s+(?:og|and|samt|·|[+&/])\s+", text.strip())]


def one_of(*choices: str, words: str) -> Kind:
    """One of ``choices``, which are called what the table calls the values of ``words``."""

    def read(value: Any) -> str:
        if value not in choices:
            raise ValueError
        return str(value)

    def parse(text: str) -> str:
        return read(_meant(words, text))

    return Kind(" | ".join(choices), read, parse, choices, words=words)


def _is_none(text: str) -> bool:
    """Whether it was typed that there is none of it."""
    return _meant("amount", text) == "none"


def number(low: int, high: int, words: str = "") -> Kind:
    """A whole number from ``low`` to ``high``; some may have names of the kind ``words``."""

    def read(value: Any) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            raise ValueError
        return value

    numbers = tuple(str(number) for number in range(low, high + 1))

    def parse(text: str) -> int:
        return read(int((words and _meant(words, text)) or text))

    return Kind(f"{low}–{high}", read, parse, numbers, words=words)


def some_of(*choices: str, words: str, or_none: bool = False) -> Kind:
    """Some of ``choices``, in their order, or none where that is a value too."""

    def read(value: Any) -> tuple[str, ...]:
        if not isinstance(value, list | tuple) or any(item not in choices for item in value):
            raise ValueError
        if not (value or or_none):
            raise ValueError
        return tuple(choice for choice in choices if choice in value)

    def parse(text: str) -> list[str]:
        if or_none and _is_none(text):
            return []
        if _meant("amount", text) == "all":
            return list(choices)
        parts = [each for part in text.split(",") if part.strip() for each in _each_meant(words, part)]
        if not parts:
            raise ValueError
        return list(read(parts))

    return Kind(", ".join(choices), read, parse, choices, list, words)


def _read_workdays(value: Any) -> frozenset[int]:
    names = some_of(*WEEKDAYS, words="weekday").read(value)
    return frozenset(WEEKDAYS.index(name) + 1 for name in names)


def _plain_workdays(workdays: frozenset[int]) -> list[str]:
    return [WEEKDAYS[number - 1] for number in sorted(workdays)]


def _parse_workdays(text: str) -> list[str]:
    """Weekdays in either language, from two letters up, single or as “mon-fri”, “man til tor”."""
    import re

    if _meant("amount", text) == "all":
        return list(WEEKDAYS)
    found: set[int] = set()
    listed = re.sub(r"\s+(?:og|and|&)\s+", ",", text.strip().casefold())
    for part in re.split(r"[\s,;]+", re.sub(r"\s*[-–]\s*|\s+(?:til|to)\s+", "-", listed)):
        first, dash, last = part.partition("-")
        begin = _weekday(first)
        end = _weekday(last) if dash else begin
        if end < begin:
            raise ValueError
        found.update(range(begin, end + 1))
    return [WEEKDAYS[number] for number in sorted(found)]


def _weekday(word: str) -> int:
    from mikrohandlinger.domain.words import VALUES, folded

    typed = folded(word.rstrip("."))
    for number, name in enumerate(WEEKDAYS):
        called = [folded(each) for words in VALUES["weekday"][name] for each in words.split(" | ")]
        if len(typed) >= 2 and any(each.startswith(typed) for each in called):
            return number
    raise ValueError


def _read_flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError
    return value


def _parse_flag(text: str) -> bool:
    word = _meant("truth", text)
    if word is None:
        raise ValueError
    return word == "true"


def _read_text(value: Any) -> str:
    if not isinstance(value, str) or len(value) > 200 or any(ord(char) < 32 for char in value):
        raise ValueError
    return value.strip()


def _read_folder(value: Any) -> str:
    """A whole path, however the system writes one; whether there is such a folder is nobody's business here."""
    folder = _read_text(value)
    is_whole = folder.startswith(("/", "~", "\\\\")) or folder[1:3] in (":\\", ":/")
    if folder and not is_whole:
        raise ValueError
    return folder


def _parse_folder(text: str) -> str:
    if not text.strip():
        raise ValueError
    return "" if _is_none(text) else _read_folder(text)


def _read_days(value: Any) -> frozenset[date]:
    if not isinstance(value, list | tuple):
        raise ValueError
    return frozenset(item if type(item) is date else date.fromisoformat(item) for item in value)


def _plain_days(days: frozenset[date]) -> list[str]:
    return [day.isoformat() for day in sorted(days)]


def _toml_days(days: list[str]) -> list[date]:
    return [date.fromisoformat(day) for day in days]


def _parse_days(text: str) -> list[date]:
    """Days with their year, as in ISO 8601 or as Danes write them; “-” is none."""
    import re

    if _is_none(text):
        return []
    iso = re.sub(r"\b(\d{1,2})[./-](\d{1,2})[./-](\d{4})\b", _as_iso, text)
    return sorted(_read_days(re.findall(r"[^\s,;]+", iso)))


def _as_iso(found: re.Match[str]) -> str:
    day, month, year = found.groups()
    return f"{year}-{month:0>2}-{day:0>2}"


def _read_time(value: Any) -> time:
    if isinstance(value, time):
        return time(value.hour, value.minute)
    # Without a regular expression, as three times are read at every start.
    hour, minute, *seconds = str(value).replace(".", ":").split(":") if isinstance(value, str) else ("", "")
    is_short = len(hour) in (1, 2) and all(len(part) == 2 for part in (minute, *seconds[:1]))
    if not (is_short and "".join((hour, minute, *seconds)).isdecimal()):
        raise ValueError
    return time(int(hour), int(minute))


def _read_early(value: Any) -> time:
    clock = _read_time(value)
    if clock > _LATEST_START:
        raise ValueError
    return clock


def _plain_time(clock: time) -> str:
    return clock.strftime("%H:%M")


def _parse_time(text: str) -> str:
    clock = text.strip()
    return _plain_time(_read_time(f"{clock}:00" if clock.isdecimal() else clock))


def _read_country(value: Any) -> str:
    if not (isinstance(value, str) and len(value) == 2 and value.isascii() and value.isalpha()):
        raise ValueError
    return value.upper()


FLAG: Final = Kind("true | false", _read_flag, _parse_flag, ("true", "false"), words="truth")
TEXT: Final = Kind(
    '"…" (≤ 200)',
    _read_text,
    lambda text: _read_text("" if _is_none(text) else one_line(text)),
    plain=one_line,
    is_words=True,
)
FOLDER: Final = Kind(
    "/srv/team, ~/Team, T:\\Team",
    _read_folder,
    _parse_folder,
    plain=one_line,
)
WORKDAYS: Final = Kind(
    ", ".join(WEEKDAYS), _read_workdays, _parse_workdays, WEEKDAYS, _plain_workdays, "weekday"
)
DAYS: Final = Kind("2026-12-23, 2027-01-02", _read_days, _parse_days, plain=_plain_days, toml=_toml_days)
TIME: Final = Kind("08:30", _read_time, _parse_time, plain=_plain_time)
EARLY: Final = Kind(
    "04:00 (≤ 06:00)",
    _read_early,
    lambda text: _plain_time(_read_early(_parse_time(text))),
    plain=_plain_time,
)
COUNTRY: Final = Kind("DK, SE, DE …", _read_country, _read_country)
TREATMENT: Final = one_of(*TREATMENTS, words="treatment")
