"""A folder that a team shares: what it gives, and how it stands."""

from __future__ import annotations

from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.values import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from typing import Final

#: What the folder may hold.
ACTIONS: Final = "actions.toml"
PROCESSES: Final = "processes.toml"
FILES: Final = (ACTIONS, PROCESSES)

#: How a file of the folder stands: read, not there though the folder is, the folder gone, without an answer, or not
#: well formed.
State = Literal["read", "none", "gone", "silent", "broken"]


class Team(NamedTuple):
    """How a file of the folder stands, and what variations it gives.

    Attributes:
        folder: Where it lies.
        state: How it stands.
        has_copy: Whether what it said last holds in its place, where it cannot be read.
        fault: What is wrong with a file that is not well formed.
        variations: The ids of its variations.
        clashes: Those of them that the user's own file has too, where the user's own holds.
    """

    folder: str
    state: State
    has_copy: bool = False
    fault: MikroError | None = None
    variations: tuple[str, ...] = ()
    clashes: tuple[str, ...] = ()

    @property
    def trouble(self) -> MikroError | None:
        """What to say of it where it cannot be read; None where it can."""
        if self.state in ("read", "none"):
            return None
        sentences = _BROKEN if self.state == "broken" else _OUT_OF_REACH
        return MikroError("team-folder", sentences[self.has_copy], folder=self.folder, fault=self.fault)


#: Each without a copy of what the folder last gave, and with one.
_OUT_OF_REACH: Final = (
    N_(
        "The team's folder {folder} cannot be reached, so what is in it is left out until it can. This is said once; “mikro doctor” tells how it stands."
    ),
    N_(
        "The team's folder {folder} cannot be reached. What it last gave holds until it can. This is said once; “mikro doctor” tells how it stands."
    ),
)
_BROKEN: Final = (
    N_("The team's file is left out until somebody mends it. {fault}"),
    N_("What the team's file last said holds until somebody mends it. {fault}"),
)
