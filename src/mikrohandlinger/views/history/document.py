"""``mikro history`` for programs."""

from __future__ import annotations

from itertools import starmap

from mikrohandlinger.domain.calendar import week_label
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.entry import document as entry
from mikrohandlinger.views.shared import envelope

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from mikrohandlinger.domain.catalogue.model import Variation
    from mikrohandlinger.domain.entries import Entry
    from mikrohandlinger.domain.reports.retrospective import Answer, Retrospective


def entries(
    found: Iterable[tuple[Entry, Variation | None]], matches: Iterable[Answer] | None = None
) -> dict[str, Any]:
    """``mikro history --json``; the entries are read as they are written.

    Args:
        found: The entries, each with what was proposed and so done with it.
        matches: The answers with the words that were looked for; None where none were looked for.
    """
    if matches is None:
        return envelope.document(entries=starmap(entry.fields, found))
    return envelope.document(entries=starmap(entry.fields, found), reflections=map(_match, matches))


def _match(found: Answer) -> dict[str, Any]:
    return {"week": week_label(found.monday), "key": found.key, "text": found.text}


def reflections(found: Iterable[Retrospective]) -> dict[str, Any]:
    """``mikro history --reflections --json``."""
    return envelope.document(reflections=map(_reflection, found))


def _reflection(found: Retrospective) -> dict[str, Any]:
    return {
        "week": week_label(found.monday),
        "from": found.monday.isoformat(),
        "reflection": dict(found.answers),
        "questions": dict(found.asked),
        "next_plan_used": found.next_plan_used,
    }
