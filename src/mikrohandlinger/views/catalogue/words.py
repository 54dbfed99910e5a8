"""What the catalogue says, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mikrohandlinger.texts import _

if TYPE_CHECKING:
    from mikrohandlinger.domain.catalogue.check import Fault


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


def level_name(level: int) -> str:
    """How bold a variation is, in words."""
    return {1: _("easy"), 2: _("takes a little"), 3: _("takes courage")}[level]
