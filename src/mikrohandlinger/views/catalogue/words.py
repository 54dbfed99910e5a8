"""What the catalogue says, in words."""

from __future__ import annotations

from mikrohandlinger.texts import _, ngettext
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.shared import rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mikrohandlinger.domain.catalogue.check import Fault
    from mikrohandlinger.domain.team import Team


def added_line(identity: str) -> str:
    """The answer of ``mikro actions add``."""
    return _(
        "{id} is in your catalogue. “mikro actions {id}” shows it, and it takes its turn with the others."
    ).format(id=identity)


def hidden_rows(identity: str) -> list[str]:
    """The answer of ``mikro actions hide``."""
    command = f"mikro actions unhide {identity}"
    return rows.hint(_("It is not proposed any more. To have it back: {command}").format(command=command), 0)


def taken_out_line() -> str:
    """What ``--not-for-me`` did with the proposal that stood there before."""
    return _("The one before is not proposed any more. To have it back: mikro undo")


def back_line(identity: str) -> str:
    """The answer of ``mikro actions unhide``."""
    return _("{id} can be proposed again.").format(id=identity)


def well_written_line(file: str, count: int) -> str:
    """The answer of ``mikro actions check`` to a file of ``count`` variations without a fault."""
    return _("{path} is well written: {variations}, nothing to mend.").format(
        path=file, variations=variations(count)
    )


def none_yet_line() -> str:
    """The answer of ``mikro actions check`` where there is no file."""
    return _("You have no variations of your own yet. “mikro actions add” writes the first.")


def variations(number: int) -> str:
    """``1 variation``, ``3 variationer`` / ``1 variation``, ``3 variations``."""
    return ngettext("{number} variation", "{number} variations", number).format(number=number)


def team_lines(team: Team) -> Iterator[str]:
    """What the team's folder gives, and how it stands where that is worth knowing."""
    yield _("From your team's folder: {variations}.").format(variations=variations(len(team.variations)))
    yield f"  {team.folder}"
    if team.state in ("gone", "silent"):
        yield (
            _("It cannot be reached just now.")
            if not team.has_copy
            else _("It cannot be reached just now; this is what it last gave.")
        )
    elif team.state == "broken":
        yield _("Its file has something to mend: mikro doctor")
    elif team.state == "none":
        yield _("It holds no actions.toml.")
    if team.clashes:
        yield _("Yours hold where the ids are the same: {ids}.").format(ids=", ".join(team.clashes))


def fault_line(fault: Fault) -> str:
    """One fault of a catalogue file: where, what, and an example that would pass."""
    where = f"{fault.table} {fault.key}".strip()
    line = f"{where}: {told(fault)}"
    if fault.example:
        line += " " + _("Example: {example}").format(example=fault.example)
    return line


def told(fault: Fault) -> str:
    """What is wrong, without where."""
    return _(fault.message).format(**fault.values)
