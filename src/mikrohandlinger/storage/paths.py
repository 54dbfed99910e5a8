"""Where the program's files lie."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

APP = "mikrohandlinger"


class Paths(NamedTuple):
    """The three folders of the program; none of them need exist yet."""

    data: Path
    config: Path
    cache: Path

    @property
    def database(self) -> Path:
        """The user's entries and all that belongs to them."""
        return self.data / "mikro.db"

    @property
    def backups(self) -> Path:
        """Copies of the database: one before each upgrade of its form, and one a week."""
        return self.data / "backups"

    @property
    def error_log(self) -> Path:
        """Where the traceback of a bug goes."""
        return self.data / "error.log"

    @property
    def nudge_log(self) -> Path:
        """What went wrong with the daily reminder."""
        return self.data / "nudge.log"

    @property
    def settings(self) -> Path:
        """The settings file."""
        return self.config / "config.toml"

    @property
    def own_actions(self) -> Path:
        """The user's or team's own variations."""
        return self.config / "actions.toml"


def find(environ: Mapping[str, str]) -> Paths:
    """The folders for this user: all under ``MIKRO_HOME`` if that is set, else where the system wants them."""
    home = environ.get("MIKRO_HOME")
    if home:
        base = Path(home).expanduser().absolute()
        return Paths(base, base, base / "cache")
    import platformdirs

    return Paths(
        Path(platformdirs.user_data_dir(APP, appauthor=False)),
        Path(platformdirs.user_config_dir(APP, appauthor=False)),
        Path(platformdirs.user_cache_dir(APP, appauthor=False)),
    )
