"""What a command works with, each part made when it is first asked for."""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property

from mikrohandlinger import texts
from mikrohandlinger.domain.calendar import MIDNIGHT, ONE_DAY, WorkCalendar, local_day, monday_of
from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.domain.terms import held, of_week
from mikrohandlinger.domain.weeks import Terms
from mikrohandlinger.storage.paths import Paths, find
from mikrohandlinger.system import clock
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date, time
    from typing import Final, Literal

    from mikrohandlinger.domain.calendar import Holiday, Pause
    from mikrohandlinger.domain.catalogue.model import Catalogue
    from mikrohandlinger.domain.settings import Settings
    from mikrohandlinger.domain.team import Team
    from mikrohandlinger.domain.terms import Agreement, Since
    from mikrohandlinger.domain.weeks import TermsOf
    from mikrohandlinger.storage.database.store import Store
    from mikrohandlinger.storage.toml.team import Asked


#: What a disk or drive may do at any moment, whatever the command is about; with why, to stand in a sentence.
_FAULTS: Final[Mapping[str, str]] = {
    "data-unread": N_("the disk or drive did not answer"),
    "data-unwritten": N_("the disk or drive did not answer"),
    "data-unreachable": N_("the disk or drive did not answer"),
    "data-busy": N_("another program is using it"),
    "disk-full": N_("the disk is full"),
    "file-unusable": N_("the disk or drive did not answer"),
}


def _stored_but(error: MikroError) -> MikroError:
    reason = MikroError("reason", _FAULTS.get(error.code, _FAULTS["data-unread"]))
    return MikroError(
        "stored-but",
        N_("Your change is stored. What was to come after it is left out: {reason}."),
        reason=reason,
    )


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
        # The years whose holidays are in the calendars.
        self._years: range | None = None
        self._terms_of: dict[Agreement, Terms] = {}
        self._unknown: frozenset[int] | None = None
        #: Whether the system's scheduler runs this, and nobody sees what is said.
        self.is_unattended = False

    def say(self, what: MikroError) -> None:
        """Let the user know of something for which nothing is refused."""
        self._warn(what)

    def look_again(self) -> None:
        """Forget what was found so far: the environment has changed."""
        self.__dict__ = Context(self.environ, self._warn).__dict__

    def choose_language(self) -> None:
        """Let every text from now on be in the language that the settings or the environment ask for."""
        setting = "auto"
        # First what nothing can go wrong with, so that whatever fails from here on is told in the right language.
        texts.use(texts.choose(setting, self.environ))
        # A broken settings file is refused by the command that needs it, in the language of the system; and what
        # nobody foresaw is told where it can be told.
        with suppress(Exception):
            setting = self.settings.language
        texts.use(texts.choose(setting, self.environ))

    @cached_property
    def clock(self) -> clock.Clock:
        """What time it is."""
        return clock.read(self.environ)

    @property
    def today(self) -> date:
        """The local day, which begins when the settings say."""
        return local_day(self.clock.now, self.day_starts)

    @property
    def day_starts(self) -> time:
        """When a day begins; with settings that cannot be used at midnight, so that they stand in nobody's way."""
        with suppress(MikroError):
            return self.settings.day_starts
        return MIDNIGHT

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
        from mikrohandlinger.storage import private
        from mikrohandlinger.storage.database.store import Store

        paths = self.paths
        private.refuse_foreign(paths.database, paths.settings, paths.own_actions)
        return Store(paths, self.day_starts)

    def keep_private(self) -> None:
        """Close what others could read, and clear away what a kill has left behind; each is said once."""
        from mikrohandlinger.storage import private
        from mikrohandlinger.storage.files import leftovers

        # What is wrong with the folders is refused by the command that needs them.
        try:
            paths = self.paths
        except MikroError:
            return
        folders = dict.fromkeys((paths.data, paths.config))
        own = (paths.cache, paths.backups)
        files = (
            paths.database, paths.settings, paths.own_actions, paths.own_processes, paths.error_log, paths.nudge_log,
        )  # fmt: skip
        said = private.tighten((*folders, *files), own)
        if said is not None:
            self._warn(said)
        found = [path for folder in (*folders, *own) for path in leftovers(folder)]
        if found:
            from mikrohandlinger.storage.leftovers import clear

            for told in clear(found, paths.data):
                self._warn(told)

    @cached_property
    def catalogue(self) -> Catalogue:
        """The actions and variations; a fault in the user's own file is told on standard error."""
        from mikrohandlinger.storage.toml import catalogue as catalogue_file

        of_team = self._of_team[0] if self._of_team is not None else None
        loaded = catalogue_file.load(self.paths.own_actions, self.paths.cache, of_team)
        if loaded.warning is not None:
            self._warn(loaded.warning)
        return loaded.catalogue

    @property
    def team(self) -> Team | None:
        """How the folder stands that the team shares; None where none is named."""
        if self._of_team is None:
            return None
        team, own = self._of_team[1], self.catalogue.own
        return team._replace(clashes=tuple(identity for identity in team.variations if identity in own))

    @cached_property
    def _of_team(self) -> tuple[Catalogue | None, Team] | None:
        shared = self.shared()
        if shared is None:
            return None
        from mikrohandlinger.domain.team import ACTIONS
        from mikrohandlinger.storage.toml import catalogue as catalogue_file

        found = catalogue_file.of_team(shared)
        self.tell_of_the_team(found[1], ACTIONS)
        return found

    def shared(self, patience: float | None = None) -> Asked | None:
        """The folder that the team shares, to be asked; None where none is named.

        Args:
            patience: How long to wait for it, in seconds, where that is not what every command waits.
        """
        folder = ""
        # Broken settings are refused by the commands that need them.
        with suppress(MikroError):
            folder = self.settings.team_folder
        if not folder:
            return None
        from mikrohandlinger.storage.toml.team import Asked

        asked = Asked(folder, self.paths.cache, self.clock.now)
        return asked if patience is None else asked._replace(patience=patience)

    def tell_of_the_team(self, team: Team, name: str) -> None:
        """Say what is wrong with a file of the team's folder, unless it was said before, or nobody is there to hear."""
        trouble = team.trouble
        if trouble is None or self._warn is _unheard or self.is_unattended:
            return
        from mikrohandlinger.storage.toml.team import is_news

        if is_news(team, name, self.paths.cache):
            self._warn(trouble)

    def calendar(self, first: date | None = None, last: date | None = None) -> WorkCalendar:
        """The working calendar that holds now, with the holidays of this year and the next in it.

        Args:
            first: Holidays from the year of this day on are in it too.
            last: And those up to the year of this one.
        """
        return self.terms(first, last)(monday_of(self.today)).calendar

    def lately(self) -> WorkCalendar:
        """The working calendar with the holidays of the month behind in it, which in January are another year's."""
        return self.calendar(self.today - 31 * ONE_DAY)

    def terms(self, first: date | None = None, last: date | None = None) -> TermsOf:
        """What is asked of each week: its goal, and the working calendar that holds or held for it.

        All of it is read once, and more holidays only where a year is asked for that is not there yet.

        Args:
            first: Holidays from the year of this day on are in the calendars, and of this year and the next.
            last: And those up to the year of this one.
        """
        asked = [self.today.year, self.today.year + 1, *(day.year for day in (first, last) if day)]
        years = range(min(asked), max(asked) + 1)
        if self._years is None or years.start not in self._years or years[-1] not in self._years:
            known = self._years or years
            self._years = range(min(years.start, known.start), max(years.stop, known.stop))
            self._terms_of.clear()
        # What may refuse does so here, and not when a week is looked at.
        self._week_terms(monday_of(self.today))
        return self._week_terms

    def terms_before(self, monday: date) -> str:
        """All that how things stood on ``monday`` depends on beside the entries, as a text that differs when it does."""
        from mikrohandlinger.domain.past import terms_before

        return terms_before(monday, self._agreements, self.calendar(), self.settings.target)

    def _week_terms(self, monday: date) -> Terms:
        agreement = of_week(self._agreements, monday)
        found = self._terms_of.get(agreement)
        if found is None:
            found = self._terms_of[agreement] = Terms(agreement.goal, self._calendar_of(agreement))
        return found

    @cached_property
    def _agreements(self) -> tuple[Since, ...]:
        """What was asked of the weeks, with what the settings say now; a change by hand is noticed here."""
        kept, now = self.store.terms.every(), self.settings.agreement
        agreements = held(kept, now, monday_of(self.today))
        new = [each for each in agreements if each not in kept]
        if new:
            # Where nothing can be written now, it is noticed the next time.
            with suppress(MikroError):
                self.store.terms.notice(new, self.clock.now)
        return agreements

    def notice_terms(self) -> None:
        """Keep what is asked of the weeks up to now, before the settings are changed; it never fails."""
        # What cannot be read now is refused where it is needed.
        with suppress(MikroError):
            self._agreements  # noqa: B018 - what it finds is kept

    def check(self, day: date) -> None:
        """Read all that is told of ``day`` once something is stored, so that what is refused leaves nothing behind.

        Raises:
            MikroError: When the settings, the data or the holidays cannot be used.
        """
        self.calendar(monday_of(day))

    def forget(self, part: Literal["settings", "catalogue", "pauses"]) -> None:
        """Read this anew when it is next asked for, since the command has changed it."""
        for name in (part, *(("_of_team",) if part == "catalogue" else ()), "_pauses", "_agreements"):
            self.__dict__.pop(name, None)
        self._terms_of.clear()
        self._years = self._unknown = None

    def without_holidays(self) -> str | None:
        """The country of the user, if nobody here knows its public holidays of this year; they count as ordinary days."""
        if not self.settings.agreement.has_holidays:
            return None
        if self._unknown is None:
            # A country that there is not is refused by the commands that need its holidays.
            with suppress(MikroError):
                self._holidays(self.settings.country, range(self.today.year, self.today.year + 1))
        return self.settings.country if self.today.year in (self._unknown or ()) else None

    def damage(self) -> MikroError | None:
        """The refusal for damaged data, where that may lie behind an error that nobody foresaw."""
        return self.store.damage() if self._is_open else None

    def tell_afterwards(self) -> None:
        """Say what went wrong after changes that are stored."""
        for error in self.store.journal.afterwards if self._is_open else ():
            self.say(_stored_but(error))

    def stored_before(self, error: MikroError) -> MikroError | None:
        """What to say where a fault of the disk came after all that was to be stored; None where it was something else."""
        if not self._is_open or error.code not in _FAULTS:
            return None
        journal = self.store.journal
        return _stored_but(error) if journal.has_changed and not journal.has_failed else None

    def keep_weekly(self) -> None:
        """Keep the weekly copy, if the data was opened: after the answer, which does not wait for it."""
        told = self.store.keep_weekly(self.clock.now) if self._is_open else None
        if told is not None:
            self.say(told)

    def close(self) -> None:
        """Close the data, if it was opened."""
        if self._is_open:
            self.store.close()

    @property
    def _is_open(self) -> bool:
        return "store" in self.__dict__

    @cached_property
    def _pauses(self) -> tuple[Pause, ...]:
        return self.store.pauses.every()

    def _calendar_of(self, agreement: Agreement) -> WorkCalendar:
        years = self._years or range(self.today.year, self.today.year + 2)
        holidays = self._holidays(agreement.country, years) if agreement.has_holidays else {}
        closed = self.settings.closed_days
        return WorkCalendar(agreement.workdays, holidays, agreement.agreed, closed, self._pauses)

    def public_holidays(self, first: date) -> Mapping[date, Holiday]:
        """The public holidays from the year of ``first`` to the present one, whether the user has them off or not."""
        years = range(min(first, self.today).year, self.today.year + 1)
        return self._holidays(self.settings.country, years)

    def _holidays(self, country: str, years: range) -> Mapping[date, Holiday]:
        from mikrohandlinger.storage import holidays

        found = holidays.load(self.paths.cache, country, years.start, years[-1])
        if country == self.settings.country:
            self._unknown = found.unknown
        return found.days
