"""The scripts of meetings in words."""

from __future__ import annotations

from mikrohandlinger.texts import _, language, ngettext
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mikrohandlinger.domain.processes.model import Script, Source, Step
    from mikrohandlinger.domain.reports.process import JudgedFault, JudgedScripts, ScriptPage


class Part(NamedTuple):
    """Something that a script says of itself, under a label of its own."""

    label: str
    texts: tuple[str, ...]


def minutes(number: int) -> str:
    """``12 minutter`` / ``12 minutes``."""
    return ngettext("{number} minute", "{number} minutes", number).format(number=number)


def facts(script: Script, *, on_paper: bool = False) -> str:
    """How long it takes, and how many it is for; on paper without what can be typed."""
    length = minutes(script.minutes)
    if script.days > 1:
        length = _("{days} days, {minutes} in all").format(days=script.days, minutes=length)
    elif script.short_minutes not in (None, script.minutes) and not on_paper:
        length = _("{minutes} ({short} with --short)").format(minutes=length, short=script.short_minutes)
    fewest, most = script.people
    whose = {"own": _("your own"), "team": _("your team's")}.get(script.origin, "")
    people = _("{fewest}–{most} people").format(fewest=fewest, most=most)
    return "  ·  ".join(part for part in (length, people, whose) if part)


def about(screen: ScriptPage) -> list[Part]:
    """What there is to know before it begins."""
    words = screen.script.wording(language())
    parts = [
        Part(_("Who"), (words.who,)),
        Part(_("Prepare"), words.before),
        Part(_("The host"), (words.host,)),
        Part(_("With care"), (words.care,)),
    ]
    if screen.for_leader:
        parts += leading(screen.script)
    return [part for part in parts if any(part.texts)]


def leading(script: Script) -> list[Part]:
    """How a leader takes part: what to do, and what to leave alone."""
    words = script.wording(language())
    parts = (Part(_("As leader"), words.do), Part(_("Leave alone"), words.avoid))
    return [part for part in parts if part.texts]


def plan_heading(script: Script) -> tuple[str, str]:
    """What stands above the minutes and the steps."""
    return (_("min."), _("day") if script.days > 1 else _("step"))


def number_of(step: Step, index: int) -> int:
    """The day of a step, or its place among the others."""
    return step.day or index + 1


def step_title(step: Step, index: int) -> str:
    """``3. Hvilken af vores egne regler er i vejen?`` with its day in its place where it has one."""
    title = step.wording(language()).title
    if step.day:
        return _("Day {day}. {title}").format(day=step.day, title=title)
    return f"{index + 1}. {title}"


def does(step: Step) -> list[str]:
    """What the group does, with the minutes of each part where there are several."""
    group = step.wording(language()).group
    if len(step.parts) == 1:
        return list(group)
    return [f"{_min(number)} {text}" for number, text in zip(step.parts, group, strict=True)]


def _min(number: int) -> str:
    return _("{number} min.").format(number=number)


def source_line(source: Source) -> str:
    """A source in one line."""
    author = f"{source.author} ({source.year}): " if source.author and source.year else ""
    return f"{author}{source.title}." + (f" {source.address}" if source.address else "")


def labels() -> dict[str, str]:
    """What stands above what the host says, what the group does, and how a step ends."""
    return {
        "says": _("Read aloud"),
        "group": _("The group"),
        "ends": _("Done when"),
        "basis": _("Based on"),
        "host": _("For the host"),
        "wall": _("For the wall"),
    }


def hints(screen: ScriptPage) -> tuple[str, ...]:
    """What can be typed next about one, in the form that is shown."""
    name, form = screen.script.id, " --short" if screen.is_short else ""
    return (
        _("Hold it: mikro process run {id}").format(id=name) + form,
        _("As sheets: mikro process export {id} -o {id}.html").format(id=name) + form,
    )


def list_hints(scripts: Sequence[Script]) -> tuple[str, ...]:
    """What can be typed next about all of them."""
    first = scripts[0].id
    return (
        _("See one: mikro process show {id}").format(id=first),
        _("Hold one: mikro process run {id}").format(id=first),
        _("Write your own: mikro process path"),
    )


def held() -> str:
    """What leaves the screen with the sheets."""
    return _("Two sheets: one for the host, one for the wall. Nothing of yours is on them.")


def fault_line(found: JudgedFault) -> str:
    """One fault of a file of scripts: the line, where, what, and an example that would pass."""
    fault = found.fault
    where = f"{fault.table} {fault.key}".strip()
    line = _("line {line}: {where}: {problem}").format(
        line=found.line, where=where, problem=_(fault.message).format(**fault.values)
    )
    if fault.example:
        line += " " + _("Example: {example}").format(example=fault.example)
    return line


def well_written_line(judged: JudgedScripts) -> str:
    """The answer of ``mikro process check`` to a file without a fault."""
    count = ngettext("{number} meeting", "{number} meetings", judged.scripts).format(number=judged.scripts)
    return _("{path} is well written: {meetings}, nothing to mend.").format(path=judged.path, meetings=count)


def none_yet_line() -> str:
    """The answer of ``mikro process check`` where there is no file."""
    return _("You have no meetings of your own yet. “mikro process path” shows where they would lie.")
