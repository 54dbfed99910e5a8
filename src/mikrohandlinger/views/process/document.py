"""The scripts of meetings for programs."""

from __future__ import annotations

from mikrohandlinger.texts import language
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.shared import envelope

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from mikrohandlinger.domain.processes.model import Script, Step
    from mikrohandlinger.domain.reports.process import JudgedFault, JudgedScripts, ScriptPage


def listed(scripts: Iterable[Script]) -> dict[str, Any]:
    """``mikro process --json``."""
    return envelope.document(processes=[_script(script) for script in scripts])


def one(screen: ScriptPage) -> dict[str, Any]:
    """``mikro process show NAME --json``: in the form that was asked for."""
    return envelope.document(process=_script(screen.script))


def file(path: str) -> dict[str, Any]:
    """``mikro process path --json``."""
    return envelope.document(file=path)


def checked(path: str, judged: JudgedScripts | None) -> dict[str, Any]:
    """``mikro process check --json``."""
    faults, hints = (judged.faults, judged.hints) if judged is not None else ((), ())
    return envelope.document(
        file=path, faults=[_fault(fault) for fault in faults], hints=[_fault(hint) for hint in hints]
    )


def _script(script: Script) -> dict[str, Any]:
    """A script, worded in the language of the screens."""
    words = script.wording(language())
    return {
        "id": script.id,
        "title": words.title,
        "aim": words.aim,
        "minutes": script.minutes,
        "short_minutes": script.short_minutes,
        "days": script.days,
        "people": list(script.people),
        "who": words.who,
        "host": words.host,
        "preparation": list(words.before),
        "wall": list(words.wall),
        "care": words.care or None,
        "leader": {"do": list(words.do), "avoid": list(words.avoid)},
        "basis": words.basis or None,
        "sources": [
            {name: value or None for name, value in source._asdict().items()} for source in script.sources
        ],
        "from": script.origin,
        "steps": [_step(step, number) for number, step in enumerate(script.steps, 1)],
    }


def _step(step: Step, number: int) -> dict[str, Any]:
    words = step.wording(language())
    return {
        "number": number,
        "day": step.day or None,
        "minutes": step.minutes,
        "title": words.title,
        "says": words.says,
        "group": [
            {"minutes": minutes, "text": text} for minutes, text in zip(step.parts, words.group, strict=True)
        ],
        "ends": words.ends,
    }


def _fault(found: JudgedFault) -> dict[str, Any]:
    from mikrohandlinger.texts import _

    fault = found.fault
    return {
        "line": found.line,
        "table": fault.table,
        "key": fault.key,
        "message": _(fault.message).format(**fault.values),
        "example": fault.example,
    }
