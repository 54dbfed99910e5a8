"""What a command works with, each part made when it is first asked for."""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

from mikrohandlinger import texts
from mikrohandlinger.domain.calendar import WorkCalendar, monday_of
from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.storage.paths import Paths, find
from mikrohandlinger.system import clock

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date
    from typing import Literal

    from mikrohandlinger.domain.calendar import Holiday
    from mikrohandlinger.domain.catalogue.model import Catalogue
    from mikrohandlinger.domain.settings import Settings
    from mikrohandlinger.storage.database.store import Store


def _unheard(_warning: MikroError) -> None:
    pass


class Context:
    """The clock, the folders, the settings, the data and the catalogue of one run of the program."""

    def __init__(self, environ: Mapping[str, str], warn: Callable[[MikroError], None] = _unheard) -> None:
        """Make one.

        Args:
            environ: The environment of the process.
            warn: Hears what the user should know of, though nothing is refused for it.
        """
        self.environ = environ
        self._warn = warn
        # With the years whose holidays are in it.
        self._calendar: tuple[range, WorkCalendar] | None = None
        self._unknown: frozenset[int] | None = None

    def look_again(self) -> None:
        """Forget what was found so far: the environment has changed."""
        self.__dict__ = Context(self.environ, self._warn).__dict__

    def choose_language(self) -> None:
        """Let every text from now on be in the language that the settings or the environment ask for."""
        setting = "auto"
        # A broken settings file is refused by the command that needs it, in the language of the system.
        with suppress(MikroError):
            setting = self.settings.language
        texts.use(texts.choose(setting, self.environ))

    @cached_property
    def clock(self) -> clock.Clock:
        """What time it is."""
        return clock.read(self.environ)

    @property
    def today(self) -> date:
        """The local day."""
        return self.clock.now.date()

    @cached_property
    def paths(self) -> Paths:
        """Where the files lie."""
        return find(self.environ)

    @cached_property
    def settings(self) -> Settings:
        """The settings that hold."""
        from mikrohandlinger.storage.toml import settings as settings_file

        return settings_file.load(self.paths.settings, self.paths.cache)

    @cached_property
    def store(self) -> Store:
        """The user's data."""
        from mikrohandlinger.storage.database.store import Store

        return Store(self.paths)

    @cached_property
    def catalogue(self) -> Catalogue:
        """The actions and variations; a fault in the user's own file is told on standard error."""
        from mikrohandlinger.storage.toml import catalogue as catalogue_file

        loaded = catalogue_file.load(self.paths.own_actions, self.paths.cache)
        if loaded.warning is not None:
            self._warn(loaded.warning)
        return loaded.catalogue

    def calendar(self, first: date | None = None, last: date | None = None) -> WorkCalendar:
        """The working calendar; today's year and the next are in it, and those from ``first`` to ``last``.

        It is read once, and more holidays only where a year is asked for that it lacks.
        """
        asked = [self.today.year, self.today.year + 1, *(day.year for day in (first, last) if day)]
        years = range(min(asked), max(asked) + 1)
        if self._calendar is None:
            self._calendar = years, self._read_calendar(years)
        known, calendar = self._calendar
        if years.start not in known or years[-1] not in known:
            years = range(min(years.start, known.start), max(years.stop, known.stop))
            calendar = calendar._replace(holidays=self._holidays(years))
            self._calendar = years, calendar
        return calendar

    def check(self, day: date) -> None:
        """Read all that is told of ``day`` once something is stored, so that what is refused leaves nothing behind.

        Raises:
            MikroError: When the settings, the data or the holidays cannot be used.
        """
        self.calendar(monday_of(day))

    def forget(self, part: Literal["settings", "catalogue", "pauses"]) -> None:
        """Read this anew when it is next asked for, since the command has changed it."""
        self.__dict__.pop(part, None)
        self._calendar = self._unknown = None

    def without_holidays(self) -> str | None:
        """The country of the user, if nobody here knows its public holidays of this year; they count as ordinary days."""
        if self._unknown is None:
            # A country that there is not is refused by the commands that need its holidays.
            with suppress(MikroError):
                self._holidays(range(self.today.year, self.today.year + 1))
        return self.settings.country if self.today.year in (self._unknown or ()) else None

    def damage(self) -> MikroError | None:
        """The refusal for damaged data, where that may lie behind an error that nobody foresaw."""
        return self.store.damage() if self._is_open else None

    def keep_weekly(self) -> None:
        """Keep the weekly copy, if the data was opened: after the answer, which does not wait for it."""
        if self._is_open:
            self.store.keep_weekly(self.clock.now)

    def close(self) -> None:
        """Close the data, if it was opened."""
        if self._is_open:
            self.store.close()

    @property
    def _is_open(self) -> bool:
        return "store" in self.__dict__

    def _read_calendar(self, years: range) -> WorkCalendar:
        settings, holidays = self.settings, self._holidays(years)
        pauses = self.store.pauses.every()
        return WorkCalendar(settings.workdays, holidays, settings.agreed, settings.closed_days, pauses)

    def _holidays(self, years: range) -> Mapping[date, Holiday]:
        from mikrohandlinger.storage import holidays

        found = holidays.load(self.paths.cache, self.settings.country, years.start, years[-1])
        self._unknown = found.unknown
        return found.days
