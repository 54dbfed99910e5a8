"""Export, import and synchronisation in words."""

from __future__ import annotations

from mikrohandlinger.domain.privacy import one_line
from mikrohandlinger.texts import _, ngettext, quoted
from mikrohandlinger.texts.dates import from_to, full_date, short_date_with_year
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.shared.names import action_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from typing import Final

    from mikrohandlinger.domain.errors import MikroError
    from mikrohandlinger.domain.transfer import Brought, Contents, Fault, Imported, Lost, Synced

#: How many lines that were not understood a screen tells.
TOLD: Final = 20


def amount(kind: str, number: int) -> str:
    """So many of a kind."""
    return {
        "entry": ngettext("{number} entry", "{number} entries", number),
        "proposal": ngettext("{number} proposal", "{number} proposals", number),
        "reflection": ngettext("{number} answer", "{number} answers", number),
        "plan": ngettext("{number} plan", "{number} plans", number),
        "plan_use": ngettext("{number} answer about a plan", "{number} answers about plans", number),
        "pause": ngettext("{number} pause", "{number} pauses", number),
        "terms": _("the weeks' goals"),
        "rule": ngettext("{number} rule", "{number} rules", number),
        "variation": ngettext("{number} own variation", "{number} own variations", number),
        "hidden": ngettext("{number} hidden variation", "{number} hidden variations", number),
        "setting": ngettext("{number} setting", "{number} settings", number),
    }[kind].format(number=number)


def listed(parts: Sequence[str]) -> str:
    """Parts of a sentence, the last after “and”."""
    if len(parts) < 2:
        return "".join(parts)
    return _("{first} and {last}").format(first=", ".join(parts[:-1]), last=parts[-1])


def _amounts(kinds: Mapping[str, int]) -> str:
    return listed([amount(kind, number) for kind, number in kinds.items()]) or _("nothing")


def holds(contents: Contents, *, notes: bool) -> Iterator[str]:
    """What an export holds, said before it leaves."""
    kinds = dict(contents.kinds)
    if not notes:
        for kind in ("reflection", "plan", "rule", "variation"):
            kinds.pop(kind, None)
    yield _("It holds {amounts}.").format(amounts=_amounts(kinds))
    if notes and contents.words:
        yield ngettext(
            "Your own words are in it, in {number} place: notes, answers, plans.",
            "Your own words are in it, in {number} places: notes, answers, plans.",
            contents.words,
        ).format(number=contents.words)
    elif not notes:
        yield _("Your own words are left out.")


def written(path: str) -> str:
    """Where an export was written."""
    return _("✓ Written to {path}. Only you can read it on this computer.").format(path=path)


def imported(found: Imported, sentence: Callable[[MikroError], str]) -> Iterator[str]:
    """What came in, or would have."""
    files = listed(found.files)
    if found.new or found.changed:
        yield (
            _("✓ Imported from {files}:") if found.is_stored else _("This would come in from {files}:")
        ).format(files=files)
        yield from (f"  {line}" for line in _news(found))
    elif found.understood:
        yield _("Everything in {files} is here already.").format(files=files)
    else:
        yield _("Nothing in {files} was understood.").format(files=files)
    yield from not_understood(
        (*found.left_out, *found.faults), found.not_understood + len(found.left_out), sentence
    )


def _news(found: Imported) -> Iterator[str]:
    for kind, number in found.new.items():
        if kind == "entry" and found.first is not None and found.last is not None:
            days = _days(found)
            yield f"{amount(kind, number)} {days}"
            yield " · ".join(
                f"{count} {action_name(action).lower()}" for action, count in found.actions.items()
            )
        else:
            yield amount(kind, number)
    if found.changed:
        yield _("{number} changed").format(number=found.changed)
    if found.same:
        yield _("{number} here already").format(number=found.same)
    if found.masked:
        yield ngettext(
            "{number} personal detail is masked. To keep it: --keep-personal",
            "{number} personal details are masked. To keep them: --keep-personal",
            found.masked,
        ).format(number=found.masked)


def _days(found: Imported) -> str:
    assert found.first is not None
    assert found.last is not None
    if found.first == found.last:
        return _("of {day}").format(day=full_date(found.first))
    if found.first.year == found.last.year:
        return _("from {days}").format(days=f"{from_to(found.first, found.last)} {found.last.year}")
    return _("from {days}").format(days=from_to(found.first, found.last))


def not_understood(
    faults: Sequence[Fault], number: int, sentence: Callable[[MikroError], str]
) -> Iterator[str]:
    """The lines that were not understood, each with its number and the reason."""
    if not faults:
        return
    yield _("This did not come along:")
    several = len({fault.file for fault in faults}) > 1
    for fault in faults[:TOLD]:
        place = f"{one_line(fault.file)}, " if several else ""
        if fault.line is None:
            where = place.rstrip(", ")
        elif fault.is_entry:
            where = place + _("entry {number}").format(number=fault.line)
        else:
            where = place + _("line {number}").format(number=fault.line)
        yield f"  {where:<10} {sentence(fault.reason)}"
    more = number - len(faults[:TOLD])
    if more:
        yield "  " + ngettext("… and {number} more", "… and {number} more", more).format(number=more)


def what_now(*, dry_run: bool) -> str:
    """What is said at the end of an import that stored nothing."""
    if dry_run:
        return _("Nothing is stored. Run it again without --dry-run.")
    return _("Nothing is stored.")


def with_skip() -> str:
    """What is said where nobody is there to ask whether the rest shall come in."""
    return _("To take in the rest all the same: --skip")


def shall_the_rest_come() -> str:
    """The question where lines were not understood."""
    return _("Shall the rest come in? [y/N]")


def which_action(name: str, number: int) -> str:
    """The question what a habit of another program is here."""
    return ngettext(
        "{name}, {number} day: which action is it? ask, doubt, feedback; Enter leaves it out",
        "{name}, {number} days: which action is it? ask, doubt, feedback; Enter leaves it out",
        number,
    ).format(name=quoted(name), number=number)


def taken_back_by() -> str:
    """How an import is taken back."""
    return _("“mikro undo” takes all of it back.")


def leaving(folder: str, contents: Contents) -> Iterator[str]:
    """What a synchronisation lays in a folder, said once."""
    yield _("This is laid in {folder}, as text: {amounts}.").format(
        folder=folder, amounts=_amounts(contents.kinds)
    )
    yield _("Whoever can read the folder can read it, your own words too.")


def is_it_right() -> str:
    """The question that is asked once for a folder."""
    return _("Is that as it should be? It is asked this once. [y/N]")


def nothing_left() -> str:
    """What is said when it is not."""
    return _("Nothing was written, and nothing read.")


def synced(done: Synced, sentence: Callable[[MikroError], str]) -> Iterator[str]:
    """What a synchronisation did."""
    if done.is_new:
        yield ngettext(
            "✓ Written: {file}, {number} line.", "✓ Written: {file}, {number} lines.", done.lines
        ).format(file=done.file, number=done.lines)
    came = [each for each in done.brought if each.new or each.changed]
    for each in came:
        yield _("✓ Fetched from {file}: {amounts}.").format(file=each.file, amounts=_came(each))
    if not came and not done.is_new:
        yield _("✓ Nothing new.")
    elif not came and done.brought:
        yield _("Nothing new from the other machines.")
    for each in done.brought:
        if each.refusal is not None:
            yield sentence(each.refusal)
        elif not each.is_whole:
            yield _("{file} is not all here yet. The rest comes with the next sync.").format(file=each.file)
    yield from not_understood(done.faults, done.not_understood, sentence)


def _came(each: Brought) -> str:
    parts = [_("{number} new").format(number=each.new)] if each.new else []
    if each.changed:
        parts.append(_("{number} changed").format(number=each.changed))
    return ", ".join(parts)


def gave_way(lost: Sequence[Lost]) -> Iterator[str]:
    """Words that a newer change from another machine took the place of."""
    if not lost:
        return
    yield ngettext(
        "Words of one machine gave way to newer ones of another, in {number} place:",
        "Words of one machine gave way to newer ones of another, in {number} places:",
        len(lost),
    ).format(number=len(lost))
    for each in lost:
        yield f"  {_about(each)}: {quoted(each.words)}"
    yield _("They are kept for 90 days: mikro sync --conflicts")


def conflicts(lost: Sequence[Lost]) -> Iterator[str]:
    """The answer of ``mikro sync --conflicts``."""
    if not lost:
        yield _("No words have given way in the last 90 days.")
        return
    yield _("Words that gave way to newer ones of another machine, kept for 90 days")
    for each in lost:
        yield f"  {_about(each)}: {quoted(each.words)}"


def _about(each: Lost) -> str:
    name = {
        "entry": _("note"),
        "reflection": _("answer"),
        "plan": _("plan"),
        "rule": _("rule"),
        "variation": _("own variation"),
        "setting": _("setting"),
    }.get(each.kind, each.kind)
    return f"{name}, {short_date_with_year(each.day)}" if each.day else f"{name} {each.key[-1]}"


def label_of(kind: str) -> str:
    """What is being done, while it takes its time."""
    return {"export": _("Writing"), "import": _("Reading"), "sync": _("Bringing together")}[kind]
