"""Files that nobody meant, by the hundred thousand: every one ends in ticks, named lines or one sentence, and soon.

They are made from real ones by cutting, swapping, doubling and filling, and of nothing but noise.

    python bench/foreign_files.py [FILES] [--seed NUMBER]
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.storage.transfer import samples

from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.storage.transfer import finding, jsonl

TODAY = date(2026, 11, 23)
#: The longest that a megabyte may take, in seconds.
PATIENCE = 1.0
JOURNAL = Path(samples.__file__).parent / "files" / "jrnl.json"
NOISE = (
    b'"',
    b";",
    b"\t",
    b" : ",
    b"\n",
    b"\r",
    b"\0",
    b"{",
    b"[" * 50,
    b"=",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"9" * 50,
)


def seeds(folder: Path) -> list[bytes]:
    """What the files are made from."""
    zipped = samples.zipped(folder / "loop.zip", samples.LOOP).read_bytes()
    head = jsonl.header("mikro 1", "a", "2026-11-23T08:00:00+01:00")
    own = (
        head
        + '{"kind":"plan","id":"2026-11-23","changed":"2026-11-23T07:00:00.000000+00:00","day":"2026-11-23","text":"x"}\n'
    )
    texts = (
        samples.HARSH,
        samples.HABITCTL,
        samples.table(";"),
        samples.table(","),
        own,
        *samples.LOOP.values(),
    )
    return [
        zipped,
        JOURNAL.read_bytes(),
        samples.table("\t").encode("utf-16"),
        *(text.encode() for text in texts),
    ]


def changed(content: bytes, rng: random.Random) -> bytes:
    """The same with a few accidents."""
    for _ in range(rng.randint(1, 6)):
        start, end = sorted(rng.randrange(len(content) + 1) for _ in range(2))
        accident = rng.randrange(5)
        if accident == 0:
            content = content[:start] + content[end:]
        elif accident == 1:
            content = content[:start] + rng.choice(NOISE) * rng.randint(1, 4) + content[start:]
        elif accident == 2:
            content = content[:end] + content[start:end] * 2 + content[end:]
        elif accident == 3:
            content = content[:start] + rng.randbytes(rng.randint(1, 9)) + content[start:]
        else:
            content = content[:start]
        content = content[:20_000]
    return content


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="?", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    begun, slowest, ticks, sentences, failed = time.monotonic(), 0.0, 0, 0, 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file"
        from_these = seeds(Path(folder))
        for number in range(options.files):
            content = changed(rng.choice(from_these), rng)
            path.write_bytes(content)
            before = time.process_time()
            try:
                found = finding.look(str(path), "file")
                if found.ticks:
                    ticks += sum(1 for _ in found.ticks(TODAY))
                elif found.source:
                    with found.source.open() as file:
                        ticks += sum(1 for _ in jsonl.rows(jsonl.lines(file)))
            except MikroError:
                sentences += 1
            except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
                failed += 1
                print(f"file {number}: {type(error).__name__}: {error}: {content[:200]!r}")
            slowest = max(slowest, (time.process_time() - before) / max(len(content) / 1e6, 0.1))
    print(
        f"{options.files} files: {ticks} lines read, {sentences} refused with a sentence, {failed} failed;"
        f" the slowest {slowest:.2f} s a megabyte; {time.monotonic() - begun:.0f} s"
    )
    return int(failed > 0 or slowest > PATIENCE)


if __name__ == "__main__":
    sys.exit(main())
