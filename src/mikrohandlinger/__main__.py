"""The entry point of ``mikro`` and of ``python -m mikrohandlinger``."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Run the command line and leave with its exit code."""
    # A command lives for a tenth of a second: collecting garbage in it costs more than it frees.
    gc.disable()
    try:
        from mikrohandlinger.cli.boundary import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        code = 130
    # Nor is there any use in a last collection of all that was imported, which the exit would otherwise make.
    gc.freeze()
    sys.exit(code)


if __name__ == "__main__":
    main()
