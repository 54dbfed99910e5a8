"""The screen of ``mikro doctor``."""

from __future__ import annotations

from rich.text import Text

from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.care import words
from mikrohandlinger.views.shared.terminal import console as common

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mikrohandlinger.domain.care import Finding


def draw(findings: Sequence[Finding]) -> None:
    """Draw what was found: faults first, what is well in one line at the end."""
    console = common.make()
    console.print(common.indented(Text(words.summary(findings)), console, left=0))
    told = [finding for state in ("fault", "note") for finding in findings if finding.state == state]
    if told:
        console.print()
    for finding in told:
        style = common.HEADING if finding.state == "fault" else ""
        console.print(common.indented(Text(words.sentence(finding), style), console))
        mend = words.mend(finding)
        if mend:
            console.print(common.indented(Text(mend, common.QUIET), console, left=6))
    well = words.well(findings)
    if well:
        console.print()
        console.print(common.indented(Text(well, common.QUIET), console, left=0))
