"""The settings, described once: the loader, ``mikro config`` and the manual page all read this description."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, time

from mikrohandlinger.domain.calendar import (
    Treatment,
)
from mikrohandlinger.domain.catalogue.model import PLACES, WORKS
from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.domain.privacy import one_line
from mikrohandlinger.domain.terms import Agreement
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple, get_args

if TYPE_CHECKING:
    import re
    from typing import Any, Final

    from mikrohandlinger.domain.proposal import Profile
    from mikrohandlinger.domain.strength import Target

WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
ROLES: Final = ("employee", "leader")
LANGUAGES: Final = ("auto", "da", "en")
TREATMENTS: Final[tuple[Treatment, ...]] = get_args(Treatment)
HOLIDAYS: Final = ("off", "work")


#: The longest number that is written out, in bits, and the longest text of a value, in characters.
_LONGEST_NUMBER: Final = 64
_LONGEST_SHOWN: Final = 240


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


def _meant(words: str, text: str) -> str | None:
    from mikrohandlinger.domain.words import value

    return value(words, text)


def _one_of(*choices: str, words: str) -> Kind:
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


def _number(low: int, high: int, words: str = "") -> Kind:
    def read(value: Any) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            raise ValueError
        return value

    numbers = tuple(str(number) for number in range(low, high + 1))

    def parse(text: str) -> int:
        return read(int((words and _meant(words, text)) or text))

    return Kind(f"{low}–{high}", read, parse, numbers, words=words)


def _some_of(*choices: str, words: str, or_none: bool = False) -> Kind:
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
        whole = _meant(words, text)
        parts = [whole] if whole else [_meant(words, part) for part in text.split(",") if part.strip()]
        if not parts:
            raise ValueError
        return list(read(parts))

    return Kind(", ".join(choices), read, parse, choices, list, words)


def _read_workdays(value: Any) -> frozenset[int]:
    names = _some_of(*WEEKDAYS, words="weekday").read(value)
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


def _plain_time(clock: time) -> str:
    return clock.strftime("%H:%M")


def _parse_time(text: str) -> str:
    clock = text.strip()
    return _plain_time(_read_time(f"{clock}:00" if clock.isdecimal() else clock))


def _read_country(value: Any) -> str:
    if not (isinstance(value, str) and len(value) == 2 and value.isascii() and value.isalpha()):
        raise ValueError
    return value.upper()


_FLAG: Final = Kind("true | false", _read_flag, _parse_flag, ("true", "false"), words="truth")
_TEXT: Final = Kind(
    '"…" (≤ 200)',
    _read_text,
    lambda text: _read_text("" if _is_none(text) else one_line(text)),
    plain=one_line,
    is_words=True,
)
_WORKDAYS: Final = Kind(
    ", ".join(WEEKDAYS), _read_workdays, _parse_workdays, WEEKDAYS, _plain_workdays, "weekday"
)
_DAYS: Final = Kind("2026-12-23, 2027-01-02", _read_days, _parse_days, plain=_plain_days, toml=_toml_days)
_TIME: Final = Kind("08:30", _read_time, _parse_time, plain=_plain_time)
_COUNTRY: Final = Kind("DK, SE, DE …", _read_country, _read_country)
_TREATMENT: Final = _one_of(*TREATMENTS, words="treatment")

SPEC: Final[tuple[Setting, ...]] = (
    Setting("language", "auto", _one_of(*LANGUAGES, words="language"), N_("The language of the screens; auto follows the computer, and is Danish unless the computer is English.")),
    Setting("role", "employee", _one_of(*ROLES, words="role"), N_("Leaders also get variations for people with responsibility for staff.")),
    Setting("workdays", list(WEEKDAYS[:5]), _WORKDAYS, N_("The weekdays on which you work; no other day ever counts.")),
    Setting("anchor", "", _TEXT, N_("The daily moment that you tie the action to, such as “after the morning coffee”.")),
    Setting("level_cap", 3, _number(1, 3, "level"), N_("The boldest level that you want proposed: 1 easy · 2 takes a little · 3 takes courage.")),
    Setting("places", list(PLACES), _some_of(*PLACES, words="place"), N_("Where you talk with people; variations for other places are not proposed.")),
    Setting("work", [], _some_of(*WORKS, words="work", or_none=True), N_("Your kinds of work; with none, only variations that fit everywhere are proposed.")),
    Setting("goal", 3, _number(1, 7), N_("On how many days a week you want to do a micro-action.")),
    Setting("show_streaks", True, _FLAG, N_("Whether weeks in a row are shown.")),
    Setting("ask", True, _FLAG, N_("Whether “mikro log” may ask its optional questions on a terminal.")),
    Setting("strength_times", 1, _number(1, 31), N_("Habit strength: this many times of each action …")),
    Setting("strength_days", 5, _number(1, 31), N_("… in this many working days is a full score.")),
    Setting("public_holidays", "off", _one_of(*HOLIDAYS, words="treatment"), N_("Whether public holidays are days off, or working days like any other, as on a rota; the four days below have their own.")),
    Setting("country", "DK", _COUNTRY, N_("Whose public holidays are days off.")),
    Setting("first_of_may", "half", _TREATMENT, N_("1 May: a working day, a half day or a day off.")),
    Setting("constitution_day", "half", _TREATMENT, N_("5 June, Constitution Day.")),
    Setting("christmas_eve", "off", _TREATMENT, N_("24 December.")),
    Setting("new_years_eve", "off", _TREATMENT, N_("31 December.")),
    Setting("closed_days", [], _DAYS, N_("The workplace's own closed days.")),
    Setting("nudge_at", "08:30", _TIME, N_("When the daily reminder comes, if it is on.")),
    Setting("nudge_from", "08:00", _TIME, N_("No reminder before this time.")),
    Setting("nudge_to", "17:00", _TIME, N_("No reminder after this time.")),
    Setting("question.remember", "", _TEXT, N_("Your own question in the place of the first of the five, which conversation you will remember.")),
    Setting("question.learned", "", _TEXT, N_("Your own question in the place of the second, what you learned.")),
    Setting("question.hard", "", _TEXT, N_("Your own question in the place of the third, what was hard.")),
    Setting("question.friction", "", _TEXT, N_("Your own question in the place of the fourth, what got in the way.")),
    Setting("nudge_shows_plan", False, _FLAG, N_("Whether a reminder may show your own plan.")),
)  # fmt: skip
BY_KEY: Final[Mapping[str, Setting]] = {setting.key: setting for setting in SPEC}

#: Settings of earlier releases that a file may still hold, with what took their place. They say nothing any more:
#: ``nudge_private = true`` showed the plan, so neither value can be taken for what whoever wrote it meant, and a plan is
#: shown only to those who ask for it by the name that says so.
RETIRED: Final[Mapping[str, str]] = {"nudge_private": "nudge_shows_plan"}


class Settings(NamedTuple):
    """Every setting with the value that holds; what each means is told in :data:`SPEC`.

    Attributes:
        workdays: ISO weekdays (1 Monday – 7 Sunday) on which the user works.
        given: The TOML values that were set, by key.
    """

    language: str
    role: str
    workdays: frozenset[int]
    anchor: str
    level_cap: int
    places: tuple[str, ...]
    work: tuple[str, ...]
    goal: int
    show_streaks: bool
    ask: bool
    strength_times: int
    strength_days: int
    public_holidays: str
    country: str
    first_of_may: Treatment
    constitution_day: Treatment
    christmas_eve: Treatment
    new_years_eve: Treatment
    closed_days: frozenset[date]
    nudge_at: time
    nudge_from: time
    nudge_to: time
    question_remember: str
    question_learned: str
    question_hard: str
    question_friction: str
    nudge_shows_plan: bool
    given: Mapping[str, Any]

    @property
    def profile(self) -> Profile:
        """For whom proposals are made."""
        from mikrohandlinger.domain.proposal import Profile

        return Profile(self.role, self.places, self.level_cap, self.work)

    @property
    def target(self) -> Target:
        """How often an action is aimed at, for its strength; a day counts once, so no more often than daily."""
        from mikrohandlinger.domain.strength import Target

        return Target(min(self.strength_times, self.strength_days), self.strength_days)

    @property
    def agreement(self) -> Agreement:
        """What is asked of a week."""
        return Agreement(
            self.goal,
            self.workdays,
            self.public_holidays,
            self.first_of_may,
            self.constitution_day,
            self.christmas_eve,
            self.new_years_eve,
            self.country,
        )

    @property
    def questions(self) -> Mapping[str, str]:
        """The user's own questions of the week, by the key of the one whose place each takes."""
        own = {
            "remember": self.question_remember,
            "learned": self.question_learned,
            "hard": self.question_hard,
            "friction": self.question_friction,
        }
        return {key: question for key, question in own.items() if question}

    def plain(self, key: str) -> Any:
        """The value of ``key`` as JSON holds it, for what shows every setting there is."""
        return BY_KEY[key].kind.plain(getattr(self, attribute_of(key)))


def attribute_of(key: str) -> str:
    """The attribute of :class:`Settings` that holds the setting ``key``."""
    return key.replace(".", "_")


def flat(table: Mapping[str, Any]) -> Mapping[str, Any]:
    """``table`` with each setting under its whole name: ``question.learned`` is a table in TOML."""
    group = table.get("question")
    if not isinstance(group, dict):
        return table
    rest = {key: value for key, value in table.items() if key != "question"}
    return rest | {f"question.{name}": value for name, value in group.items()}


def _in_use(table: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in flat(table).items() if key not in RETIRED}


def plain_of(table: Mapping[str, Any]) -> dict[str, Any]:
    """The value of each setting of a ``config.toml`` that was checked, as JSON holds it."""
    kinds = {key: (BY_KEY[key].kind, value) for key, value in _in_use(table).items()}
    return {key: kind.plain(kind.read(value)) for key, (kind, value) in kinds.items()}


def read(table: Mapping[str, Any]) -> Settings:
    """Check every value of a parsed ``config.toml`` and fill in the defaults.

    Raises:
        MikroError: ``setting-unknown`` or ``setting-wrong``, naming the key and what fits.
    """
    table = _in_use(table)
    for key in table:
        if key not in BY_KEY:
            raise MikroError(
                "setting-unknown",
                N_("There is no setting “{key}”. The settings are: {keys}."),
                key=key,
                keys=", ".join(BY_KEY),
            )
    values = {
        attribute_of(setting.key): _value(setting, table.get(setting.key, setting.default))
        for setting in SPEC
    }
    return Settings(**values, given=dict(table))


def parse(key: str, text: str) -> Any:
    """What is typed in ``config set KEY TEXT``, as a checked TOML value.

    Raises:
        MikroError: ``setting-unknown`` or ``setting-wrong``.
    """
    setting = of_key(key)
    try:
        return setting.kind.parse(text)
    except (ValueError, TypeError):
        raise _wrong(setting, text, _as_typed(setting.kind)) from None


def of_key(key: str) -> Setting:
    """The setting called ``key``.

    Raises:
        MikroError: ``setting-renamed`` or ``setting-unknown``.
    """
    if key in RETIRED:
        raise MikroError(
            "setting-renamed",
            N_("“{key}” is called {new} now, which is what it does: mikro config set {new} no."),
            key=key,
            new=RETIRED[key],
        )
    if key not in BY_KEY:
        read({key: None})
    return BY_KEY[key]


def _as_typed(kind: Kind) -> object:
    if not kind.words:
        return kind.form
    from mikrohandlinger.domain.words import Listed

    return Listed(kind.words, kind.choices)


def _value(setting: Setting, value: Any) -> Any:
    try:
        return setting.kind.read(value)
    except (ValueError, TypeError):
        # In the file stand the English ids alone.
        raise _wrong(setting, value, setting.kind.form) from None


def _shortly(value: object) -> str:
    """A value as a sentence may hold it; a number of thousands of figures cannot even be written out."""
    if isinstance(value, int) and value.bit_length() > _LONGEST_NUMBER:
        return "…"
    text = f'"{value}"' if isinstance(value, str) else repr(value)
    return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"


def _wrong(setting: Setting, value: object, form: object) -> MikroError:
    return MikroError(
        "setting-wrong",
        N_("{key} cannot be {value}. Choose from: {form}.")
        if setting.kind.choices
        else N_("{key} cannot be {value}. Write it like this: {form}."),
        key=setting.key,
        value=_shortly(value),
        form=form,
    )
