"""A bar for what takes over a second, so that nobody wonders whether the program is still there."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from threading import Lock, Timer

from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Final

    from rich.progress import Progress, TaskID

#: Seconds before the bar appears; what is quicker needs none.
PATIENCE: Final = 1.0


class Bar:
    """A bar that may not be there yet.

    Attributes:
        done: How many steps are done.
        total: How many there are; None while nobody knows.
    """

    def __init__(self, label: str, total: int | None) -> None:
        self.done = 0
        self.total = total
        self._label = label
        self._progress: Progress | None = None
        self._task: TaskID | None = None
        self._is_over = False
        self._lock = Lock()

    def advance(self, steps: int = 1) -> None:
        """Tell that so many more steps are done."""
        self.done += steps
        if self._progress is not None and self._task is not None:
            self._progress.update(self._task, completed=self.done)

    def _appear(self) -> None:
        from mikrohandlinger.views.shared.terminal.console import progress_bar

        with self._lock:
            if not self._is_over:
                self._progress = progress_bar()
                self._task = self._progress.add_task(self._label, total=self.total, completed=self.done)
                self._progress.start()

    def _vanish(self) -> None:
        with self._lock:
            self._is_over = True
            if self._progress is not None:
                self._progress.stop()


@contextmanager
def waiting(label: str, total: int | None = None, patience: float = PATIENCE) -> Iterator[Bar]:
    """Show a bar on standard error while the block runs, if it takes longer than ``patience`` seconds.

    Where either stream is piped there is nobody to show it to, and nothing is shown. The bar leaves no trace.

    Args:
        label: What is being done, in the language of the screens.
        total: How many steps it has, if that is known.
        patience: Seconds before the bar appears.
    """
    bar = Bar(label, total)
    if not all(stream is not None and stream.isatty() for stream in (sys.stdout, sys.stderr)):
        yield bar
        return
    timer = Timer(patience, bar._appear)
    timer.daemon = True
    timer.start()
    try:
        yield bar
    finally:
        timer.cancel()
        bar._vanish()
