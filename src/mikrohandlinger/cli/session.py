"""What a command works with, each part made when it is first asked for."""

from __future__ import annotations

import sys
from functools import cached_property
from typing import TYPE_CHECKING

from mikrohandlinger.domain.calendar import WorkCalendar
from mikrohandlinger.domain.rotation import Nudge, choose
from mikrohandlinger.storage.paths import Paths, find

from . import clock
from .say import tell

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    import typer

    from mikrohandlinger.domain.catalogue import Catalogue
    from mikrohandlinger.domain.settings import Settings
    from mikrohandlinger.storage.store import Store


class Session:
    """The clock, the folders, the settings, the data and the catalogue of one run of the program."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self.environ = environ

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
        from mikrohandlinger.storage import settings_file

        return settings_file.load(self.paths.settings, self.paths.cache)

    @cached_property
    def store(self) -> Store:
        """The user's data."""
        from mikrohandlinger.storage.store import Store

        return Store(self.paths)

    @cached_property
    def catalogue(self) -> Catalogue:
        """The actions and variations; a fault in the user's own file is told on standard error."""
        from mikrohandlinger.storage import catalogue_file

        loaded = catalogue_file.load(self.paths.own_actions, self.paths.cache)
        if loaded.warning is not None:
            tell(loaded.warning)
        return loaded.catalogue

    def calendar(self, first: date | None = None, last: date | None = None) -> WorkCalendar:
        """The working calendar; today's year and the next are in it, and those from ``first`` to ``last``."""
        from mikrohandlinger.storage import holiday_cache

        settings = self.settings
        years = [self.today.year, self.today.year + 1, *(day.year for day in (first, last) if day)]
        holidays = holiday_cache.load(self.paths.cache, settings["country"], min(years), max(years))
        return WorkCalendar(
            settings.workdays, holidays, settings.agreed, settings["closed_days"], self.store.pauses()
        )

    def nudge(self, day: date) -> Nudge:
        """The proposal for ``day``, chosen and kept if this is the first time it is asked for."""
        return self.store.proposal(day) or self.next_nudge(day)

    def next_nudge(self, day: date) -> Nudge:
        """A new proposal for ``day``: its first, or the swap for the one already shown."""
        store = self.store
        memory = store.memory(day)
        nudge = choose(day, self.catalogue, self.settings.profile, memory, store.experience(), store.seed())
        return store.keep_proposal(nudge)

    @property
    def is_interactive(self) -> bool:
        """Whether a person sits at both ends, so that questions may be asked."""
        return sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()


def session_of(context: typer.Context) -> Session:
    """The session that the command runs in."""
    return context.find_root().obj  # type: ignore[no-any-return]
