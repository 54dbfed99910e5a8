"""Thousands of histories of machines that share a folder: they must come to agree, and lose nothing that was confirmed.

Each is of two to five machines that log, change, delete, take back, answer, plan, set and hide, with clocks that are off,
and of a folder whose files arrive late, cut off, or as copies where two were at it. The tests try a few of them.

    python bench/machines.py [HISTORIES] [--from SEED]
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.usecases.transfer import devices


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("histories", nargs="?", type=int, default=2000)
    parser.add_argument("--from", dest="first", type=int, default=0)
    options = parser.parse_args()
    os.umask(0o077)
    begun, machines, confirmed, failed = time.monotonic(), 0, 0, 0
    for seed in range(options.first, options.first + options.histories):
        with tempfile.TemporaryDirectory() as folder:
            found = devices.history(Path(folder), seed)
            machines += len(found)
            confirmed += sum(len(device.seen) for device in found)
            faults = devices.disagreements(found) + devices.losses(found)
        if faults:
            failed += 1
            print(f"history {seed}: {len(faults)} faults, such as {faults[0]}")
    print(
        f"{options.histories} histories of {machines} machines with {confirmed} confirmed versions:"
        f" {failed} failed, {time.monotonic() - begun:.0f} s"
    )
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
