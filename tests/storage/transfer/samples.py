"""Histories as other programs write them, small enough to be read: the forms are those of their exporters."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

#: Loop Habit Tracker 2.3.1. The folders are named as it does: without what is no plain letter.
LOOP: Final[Mapping[str, str]] = {
    "Habits.csv": (
        "Position,Name,Type,Question,Description,FrequencyNumerator,FrequencyDenominator,Color,Unit,Target Type,"
        "Target Value,Archived?\n"
        "001,Stil spørgsmål,YES_NO,Spurgte du?,,1,7,#00897B,,,,false\n"
        '002,"Tvivl, sagt højt",YES_NO,,,1,1,#00897B,,,,false\n'
        "003,Feedback,NUMERICAL,Hvor mange?,,1,1,#00897B,gange,AT_LEAST,1.5,false\n"
        "004,Kaffe,NUMERICAL,,,1,1,#00897B,kopper,AT_MOST,3.0,false\n"
        "005,Gammel vane,YES_NO,,,1,1,#00897B,,,,true\n"
    ),
    "001 Stil sprgsml/Scores.csv": "Date,Score\n2026-11-20,0.5000\n",
    "001 Stil sprgsml/Checkmarks.csv": (
        "Date,Value,Notes\n"
        "2026-11-26,YES_AUTO,\n"
        '2026-11-20,YES_MANUAL,"Spurgte, hvad ""god nok"" betyder"\n'
        "2026-11-19,YES_AUTO,Glemte det\n"
        '2026-11-13,YES_MANUAL,"Første linje\nAnden linje"\n'
        "2026-11-12,NO,Syg\n"
        "2026-11-11,SKIP,\n"
        "2026-11-10,YES_MANUAL,\n"
    ),
    "002 Tvivl sagt hjt/Checkmarks.csv": "Date,Value,Notes\n2026-11-19,YES_MANUAL,\n2026-11-18,UNKNOWN,kun en note\n",
    "003 Feedback/Checkmarks.csv": "Date,Value,Notes\n2026-11-20,2000,to gange\n2026-11-19,1000,\n2026-11-18,1500,\n2026-11-17,NO,\n",
    "004 Kaffe/Checkmarks.csv": "Date,Value,Notes\n2026-11-20,2000,\n",
    "005 Gammel vane/Checkmarks.csv": "Date,Value,Notes\n2026-11-20,UNKNOWN,\n",
    "Scores.csv": "Date,Stil spørgsmål,Tvivl, sagt højt,\n",
    "Checkmarks.csv": "Date,Stil spørgsmål,Tvivl, sagt højt,Feedback,\n2026-11-20,YES_MANUAL,UNKNOWN,2000,\n",
}  # fmt: skip

#: 2.1.0 to 2.3.0: no types, no heads, numbers for words, no notes.
LOOP_CODES: Final[Mapping[str, str]] = {
    "Habits.csv": (
        "Position,Name,Question,Description,NumRepetitions,Interval,Color\n"
        "001,Stil spørgsmål,,,1,7,#00897B\n002,Feedback,,,1,1,#00897B\n"
    ),
    "001 Stil sprgsml/Checkmarks.csv": "2026-11-20,2\n2026-11-19,1\n2026-11-18,0\n2026-11-17,3\n2026-11-16,-1\n",
    "002 Feedback/Checkmarks.csv": "2026-11-20,2000\n2026-11-19,0\n2026-11-18,1\n",
    "Checkmarks.csv": "Date,Stil spørgsmål,Feedback,\n2026-11-20,2,2000,\n",
}

HARSH: Final = (
    "# egen bemærkning\n"
    "2026-11-02 : Stil spørgsmål : y : Spurgte om formålet : 2.5\n"
    "2026-11-02 : Sig tvivl højt : n :  : \n"
    "\n"
    "2026-11-03 : Stil spørgsmål : s : Kursus : \n"
    "2026-11-03 : Sig tvivl højt : y :  : \n"
    "2026-11-03 : Feedback : y\n"
    "2026-11-04 : Stil spørgsmål : y : Kun en note\n"
    "2026-11-05 : Stil spørgsmål : y :  : \n"
    "2026-11-05 : Stil spørgsmål : n : Tog fejl : \n"
    "2026-11-09 : Stil spørgsmål : y : note : med kolon : 1\n"
    "2026-13-01 : Stil spørgsmål : y :  : \n"
    "2026-11-11 : Stil spørgsmål : maybe :  : \n"
    "2026-11-12 :  : y :  : \n"
    "2027-01-04 : Stil spørgsmål : y :  : \n"
    "2026-10-30 : Feedback : y : Tilføjet bagefter : "
)

HABITCTL: Final = (
    "2026-11-16\tStil spørgsmål\ty\n2026-11-16\tSig tvivl højt\tn\n\n"
    "2026-11-17\tFeedback\ty\n2026-11-17\tFeedback\tn\n\n"
    "2026-11-18 Stil spørgsmål y\n2026-11-19\tStil spørgsmål\tY\n2026-11-20\tStil spørgsmål\n"
)

CSV_ROWS: Final = (
    ("Dato", "Navn", "Note"),
    ("20-11-2026", "Stil spørgsmål", '"Spurgte, hvad målet er; fik svar"'),
    ("19-11-2026", "Stil spørgsmål", ""),
    ("05-04-2026", "Stil spørgsmål", "æøå"),
)


def table(separator: str, end: str = "\r\n") -> str:
    """The rows of a plain table, as an office program separates them."""
    return "".join(separator.join(row) + end for row in CSV_ROWS)


def zipped(path: Path, files: Mapping[str, str], top: str = "") -> Path:
    """A zip of these files."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(top + name, text)
    return path


def unpacked(folder: Path, files: Mapping[str, str]) -> Path:
    """A folder of these files."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder
