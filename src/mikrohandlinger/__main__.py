"""The entry point of ``mikro`` and of ``python -m mikrohandlinger``."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from contextlib import suppress


def main() -> None:
    """Run the command line and leave with its exit code."""
    # A command lives for a tenth of a second: collecting garbage in it costs more than it frees.
    gc.disable()
    try:
        from .cli.boundary import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        code = 130
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):
            stream.flush()
    # All is stored, closed and written: taking the interpreter apart would cost as much as starting it did.
    os._exit(code)


if __name__ == "__main__":
    main()
