"""A ``schtasks`` that refuses what that of Windows refuses, as far as Microsoft's pages and reports of others tell.

The schema is that of Microsoft's pages on the task's XML: which parts there are, in which order, of which type. Where
the pages of one part order it in two ways, both must hold. Only what a weekly task of ours can have is known here;
anything else is refused, as a misspelt word is. It says nothing about policies, accounts, or what the task then does.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from mikrohandlinger.system.programs import Answer

if TYPE_CHECKING:
    from collections.abc import Callable

    from mikrohandlinger.domain.schedule import Call

SPACE = "{http://schemas.microsoft.com/windows/2004/02/mit/task}"


def _matching(pattern: str) -> Callable[[str], bool]:
    return lambda text: re.fullmatch(pattern, text) is not None


_BOOLEAN = _matching("true|false|1|0")
_DURATION = _matching(r"P(?=.)(\d+Y)?(\d+M)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+S)?)?")
_MOMENT = _matching(
    r"\d{4}-(0[1-9]|1[0-2])-([0-2]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(Z|[+-]\d\d:\d\d)?"
)
_TEXT = _matching(r"(?s).+")
_EMPTY = _matching("")

#: Of each part: the parts that may stand in it, each once.
_ANY_ORDER = {
    "Task": ("RegistrationInfo", "Triggers", "Settings", "Data", "Principals", "Actions"),
    "RegistrationInfo": ("Date", "Author", "Version", "Description", "URI", "Source", "Documentation"),
    "Triggers": ("CalendarTrigger",),
    "ScheduleByWeek": ("WeeksInterval", "DaysOfWeek"),
    "DaysOfWeek": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "Principals": ("Principal",),
    "Principal": ("UserId", "GroupId", "DisplayName", "LogonType", "RunLevel"),
    "Settings": (
        "AllowStartOnDemand",
        "MultipleInstancesPolicy",
        "DisallowStartIfOnBatteries",
        "StopIfGoingOnBatteries",
        "AllowHardTerminate",
        "StartWhenAvailable",
        "RunOnlyIfNetworkAvailable",
        "WakeToRun",
        "Enabled",
        "Hidden",
        "ExecutionTimeLimit",
        "Priority",
        "RunOnlyIfIdle",
    ),
    "Actions": ("Exec",),
    "Exec": ("Command", "Arguments", "WorkingDirectory"),
}
#: The same in the order, or orders, in which they must stand.
_SEQUENCES = {
    "CalendarTrigger": (
        ("Enabled", "StartBoundary", "EndBoundary", "Repetition", "ExecutionTimeLimit", "ScheduleByWeek"),
        ("Repetition", "StartBoundary", "EndBoundary", "ExecutionTimeLimit", "Enabled", "ScheduleByWeek"),
    ),
}
_NEEDED = {"Task": ("Actions",), "CalendarTrigger": ("ScheduleByWeek",), "Exec": ("Command",)}
_TYPES = {
    "Description": _TEXT,
    "Author": _TEXT,
    "StartBoundary": _MOMENT,
    "EndBoundary": _MOMENT,
    "WeeksInterval": _matching(r"[1-9]|[1-4]\d|5[0-2]"),
    **dict.fromkeys(_ANY_ORDER["DaysOfWeek"], _EMPTY),
    "LogonType": _matching("InteractiveToken|S4U|Password|InteractiveTokenOrPassword|None|Group"),
    "RunLevel": _matching("LeastPrivilege|HighestAvailable"),
    "MultipleInstancesPolicy": _matching("Parallel|Queue|IgnoreNew|StopExisting"),
    "ExecutionTimeLimit": _DURATION,
    **dict.fromkeys(
        (name for name in _ANY_ORDER["Settings"] if name[-6:] not in ("Policy", "eLimit", "iority")), _BOOLEAN
    ),
    # A path of a program that is too long was reported as “incorrectly formatted or out of range”.
    "Command": _matching(r"[^\n]{1,260}"),
    "Arguments": _TEXT,
}


def refusal(content: bytes) -> str:
    """What ``schtasks /Create /XML`` says to a file; "" where it takes it."""
    if not content.startswith(b"\xff\xfe"):
        return "(1,40)::ERROR: unable to switch the encoding"
    text = content.decode("utf-16")
    if re.match(r'<\?xml version="1\.0" encoding="UTF-16"\?>', text) is None:
        return "(1,2)::ERROR: incorrect document syntax"
    try:
        task = ElementTree.fromstring(content)
    except ElementTree.ParseError as error:
        return f"ERROR: The task XML is malformed. {error}"
    if task.tag != f"{SPACE}Task" or task.get("version") not in ("1.1", "1.2", "1.3", "1.4"):
        return "ERROR: The task XML contains an unexpected node."
    known = {element.get("id") for element in task.iter(f"{SPACE}Principal")}
    actions = task.find(f"{SPACE}Actions")
    if actions is not None and actions.get("Context") not in known:
        return "ERROR: The task XML is missing a required element or attribute: Context"
    return _fault_of(task)


def _fault_of(element: ElementTree.Element) -> str:
    name = element.tag.removeprefix(SPACE)
    names = [part.tag.removeprefix(SPACE) for part in element]
    missing = set(_NEEDED.get(name, ())) - set(names)
    if missing:
        fault = f"is missing a required element or attribute: {missing}"
    elif len(set(names)) != len(names):
        fault = f"contains too many nodes of the same type: {name}"
    elif not _may_hold(name, names):
        fault = f"contains an unexpected node: {name}"
    elif name in _TYPES and not _TYPES[name](element.text or ""):
        fault = f"contains a value which is incorrectly formatted or out of range: {name}"
    else:
        return next((fault for fault in map(_fault_of, element) if fault), "")
    return f"ERROR: The task XML {fault}"


def _may_hold(name: str, names: list[str]) -> bool:
    if name in _SEQUENCES:
        return all([part for part in order if part in names] == names for order in _SEQUENCES[name])
    if name in _ANY_ORDER:
        return set(names) <= set(_ANY_ORDER[name])
    return name in _TYPES and not names


class Schtasks:
    """The program: its tasks, and whether the workplace forbids them.

    Args:
        forbidden: The verbs that a policy forbids, such as ``/Create``.
    """

    def __init__(self, *forbidden: str) -> None:
        self.tasks: dict[str, bytes] = {}
        self.forbidden = forbidden

    def __call__(self, call: Call) -> Answer:
        program, verb, *rest = call.argv
        assert program == "schtasks"
        said = "ERROR: Access is denied." if verb in self.forbidden else self._do(verb, rest)
        return Answer(1 if said else 0, "", said)

    def _do(self, verb: str, rest: list[str]) -> str:
        name = rest[rest.index("/TN") + 1] if "/TN" in rest else ""
        if re.search(r'[<>:"/|?*]', name):
            return "ERROR: The filename, directory name, or volume label syntax is incorrect."
        if verb == "/Create":
            content = Path(rest[rest.index("/XML") + 1]).read_bytes()
            fault = refusal(content)
            if not fault and name in self.tasks and "/F" not in rest:
                fault = "WARNING: The task name already exists."
            if not fault:
                self.tasks[name] = content
            return fault
        if name and name not in self.tasks:
            return "ERROR: The system cannot find the file specified."
        if verb == "/Delete":
            assert "/F" in rest, "it would ask, and nobody would answer"
            del self.tasks[name]
        return ""
