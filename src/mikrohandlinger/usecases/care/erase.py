"""Every trace of the program on this machine: what there is of it, and taking it away."""

from __future__ import annotations

import os
from contextlib import suppress

from mikrohandlinger.domain.care import Traces
from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.storage import archive, traces
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from mikrohandlinger.domain.care import Holding
    from mikrohandlinger.usecases.context import Context


def look(context: Context) -> Traces:
    """What there is, in whatever state it is; nothing is changed or made."""
    from mikrohandlinger.usecases import reminder_job

    paths = context.paths
    names = [name for name in archive.TEXTS if os.path.lexists(archive.text_path(paths, name))]
    return Traces(
        holding=_holding(context),
        settings=archive.TEXTS[0] in names,
        own_variations=archive.TEXTS[1] in names,
        own_meetings=archive.TEXTS[2] in names,
        copies=len(traces.copies(paths)),
        logs=len(traces.logs(paths)),
        reminder=reminder_job.stands(context),
        folders=tuple(dict.fromkeys((paths.data, paths.config, paths.cache))),
        shared=_shared(context),
        team=_team(context),
    )


def _team(context: Context) -> str:
    asked = context.shared()
    return "" if asked is None else asked.folder


def _holding(context: Context) -> Holding | None:
    from mikrohandlinger.storage.database import whole

    with suppress(Exception):  # in any state of damage
        return whole.held(context.paths.database)
    return None


def _shared(context: Context) -> tuple[str, ...]:
    """This machine's own files in the folders that it shares with the user's others."""
    from mikrohandlinger.storage.database import device, whole
    from mikrohandlinger.storage.transfer import folder

    paths = context.paths
    with suppress(Exception):  # in any state of damage
        own = device.known_in(paths.data)
        if own is not None:
            found = (
                os.path.join(each, folder.own_name(own)) for each in whole.shared_folders(paths.database)
            )
            return tuple(path for path in found if os.path.lexists(path))
    return ()


def erase(context: Context, *, shared: bool) -> tuple[str, ...]:
    """Take everything away; returns what stays: what is other people's, and what links of ours lead to.

    Args:
        context: What the program works with.
        shared: Whether this machine's own files in shared folders go too.

    Raises:
        MikroError: When something could not be taken away; what could is gone.
    """
    from mikrohandlinger.usecases import reminder_job

    paths = context.paths
    of_shared = _shared(context) if shared else ()
    of_team = _team(context)
    refusal = None
    try:
        reminder_job.erase(context)
    except MikroError as error:
        refusal = error
    context.close()
    stuck = []
    for path in of_shared:
        try:
            os.unlink(path)
        except FileNotFoundError:
            pass
        except OSError:
            stuck.append(path)
    beyond, left = traces.erase(paths)
    stuck += left
    if stuck:
        raise MikroError(
            "erase-stuck",
            N_("The rest is erased, but not {paths}: it could not be removed. Remove it by hand."),
            paths=", ".join(stuck),
        )
    if refusal is not None:
        raise refusal
    return tuple(dict.fromkeys((*beyond, *([of_team] if of_team else ()))))
