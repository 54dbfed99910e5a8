"""Make the folder for a locked Windows PC, on any system: ``python scripts/windows_bundle.py OUT.zip``.

A signed Python, the program, what it uses, and two lines that start it: nothing is installed, and no program of ours
has to be trusted. ``--runtime ZIP`` takes python.org's own embeddable package, else the one in :data:`PACKAGE` is had
from the package index. The same versions give the same bytes.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from datetime import UTC, datetime
from email.parser import Parser
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple
from uuid import NAMESPACE_URL, uuid5
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from cyclonedx.model import HashAlgorithm, HashType, Property
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL
from windows_runtime import (
    NOT_HERE,
    PACKAGE,
    Files,
    NotHere,
    RuntimeFault,
    built,
    digest,
    install,
    runtime,
    signatures,
)

TEXTS = Path(__file__).with_name("windows_folder")
LARGEST = 20_000_000
"""Bytes."""

#: AppLocker's name of who signed the interpreter.
PUBLISHER = "O=PYTHON SOFTWARE FOUNDATION, L=BEAVERTON, S=OREGON, C=US"
#: Where Python looks for modules, and nowhere else: no variable and no folder of the user's can put others before them.
PATHS = "python313.zip\r\n.\r\n..\\app\r\n"
COMMANDS = {
    "mikro.cmd": '@"%~dp0python\\python.exe" -m mikrohandlinger %*\r\n',
    # The window stays, knows the command wherever it goes, and begins with the proposal.
    "Åbn mikro.cmd": '@echo off\r\nset "PATH=%~dp0;%PATH%"\r\ncd /d "%USERPROFILE%"\r\ncmd /k mikro\r\n',
}
#: Written by the installer for itself, with paths of this machine in it; and programs that nobody calls.
NOISE = re.compile(
    r"bin/|(.*/)?__pycache__/|.*\.dist-info/(RECORD|INSTALLER|REQUESTED|direct_url\.json|uv_[^/]*)$|\.lock$"
)
#: Faster twins of modules that work without, left out as nobody has signed them.
UNSIGNED_TWINS = re.compile(r"markupsafe/_speedups\..*")
#: Every date in the archive; a zip begins with this year.
DAY = datetime(1980, 1, 1, tzinfo=UTC)
TRIED_DA = "Under wine på Linux med den samme Python til Windows. Ikke på Windows selv."
TRIED_EN = "Under wine on Linux, with the same Python for Windows. Not on Windows itself."


class Package(NamedTuple):
    """A package in the folder."""

    name: str
    version: str
    licence: str
    digest: str


def app(scratch: Path) -> dict[str, bytes]:
    """The program and what it uses, by path."""
    folder = scratch / "app"
    install([str(built(scratch / "wheel"))], folder, windows=True)
    names = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {
        name: path.read_bytes()
        for name, path in names.items()
        if not NOISE.match(name) and not UNSIGNED_TWINS.match(name)
    }


def packages(files: Files) -> list[Package]:
    """What is in it, by the packages' own word."""
    found = []
    for name, content in sorted(files.items()):
        if not name.endswith(".dist-info/METADATA"):
            continue
        said = Parser().parsestr(content.decode(), headersonly=True)
        ours = name.rpartition("/")[0].rpartition("/")[2].partition("-")[0]
        rest = {path: each for path, each in files.items() if ours.lower() in path.lower()}
        licence = said["License-Expression"] or said["License"] or ""
        found.append(Package(said["Name"], said["Version"], licence.partition("\n")[0], digest(rest)))
    return found


def bill(version: str, python: str, interpreter: Files, parts: list[Package]) -> bytes:
    """The list of what is in it, as CycloneDX has it; the same for the same versions."""
    known = [
        Component(
            type=ComponentType.PLATFORM,
            name="cpython",
            version=python,
            bom_ref="cpython",
            supplier=None,
            properties=[Property(name="origin", value=f"python.org, embeddable package; also in {PACKAGE}")],
            components=[_file(name, content) for name, content in sorted(interpreter.items())],
        )
    ]
    known += [
        Component(
            type=ComponentType.LIBRARY,
            name=part.name,
            version=part.version,
            bom_ref=f"{part.name}@{part.version}",
            purl=PackageURL("pypi", None, part.name.lower(), part.version),
            properties=[Property(name="licence", value=part.licence)] if part.licence else (),
        )
        for part in parts
        if part.name != "mikrohandlinger"
    ]
    marks = "\n".join(f"{part.name} {part.version} {part.digest}" for part in parts)
    bom = Bom(components=known, serial_number=uuid5(NAMESPACE_URL, f"{digest(interpreter)}\n{marks}"))
    bom.metadata.timestamp = DAY
    bom.metadata.component = Component(
        type=ComponentType.APPLICATION, name="mikrohandlinger", version=version, bom_ref="mikrohandlinger"
    )
    bom.register_dependency(bom.metadata.component, known)
    return (JsonV1Dot6(bom).output_as_string(indent=1) + "\n").encode()


def _file(name: str, content: bytes) -> Component:
    return Component(
        type=ComponentType.FILE,
        name=name,
        bom_ref=f"cpython/{name}",
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=sha256(content).hexdigest())],
    )


def folder(archive: Path | None) -> dict[str, bytes]:
    """Every file of the folder, by path.

    Raises:
        RuntimeFault: When something cannot be had, or is not what it should be.
    """
    interpreter = runtime(archive)
    signed = signatures(interpreter)
    python = _version(interpreter)
    with tempfile.TemporaryDirectory() as scratch:
        program = app(Path(scratch))
    parts = packages(program)
    version = next(part.version for part in parts if part.name == "mikrohandlinger")
    unsigned = sorted(name for name in program if name.endswith((".pyd", ".dll", ".exe")))
    found = {f"python/{name}": content for name, content in interpreter.items()}
    found["python/python313._pth"] = PATHS.encode()
    found |= {f"app/{name}": content for name, content in program.items()}
    found |= {name: text.encode("cp1252") for name, text in COMMANDS.items()}
    found["LÆSMIG.txt"] = _text("LÆSMIG.txt")
    found["sbom.cdx.json"] = bill(version, python, interpreter, parts)
    sums = "".join(f"{sha256(content).hexdigest()}  {name}\r\n" for name, content in sorted(found.items()))
    found["SHA256SUMS.txt"] = b"\xef\xbb\xbf" + sums.encode()
    found["Til IT - for IT.txt"] = _text(
        "Til IT - for IT.txt",
        version=version,
        python=python,
        publisher=PUBLISHER,
        unsigned="\n".join(f"             app\\{name}".replace("/", "\\") for name in unsigned)
        or "             -",
        checked_da="kontrolleret, da mappen blev lavet" if signed is not None else "ikke kontrolleret her",
        checked_en="checked when the folder was made" if signed is not None else "not checked here",
        sums=sha256(found["SHA256SUMS.txt"]).hexdigest(),
        tried_da=TRIED_DA,
        tried_en=TRIED_EN,
    )
    return found


def _version(interpreter: Files) -> str:
    """The version of the interpreter, as its library says in Windows' own letters."""
    text = interpreter["python313.dll"].decode("utf-16-le", "ignore")
    odd = interpreter["python313.dll"][1:].decode("utf-16-le", "ignore")
    said = re.search(r"ProductVersion\0+(3\.\d+\.\d+)", text) or re.search(
        r"ProductVersion\0+(3\.\d+\.\d+)", odd
    )
    if said is None:
        raise RuntimeFault("The runtime does not say which version of Python it is.")
    return said[1]


def _text(name: str, **values: str) -> bytes:
    """A page as Notepad of every Windows reads it."""
    text = (TEXTS / name).read_text("utf-8")
    for key, value in values.items():
        text = text.replace(f"{{{key}}}", value)
    return b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()


def write(out: Path, files: Files) -> None:
    """Write the archive; the same files give the same bytes."""
    with ZipFile(out, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in sorted(files.items()):
            part = ZipInfo(f"mikro/{name}", DAY.timetuple()[:6])
            part.compress_type = ZIP_DEFLATED
            part.create_system = 0
            part.external_attr = 0
            archive.writestr(part, content, compresslevel=9)


def main() -> int:
    """Make it, and say what it is."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("out", type=Path)
    parser.add_argument(
        "--runtime", type=Path, help="python.org's embeddable package instead of the one of PyPI"
    )
    given = parser.parse_args()
    try:
        files = folder(given.runtime)
    except (RuntimeFault, OSError) as fault:
        print(fault)
        return NOT_HERE if isinstance(fault, NotHere) else 1
    write(given.out, files)
    size = given.out.stat().st_size
    print(f"{given.out}: {len(files)} files, {size / 1e6:.1f} MB")
    print(f"SHA-256 {sha256(given.out.read_bytes()).hexdigest()}")
    if b"not checked here" in files["Til IT - for IT.txt"]:
        print("The signatures of the runtime were not looked at: there is no osslsigncode here.")
    if size > LARGEST:
        print(f"larger than {LARGEST / 1e6:.0f} MB")
    return int(size > LARGEST)


if __name__ == "__main__":
    sys.exit(main())
