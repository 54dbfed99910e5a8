"""The settings, described once: the loader, ``mikro config`` and the manual page all read this description."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time

from mikrohandlinger.domain.catalogue.model import PLACES, WORKS
from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.domain.setting_kinds import (
    COUNTRY,
    DAYS,
    EARLY,
    FLAG,
    FOLDER,
    FRAMES,
    HOLIDAYS,
    LANGUAGES,
    ROLES,
    TEXT,
    TIME,
    TREATMENT,
    WEEKDAYS,
    WORKDAYS,
    Kind,
    number,
    one_of,
    some_of,
)
from mikrohandlinger.domain.terms import Agreement
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Any, Final

    from mikrohandlinger.domain.calendar import Treatment
    from mikrohandlinger.domain.proposal import Profile
    from mikrohandlinger.domain.strength import Target

#: The longest number that is written out, in bits, and the longest text of a value, in characters.
_LONGEST_NUMBER: Final = 64
_LONGEST_SHOWN: Final = 240


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


SPEC: Final[tuple[Setting, ...]] = (
    Setting("language", "auto", one_of(*LANGUAGES, words="language"), N_("The language of the screens; auto follows the computer, and is Danish unless the computer is English.")),
    Setting("role", "employee", one_of(*ROLES, words="role"), N_("Leaders also get variations for people with responsibility for staff.")),
    Setting("workdays", list(WEEKDAYS[:5]), WORKDAYS, N_("The weekdays on which you work; no other day ever counts.")),
    Setting("anchor", "", TEXT, N_("The daily moment that you tie the action to, such as “after the morning coffee”.")),
    Setting("level_cap", 3, number(1, 3, "level"), N_("The boldest level that you want proposed: 1 easy · 2 takes a little · 3 takes courage.")),
    Setting("places", list(PLACES), some_of(*PLACES, words="place"), N_("Where you talk with people; variations for other places are not proposed.")),
    Setting("work", [], some_of(*WORKS, words="work", or_none=True), N_("Your kinds of work; with none, only variations that fit everywhere are proposed.")),
    Setting("team_folder", "", FOLDER, N_("A folder that your team shares: its actions.toml and processes.toml are read beside your own, and never written. The whole path.")),
    Setting("goal", 3, number(1, 7), N_("On how many days a week you want to do a micro-action.")),
    Setting("show_streaks", True, FLAG, N_("Whether weeks in a row are shown.")),
    Setting("ask", True, FLAG, N_("Whether “mikro log” may ask its optional questions on a terminal.")),
    Setting("feedback_frame", FRAMES[0], one_of(*FRAMES, words="frame"), N_("The frame that “mikro log feedback” offers; “mikro actions feedback --frames” explains each.")),
    Setting("strength_times", 1, number(1, 31), N_("Habit strength: this many times of each action …")),
    Setting("strength_days", 5, number(1, 31), N_("… in this many working days is a full score.")),
    Setting("public_holidays", "off", one_of(*HOLIDAYS, words="treatment"), N_("Whether public holidays are days off, or working days like any other, as on a rota; the four days below have their own.")),
    Setting("country", "DK", COUNTRY, N_("Whose public holidays are days off.")),
    Setting("first_of_may", "half", TREATMENT, N_("1 May: a working day, a half day or a day off.")),
    Setting("constitution_day", "half", TREATMENT, N_("5 June, Constitution Day.")),
    Setting("christmas_eve", "off", TREATMENT, N_("24 December.")),
    Setting("new_years_eve", "off", TREATMENT, N_("31 December.")),
    Setting("closed_days", [], DAYS, N_("The workplace's own closed days.")),
    Setting("day_starts", "00:00", EARLY, N_("When your day begins: what you do before it belongs to the evening before, as on a night shift.")),
    Setting("nudge_at", "08:30", TIME, N_("When the daily reminder comes, if it is on.")),
    Setting("nudge_from", "08:00", TIME, N_("No reminder before this time.")),
    Setting("nudge_to", "17:00", TIME, N_("No reminder after this time.")),
    Setting("question.remember", "", TEXT, N_("Your own question in the place of the first of the five, which conversation you will remember.")),
    Setting("question.learned", "", TEXT, N_("Your own question in the place of the second, what you learned.")),
    Setting("question.hard", "", TEXT, N_("Your own question in the place of the third, what was hard.")),
    Setting("question.friction", "", TEXT, N_("Your own question in the place of the fourth, what got in the way.")),
    Setting("nudge_shows_plan", False, FLAG, N_("Whether a reminder may show your own plan.")),
)  # fmt: skip
BY_KEY: Final[Mapping[str, Setting]] = {setting.key: setting for setting in SPEC}
#: How the settings begin that belong to one machine: those of the reminder, which is set up on each, and a path.
OF_ONE_MACHINE: Final = ("nudge_", "team_folder")

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
    team_folder: str
    goal: int
    show_streaks: bool
    ask: bool
    feedback_frame: str
    strength_times: int
    strength_days: int
    public_holidays: str
    country: str
    first_of_may: Treatment
    constitution_day: Treatment
    christmas_eve: Treatment
    new_years_eve: Treatment
    closed_days: frozenset[date]
    day_starts: time
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


#: What is said of a wrong value, where there are choices and where there is a form: typed, and as it stands in the file.
_TYPED: Final = (
    N_("{key} cannot be “{value}”. Choose from: {form}."),
    N_("{key} cannot be “{value}”. Write it like this: {form}."),
)
_IN_FILE: Final = (
    N_("{key} cannot be {value}. Choose from: {form}."),
    N_("{key} cannot be {value}. Write it like this: {form}."),
)
#: What people call a setting, where that is the name of none.
_MEANT: Final = {
    "language": "sprog | lang",
    "role": "rolle | leder | leader | job | stilling",
    "workdays": "arbejdsdage | dage | days | working days | uge | week",
    "anchor": "anker",
    "level_cap": "level | niveau | max_level",
    "places": "sted | steder | place",
    "work": "arbejde | slags arbejde | fag",
    "team_folder": "team | teammappe | mappe | folder",
    "goal": "mål | target",
    "show_streaks": "streak | streaks | uger i træk",
    "ask": "spørg | spørgsmål | questions",
    "feedback_frame": "ramme | frame | feedback",
    "public_holidays": "helligdage | holidays",
    "country": "land",
    "first_of_may": "1. maj | første maj | may day",
    "constitution_day": "grundlovsdag | 5. juni",
    "christmas_eve": "juleaften | juleaftensdag | 24. december",
    "new_years_eve": "nytårsaften | nytårsaftensdag | 31. december",
    "closed_days": "lukkedage | closed",
    "day_starts": "døgn | day | nat | night",
    "nudge_at": "påmindelse | reminder | nudge | klokken | time",
    "nudge_shows_plan": "plan",
    "question.learned": "lært | learned",
    "question.remember": "husk | remember",
    "question.hard": "svært | hard",
    "question.friction": "bøvl | friction",
}


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
            raise _unknown(key)
    values = {
        attribute_of(setting.key): _value(setting, table.get(setting.key, setting.default))
        for setting in SPEC
    }
    return Settings(**values, given=dict(table))


def _unknown(key: str) -> MikroError:
    from mikrohandlinger.domain.words import folded

    wanted = folded(key)
    near = [name for name, others in _MEANT.items() if wanted in map(folded, others.split(" | "))]
    if not near:
        from difflib import get_close_matches

        near = get_close_matches(wanted, BY_KEY, n=2, cutoff=0.7)
    if near:
        return MikroError(
            "setting-unknown",
            N_("There is no setting “{key}”. Did you mean {keys}? “mikro config” shows them all."),
            key=key,
            keys=", ".join(near),
        )
    return MikroError(
        "setting-unknown",
        N_("There is no setting “{key}”. The settings are: {keys}."),
        key=key,
        keys=", ".join(BY_KEY),
    )


def parse(key: str, text: str) -> Any:
    """What is typed in ``config set KEY TEXT``, as a checked TOML value.

    Raises:
        MikroError: ``setting-unknown`` or ``setting-wrong``.
    """
    setting = of_key(key)
    try:
        return setting.kind.parse(text)
    except (ValueError, TypeError):
        raise _wrong(setting, _cut(text), _as_typed(setting.kind), _TYPED) from None


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
        raise _wrong(setting, _shortly(value), setting.kind.form, _IN_FILE) from None


def _shortly(value: object) -> str:
    """A value as a sentence may hold it; a number of thousands of figures cannot even be written out."""
    if isinstance(value, int) and value.bit_length() > _LONGEST_NUMBER:
        return "…"
    text = f'"{value}"' if isinstance(value, str) else repr(value)
    return _cut(text)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"


def _wrong(setting: Setting, value: str, form: object, sentences: tuple[str, str]) -> MikroError:
    of_choices, of_form = sentences
    return MikroError(
        "setting-wrong",
        of_choices if setting.kind.choices else of_form,
        key=setting.key,
        value=value,
        form=form,
    )
