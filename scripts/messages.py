"""Keep the Danish translation in step with the code.

``python scripts/messages.py`` reads every message out of the code, brings the ``.po`` file up to date (new ones
empty, unused ones gone) and makes of it the table that the program reads. ``--check`` changes nothing and fails when
something is missing or stale; a test runs it. ``--add FILE`` takes translations over from another ``.po`` file first.
"""

from __future__ import annotations

import argparse
import io
import json
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "mikrohandlinger"
PO = PACKAGE / "texts/locale/da/LC_MESSAGES/mikrohandlinger.po"
TABLE = PACKAGE / "texts/danish.py"
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


def as_table(catalog: Catalog) -> str:
    """The module that the program reads: no file has to be parsed at the start."""
    messages = forms = ""
    for message in catalog:
        if isinstance(message.id, str) and isinstance(message.string, str):
            messages += f"    {_quoted(message.id)}: {_quoted(message.string)},\n" if message.id else ""
        elif isinstance(message.string, tuple | list):
            forms += f"    {_quoted(_key(message.id))}: ({', '.join(map(_quoted, message.string))}),\n"
    return (
        '"""The Danish texts; ``scripts/messages.py`` makes them of the ``.po`` file, and no hand changes them."""\n\n'
        f"# fmt: off\nMESSAGES: dict[str, str] = {{\n{messages}}}\n\n"
        f"# For one, and for any other number.\nFORMS: dict[str, tuple[str, str]] = {{\n{forms}}}\n"
    )


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


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
        stale = PO.read_bytes() != po or TABLE.read_text("utf-8") != as_table(catalog)
        if stale:
            print("stale: run python scripts/messages.py")
        return int(stale or bool(absent))
    PO.parent.mkdir(parents=True, exist_ok=True)
    PO.write_bytes(po)
    TABLE.write_text(as_table(catalog), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
