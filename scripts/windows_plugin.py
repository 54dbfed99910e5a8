"""What pytest is told in Python for Windows under wine; ``windows_tests.py`` puts it there."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

if sys.platform == "win32":
    import _winapi

    # Wine 8 ends a process that asks for this copy of a file, which Windows has; shutil does without it too.
    if hasattr(_winapi, "CopyFile2"):
        del _winapi.CopyFile2

#: A screen at another width than this is as good as the same on every system.
COLUMNS = 80


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let every width be asked for."""
    parser.addoption("--every-width", action="store_true")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the screens of other widths out."""
    if config.getoption("--every-width"):
        return
    other = [item for item in items if _is_of_another_width(item)]
    config.hook.pytest_deselected(items=other)
    items[:] = [item for item in items if item not in other]


def _is_of_another_width(item: pytest.Item) -> bool:
    given = getattr(item, "callspec", None)
    values = [value for name, value in given.params.items() if name in ("width", "columns")] if given else []
    return "views" in item.path.parts and bool(values) and COLUMNS not in values
