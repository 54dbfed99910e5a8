"""Keep the Danish translation in step with the code.

``python scripts/messages.py`` reads every message out of the code, brings the ``.po`` file up to date (new ones
empty, unused ones gone) and compiles it. ``--check`` changes nothing and fails when something is missing or stale;
a test runs it. ``--add FILE`` takes translations over from another ``.po`` file first.
"""

from __future__ import annotations

import argparse
import io
import sys
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "mikrohandlinger"
PO = PACKAGE / "texts/locale/da/LC_MESSAGES/mikrohandlinger.po"
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}


def extract() -> Catalog:
    """Every message of the code, without places, which would change with every edit."""
    template = Catalog()
    found = extract_from_dir(PACKAGE, method_map=[("**.py", "python")], keywords=KEYWORDS)
    for _file, _line, message, _comments, _context in found:
        if message and message != ("", ""):
            template.add(message, flags=("python-brace-format",) if "{" in str(message) else ())
    return template


def updated(po: Path, extra: list[Path]) -> Catalog:
    """The translation with exactly the messages of the code."""
    known = {}
    for path in [*extra, po]:
        if path.exists():
            with path.open("rb") as file:
                for message in read_po(file, locale="da"):
                    if message.id and any(
                        message.string if isinstance(message.string, tuple | list) else [message.string]
                    ):
                        known[_key(message.id)] = message.string
    catalog = Catalog(locale="da", domain="mikrohandlinger", fuzzy=False)
    for message in sorted(extract(), key=lambda message: _key(message.id)):
        if message.id:
            catalog.add(message.id, known.get(_key(message.id)), flags=message.flags)
    return catalog


def missing(catalog: Catalog) -> list[str]:
    """The messages without a translation."""
    return [
        _key(message.id)
        for message in catalog
        if message.id
        and not all(message.string if isinstance(message.string, tuple | list) else [message.string])
    ]


def as_po(catalog: Catalog) -> bytes:
    """The catalogue as text, the same for the same messages."""
    buffer = io.BytesIO()
    write_po(buffer, catalog, width=110, omit_header=True, sort_output=True)
    header = b'msgid ""\nmsgstr ""\n"Language: da\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    return header + b'"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n' + buffer.getvalue().lstrip()


def as_mo(po: bytes) -> bytes:
    """The compiled form of ``po``."""
    catalog = read_po(io.BytesIO(po), locale="da")
    # Otherwise the file would hold the time at which it was made.
    catalog.creation_date = datetime(2026, 1, 1, tzinfo=UTC)
    catalog.mime_headers = [
        ("Content-Type", "text/plain; charset=utf-8"),
        ("Plural-Forms", "nplurals=2; plural=(n != 1);"),
    ]
    catalog.creation_date = datetime(2026, 1, 1, tzinfo=UTC)  # the same bytes for the same messages
    buffer = io.BytesIO()
    write_mo(buffer, catalog)
    return buffer.getvalue()


def translations(mo: bytes) -> dict[str, object]:
    """What a compiled file says, without its header, which names the version of the tool that wrote it."""
    return {_key(message.id): message.string for message in read_mo(io.BytesIO(mo)) if message.id}


def _key(identity: str | tuple[str, ...] | list[str]) -> str:
    return identity if isinstance(identity, str) else identity[0]


def main() -> int:
    """Update, or only check."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--add", type=Path, action="append", default=[])
    options = parser.parse_args()
    catalog = updated(PO, options.add)
    po = as_po(catalog)
    absent = missing(catalog)
    for message in absent:
        print(f"not translated: {message!r}")
    if options.check:
        compiled = translations(PO.with_suffix(".mo").read_bytes())
        stale = PO.read_bytes() != po or compiled != translations(as_mo(po))
        if stale:
            print("stale: run python scripts/messages.py")
        return int(stale or bool(absent))
    PO.parent.mkdir(parents=True, exist_ok=True)
    PO.write_bytes(po)
    PO.with_suffix(".mo").write_bytes(as_mo(po))
    return 0


if __name__ == "__main__":
    sys.exit(main())
