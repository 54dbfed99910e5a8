"""Changes in words."""

from __future__ import annotations

from datetime import date

from mikrohandlinger.domain.entries import Touched
from mikrohandlinger.domain.privacy import one_line
from mikrohandlinger.texts import _, ended, language, ngettext, quoted
from mikrohandlinger.texts.dates import clock, day_and_month, relative_day
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.shared.names import action_name, week_within

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any, Final

    from mikrohandlinger.domain.changes import Change, Turned

#: How wide a line of the list may be, and how much of its words a change tells there at the least.
_WIDEST: Final = 80
_FEWEST: Final = 12


def undone(turned: Turned) -> Iterator[str]:
    """The answer of ``mikro undo``: what was taken back, its words, and how to have it again."""
    change = turned.change
    if not _is_all_untouched(turned):
        yield from _in_rows(_taken_back(turned))
        yield from _own_words(change)
        yield from _settings_again(turned)
    yield from _untouched(turned)
    if turned.left:
        yield ngettext(
            "{number} earlier change can be taken back too.",
            "{number} earlier changes can be taken back too.",
            turned.left,
        ).format(number=turned.left)
    yield _("To have it again: mikro redo")


def redone(turned: Turned | None) -> Iterator[str]:
    """The answer of ``mikro redo``."""
    if turned is None:
        yield _("There is nothing to do again.")
        return
    if not _is_all_untouched(turned):
        change = turned.change
        yield ended(
            _("Done again: {change}.").format(
                change=_("the swap") if change.what == "swap" else _about(change)
            )
        )
        yield from _own_words(turned.change)
    yield from _untouched(turned)


def _is_all_untouched(turned: Turned) -> bool:
    """Whether nothing came of it, since the file, or another machine, says something else now."""
    change = turned.change
    if turned.elsewhere and change.what != "import":
        return True
    return bool(turned.untouched) and turned.untouched == change.filed and change.command != "not-for-me"


def _untouched(turned: Turned) -> Iterator[str]:
    if turned.elsewhere:
        yield ngettext(
            "It was changed on another machine since, and stays as it is there.",
            "{number} things were changed on another machine since, and stay as they are there.",
            turned.elsewhere,
        ).format(number=turned.elsewhere)
    for piece in turned.untouched:
        yield _("{id} stays as it is: something else stands in {file} now.").format(
            id=piece.id, file="config.toml" if piece.kind == "setting" else "actions.toml"
        )


def _settings_again(turned: Turned) -> Iterator[str]:
    for piece in turned.change.filed:
        if piece.kind == "setting" and piece not in turned.untouched:
            yield "  " + (
                _("{key} is {value} again, as it comes.")
                if piece.before is None
                else _("{key} is {value} again.")
            ).format(key=piece.id, value=_setting_value(piece.id, piece.before))


def _setting_value(key: str, value: Any) -> str:
    """A value in words; where none was set, the one that holds then."""
    from mikrohandlinger.domain.settings import BY_KEY
    from mikrohandlinger.views.shared.setting_values import shown

    return shown(key, BY_KEY[key].default if value is None else value)


def listed(found: Sequence[Change], today: date) -> Iterator[str]:
    """The answer of ``mikro undo --list``, newest first."""
    if not found:
        yield _("There is nothing to take back.")
        return
    yield _("The latest changes, newest first")
    for number, change in enumerate(found, 1):
        day = relative_day(change.day, today)
        begun = f"{number:>3}  {day} {clock(change.at)}  "
        yield begun + in_short(change, _WIDEST - len(begun))
    yield _("“mikro undo” takes back no. 1; repeat to go further back.")


def of_another_day(change: Change, today: date) -> Iterator[str]:
    """What is told of a change of another day before it is taken back."""
    yield _("The last change is of {day}:").format(day=relative_day(change.day, today))
    yield f"  {in_short(change)}"


def shall_it_go() -> str:
    """The question whether a change of another day is to be taken back."""
    return _("Shall it be taken back? [y/N]")


def it_stays() -> str:
    """What is said when it is not."""
    return _("It stays.")


def in_short(change: Change, most: int | None = None) -> str:
    """The change in one line, with its words; where ``most`` is given, cut to about so many characters."""
    about, said = _about(change), own_words_of(change)
    if not said:
        return about
    said = one_line(said)
    if most is not None:
        room = max(_FEWEST, most - len(about) - len(": »«"))
        said = said if len(said) <= room else f"{said[: room - 1].rstrip()}…"
    # Words of the catalogue are nobody's own, and stand without marks.
    return f"{about}: {said if change.swapped else quoted(said)}"


def own_words_of(change: Change) -> str | None:
    """The words that the change was about, if it had any."""
    if change.swapped is not None:
        return change.swapped.wording(language()).text
    if change.what == "variation":
        piece = change.filed[0]
        table = piece.before if piece.after is None else piece.after
        return str(table[language()]["text"])
    return change.words if change.entry is None else change.entry.words


def _own_words(change: Change) -> Iterator[str]:
    said = own_words_of(change)
    if not said:
        return
    if change.what == "answer":
        yield f"  {_about(change)}: {quoted(said)}"
    else:
        yield f"  {one_line(said) if change.swapped else quoted(said)}"


def _about(change: Change) -> str:
    """What the change was about, without the user's words."""
    if change.entry is not None:
        return _("no. {number}, {action}").format(
            number=change.entry.number, action=action_name(change.entry.action)
        )
    if change.filed and change.what != "import":
        return _about_files(change)
    if change.what == "answer":
        return _about_answer(change)
    if change.what == "rule":
        number = change.about[0]
        return _("rule no. {number}").format(number=number) if number else _("rule")
    if change.what == "pause":
        return _("pause {days}").format(days=_pause_days(change))
    return {
        "plan": _("plan"),
        "swap": _("swapped to"),
        "entry": _("entry"),
        "import": _("what came in with an import"),
    }.get(change.what, change.what)


def _about_answer(change: Change) -> str:
    from mikrohandlinger.domain.words import VALUES, shown

    key, monday, *_rest = change.about
    week = week_within(date.fromisoformat(monday)) if monday else ""
    about = _("answer in {week}").format(week=week)
    return (
        f"{about}, {shown('question', language(), [key])[0]}" if key and key in VALUES["question"] else about
    )


def _about_files(change: Change) -> str:
    piece = change.filed[0]
    if change.what == "setting":
        return _("setting {settings}").format(
            settings=", ".join(f"{each.id} {_setting_value(each.id, each.after)}" for each in change.filed)
        )
    if change.what == "hidden":
        return (_("{id} hidden") if piece.after else _("{id} no longer hidden")).format(id=piece.id)
    return _("own variation {id}").format(id=piece.id)


def _pause_days(change: Change) -> str:
    from mikrohandlinger.views.shared.pauses import days_of

    *_key, first, last = change.about
    return days_of(date.fromisoformat(first or ""), date.fromisoformat(last) if last else None)


def changed(entry: Touched) -> list[str]:
    """The answer of ``mikro edit``."""
    return _in_rows(_("Changed: {entry}. “mikro undo” takes it back.").format(entry=described(entry)))


def deleted(entry: Touched) -> list[str]:
    """The answer of ``mikro delete``."""
    return _in_rows(_("Deleted: {entry}. “mikro undo” brings it back.").format(entry=described(entry)))


def _in_rows(sentence: str) -> list[str]:
    if len(sentence) < _WIDEST:
        return [sentence]
    from mikrohandlinger.views.shared.rows import wrapped

    return wrapped(sentence, left=0)


def described(touched: Touched) -> str:
    """Which entry it is."""
    entry, action = touched
    return _("no. {number} ({title}, {day})").format(
        number=entry.number, title=action.title(language()).title, day=day_and_month(entry.day)
    )


def _taken_back(turned: Turned) -> str:
    """What ``undo`` says first of all."""
    change = turned.change
    entry = ""
    if turned.action is not None and change.entry is not None:
        entry = described(Touched(change.entry, turned.action))
    sentence = {
        "log": _("Taken back: {entry} is no longer recorded."),
        "edit": _("Taken back: {entry} is as it was before."),
        "delete": _("Taken back: {entry} is there again."),
        "plan": _("Taken back: your plan is as it was before."),
        "reflect": _("Taken back: your answer is as it was before."),
        "pause": _("Taken back: the pause {days} is gone."),
        "pause-merged": _("Taken back: your pauses are as they were before."),
        "pause-deleted": _("Taken back: the pause {days} is there again."),
        "resume": _("Taken back: the pause is there again, as it was before."),
        "hide": _("Taken back: {id} can be proposed again."),
        "unhide": _("Taken back: {id} is hidden again."),
        "not-for-me": _("Taken back: it can be proposed again, and today's micro-action is what it was."),
        "swap": _("Taken back: today's micro-action is what it was before the swap."),
        "add": _("Taken back: your own variation {id} is gone."),
        "rule-add": _("Taken back: {change} is no longer put down."),
        "rule-edit": _("Taken back: {change} is as it was before."),
        "rule-raise": _("Taken back: {change} is not raised."),
        "rule-answer": _("Taken back: {change} is not answered."),
        "rule-close": _("Taken back: {change} is not closed."),
    }.get(change.command, _("Taken back: {change}."))
    said = sentence.format(
        entry=entry,
        id=change.filed[0].id if change.filed else "",
        change=_about(change),
        days=_pause_days(change) if change.what == "pause" else "",
    )
    return ended(said)
