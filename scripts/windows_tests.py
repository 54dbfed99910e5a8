"""Run tests of the program under real Python for Windows, on Linux, by wine: ``python scripts/windows_tests.py``.

Without words it runs what says most about the program in two minutes; ``--all`` runs everything that can run there,
which takes an hour, and paths of tests run those. Where wine or the runtime cannot be had it says so and ends with 2.

What passes under wine has run under the real Python, its real C library and the real SQLite for Windows. Wine is not
Windows: it says nothing about files that virus scanners and OneDrive hold, the real console, the Task Scheduler,
notifications, policies, or roaming profiles.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from pathlib import Path

from windows_runtime import (
    NOT_HERE,
    ROOT,
    NotHere,
    RuntimeFault,
    Wine,
    built,
    found_wine,
    install,
    runtime,
    wine,
)

#: What says something about the program, by measuring: the most in the least time. ``tests/house`` reads the source, and
#: what looks at Unix, its permissions, shells and terminals skips itself.
CHOSEN = (
    "tests/cli/test_windows.py",
    "tests/system/test_task_scheduler.py",
    "tests/texts/test_language.py",
    "tests/domain/test_reasons.py",
    "tests/domain/test_privacy.py::test_no_date_is_masked",
    "tests/domain/test_privacy.py::test_the_cpr_number_of_any_birthday_is_masked",
    "tests/storage/test_places.py",
    "tests/storage/test_paths.py",
    "tests/storage/test_leftovers.py",
    "tests/storage/toml/test_editing.py",
    "tests/storage/toml/test_settings.py",
    "tests/storage/database/test_store.py",
    "tests/storage/database/test_backup.py",
    "tests/storage/database/test_device.py",
    "tests/views",
    "tests/cli/terminal",
)
#: Not of those: what says the same on every system, and takes long.
LEFT_OUT = (
    "tests/views/test_wording.py",
    "tests/views/test_faces.py",
    "tests/views/test_browser.py",
    "tests/cli/terminal/test_encoding.py",
)
EVERYTHING = (
    "tests/domain",
    "tests/texts",
    "tests/storage",
    "tests/usecases",
    "tests/views",
    "tests/system",
    "tests/cli",
    "tests/test_end_to_end.py",
)
NEEDED = ("pytest", "hypothesis", "syrupy", "babel", "recurring-ical-events", "holidays")


def prepare(folder: Path, archive: Path | None) -> Path:
    """Lay out Python for Windows with all that the tests need; its interpreter."""
    files = runtime(archive)
    for name, content in files.items():
        # Without the first it looks for packages as an installed Python does; through the second it would ask wine for
        # the version of Windows in a way that wine 8 does not know.
        if not name.endswith("._pth") and name != "_wmi.pyd":
            folder.mkdir(exist_ok=True)
            (folder / name).write_bytes(content)
    packages = folder / "Lib" / "site-packages"
    install([str(built(folder / "wheel")), *NEEDED], packages, windows=True)
    # The tests look at the package as a checkout has it.
    for installed in ("mikrohandlinger", "bin"):
        shutil.rmtree(packages / installed, ignore_errors=True)
    (packages / "checkout.pth").write_text(f"Z:{ROOT / 'src'}\n".replace("/", "\\"), "utf-8")
    shutil.copy(Path(__file__).with_name("windows_plugin.py"), packages)
    return folder / "python.exe"


def run(windows: Wine, python: Path, words: list[str], profile: str) -> int:
    """Run pytest in one process, and pass on what it says."""
    process = windows.start(
        str(python), "-X", "utf8", "-m", "pytest", "-p", "windows_plugin", "-p", "no:cacheprovider",
        "-o", "addopts=--import-mode=importlib --strict-markers", "-o", "faulthandler_timeout=120",
        *words, cwd=ROOT, TEMP=r"C:\t", TMP=r"C:\t", HYPOTHESIS_PROFILE=profile,
    )  # fmt: skip
    assert process.stdout is not None
    for line in process.stdout:
        print(line.decode("utf-8", "replace").rstrip("\r\n"), flush=True)
    return process.wait()


def main() -> int:
    """Prepare, run, and say what cannot be."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("words", nargs="*", help="tests, and options of pytest after --")
    parser.add_argument("--all", action="store_true", help="everything that can run there")
    parser.add_argument(
        "--runtime", type=Path, help="python.org's embeddable package instead of the one of PyPI"
    )
    given = parser.parse_args()
    if found_wine() is None:
        print("not run under Python for Windows: there is no wine here (Debian: wine64)")
        return NOT_HERE
    with tempfile.TemporaryDirectory() as scratch:
        try:
            python = prepare(Path(scratch, "python"), given.runtime)
        except RuntimeFault as fault:
            print(f"not run under Python for Windows: {fault}")
            return NOT_HERE if isinstance(fault, NotHere) else 1
        with wine(Path(scratch)) as windows:
            (windows.prefix / "drive_c" / "t").mkdir()
            words = given.words
            if all(word.startswith("-") for word in words):
                words += [*EVERYTHING, "--every-width"] if given.all else CHOSEN
                words += [] if given.all else [f"--ignore={path}" for path in LEFT_OUT]
            return run(windows, python, [*words, "--quiet"], os.environ.get("HYPOTHESIS_PROFILE", "few"))


if __name__ == "__main__":
    sys.exit(main())
