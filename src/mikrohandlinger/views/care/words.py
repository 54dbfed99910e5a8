"""What is said of the data as a whole."""

from __future__ import annotations

from mikrohandlinger.texts import _, language, ngettext
from mikrohandlinger.texts.dates import full_date
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.shared import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mikrohandlinger.domain.care import Finding, Holding, Kept, Rescued, Restored, Traces

#: More numbers than these are not told one by one.
_TOLD = 12
#: What must be typed before everything is erased, in English and in Danish; either will do.
WORDS_TO_ERASE = ("erase all", "slet alt")


def kept(backup: Kept) -> Iterator[str]:
    """The answer of ``mikro backup``."""
    yield _("✓ Written to {path}:").format(path=backup.path)
    extras = [_("the settings")] * backup.has_settings + [_("your own variations")] * backup.own_variations
    extras += [_("your own meetings")] * backup.own_meetings
    yield f"  {listed([*counted(backup.holding), *extras])}."
    yield _("  The file holds your own words. On this machine only you can read it.")


def would_come_back(path: str, holding: Holding) -> Iterator[str]:
    """What stands before the question of ``mikro restore``."""
    yield _("In {path}:").format(path=path)
    yield f"  {listed(counted(holding))}{_span(holding)}."
    yield _("It takes the place of what you have now, which is kept beside it.")


def shall_it_come_back() -> str:
    """The question."""
    return _("Shall it be put back? [y/N]")


def stays_as_it_is() -> str:
    """What is said when it is not."""
    return _("Everything stays as it is.")


def restored(found: Restored) -> Iterator[str]:
    """The answer of ``mikro restore``."""
    extras = [_("the settings"), _("your own variations")] if found.has_texts else []
    yield _("✓ Put back: {what}.").format(what=listed([*counted(found.holding), *extras]))
    if found.aside is not None:
        yield _("  What you had before is kept. To have it again: mikro restore {path}").format(
            path=found.aside
        )


def rescued(found: Rescued) -> Iterator[str]:
    """The answer of ``mikro doctor --rescue``."""
    yield _("✓ Read out of the damaged file: {what}.").format(what=listed(counted(found.holding)))
    if found.missing:
        yield _("  No entry could be read with these numbers: {numbers}.").format(
            numbers=_ranges(found.missing)
        )
    if found.doubtful:
        yield _("  These stood there in two readings, of which one was taken: no. {numbers}.").format(
            numbers=_ranges([(number, number) for number in found.doubtful])
        )
    if found.unread:
        yield ngettext(
            "  {number} piece of the file could not be read.",
            "  {number} pieces of the file could not be read.",
            found.unread,
        ).format(number=found.unread)
    yield _("  The damaged file is kept: {path}").format(path=found.aside)


def nothing_to_rescue() -> str:
    """What is said when the database is sound."""
    return _("The database is sound, so there is nothing to rescue.")


def summary(findings: Sequence[Finding]) -> str:
    """The first line of ``mikro doctor``."""
    number = sum(finding.state != "ok" for finding in findings)
    if not number:
        return _("Everything is as it should be.")
    return ngettext(
        "{number} thing to look at. The rest is as it should be.",
        "{number} things to look at. The rest is as it should be.",
        number,
    ).format(number=number)


def sentence(finding: Finding) -> str:
    """What is told of one thing."""
    values = {name: grouped(value) if type(value) is int else value for name, value in finding.values.items()}
    return sentences.sentence(finding.sentence, values)


def mend(finding: Finding) -> str | None:
    """The command that mends it, where there is one."""
    return finding.mend and _("Mend it: {command}").format(command=finding.mend)


def well(findings: Sequence[Finding]) -> str | None:
    """What is as it should be, in one line."""
    fine = [sentence(finding) for finding in findings if finding.state == "ok"]
    return _("As it should be: {things}").format(things=" · ".join(fine)) if fine else None


def to_erase(traces: Traces) -> Iterator[str]:
    """What stands before the question of ``mikro erase --all``: what there is, and what stays."""
    yield _("This will be erased for good:")
    what = []
    if traces.holding is not None:
        what.append(f"{listed(counted(traces.holding))}{_span(traces.holding)}")
    else:
        what.append(_("the database, whatever is in it"))
    others = [_("all settings")] * traces.settings + [_("your own variations")] * traces.own_variations
    others += [_("your own meetings")] * traces.own_meetings
    if traces.copies:
        others.append(
            ngettext("{number} copy", "{number} copies", traces.copies).format(number=traces.copies)
        )
    others += [_("log files")] * bool(traces.logs) + [_("the reminder")] * traces.reminder
    others.append(_("what is kept ready"))
    for line in (*what, listed(others)):
        yield f"  {line}"
    yield _("In: {folders}").format(folders=", ".join(traces.folders))
    yield ""
    yield _("mikro cannot reach this:")
    yield _(
        "  files that you wrote yourself with -o, exports, calendar files, a line in your shell's profile"
    )
    for path in traces.shared:
        yield _("  {path}, unless you say --shared").format(path=path)
    if traces.team:
        yield _("  {path}, your team's folder, which stays as it is").format(path=traces.team)
    yield _("  the machine's own backups")
    yield ""
    yield _("To keep it first: mikro backup FILE")


def shall_all_be_erased() -> str:
    """The question."""
    return _("Type “{word}” to go on. If you type anything else, nothing happens.").format(
        word=WORDS_TO_ERASE[language() == "da"]
    )


def nothing_erased() -> str:
    """What is said when something else was typed."""
    return _("Nothing was erased.")


def erased(beyond: Sequence[str]) -> Iterator[str]:
    """The answer of ``mikro erase --all``."""
    yield _("✓ All of it is erased.")
    if beyond:
        yield _("This is not mikro's, and stays: {paths}").format(paths=", ".join(beyond))


def counted(holding: Holding) -> list[str]:
    """How much there is of each kind, those that there are."""
    kinds = (
        (holding.entries, ngettext("{number} entry", "{number} entries", holding.entries)),
        (holding.weeks, ngettext("{number} look back", "{number} looks back", holding.weeks)),
        (holding.plans, ngettext("{number} plan", "{number} plans", holding.plans)),
        (holding.pauses, ngettext("{number} pause", "{number} pauses", holding.pauses)),
        (holding.rules, ngettext("{number} rule", "{number} rules", holding.rules)),
    )
    some = [text.format(number=grouped(number)) for number, text in kinds if number]
    return some or [_("no entries")]


def listed(things: Sequence[str]) -> str:
    """Things in one sentence."""
    if len(things) < 2:
        return "".join(things)
    return _("{things} and {last}").format(things=", ".join(things[:-1]), last=things[-1])


def _span(holding: Holding) -> str:
    if holding.first is None or holding.last is None:
        return ""
    return _(" ({first} – {last})").format(first=full_date(holding.first), last=full_date(holding.last))


def grouped(number: int) -> str:
    """A number as it is written here."""
    written = f"{number:,}"
    return written.replace(",", ".") if language() == "da" else written


def _ranges(ranges: Sequence[tuple[int, int]]) -> str:
    some = [str(first) if first == last else f"{first}–{last}" for first, last in ranges[:_TOLD]]
    if len(ranges) > _TOLD:
        some.append("…")
    return ", ".join(some)
