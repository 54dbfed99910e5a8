"""What a command works with, each part made when it is first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from mikrohandlinger.domain.calendar import WorkCalendar
from mikrohandlinger.storage.paths import Paths, find
from mikrohandlinger.system import clock

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from mikrohandlinger.domain.catalogue.model import Catalogue
    from mikrohandlinger.domain.errors import MikroError
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
        """The working calendar; today's year and the next are in it, and those from ``first`` to ``last``."""
        from mikrohandlinger.storage import holidays as holiday_cache

        settings = self.settings
        years = [self.today.year, self.today.year + 1, *(day.year for day in (first, last) if day)]
        holidays = holiday_cache.load(self.paths.cache, settings.country, min(years), max(years))
        return WorkCalendar(
            settings.workdays, holidays, settings.agreed, settings.closed_days, self.store.pauses.every()
        )
