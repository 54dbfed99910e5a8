"""The folder for a locked Windows PC: what it is made of, and what it refuses."""

from __future__ import annotations

import json
import re
from pathlib import Path
from types import ModuleType
from zipfile import ZipFile

import pytest

SCRIPTS = Path(__file__).parents[2] / "scripts"

pytestmark = pytest.mark.skipif(not SCRIPTS.exists(), reason="only a checkout has the scripts")


@pytest.fixture
def runtime(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(SCRIPTS)
    import windows_runtime

    return windows_runtime


@pytest.fixture
def bundle(runtime: ModuleType) -> ModuleType:
    pytest.importorskip("cyclonedx")
    import windows_bundle

    return windows_bundle


def test_the_same_files_give_the_same_bytes(bundle: ModuleType, tmp_path: Path) -> None:
    files = {"python/python.exe": b"MZ" * 500, "LÆSMIG.txt": "æøå".encode(), "mikro.cmd": b"@x"}
    one, other = tmp_path / "one.zip", tmp_path / "other.zip"
    bundle.write(one, files)
    bundle.write(other, dict(reversed(files.items())))
    assert one.read_bytes() == other.read_bytes()
    with ZipFile(one) as archive:
        assert {name.removeprefix("mikro/"): archive.read(name) for name in archive.namelist()} == files


def test_the_commands_start_the_python_of_their_own_folder_wherever_it_lies(bundle: ModuleType) -> None:
    command = bundle.COMMANDS["mikro.cmd"]
    assert command == '@"%~dp0python\\python.exe" -m mikrohandlinger %*\r\n'
    assert all(text.isascii() for text in bundle.COMMANDS.values())
    # Nothing of the user's own comes before the modules of the folder.
    assert "import site" not in bundle.PATHS


def test_both_pages_are_whole(bundle: ModuleType) -> None:
    asked = set(re.findall(r"\{(\w+)\}", (bundle.TEXTS / "Til IT - for IT.txt").read_text("utf-8")))
    page = bundle._text("Til IT - for IT.txt", **dict.fromkeys(asked, "x")).decode("utf-8-sig")
    assert "{" not in page
    assert page.count("\r\n") == page.count("\n")
    assert asked == {
        "version", "python", "publisher", "unsigned", "checked_da", "checked_en", "sums", "tried_da", "tried_en",
    }  # fmt: skip
    assert all(len(line) <= 82 for line in page.splitlines())


def test_the_list_of_what_is_in_it_names_every_package_and_never_differs(bundle: ModuleType) -> None:
    parts = [bundle.Package("mikrohandlinger", "1", "MIT", "00"), bundle.Package("rich", "15.0", "MIT", "01")]
    made = [bundle.bill("1", "3.13.2", {"python.exe": b"MZ"}, parts) for _turn in range(2)]
    assert made[0] == made[1]
    said = json.loads(made[0])
    assert (said["bomFormat"], said["metadata"]["component"]["name"]) == ("CycloneDX", "mikrohandlinger")
    assert {each["name"] for each in said["components"]} == {"cpython", "rich"}


SAID = """\
Current message digest    : {now}
Calculated message digest : AB12

Signer's certificate:
\t------------------
\tSigner #0:
\t\tSubject: /C=US/ST=Oregon/L=Beaverton/O={who}/CN={who}
"""


def test_a_library_that_was_changed_since_it_was_signed_is_refused(runtime: ModuleType) -> None:
    who = "Python Software Foundation"
    assert runtime._signer("python.exe", SAID.format(now="AB12", who=who)) == who
    assert runtime._signer("x.pyd", "No signature found") == ""
    for now, other in (("AB13", who), ("AB12", "Somebody Else")):
        with pytest.raises(runtime.RuntimeFault):
            runtime._signer("python.exe", SAID.format(now=now, who=other))


def test_an_archive_that_is_not_pythons_own_is_refused(runtime: ModuleType, tmp_path: Path) -> None:
    with ZipFile(tmp_path / "other.zip", "w") as archive:
        archive.writestr("python.exe", b"MZ")
    with pytest.raises(runtime.RuntimeFault, match="not in it"):
        runtime.runtime(tmp_path / "other.zip")
