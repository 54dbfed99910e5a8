"""What a team shares in a folder: read, and never written, closed, copied or taken away."""

from __future__ import annotations

import os

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
_TOLD: Final = "team-told.cache"


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
    path = os.path.join(os.path.expanduser(asked.folder), name)
    kept_at = os.path.join(asked.cache, f"team-{name.partition('.')[0]}.cache")
    return afar.read(path, kept_at, _FORM, lambda content: make(path, content), asked.now, asked.patience)


def is_news(team: Team, cache_folder: str) -> bool:
    """Whether what is wrong with the folder has not been said yet; from now on it has."""
    path, stamp = os.path.join(cache_folder, _TOLD), [team.folder, team.state]
    if cache.recall(path, stamp):
        return False
    cache.remember(path, stamp, True)
    return True


def forget(cache_folder: str) -> None:
    """Forget what was said and found, as another folder is named, or the same one anew."""
    remove(os.path.join(cache_folder, _TOLD))
    afar.forget(cache_folder)
