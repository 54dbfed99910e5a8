"""Why the operating system refused, in words of our own: what its library says is English, and often for programmers."""

from __future__ import annotations

import errno

from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Final

#: By the name of the number, as not every system has every one of them.
_REASONS: Final[Mapping[str, str]] = {
    "EACCES": N_("you have no right to it"),
    "EPERM": N_("you have no right to it"),
    "ENOENT": N_("it is not there"),
    "ELOOP": N_("the link leads to itself"),
    "ENOTDIR": N_("something that is no folder stands in its way"),
    "EISDIR": N_("it is a folder"),
    "EEXIST": N_("something else stands there"),
    "ENOTEMPTY": N_("the folder is not empty"),
    "ENAMETOOLONG": N_("its name is too long"),
    "EINVAL": N_("the system does not take that"),
    "EILSEQ": N_("the system does not take that name"),
    "EIO": N_("the disk or drive did not answer"),
    "ENXIO": N_("the disk or drive is not there"),
    "ENODEV": N_("the disk or drive is not there"),
    "ESTALE": N_("the network drive has forgotten it"),
    "EREMOTEIO": N_("the disk or drive did not answer"),
    "EHOSTDOWN": N_("the network drive cannot be reached"),
    "EHOSTUNREACH": N_("the network drive cannot be reached"),
    "ENOTCONN": N_("the network drive cannot be reached"),
    "ETIMEDOUT": N_("it took too long"),
    "EBUSY": N_("another program is using it"),
    "ETXTBSY": N_("another program is using it"),
    "EAGAIN": N_("another program is using it"),
    "EMFILE": N_("too many files are open"),
    "ENFILE": N_("too many files are open"),
    "ENOMEM": N_("there is no memory left"),
    "ENOSPC": N_("the disk is full"),
    "EDQUOT": N_("your share of the disk is full"),
    "EFBIG": N_("it would become too large"),
    "EROFS": N_("the disk can only be read"),
    "ENOEXEC": N_("it is no program"),
    "EPIPE": N_("nobody reads it any more"),
}


def reason_of(error: OSError) -> MikroError:
    """The reason, to stand inside a sentence; one that nobody here knows has at least its number."""
    # Windows names the numbers of its network beside those of its files, in a second spelling.
    name = errno.errorcode.get(error.errno or 0, "").removeprefix("WSA")
    if name in _REASONS:
        return MikroError("reason", _REASONS[name])
    return MikroError(
        "reason", N_("the system refused it, number {number}"), number=name or error.errno or "–"
    )
