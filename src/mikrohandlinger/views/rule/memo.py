"""The memo for whoever can answer, in words: the question first, then what it rests on. Nothing empty is told."""

from __future__ import annotations

from mikrohandlinger.domain.rules.cost import hours_a_year, together
from mikrohandlinger.texts import _, ngettext, quoted
from mikrohandlinger.texts.dates import from_to
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple
from mikrohandlinger.views.rule import words

if TYPE_CHECKING:
    from datetime import date

    from mikrohandlinger.domain.rules.model import Rule
    from mikrohandlinger.domain.rules.register import Listed, Memo


class Part(NamedTuple):
    """A paragraph of the memo.

    Attributes:
        label: What it is about.
        text: What is told.
    """

    label: str
    text: str


class Sheet(NamedTuple):
    """What the memo tells of one rule.

    Attributes:
        title: The question to whoever reads it.
        parts: What it rests on.
        waiting: How long it has waited for an answer; the one figure that stands out.
    """

    title: str
    parts: tuple[Part, ...]
    waiting: str = ""


def title(memo: Memo) -> str:
    """The heading of the whole."""
    return sheet(memo.rules[0], memo.today).title if len(memo.rules) == 1 else _("Rules that get in the way")


def subtitle(memo: Memo) -> str:
    """How many rules and hours it is about, and of which day it is."""
    day = _day(memo.today)
    if len(memo.rules) == 1:
        return day
    number = ngettext("{number} rule", "{number} rules", len(memo.rules)).format(number=len(memo.rules))
    hours = together(found.rule for found in memo.rules if not found.rule.is_closed)
    cost = (
        _("{hours} a year in all, by our own estimate").format(hours=words.hours_in_words(hours))
        if hours
        else ""
    )
    return " · ".join(part for part in (day, number, cost) if part)


def sheets(memo: Memo) -> list[Sheet]:
    """What is told of each rule."""
    return [sheet(found, memo.today) for found in memo.rules]


def sheet(found: Listed, today: date) -> Sheet:
    """What is told of one rule."""
    rule, waiting = found
    every = (
        Part(_("The rule"), _rule(rule)),
        Part(_("What it is meant to protect"), _sentence(rule.protects)),
        Part(_("How it gets in the way"), _sentence(rule.gets_in_the_way)),
        Part(_("What it costs"), _cost(rule)),
        Part(_("What we propose"), _wish(rule)),
        Part(_("To"), _to(rule)),
        Part(_("The answer"), quoted(rule.answer) if rule.answer else ""),
        Part(_("What became of it"), _became(rule, today)),
    )
    waits = ""
    if waiting and rule.raised is not None:
        waits = _("{days} without an answer, since {day}.").format(
            days=words.working_days(waiting), day=_day(rule.raised)
        )
    return Sheet(_question(rule), tuple(part for part in every if part.text), waits)


def leaves(memo: Memo) -> str:
    """What is said before it leaves: that it names nobody, or that it may."""
    if memo.is_whole:
        return _("Every word leaves as you wrote it. Read it through before you send it.")
    sentence = _("The memo is to name nobody. Read it through before you send it.")
    if not memo.masked:
        return sentence
    told = ngettext(
        "{number} personal detail or name is masked in it.",
        "{number} personal details or names are masked in it.",
        memo.masked,
    ).format(number=memo.masked)
    return f"{sentence} {told}"


def _question(rule: Rule) -> str:
    name = quoted(rule.title)
    if rule.is_closed:
        return _("{rule}: what became of it").format(rule=name)
    return {
        "remove": _("{rule}: can we do without it?"),
        "change": _("{rule}: can it be changed?"),
        "try-without": _("{rule}: may we try without it?"),
        "keep": _("{rule}: we would like to keep it"),
    }.get(rule.ask or "", _("{rule}: can it be made easier?")).format(rule=name)


def _rule(rule: Rule) -> str:
    kind = {
        "rule": _("A rule"),
        "principle": _("A principle of steering"),
        "documentation": _("A demand to document"),
        "workflow": _("A way of working"),
    }[rule.kind]
    sentence = {
        "habit": _("A habit: there is no rule behind it."),
        "own-unit": _("{kind} that we decided ourselves."),
        "administration": _("{kind} that the administration decided."),
        "committee": _("{kind} that the committee agreed on."),
        "council": _("{kind} that the council decided."),
        "state": _("{kind} that the state decided."),
        "unknown": _("{kind}; we do not know who decided it."),
    }[rule.origin].format(kind=kind)
    about = words.detail_name(rule.detail)
    return f"{sentence} {about[:1].upper()}{about[1:]}." if about else sentence


def _cost(rule: Rule) -> str:
    told, hours = words.cost(rule), hours_a_year(rule)
    if hours is None:
        return _sentence(told)
    return _("{hours} a year: {cost}. This is our own estimate.").format(
        hours=words.hours_in_words(hours), cost=told
    )


def _wish(rule: Rule) -> str:
    told = {
        "remove": _("That it goes."),
        "change": _("That it is changed."),
        "try-without": _("That we try without it, and look at it together afterwards."),
        "keep": _("That it stays."),
    }.get(rule.ask or "", "")
    return " ".join(part for part in (told, _sentence(rule.until)) if part)


def _to(rule: Rule) -> str:
    if rule.is_closed or rule.door is None:
        return ""
    door = _sentence(rule.door)
    if rule.answer_due is None or rule.answered is not None:
        return door
    return f"{door} " + _("We would like to hear from you by {day}.").format(day=_day(rule.answer_due))


def _became(rule: Rule, today: date) -> str:
    if rule.status in ("noticed", "raised"):
        return ""
    told = ", ".join(words.where_now(rule, today))
    after = words.after_told(rule)
    return " ".join(_sentence(part) for part in (told, after) if part)


def _sentence(text: str | None) -> str:
    """``text`` begun and ended as a sentence is."""
    if not text:
        return ""
    ended = text if text[-1] in ".?!…" else f"{text}."
    return ended[:1].upper() + ended[1:]


def _day(day: date) -> str:
    return f"{from_to(day, day)} {day.year}"
