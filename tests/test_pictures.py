"""The pictures of the documents are what the program draws."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).parents[1]
PICTURES = sorted((ROOT / "docs" / "pictures").glob("*.svg"))

pytestmark = pytest.mark.skipif(not PICTURES, reason="only a checkout has the documents")


def test_every_picture_is_current():
    done = subprocess.run(
        [sys.executable, ROOT / "scripts" / "pictures.py", "--check"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_there_is_one_of_each_screen_in_both_languages():
    assert [path.name for path in PICTURES] == [
        f"{screen}.{language}.svg"
        for screen in ("frames", "process", "rule", "rules", "today", "week", "why", "year")
        for language in ("da", "en")
    ]


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.name)
def test_every_picture_has_a_name_for_those_who_hear_it(path: Path):
    picture = ElementTree.parse(path).getroot()
    assert picture.get("role") == "img"
    (title,) = picture.findall("{http://www.w3.org/2000/svg}title")
    assert picture.get("aria-labelledby") == title.get("id")
    assert title.text
