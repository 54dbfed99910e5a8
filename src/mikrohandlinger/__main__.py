"""The entry point of ``mikro`` and of ``python -m mikrohandlinger``."""

from __future__ import annotations

import gc
import os
import sys

#: Where one of these was imported there may be something to end in an orderly way: a child, a temporary file, a loop.
_ORDERLY = frozenset({"typer", "asyncio", "concurrent.futures", "multiprocessing", "subprocess", "tempfile"})


def main() -> None:
    """Run the command line and leave with its exit code."""
    # A command lives for a tenth of a second: collecting garbage in it costs more than it frees.
    gc.disable()
    try:
        from mikrohandlinger.cli.boundary import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        code = 130
    _leave(code)


def _leave(code: int) -> None:
    """Leave at once where nothing has to be ended first: taking the interpreter apart takes longer than ``mikro log``."""
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    except (OSError, ValueError):
        # Whoever listened is gone; the interpreter would try again, complain, and lose the exit code.
        os._exit(code)
    threading = sys.modules.get("threading")
    if _ORDERLY.isdisjoint(sys.modules) and (threading is None or threading.active_count() == 1):
        os._exit(code)
    # Nor is there any use in a last collection of all that was imported, which the exit would otherwise make.
    gc.freeze()
    sys.exit(code)


if __name__ == "__main__":
    main()
