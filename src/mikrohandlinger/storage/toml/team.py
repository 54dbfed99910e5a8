"""What a team shares in a folder: read, and never written, closed, copied or taken away."""

from __future__ import annotations

import os

from mikrohandlinger.domain.team import FILES
from mikrohandlinger.storage import afar, cache
from mikrohandlinger.storage.files import remove
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from typing import Any, Final

    from mikrohandlinger.domain.team import Team
    from mikrohandlinger.storage.afar import Afar

#: Grows when the form of what is kept changes.
_FORM: Final = 1
_TOLD: Final = "team-told-{}.cache"


class Asked(NamedTuple):
    """A folder that is asked.

    Attributes:
        folder: Which.
        cache: The cache folder.
        now: The present moment.
        patience: How long to wait for it, in seconds.
    """

    folder: str
    cache: str
    now: datetime
    patience: float = afar.PATIENCE


def read(asked: Asked, name: str, make: Callable[[str, bytes], Any]) -> Afar:
    """What ``make`` makes of the path and content of the file ``name`` in the folder, or of what it last said.

    Args:
        asked: The folder.
        name: The file.
        make: Reads and checks it; gives what the cache can keep.
    """
    path = path_of(asked, name)
    kept_at = os.path.join(asked.cache, f"team-{name.partition('.')[0]}.cache")
    return afar.read(path, kept_at, _FORM, lambda content: make(path, content), asked.now, asked.patience)


def path_of(asked: Asked, name: str) -> str:
    """Where the file ``name`` of the folder lies."""
    return os.path.join(os.path.expanduser(asked.folder), name)


def is_news(team: Team, name: str, cache_folder: str) -> bool:
    """Whether what is wrong with the folder, or with its file ``name``, has not been said yet; from now on it has."""
    path = os.path.join(cache_folder, _TOLD.format(name.partition(".")[0]))
    # Of a folder out of reach it is said once for all that lies in it, however it fails.
    stamp = [team.folder, "broken"]
    if team.state != "broken":
        path, stamp = os.path.join(cache_folder, _TOLD.format("folder")), [team.folder]
    if cache.recall(path, stamp):
        return False
    cache.remember(path, stamp, True)
    return True


def forget(cache_folder: str) -> None:
    """Forget what was said and found, as another folder is named, or the same one anew."""
    for name in ("folder", *(file.partition(".")[0] for file in FILES)):
        remove(os.path.join(cache_folder, _TOLD.format(name)))
    afar.forget(cache_folder)
