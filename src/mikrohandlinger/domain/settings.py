"""The settings, described once: the loader, ``mikro config`` and the manual page all read this description."""

from __future__ import annotations

import re
from datetime import date, time
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from mikrohandlinger.domain.calendar import AGREED_DAYS, Treatment
from mikrohandlinger.domain.catalogue.model import PLACES
from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.domain.privacy import one_line
from mikrohandlinger.domain.proposal import Profile
from mikrohandlinger.domain.strength import Target

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY_NAMES: Final = (
    ("mandag", "monday"), ("tirsdag", "tuesday"), ("onsdag", "wednesday"), ("torsdag", "thursday"),
    ("fredag", "friday"), ("lørdag", "saturday", "lordag", "loerdag"), ("søndag", "sunday", "sondag", "soendag"),
)  # fmt: skip
_TREATMENTS: Final = ("work", "half", "off")


class Kind(NamedTuple):
    """What values a setting takes.

    Attributes:
        form: How to write it, for messages and the manual.
        read: Turns a TOML value into the setting's value; raises ValueError when it does not fit.
        parse: Turns what is typed in ``config set`` into a TOML value; raises ValueError.
        choices: The values, where they can be counted up.
    """

    form: str
    read: Callable[[Any], Any]
    parse: Callable[[str], Any]
    choices: tuple[str, ...] = ()


class Setting(NamedTuple):
    """One setting.

    Attributes:
        key: Its name in ``config.toml``.
        default: What holds when it is not set, as a TOML value.
        kind: What it may be.
        meaning: What it does, for people (marked for translation).
    """

    key: str
    default: Any
    kind: Kind
    meaning: str


def _one_of(*choices: str, **also: str) -> Kind:
    """One of ``choices``; ``also`` says what else may be typed for them, such as the Danish word."""

    def read(value: Any) -> str:
        if value not in choices:
            raise ValueError
        return str(value)

    def parse(text: str) -> str:
        word = text.strip().casefold()
        return read(also.get(word, word))

    return Kind(" | ".join(choices), read, parse, choices)


def _number(low: int, high: int) -> Kind:
    def read(value: Any) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            raise ValueError
        return value

    numbers = tuple(str(number) for number in range(low, high + 1))
    return Kind(f"{low}–{high}", read, lambda text: read(int(text)), numbers)


def _some_of(*choices: str) -> Kind:
    def read(value: Any) -> tuple[str, ...]:
        if not isinstance(value, list | tuple) or not value or any(item not in choices for item in value):
            raise ValueError
        return tuple(choice for choice in choices if choice in value)

    def parse(text: str) -> list[str]:
        return list(read([part.strip().lower() for part in text.split(",") if part.strip()]))

    return Kind(", ".join(choices), read, parse, choices)


def _parse_workdays(text: str) -> list[str]:
    """Weekdays in either language, from two letters up, single or as “mon-fri”, “man til tor”."""
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
    for number, names in enumerate(_WEEKDAY_NAMES):
        if len(word) >= 2 and any(name.startswith(word.rstrip(".")) for name in names):
            return number
    raise ValueError


def _read_flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError
    return value


def _parse_flag(text: str) -> bool:
    words = {"true": True, "yes": True, "on": True, "ja": True, "1": True, "til": True}
    words |= {"false": False, "no": False, "off": False, "nej": False, "0": False, "fra": False}
    try:
        return words[text.strip().lower()]
    except KeyError:
        raise ValueError from None


def _read_text(value: Any) -> str:
    if not isinstance(value, str) or len(value) > 200 or any(ord(char) < 32 for char in value):
        raise ValueError
    return value.strip()


def _read_days(value: Any) -> frozenset[date]:
    if not isinstance(value, list | tuple):
        raise ValueError
    return frozenset(item if type(item) is date else date.fromisoformat(item) for item in value)


def _parse_days(text: str) -> list[date]:
    """Days with their year, as in ISO 8601 or as Danes write them; “-” is none."""
    if text.strip() in ("-", "–"):
        return []
    iso = re.sub(r"\b(\d{1,2})[./-](\d{1,2})[./-](\d{4})\b", _as_iso, text)
    return sorted(_read_days(re.findall(r"[^\s,;]+", iso)))


def _as_iso(found: re.Match[str]) -> str:
    day, month, year = found.groups()
    return f"{year}-{month:0>2}-{day:0>2}"


def _read_time(value: Any) -> time:
    # TOML has times too, which come back from the cache as text with seconds.
    text = value.isoformat() if isinstance(value, time) else value
    found = isinstance(text, str) and re.fullmatch(r"([01]?\d|2[0-3])[:.]([0-5]\d)(:[0-5]\d(\.\d+)?)?", text)
    if not found:
        raise ValueError
    return time(int(found[1]), int(found[2]))


def _parse_time(text: str) -> str:
    clock = text.strip()
    return _read_time(f"{clock}:00" if clock.isdecimal() else clock).strftime("%H:%M")


def _read_country(value: Any) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"[A-Za-z]{2}", value):
        raise ValueError
    return value.upper()


_FLAG: Final = Kind("true | false", _read_flag, _parse_flag, ("true", "false"))
_TEXT: Final = Kind(
    '"…" (≤ 200)', _read_text, lambda text: _read_text("" if text in ("-", "–") else one_line(text))
)
_WORKDAYS: Final = _some_of(*WEEKDAYS)._replace(parse=_parse_workdays)
_DAYS: Final = Kind("2026-12-23, 2027-01-02", _read_days, _parse_days)
_TIME: Final = Kind("08:30", _read_time, _parse_time)
_COUNTRY: Final = Kind("DK, SE, DE …", _read_country, _read_country)
_TREATMENT: Final = _one_of(
    *_TREATMENTS, arbejde="work", arbejdsdag="work", halv="half", fri="off", fridag="off"
)

SPEC: Final[tuple[Setting, ...]] = (
    Setting("language", "auto", _one_of("auto", "da", "en", dansk="da", danish="da", engelsk="en", english="en"), N_("The language of the screens; auto follows the computer, and is Danish unless the computer is English.")),
    Setting("role", "employee", _one_of("employee", "leader", medarbejder="employee", leder="leader"), N_("Leaders also get variations for people with responsibility for staff.")),
    Setting("workdays", list(WEEKDAYS[:5]), _WORKDAYS, N_("The weekdays on which you work; no other day ever counts.")),
    Setting("anchor", "", _TEXT, N_("The daily moment that you tie the action to, such as “after the morning coffee”.")),
    Setting("level_cap", 3, _number(1, 3), N_("The boldest level that you want proposed: 1 easy, 2 takes a little, 3 takes courage.")),
    Setting("places", list(PLACES), _some_of(*PLACES), N_("Where you talk with people; variations for other places are not proposed.")),
    Setting("goal", 3, _number(1, 7), N_("On how many days a week you want to do a micro-action.")),
    Setting("show_streaks", True, _FLAG, N_("Whether weeks in a row are shown.")),
    Setting("ask", True, _FLAG, N_("Whether “mikro log” may ask its optional questions on a terminal.")),
    Setting("strength_times", 1, _number(1, 31), N_("Habit strength: this many times of each action …")),
    Setting("strength_days", 5, _number(1, 31), N_("… in this many working days is a full score.")),
    Setting("country", "DK", _COUNTRY, N_("Whose public holidays are days off.")),
    Setting("first_of_may", "half", _TREATMENT, N_("1 May: a working day, a half day or a day off.")),
    Setting("constitution_day", "half", _TREATMENT, N_("5 June, Constitution Day.")),
    Setting("christmas_eve", "off", _TREATMENT, N_("24 December.")),
    Setting("new_years_eve", "off", _TREATMENT, N_("31 December.")),
    Setting("closed_days", [], _DAYS, N_("The workplace's own closed days.")),
    Setting("nudge_at", "08:30", _TIME, N_("When the daily reminder comes, if it is on.")),
    Setting("nudge_from", "08:00", _TIME, N_("No reminder before this time.")),
    Setting("nudge_to", "17:00", _TIME, N_("No reminder after this time.")),
    Setting("nudge_private", False, _FLAG, N_("Whether a reminder may show your own plan.")),
)  # fmt: skip
BY_KEY: Final[Mapping[str, Setting]] = {setting.key: setting for setting in SPEC}


class Settings:
    """Every setting with the value that holds.

    Attributes:
        values: Read values by key, defaults included.
        given: The TOML values that were set, by key.
    """

    def __init__(self, values: Mapping[str, Any], given: Mapping[str, Any]) -> None:
        self.values = values
        self.given = given

    def __getitem__(self, key: str) -> Any:
        return self.values[key]

    @property
    def goal(self) -> int:
        """Days a week."""
        return int(self.values["goal"])

    @property
    def profile(self) -> Profile:
        """For whom proposals are made."""
        return Profile(self.values["role"], self.values["places"], self.values["level_cap"])

    @property
    def target(self) -> Target:
        """How often an action is aimed at, for its strength; a day counts once, so no more often than daily."""
        days = self.values["strength_days"]
        return Target(min(self.values["strength_times"], days), days)

    @property
    def workdays(self) -> frozenset[int]:
        """ISO weekdays on which the user works."""
        return frozenset(WEEKDAYS.index(name) + 1 for name in self.values["workdays"])

    @property
    def agreed(self) -> Mapping[tuple[int, int], Treatment]:
        """How the days of the collective agreements are treated, by (month, day)."""
        return {month_day: self.values[key] for key, month_day in AGREED_DAYS.items()}


def read(table: Mapping[str, Any]) -> Settings:
    """Check every value of a parsed ``config.toml`` and fill in the defaults.

    Raises:
        MikroError: ``setting-unknown`` or ``setting-wrong``, naming the key and what fits.
    """
    for key in table:
        if key not in BY_KEY:
            raise MikroError(
                "setting-unknown",
                N_("There is no setting “{key}”. The settings are: {keys}."),
                key=key,
                keys=", ".join(BY_KEY),
            )
    values = {setting.key: _value(setting, table.get(setting.key, setting.default)) for setting in SPEC}
    return Settings(values, dict(table))


def parse(key: str, text: str) -> Any:
    """What is typed in ``config set KEY TEXT``, as a checked TOML value.

    Raises:
        MikroError: ``setting-unknown`` or ``setting-wrong``.
    """
    if key not in BY_KEY:
        read({key: text})
    setting = BY_KEY[key]
    try:
        return setting.kind.parse(text)
    except (ValueError, TypeError):
        raise _wrong(setting, text) from None


def _value(setting: Setting, value: Any) -> Any:
    try:
        return setting.kind.read(value)
    except (ValueError, TypeError):
        raise _wrong(setting, value) from None


def _wrong(setting: Setting, value: object) -> MikroError:
    return MikroError(
        "setting-wrong",
        N_("{key} cannot be {value}. Choose from: {form}.")
        if setting.kind.choices
        else N_("{key} cannot be {value}. Write it like this: {form}."),
        key=setting.key,
        value=repr(value) if not isinstance(value, str) else f'"{value}"',
        form=setting.kind.form,
    )
