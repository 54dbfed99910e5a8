"""Try the folder for Windows as a user has it, by wine: ``python scripts/windows_try.py FOLDER.zip``.

As a user without rights, where there is one to be had (root becomes one), from a folder that cannot be written to and
whose path has a blank, æøå and signs of the command line, with the data where Windows keeps it for that user. Exit 1
names what did not work, 2 says that there is no wine.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile

from windows_runtime import NOT_HERE, Wine, found_wine, wine

PLACE = "Bård Åse & Co (x)"
NOBODY = 65534
MONDAY = "2026-11-23T08:30:00+01:00"
TIMEOUT = 120


NOTE = "Spurgte på gangen & i kantinen (æøå)"


class Step(NamedTuple):
    """A line that is typed, and what has to be in its answer."""

    line: tuple[str, ...]
    answer: str
    code: int = 0
    home: str = ""


#: In this order; each through ``mikro.cmd``, in the code page of a Danish Windows.
STORY = (
    Step(("--version",), "mikro"),
    Step(("today",), "Mandag den 23. november"),
    Step(("log", "spørg", NOTE), NOTE),
    Step(("uge",), "Uge 48"),
    Step(("week", "-o", r"C:\out\uge.html"), "uge.html"),
    Step(("nudge", "calendar", "-o", r"C:\out\mikro.ics"), "mikro.ics"),
    Step(("export", "-o", r"C:\out\min.jsonl"), "min.jsonl"),
    Step(("import", r"C:\out\min.jsonl"), "", home=r"C:\out\en anden"),
    Step(("history",), NOTE, home=r"C:\out\en anden"),
    Step(("week", "-o", "con.html"), "con", 1),
    Step(("doctor",), "", 0),
    Step(("nudge", "on"), "mikro nudge calendar", 1),
)


def try_it(archive: Path, scratch: Path) -> list[str]:
    """Go through the story; what did not work."""
    scratch.chmod(0o755)
    place = scratch / PLACE
    with ZipFile(archive) as opened:
        opened.extractall(place)
    for path in (place, *place.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    before = sorted(path for path in place.rglob("*"))
    (scratch / "own").mkdir()
    with wine(scratch / "own", NOBODY if os.geteuid() == 0 else None) as windows:
        return [*_story(windows, place / "mikro"), *_places(windows, before, place)]


def _story(windows: Wine, folder: Path) -> list[str]:
    local = rf"C:\users\{PLACE}\AppData\Local"
    out = windows.prefix / "drive_c" / "out"
    out.mkdir()
    out.chmod(0o777)
    # What the user's own Python has been told is not for this one.
    (out / "typer.py").write_text("raise SystemExit('a false typer')\n")
    shell = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Explorer"
    for key in ("Shell Folders", "User Shell Folders"):
        windows.run("reg", "add", rf"{shell}\{key}", "/v", "Local AppData", "/d", local, "/f", cwd=folder)
    faults = []
    for step in STORY:
        code, said = windows.run(
            "cmd", "/c", "mikro.cmd", *step.line, cwd=folder, timeout=TIMEOUT, MIKRO_NOW=MONDAY, MIKRO_LANG="da",
            LOCALAPPDATA=local, PYTHONPATH=r"C:\out", PYTHONHOME=r"C:\out", MIKRO_HOME=step.home,
        )  # fmt: skip
        text = said.decode("windows-1252", "replace").replace("\r\n", "\n")
        if code != step.code or step.answer not in text:
            faults.append(f"mikro {' '.join(step.line)}: exit {code}\n{text}")
    return faults


def _places(windows: Wine, before: list[Path], place: Path) -> list[str]:
    drive = windows.prefix / "drive_c"
    data = drive / "users" / PLACE / "AppData" / "Local" / "mikrohandlinger"
    faults = [] if (data / "mikro.db").exists() else [f"the data is not in {data}"]
    if sorted(place.rglob("*")) != before:
        faults.append("something was written into the folder of the program")
    page, event, lines = (drive / "out" / name for name in ("uge.html", "mikro.ics", "min.jsonl"))
    if NOTE.replace("&", "&amp;") not in page.read_text("utf-8"):
        faults.append("the page does not hold the note")
    if not event.read_bytes().startswith(b"BEGIN:VCALENDAR\r\n"):
        faults.append("the calendar file is none")
    if not any(json.loads(line)["kind"] == "entry" for line in lines.read_text("utf-8").splitlines()):
        faults.append("the export holds no entry")
    return faults


def main() -> int:
    """Try it, and say how it went."""
    if found_wine() is None:
        print("not tried under Python for Windows: there is no wine here (Debian: wine64)")
        return NOT_HERE
    with tempfile.TemporaryDirectory() as scratch:
        try:
            faults = try_it(Path(sys.argv[1]), Path(scratch))
        finally:
            for path in Path(scratch).rglob("*"):
                if path.is_dir() and not path.is_symlink():
                    path.chmod(0o755)
    print("\n".join(faults) or f"the folder does what it should, in {len(STORY)} steps")
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())
