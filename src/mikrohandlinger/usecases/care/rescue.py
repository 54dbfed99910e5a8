"""Reading what can be read of a damaged database into a new one."""

from __future__ import annotations

import os

from mikrohandlinger.domain.care import Rescued
from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.storage import private
from mikrohandlinger.storage.database import examining, rescuing
from mikrohandlinger.storage.files import private_folder
from mikrohandlinger.usecases.care.backup import free_name
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from mikrohandlinger.usecases.context import Context


def is_needed(context: Context) -> bool:
    """Whether the database is damaged.

    Raises:
        MikroError: When there is none, it is no database of ours, or the disk or drive does not answer.
    """
    path = context.paths.database
    private.refuse_foreign(path)
    try:
        found = examining.examine(path)
    except MikroError as error:
        # A head that makes no sense looks like another program's.
        if error.code in ("data-damaged", "data-foreign", "data-newer"):
            return True
        raise
    if found is None:
        raise MikroError(
            "nothing-to-rescue", N_("There is no database in {folder}."), folder=os.path.dirname(path)
        )
    return found.is_damaged


def steps(context: Context) -> int:
    """How many steps it takes."""
    return rescuing.page_count(context.paths.database)


def rescue(context: Context, advance: Callable[[], None]) -> Rescued:
    """Make a new database of what can be read of the damaged one, which is kept.

    Args:
        context: What the program works with.
        advance: Called for each step.

    Raises:
        MikroError: When nothing of it can be read, or the new one cannot be written; then all is as it was.
    """
    paths = context.paths
    private_folder(paths.backups)
    aside = free_name(paths.backups, f"mikro-damaged-{context.clock.now:%Y-%m-%d-%H%M%S}", ".db")
    found = rescuing.rescue(paths.database, aside, advance)
    return Rescued(*found, aside=aside)
