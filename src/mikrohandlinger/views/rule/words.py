"""Rules in words."""

from __future__ import annotations

from mikrohandlinger.domain import words as table
from mikrohandlinger.domain.rules.cost import hours_a_year, hours_after, saved
from mikrohandlinger.domain.rules.register import Listed
from mikrohandlinger.texts import _, ended, language, ngettext, quoted
from mikrohandlinger.texts.dates import from_to, short_date, short_date_with_year
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple
from mikrohandlinger.views.shared import rows
from mikrohandlinger.views.shared.names import action_name, action_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from typing import Final

    from mikrohandlinger.domain.entries import Entry
    from mikrohandlinger.domain.rules.cost import Hours
    from mikrohandlinger.domain.rules.model import Interval, Rule

#: How many of the entries about a rule are told with it.
MOST_ENTRIES: Final = 3


class Fact(NamedTuple):
    """Something that is known of a rule, under a name of its own."""

    label: str
    text: str


def named(kind: str, value: str | None) -> str:
    """What the screens call a value, as it may be typed; "" for none."""
    return table.shown(kind, language(), [value])[0] if value else ""


def working_days(number: int) -> str:
    """``12 arbejdsdage`` / ``12 working days``."""
    return ngettext("{number} working day", "{number} working days", number).format(number=number)


def day(which: date, today: date) -> str:
    """``1. dec.``, with its year where it is another one."""
    return short_date(which) if which.year == today.year else short_date_with_year(which)


def whole_day(which: date, today: date) -> str:
    """``1. december`` as it stands in a sentence, with its year where it is another one."""
    told = from_to(which, which)
    return told if which.year == today.year else f"{told} {which.year}"


def added(rule: Rule) -> list[str]:
    """The answer of ``mikro rule add``."""
    line = _("✓ Rule no. {number}: {title}.").format(number=rule.number, title=rule.title)
    return rows.wrapped(ended(line), left=0)


def about(rule: Rule) -> list[str]:
    """Which rule the questions are about."""
    line = _("Rule no. {number}: {title} Enter skips.").format(
        number=rule.number, title=ended(f"{rule.title}.")
    )
    return rows.wrapped(line, left=0)


def stands(found: Listed, today: date) -> list[str]:
    """The answer of the commands that change one: which it is, where it stands now, and what comes next."""
    rule, waiting = found
    line = _("✓ Rule no. {number}: {title}").format(number=rule.number, title=rule.title)
    lines = rows.wrapped(line, left=0)
    if rule.door is not None and rule.status == "raised":
        lines += rows.wrapped(_("Raised with {door}.").format(door=rule.door))
    else:
        lines += rows.wrapped(_capital(", ".join(where_now(rule, today))) + ".")
    if waiting is not None:
        due = rule.answer_due
        lines += (
            rows.wrapped(
                _("The working days without an answer count from today.")
                if due is None
                else _("An answer is expected {day}. The working days without one count from today.").format(
                    day=whole_day(due, today)
                )
            )
            if rule.raised == today
            else []
        )
    if told := after_told(rule):
        lines += rows.wrapped(told + ".")
    if waiting is not None and rule.raised == today:
        command = f"mikro log {action_word('doubt')} --rule {rule.number} --reach {named('reach', 'up')}"
        return lines + rows.hint(_("Was it a conversation upwards? {command}").format(command=command))
    for hint in next_steps(found, today) if waiting is None else ():
        lines += rows.hint(hint)
    return lines


def where(found: Listed, today: date) -> list[str]:
    """Where a rule is, in one line or two: what it waits for comes first."""
    rule, waiting = found
    if waiting is not None:
        # A day that is not over is no wait.
        return [_("waits for an answer"), *([working_days(waiting)] if waiting else [])]
    name, told = named("status", rule.status), ""
    if rule.review_on is not None and rule.status == "trying":
        told = _("until {day}").format(day=day(rule.review_on, today))
    elif rule.review_on is not None and rule.status == "kept":
        told = _("again on {day}").format(day=day(rule.review_on, today))
    return [name, told] if told else [name]


def where_now(rule: Rule, today: date) -> list[str]:
    """Where it is, whatever it waits for, as it stands in a sentence."""
    name = named("status", rule.status)
    if rule.status == "trying" and rule.review_on is not None:
        return [name, _("until {day}").format(day=whole_day(rule.review_on, today))]
    if rule.status == "kept" and rule.review_on is not None:
        return [name, _("look again {day}").format(day=whole_day(rule.review_on, today))]
    return [name]


def in_week(found: Listed, today: date) -> str:
    """A rule in the report of a week: which it is, and where it is now."""
    return _("no. {number} {title} ({where})").format(
        number=found.rule.number, title=found.rule.title, where=", ".join(where(found, today))
    )


def list_hints(found: Sequence[Listed]) -> list[str]:
    """What can be typed below the list."""
    if not found:
        return [
            _("Nothing is put down. One line is enough: {command}").format(
                command=_('mikro rule add "The form is filled in twice"')
            )
        ]
    number = found[0].rule.number
    return [
        _("See one: {command}").format(command=f"mikro rule show {number}"),
        _("A memo for whoever can answer: {command}").format(command=f"mikro rule export {number}"),
    ]


def heading(rule: Rule, today: date) -> str:
    """Which rule it is, of what kind, and since when it is known."""
    parts = [
        _("Rule no. {number}").format(number=rule.number),
        named("kind", rule.kind),
        _("noticed {day}").format(day=day(rule.noticed, today)),
    ]
    return "  ·  ".join(parts)


def facts(rule: Rule) -> list[Fact]:
    """What is known of it."""
    every = [
        Fact(_("Gets in the way"), rule.gets_in_the_way or ""),
        Fact(_("Protects"), rule.protects or ""),
        Fact(_("Wish"), wish(rule)),
        Fact(_("Decided by"), decided(rule)),
        Fact(_("Paperwork"), detail_name(rule.detail)),
        Fact(_("Time"), cost(rule)),
        Fact("", hours_line(rule)),
        Fact(_("Now"), after(rule)),
        Fact(_("Answer"), quoted(rule.answer) if rule.answer else ""),
    ]
    return [fact for fact in every if fact.text]


def wish(rule: Rule) -> str:
    """What is wished for, and how far."""
    return ": ".join(part for part in (named("wish", rule.ask), rule.until or "") if part)


def decided(rule: Rule) -> str:
    """Who decided it, and who could decide now."""
    origin = named("origin", rule.origin)
    if rule.door is None:
        return "" if rule.origin == "unknown" else origin
    return rule.door if rule.origin == "unknown" else f"{origin}  →  {rule.door}"


def detail_name(detail: str | None) -> str:
    """One of the six kinds of paperwork."""
    return {
        None: "",
        "professional": _("professional documentation and registration"),
        "beyond-law": _("more than the law says"),
        "guidelines": _("written guidelines and workflows about citizens"),
        "administrative": _("administrative procedures"),
        "policies": _("policies, strategies and plans"),
        "reporting": _("reports to politicians"),
    }[detail]


def cost(rule: Rule) -> str:
    """How long each time, how often, and how many do it, as far as it is known."""
    parts = []
    if rule.minutes is not None:
        parts.append(minutes(rule.minutes))
    if rule.times is not None and rule.per is not None:
        parts.append(times(rule.times, rule.per))
    if rule.people is not None:
        parts.append(ngettext("{number} person", "{number} people", rule.people).format(number=rule.people))
    return ", ".join(parts)


def minutes(interval: Interval) -> str:
    """``5–10 minutter`` / ``5–10 minutes``."""
    low, high = interval
    span = str(high) if low == high else f"{low}–{high}"
    return ngettext("{number} minute", "{number} minutes", high).format(number=span)


def times(number: int, per: str) -> str:
    """``3 gange om ugen`` / ``3 times a week``."""
    sentence = {
        "day": ngettext("once a working day", "{number} times a working day", number),
        "week": ngettext("once a week", "{number} times a week", number),
        "month": ngettext("once a month", "{number} times a month", number),
        "year": ngettext("once a year", "{number} times a year", number),
    }[per]
    return sentence.format(number=number)


def hours_line(rule: Rule) -> str:
    """What it takes in a year, as an interval, and what that rests on."""
    hours = hours_a_year(rule)
    if hours is None:
        return ""
    basis = {
        "day": _("210 working days"),
        "week": _("44 working weeks"),
        "month": _("11 months"),
        "year": "",
    }[rule.per or "year"]
    return _("= {hours} a year ({basis})").format(
        hours=hours_in_words(hours), basis=", ".join(filter(None, [basis, _("an estimate")]))
    )


def hours_in_words(hours: Hours) -> str:
    """``132–264 timer`` / ``132–264 hours``; from ten hours up without fractions."""
    low, high = _figure(hours.low), _figure(hours.high)
    span = high if low == high else f"{low}–{high}"
    return _("1 hour") if span == "1" else _("{span} hours").format(span=span)


def _figure(hours: float) -> str:
    number = round(hours) if abs(hours) >= 10 else hours
    text = f"{number:g}"
    return text.replace(".", ",") if language() == "da" else text


def after(rule: Rule) -> str:
    """What it takes since it was changed, and whether that helped."""
    if rule.minutes_after is None:
        return ""
    told = minutes(rule.minutes_after)
    found, spared = hours_after(rule), saved(rule)
    if found is None or spared is None:
        return told
    if spared.low > 0:
        return _("{minutes}: {hours} a year are free for something else").format(
            minutes=told, hours=hours_in_words(spared)
        )
    if spared.high <= 0:
        return _("{minutes}: it takes as long as before, or longer").format(minutes=told)
    return _("{minutes}: at most {hours} a year are free, perhaps none").format(
        minutes=told, hours=hours_in_words(spared._replace(low=spared.high))
    )


def after_told(rule: Rule) -> str:
    """What it takes now, as it stands in a text, where no label says so."""
    told = after(rule)
    if rule.minutes_after is None or told != minutes(rule.minutes_after):
        return told
    return _("Now it takes {minutes}").format(minutes=told)


def steps(found: Listed, today: date) -> Iterator[Fact]:
    """What happened with it, day by day, and what it waits for."""
    rule, waiting = found
    if rule.raised is not None:
        told = _("Raised.")
        if rule.answer_due is not None:
            told = _("Raised. An answer is expected {day}.").format(day=whole_day(rule.answer_due, today))
        yield Fact(day(rule.raised, today), told)
    if waiting:
        yield Fact(_("now"), _("{days} without an answer.").format(days=working_days(waiting)))
    if rule.answered is not None:
        yield Fact(day(rule.answered, today), _("Answered."))
    if rule.status not in ("noticed", "raised"):
        yield Fact(day(rule.moved, today), _capital(named("status", rule.status)) + ".")
    if rule.review_on is not None and rule.status in ("trying", "kept"):
        told = _("The trial ends.") if rule.status == "trying" else _("Look at it again.")
        yield Fact(day(rule.review_on, today), told)


def conversations(rule: Rule, entries: Sequence[Entry], today: date) -> list[Fact]:
    """The latest entries that were about it, and where the others are found."""
    told = [
        Fact(
            day(entry.day, today),
            " ".join(filter(None, [action_name(entry.action), quoted(entry.note) if entry.note else ""])),
        )
        for entry in entries[:MOST_ENTRIES]
    ]
    more = len(entries) - len(told)
    if more:
        command = f"mikro history --rule {rule.number}"
        told.append(Fact("", _("and {number} more: {command}").format(number=more, command=command)))
    return told


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def next_steps(found: Listed, today: date) -> list[str]:
    """What can be typed next, as the rule stands."""
    rule, waiting = found
    number = rule.number
    if waiting is not None:
        return [_("The answer has come: {command}").format(command=f'mikro rule answer {number} "…"')]
    if rule.is_closed:
        return _after_the_end(rule)
    if rule.status == "raised" and rule.answered is not None:
        # The answer has come, and nobody has said what it led to.
        command = f"mikro rule answer {number} --trying"
        return [
            _("What did it lead to? {command}  (or --passed-on, --changed, --kept)").format(command=command)
        ]
    if rule.status == "trying":
        is_over = rule.review_on is None or rule.review_on <= today
        return [
            (
                _("How did it go? {command}  (or --changed, --kept)")
                if is_over
                else _("When the trial is over: {command}  (or --changed, --kept)")
            ).format(command=f"mikro rule close {number} --removed")
        ]
    if rule.origin in ("habit", "own-unit"):
        command = f"mikro rule close {number} --removed"
        return [_("It is your own to change. When it is done: {command}").format(command=command)]
    return [_("Once you have brought it up: {command}").format(command=f"mikro rule raise {number}")]


def _after_the_end(rule: Rule) -> list[str]:
    if rule.minutes_after is None and rule.status != "kept":
        command = f"mikro rule close {rule.number} --minutes-after 0-2"
        return [_("What does it take now? {command}").format(command=command)]
    if rule.thanked:
        return []
    command = f"mikro rule edit {rule.number} --thanked"
    return [_("Was whoever asked thanked, and told how it ended? {command}").format(command=command)]


def for_leader(found: Listed) -> list[str]:
    """What it means to answer one, for those who do."""
    rule, waiting = found
    if rule.is_closed:
        return [
            _(
                "Tell those who asked what became of it, also when it stays: that is what makes them ask again."
            )
        ]
    if waiting is not None or rule.status == "raised":
        return [
            _(
                "Any answer is better than none: yes, no with a reason, or passed on with a date. Thank first, then say when you answer."
            )
        ]
    return []


def rest_can_wait(rule: Rule, *, has_told: bool) -> list[str]:
    """What is said after the questions: that it is stored, and where the rest can be told; or what is one's own to do."""
    if rule.origin in ("habit", "own-unit"):
        said = next_steps(Listed(rule, None), rule.noticed)[0]
    else:
        command = f"mikro rule edit {rule.number}"
        said = _("The rest can wait: {command}").format(command=command)
    return rows.hint(_("Stored.") + " " + said if has_told else said)
