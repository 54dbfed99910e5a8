"""What the quick reader knows of the signatures; ``scripts/quick_table.py`` makes it, and no hand changes it."""

from __future__ import annotations

from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, Final

    #: What an option says: the value of a flag, "text", "texts" where it can be repeated, or what each word means.
    Kind = bool | str | Mapping[str, str]
    #: Where the command is found; the parameter that its words belong to, whether it takes many, and whether it needs
    #: one; the value of each parameter that is not given; the parameter and the kind of each option.
    Command = tuple[str, tuple[str, bool, bool] | None, Mapping[str, Any], Mapping[str, tuple[str, Kind]]]

DEFAULT: Final[tuple[str, ...]] = ("today",)

COMMANDS: Final[Mapping[tuple[str, ...], Command]] = {
    ("today",): (
        "commands.today:today",
        None,
        {
            "another": False,
            "unwanted": False,
            "plan": None,
            "keep_personal": False,
            "anyway": False,
            "short": False,
            "as_json": False,
        },
        {
            "--another": ("another", True),
            "-a": ("another", True),
            "--not-for-me": ("unwanted", True),
            "--plan": ("plan", "text"),
            "--keep-personal": ("keep_personal", True),
            "--anyway": ("anyway", True),
            "--short": ("short", True),
            "--json": ("as_json", True),
        },
    ),
    ("log",): (
        "commands.log:log",
        ("words", True, False),
        {
            "words": None,
            "at": None,
            "reach": None,
            "went": None,
            "about": None,
            "way": None,
            "frame": None,
            "part": None,
            "note": None,
            "keep_personal": False,
            "ask": None,
            "as_json": False,
        },
        {
            "--at": ("at", "text"),
            "--reach": ("reach", {"known": "known", "new": "new", "up": "up", "across": "across"}),
            "--went": ("went", {"easy": "easy", "ok": "ok", "hard": "hard"}),
            "--rule": ("about", "text"),
            "--way": (
                "way",
                {"gave": "gave", "sought": "sought", "received": "received", "shared": "shared"},
            ),
            "--frame": ("frame", {"opi": "opi", "sbi": "sbi", "klartale": "klartale", "free": "free"}),
            "--part": ("part", "texts"),
            "--note": ("note", "text"),
            "--keep-personal": ("keep_personal", True),
            "--ask": ("ask", True),
            "--no-ask": ("ask", False),
            "--json": ("as_json", True),
        },
    ),
    ("week",): (
        "commands.week:week",
        ("which", True, False),
        {
            "which": None,
            "reflect": False,
            "answer": None,
            "share": None,
            "plan_used": None,
            "everything": False,
            "form": None,
            "output": None,
            "opens": False,
            "no_notes": False,
            "keep_personal": False,
            "as_json": False,
        },
        {
            "--reflect": ("reflect", True),
            "--answer": ("answer", "texts"),
            "--share": ("share", "texts"),
            "--plan-used": ("plan_used", "text"),
            "--all": ("everything", True),
            "--format": (
                "form",
                {
                    "terminal": "terminal",
                    "markdown": "markdown",
                    "html": "html",
                    "svg": "svg",
                    "json": "json",
                },
            ),
            "--output": ("output", "text"),
            "-o": ("output", "text"),
            "--open": ("opens", True),
            "--no-notes": ("no_notes", True),
            "--keep-personal": ("keep_personal", True),
            "--json": ("as_json", True),
        },
    ),
    ("history",): (
        "commands.history:history",
        ("which", False, False),
        {
            "which": None,
            "year": False,
            "reflections": False,
            "first": None,
            "last": None,
            "action": None,
            "search": None,
            "reach": None,
            "went": None,
            "about": None,
            "form": None,
            "output": None,
            "opens": False,
            "as_json": False,
        },
        {
            "--year": ("year", True),
            "--reflections": ("reflections", True),
            "--from": ("first", "text"),
            "--to": ("last", "text"),
            "--action": ("action", "text"),
            "--search": ("search", "text"),
            "--reach": ("reach", {"known": "known", "new": "new", "up": "up", "across": "across"}),
            "--went": ("went", {"easy": "easy", "ok": "ok", "hard": "hard"}),
            "--rule": ("about", "text"),
            "--format": (
                "form",
                {
                    "terminal": "terminal",
                    "markdown": "markdown",
                    "html": "html",
                    "svg": "svg",
                    "json": "json",
                },
            ),
            "--output": ("output", "text"),
            "-o": ("output", "text"),
            "--open": ("opens", True),
            "--json": ("as_json", True),
        },
    ),
    ("edit",): (
        "commands.change:edit",
        ("words", True, True),
        {
            "note": None,
            "action": None,
            "at": None,
            "reach": None,
            "went": None,
            "about": None,
            "way": None,
            "frame": None,
            "part": None,
            "used": None,
            "told": None,
            "keep_personal": False,
            "as_json": False,
        },
        {
            "--note": ("note", "text"),
            "--action": ("action", "text"),
            "--at": ("at", "text"),
            "--reach": ("reach", {"known": "known", "new": "new", "up": "up", "across": "across"}),
            "--went": ("went", {"easy": "easy", "ok": "ok", "hard": "hard"}),
            "--rule": ("about", "text"),
            "--way": (
                "way",
                {"gave": "gave", "sought": "sought", "received": "received", "shared": "shared"},
            ),
            "--frame": ("frame", {"opi": "opi", "sbi": "sbi", "klartale": "klartale", "free": "free"}),
            "--part": ("part", "texts"),
            "--used": ("used", {"yes": "yes", "partly": "partly", "no": "no"}),
            "--told": ("told", {"yes": "yes", "no": "no"}),
            "--keep-personal": ("keep_personal", True),
            "--json": ("as_json", True),
        },
    ),
    ("delete",): (
        "commands.change:delete",
        ("number", False, True),
        {"as_json": False},
        {"--json": ("as_json", True)},
    ),
    ("undo",): (
        "commands.change:undo",
        None,
        {"older": False, "listed": False, "as_json": False},
        {"--older": ("older", True), "--list": ("listed", True), "--json": ("as_json", True)},
    ),
    ("redo",): ("commands.change:redo", None, {"as_json": False}, {"--json": ("as_json", True)}),
    ("pause",): (
        "commands.pause:pause",
        ("words", True, False),
        {"words": None, "is_open": False, "show": False, "number": None, "as_json": False},
        {
            "--open": ("is_open", True),
            "--list": ("show", True),
            "--delete": ("number", "text"),
            "--json": ("as_json", True),
        },
    ),
    ("resume",): (
        "commands.pause:resume",
        ("words", True, False),
        {"words": None, "as_json": False},
        {"--json": ("as_json", True)},
    ),
    ("nudge", "deliver"): (
        "commands.nudge.deliver:deliver",
        None,
        {"env": None},
        {"--env": ("env", "texts")},
    ),
}
