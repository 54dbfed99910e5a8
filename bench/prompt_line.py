"""How much the prompt snippet costs a shell: the first prompt of a day, one in a second terminal, every later one.

``python bench/prompt_line.py`` prints microseconds, the median of 21 shells, for each shell that is installed.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from mikrohandlinger.system import shell_prompt as prompt
from mikrohandlinger.system.shell_snippets import snippet

if TYPE_CHECKING:
    from mikrohandlinger.domain.reminding import Shell

SHELLS = 21
LATER = 1000

TIMED: dict[Shell, str] = {
    "bash": """
        source {profile}
        a=${{EPOCHREALTIME/[.,]/}}; __mikro_prompt >/dev/null; b=${{EPOCHREALTIME/[.,]/}}
        __mikro_day=; c=${{EPOCHREALTIME/[.,]/}}; __mikro_prompt >/dev/null; d=${{EPOCHREALTIME/[.,]/}}
        for ((n = 0; n < {later}; n++)); do __mikro_prompt; done
        e=${{EPOCHREALTIME/[.,]/}}
        echo $((b - a)) $((d - c)) $((e - d))
    """,
    "zsh": """
        source {profile}; zmodload zsh/datetime; typeset -F a b c d e
        a=$EPOCHREALTIME; __mikro_prompt >/dev/null; b=$EPOCHREALTIME
        __mikro_day=; c=$EPOCHREALTIME; __mikro_prompt >/dev/null; d=$EPOCHREALTIME
        for ((n = 0; n < {later}; n++)); do __mikro_prompt; done
        e=$EPOCHREALTIME
        print $(( int((b - a) * 1e6) )) $(( int((d - c) * 1e6) )) $(( int((e - d) * 1e6) ))
    """,
}


def measure(shell: Shell) -> tuple[float, float, float]:
    """Median microseconds of the first prompt of the day, the first of a second terminal, and a later one."""
    rows = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        start = date.fromisoformat(
            subprocess.run(["date", "+%F"], capture_output=True, text=True, check=True).stdout.strip()
        )
        days = [
            (start + timedelta(days=ahead), "Stil interesserede spørgsmål: " + "x" * 130, "ask-x")
            for ahead in range(14)
        ]
        (folder / prompt.FILE).write_bytes(prompt.content("bench", days))
        profile = folder / "profile"
        profile.write_text(snippet(shell, folder, "bench"), "utf-8")
        script = TIMED[shell].format(profile=profile, later=LATER)
        if shell == "zsh":
            script = "zmodload zsh/mathfunc\n" + script
        for _ in range(SHELLS):
            (folder / prompt.STAMP).unlink(missing_ok=True)
            done = subprocess.run(
                [shutil.which(shell) or shell, "-c", script], capture_output=True, text=True, check=True
            )
            rows.append([float(number) for number in done.stdout.split()])
    first, second, later = (statistics.median(column) for column in zip(*rows, strict=True))
    return first, second, later / LATER


def main() -> None:
    """Print the table."""
    print(f"{'shell':6} {'first of the day':>18} {'second terminal':>17} {'later prompts':>15}")
    for shell in TIMED:
        if shutil.which(shell) is None:
            print(f"{shell:6} not installed", file=sys.stderr)
            continue
        first, second, later = measure(shell)
        print(f"{shell:6} {first:15.0f} µs {second:14.0f} µs {later:12.1f} µs")


if __name__ == "__main__":
    main()
