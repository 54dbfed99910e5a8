"""Whether two wheels hold the same: ``python scripts/same_wheel.py ONE.whl OTHER.whl`` exits 1 when not."""

from __future__ import annotations

import sys
from zipfile import ZipFile

#: What a user cannot do without and a build easily forgets.
NEEDED = (
    "mikrohandlinger/data/actions.toml",
    "mikrohandlinger/data/primer.toml",
    "mikrohandlinger/py.typed",
    "mikrohandlinger/texts/danish.py",
    "mikrohandlinger/views/shared/page.html",
    "mikrohandlinger/views/week/page.html",
)


def contents(wheel: str) -> dict[str, bytes]:
    """Every file of a wheel by name."""
    with ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def main(one: str, other: str) -> int:
    """Compare, and tell every difference."""
    first, second = contents(one), contents(other)
    faults = [f"missing: {name}" for name in NEEDED if name not in first]
    faults += [
        f"differs: {name}" for name in sorted({*first, *second}) if first.get(name) != second.get(name)
    ]
    print("\n".join(faults) or f"the same {len(first)} files")
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
