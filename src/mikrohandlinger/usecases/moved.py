"""The reminder of a program that has been moved, seen without asking the scheduler, which takes long."""

from __future__ import annotations

import os
import sys

from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.domain.schedule import TASK_FILE
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from mikrohandlinger.usecases.context import Context


def reminder(context: Context) -> MikroError | None:
    """What there is to say where the task for Windows starts another copy of ``mikro`` than this one."""
    try:
        with open(os.path.join(context.paths.config, TASK_FILE), "rb") as file:
            task = file.read().decode("utf-16", "replace")
    except OSError:
        return None
    # No path of Windows holds any other sign that XML writes otherwise.
    here = os.path.join(os.path.dirname(sys.executable), "").replace("&", "&amp;")
    if here.lower() in task.lower():
        return None
    return MikroError(
        "reminder-elsewhere",
        N_("Your reminder starts mikro from another folder than this one. Mend it: mikro nudge on"),
    )
