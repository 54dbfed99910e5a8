"""What the documents say is so."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote

import pytest

ROOT = Path(__file__).parents[1]
DOCUMENTS = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]

pytestmark = pytest.mark.skipif(not DOCUMENTS, reason="only a checkout has the documents")


def script(name: str, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, ROOT / "scripts" / name, *options],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_every_command_of_the_read_me_works_as_written():
    result = script("screens.py", "--dry-run")
    assert result.returncode == 0, result.stdout + result.stderr


def test_the_pages_of_the_settings_say_what_the_program_reads():
    result = script("settings_pages.py", "--check")
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_within_the_documents_leads_somewhere(document: Path):
    targets = re.findall(r"\]\((?!https?:)([^)#]*)(?:#[^)]*)?\)", document.read_text("utf-8"))
    assert [target for target in targets if target and not (document.parent / unquote(target)).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_anchor_is_a_heading_of_the_page_it_points_at(document: Path):
    anchors = re.findall(r"\]\((?!https?:)([^)#]*)#([^)]+)\)", document.read_text("utf-8"))
    assert [anchor for path, anchor in anchors if anchor not in headings(document, path)] == []


def headings(document: Path, target: str) -> set[str]:
    """The anchors of a page, as forges make them from its headings."""
    page = document.parent / unquote(target) if target else document
    found = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in found}


@pytest.mark.parametrize(("english", "danish"), [
    ("README.md", "LÆSMIG.md"), ("docs/privacy.md", "docs/privatliv.md"),
    ("docs/research.md", "docs/forskning.md"), ("docs/settings.md", "docs/indstillinger.md"),
    ("docs/commands.md", "docs/kommandoer.md"), ("docs/rules.md", "docs/regler.md"),
    ("docs/nudges.md", "docs/da/nudges.md"), ("docs/nudges-calendar.md", "docs/da/nudges-calendar.md"),
    ("docs/nudges-linux.md", "docs/da/nudges-linux.md"), ("docs/nudges-macos.md", "docs/da/nudges-macos.md"),
    ("docs/nudges-prompt.md", "docs/da/nudges-prompt.md"), ("docs/nudges-windows.md", "docs/da/nudges-windows.md"),
])  # fmt: skip
def test_both_languages_of_a_page_have_the_same_sections_and_point_at_each_other(english: str, danish: str):
    pages = [(ROOT / name).read_text("utf-8") for name in (english, danish)]
    assert pages[0].count("\n## ") == pages[1].count("\n## ")
    assert Path(danish).name in pages[0]
    assert Path(english).name in pages[1]
