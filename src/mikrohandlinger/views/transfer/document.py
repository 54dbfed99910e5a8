"""Export, import and synchronisation for programs."""

from __future__ import annotations

from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.shared import envelope

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from mikrohandlinger.domain.errors import MikroError
    from mikrohandlinger.domain.transfer import Contents, Fault, Imported, Lost, Synced

    Sentence = Callable[[MikroError], str]


def exported(path: str, form: str, contents: Contents, *, notes: bool) -> dict[str, Any]:
    """``mikro export -o FILE --json``."""
    return envelope.document(
        file=path, format=form, kinds=dict(contents.kinds), own_words=contents.words if notes else 0
    )


def imported(found: Imported, sentence: Sentence) -> dict[str, Any]:
    """``mikro import --json``."""
    return envelope.document(
        files=list(found.files),
        stored=found.is_stored,
        new=dict(found.new),
        changed=found.changed,
        same=found.same,
        actions=dict(found.actions),
        first=found.first and found.first.isoformat(),
        last=found.last and found.last.isoformat(),
        masked=found.masked,
        not_understood=found.not_understood,
        faults=_faults(found.faults, sentence),
        left_out=[sentence(fault.reason) for fault in found.left_out],
    )


def synced(done: Synced, sentence: Sentence) -> dict[str, Any]:
    """``mikro sync FOLDER --json``."""
    return envelope.document(
        folder=done.folder,
        file=done.file,
        lines=done.lines,
        written=done.is_new,
        brought=[
            {
                "file": each.file,
                "new": each.new,
                "changed": each.changed,
                "whole": each.is_whole,
                "refused": each.refusal and sentence(each.refusal),
            }
            for each in done.brought
        ],
        conflicts=_lost(done.lost),
        not_understood=done.not_understood,
        faults=_faults(done.faults, sentence),
    )


def conflicts(lost: Iterable[Lost]) -> dict[str, Any]:
    """``mikro sync --conflicts --json``."""
    return envelope.document(conflicts=_lost(lost))


def _lost(lost: Iterable[Lost]) -> list[dict[str, Any]]:
    return [
        {
            "kind": each.kind,
            "id": "/".join(map(str, each.key)),
            "field": each.field,
            "words": each.words,
            "day": each.day and each.day.isoformat(),
            "changed": each.changed.isoformat(),
            "lost": each.lost.isoformat(),
        }
        for each in lost
    ]


def _faults(faults: Iterable[Fault], sentence: Sentence) -> list[dict[str, Any]]:
    return [{"file": fault.file, "line": fault.line, "reason": sentence(fault.reason)} for fault in faults]
