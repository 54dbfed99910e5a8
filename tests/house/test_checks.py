"""The checks do what the pages say: a line that a reader types is a line that is tried."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(not (ROOT / ".ci" / "run").exists(), reason="only a checkout has the checks")


def typed(page: str) -> list[str]:
    """The lines of a page for a shell, but for those that fetch the repository."""
    blocks = re.findall(r"```sh\n(.*?)```", (ROOT / page).read_text("utf-8"), re.DOTALL)
    return [
        line for block in blocks for line in block.splitlines() if not line.startswith(("git clone ", "cd "))
    ]


def test_both_read_mes_have_the_same_lines_to_type() -> None:
    assert typed("README.md") == typed("LÆSMIG.md")


def test_every_line_of_the_read_me_is_tried_on_each_system() -> None:
    steps = [
        line.strip() for line in (ROOT / ".github" / "workflows" / "ci.yml").read_text("utf-8").splitlines()
    ]
    assert [line for line in typed("README.md") if line not in steps] == []


def test_the_checks_end_with_the_test_line_of_the_read_me() -> None:
    *_others, tests = typed("README.md")
    assert tests.endswith(" pytest")
    *_steps, last = (ROOT / ".ci" / "run").read_text("utf-8").splitlines()
    assert tests == f"pip install uv && {last}"
    assert tests in typed("CONTRIBUTING.md")
