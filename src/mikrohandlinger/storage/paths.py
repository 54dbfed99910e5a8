"""Where the program's files lie."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from mikrohandlinger.storage.files import StrPath

APP = "mikrohandlinger"

_PACKAGE = os.path.dirname(os.path.dirname(__file__))


class Paths(NamedTuple):
    """The three folders of the program, absolute; none of them need exist yet."""

    data: str
    config: str
    cache: str

    @property
    def database(self) -> str:
        """The user's entries and all that belongs to them."""
        return os.path.join(self.data, "mikro.db")

    @property
    def backups(self) -> str:
        """Copies of the database: one before each upgrade of its form, and one a week."""
        return os.path.join(self.data, "backups")

    @property
    def error_log(self) -> str:
        """Where the traceback of a bug goes."""
        return os.path.join(self.data, "error.log")

    @property
    def nudge_log(self) -> str:
        """What went wrong with the daily reminder."""
        return os.path.join(self.data, "nudge.log")

    @property
    def settings(self) -> str:
        """The settings file."""
        return os.path.join(self.config, "config.toml")

    @property
    def own_actions(self) -> str:
        """The user's or team's own variations."""
        return os.path.join(self.config, "actions.toml")

    @property
    def own_processes(self) -> str:
        """The user's or team's own scripts of meetings."""
        return os.path.join(self.config, "processes.toml")

    def cached(self, name: str) -> str:
        """The file ``name`` in the cache folder."""
        return os.path.join(self.cache, name)


def packaged(name: str) -> str:
    """Where a file of ``data/`` lies: in the installed package, or at the top of a checkout."""
    installed = os.path.join(_PACKAGE, "data", name)
    if os.path.exists(installed):
        return installed
    return os.path.join(os.path.dirname(os.path.dirname(_PACKAGE)), "data", name)


def under(folder: StrPath) -> Paths:
    """Every file of the program under one ``folder``, as with ``MIKRO_HOME``."""
    base = os.fspath(folder)
    return Paths(base, base, os.path.join(base, "cache"))


def find(environ: Mapping[str, str]) -> Paths:
    """The folders for this user: all under ``MIKRO_HOME`` if that is set, else where the system wants them.

    Args:
        environ: The environment of the process.

    Raises:
        MikroError: When no folder can be found.
    """
    home = environ.get("MIKRO_HOME")
    if home:
        base = _known(os.path.normpath(os.path.expanduser(home)))
        if not os.path.isabs(base):
            base = os.path.join(os.getcwd(), base)
        return under(base)
    if sys.platform == "linux" and "ANDROID_DATA" not in environ:
        data = _folder(environ, "XDG_DATA_HOME", "/.local/share")
        config = _folder(environ, "XDG_CONFIG_HOME", "/.config")
        cache = _folder(environ, "XDG_CACHE_HOME", "/.cache")
        if data and config and cache:
            return Paths(data, config, cache)
    import platformdirs

    try:
        folders = (
            platformdirs.user_data_dir(APP, appauthor=False),
            platformdirs.user_config_dir(APP, appauthor=False),
            platformdirs.user_cache_dir(APP, appauthor=False),
        )
    except (KeyError, RuntimeError):  # no HOME, and nobody in the list of users either
        folders = ("~", "~", "~")
    return Paths(*map(_known, folders))


def _known(folder: str) -> str:
    """The folder, unless it is that of a user whom nobody here knows.

    Raises:
        MikroError: When it is.
    """
    if not folder.startswith("~"):
        return folder
    from mikrohandlinger.domain.errors import A_BUG, N_, MikroError

    raise MikroError(
        "no-folder",
        N_("There is no folder {folder} to be found. Set MIKRO_HOME to a folder of yours."),
        exit_code=A_BUG,
        folder=folder,
    )


def _folder(environ: Mapping[str, str], name: str, usual: str) -> str | None:
    """What platformdirs answers on Linux where the answer is plain; None where it must be asked.

    Its import costs as much as a bare start of Python. A relative or blank value is left to it, as its releases
    differ in what they make of one.
    """
    base = environ.get(name) or environ.get("HOME", "")
    if not base.startswith("/") or base != base.strip():
        return None
    return os.path.join(base if environ.get(name) else base.rstrip("/") + usual, APP)
