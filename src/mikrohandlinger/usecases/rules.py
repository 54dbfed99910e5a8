"""Rules that get in the way: put down in a line, told more of, raised, answered, closed."""

from __future__ import annotations

from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.domain.notices import RuleCall, Waiting
from mikrohandlinger.domain.rules import moving
from mikrohandlinger.domain.rules.model import Rule, Said
from mikrohandlinger.domain.rules.register import Listed, Memo
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from mikrohandlinger.domain.entries import Entry
    from mikrohandlinger.domain.privacy import Words
    from mikrohandlinger.domain.rules.model import Interval
    from mikrohandlinger.usecases.context import Context

_NOTHING = Said()


def add(context: Context, title: Words, said: Said = _NOTHING) -> Rule:
    """Put down a rule; one line is enough.

    Args:
        context: What the program works with.
        title: What gets in the way, in one line.
        said: What else is told of it.

    Raises:
        MikroError: When there is no title, when what is told does not fit together, or when nothing was stored.
    """
    _refuse_name(said.door)
    rule = moving.told(moving.begun(title, context.today), said)
    return context.store.rules.add([rule], context.clock.now)[0]


def add_many(context: Context, titles: Sequence[Words]) -> list[Rule]:
    """Put down several rules at once, as one change.

    Raises:
        MikroError: When one has no title, or when nothing was stored.
    """
    rules = [moving.begun(title, context.today) for title in titles]
    return context.store.rules.add(rules, context.clock.now) if rules else []


def tell_more(context: Context, rule: Rule, said: Said) -> Rule:
    """Add to a rule that was just put down; one ``undo`` takes back both.

    Raises:
        MikroError: When what is told does not fit together, or when nothing was stored.
    """
    _refuse_name(said.door)
    after = moving.told(rule, said)
    return rule if after == rule else context.store.rules.amend(rule, after, context.clock.now)


def edit(context: Context, rule: Rule, said: Said) -> Rule:
    """Change what is told of a rule.

    Raises:
        MikroError: When nothing is to be changed, when it does not fit together, or when nothing was stored.
    """
    if said.is_nothing:
        raise MikroError(
            "nothing-to-change",
            N_(
                'Say what to change, such as: mikro rule edit {number} --protects "…" or --origin, --ask, --door, --minutes.'
            ),
            number=rule.number,
        )
    _refuse_name(said.door)
    return context.store.rules.turn(rule, moving.told(rule, said), "rule-edit", context.clock.now)


def bring_up(context: Context, rule: Rule, door: Words | None = None, due: date | None = None) -> Rule:
    """Keep that a rule was brought to somebody today.

    Raises:
        MikroError: When the door is a name, the day lies behind, or nothing was stored.
    """
    _refuse_name(door)
    after = moving.raised(rule, context.today, door, _ahead(due, context.today))
    return context.store.rules.turn(rule, after, "rule-raise", context.clock.now)


def answer(
    context: Context,
    rule: Rule,
    words: Words,
    to: str | None = None,
    review: date | None = None,
    *,
    thanked: bool | None = None,
) -> Rule:
    """Keep the answer that came today.

    Raises:
        MikroError: When nothing is told, the day lies behind, or nothing was stored.
    """
    after = moving.answered(rule, context.today, words, to, _ahead(review, context.today))
    return context.store.rules.turn(rule, _thanked(after, thanked), "rule-answer", context.clock.now)


def close(
    context: Context,
    rule: Rule,
    to: str | None = None,
    minutes_after: Interval | None = None,
    review: date | None = None,
    *,
    thanked: bool | None = None,
) -> Rule:
    """Keep how it ended.

    Raises:
        MikroError: When nobody says how, the day lies behind, or nothing was stored.
    """
    after = moving.closed(rule, context.today, to, minutes_after, _ahead(review, context.today))
    return context.store.rules.turn(rule, _thanked(after, thanked), "rule-close", context.clock.now)


def find(context: Context, wanted: str) -> Rule:
    """The rule that is meant by its number, or by the beginning of its id.

    Raises:
        MikroError: When there is none.
    """
    return context.store.rules.find(wanted)


def listed(context: Context, rules: Iterable[Rule] | None = None) -> list[Listed]:
    """These rules, or all of them, in the order of the list, each with the working days that it has waited."""
    found = moving.in_order(context.store.rules.every() if rules is None else rules)
    raised = [rule.raised for rule in found if rule.is_waiting and rule.raised]
    if not raised:
        return [Listed(rule, None) for rule in found]
    # Whoever answers has public holidays, also where the user is on duty on them.
    calendar = context.calendar()._replace(holidays=context.public_holidays(min(raised)))
    return [Listed(rule, moving.waited(rule, context.today, calendar)) for rule in found]


def waiting(context: Context, found: Sequence[Rule]) -> Waiting:
    """What there is to say today of rules that wait for an answer, or are to be looked at again."""
    today = context.today
    waits = [each for each in listed(context, found) if each.waiting_days is not None]
    longest = max(waits, key=lambda each: each.waiting_days or 0, default=None)
    days = (longest.waiting_days or 0) if longest else 0
    due = [rule for rule in found if moving.is_due(rule, today)]
    call = None
    if due:
        rule = min(due, key=lambda rule: (rule.status == "kept", rule.review_on, rule.number))
        call = RuleCall(rule.number, rule.status)
    elif longest is not None and moving.is_spoken_of(waits, today):
        call = RuleCall(longest.rule.number, "waiting", days)
    return Waiting(len(waits), days, call)


def of_week(
    context: Context, found: Sequence[Rule], first: date, last: date
) -> tuple[list[Listed], Listed | None]:
    """Those that were noticed or moved on these days, and the one that has waited longest for an answer today."""
    every = listed(context, found)
    waits = [each for each in every if each.waiting_days is not None]
    return (
        [each for each in every if moving.moved_between(each.rule, first, last)],
        max(waits, key=lambda each: each.waiting_days or 0, default=None),
    )


def memo(context: Context, numbers: Sequence[str] = (), *, keep_personal: bool = False) -> Memo:
    """What leaves for whoever can answer: the rules that are named, or all that have not come to an end.

    Args:
        context: What the program works with.
        numbers: The rules, by number.
        keep_personal: Whether the user insists on every word as it is stored.

    Raises:
        MikroError: When there is none.
    """
    found = [find(context, number) for number in dict.fromkeys(numbers)] or context.store.rules.every()
    if not numbers:
        found = [rule for rule in found if not rule.is_closed] or found
    if not found:
        raise MikroError(
            "no-rules",
            N_('There is no rule to tell of. Put one down: mikro rule add "The form is filled in twice"'),
        )
    masked = 0
    if not keep_personal:
        from mikrohandlinger.domain.rules import leaving

        without = [leaving.masked(rule) for rule in found]
        found, masked = [each.rule for each in without], sum(each.details for each in without)
    return Memo(tuple(listed(context, found)), context.today, masked, is_whole=keep_personal)


def memo_table(found: Memo) -> str:
    """The same as a table for a spreadsheet."""
    from mikrohandlinger.domain.rules.register import cells
    from mikrohandlinger.storage.transfer.csv_file import table

    return table([cells(each) for each in found.rules])


def conversations(context: Context, rule: Rule) -> list[Entry]:
    """The entries that were about the rule, newest first."""
    from mikrohandlinger.domain.entries import Filter

    return list(context.store.entries.search(Filter(rule=rule.id)))


def _thanked(rule: Rule, thanked: bool | None) -> Rule:
    return rule if thanked is None else rule._replace(thanked=thanked)


def _ahead(day: date | None, today: date) -> date | None:
    if day is not None and day < today:
        raise MikroError(
            "day-behind",
            N_("{day} lies behind. Write today or a day to come, such as 1/3 or 3 months."),
            day=day,
        )
    return day


def _refuse_name(door: Words | None) -> None:
    """A door is a role: whoever sits behind it may be somebody else by the time it is answered."""
    if door is None or not door.text:
        return
    from mikrohandlinger.domain.catalogue.names import personal_name

    name = personal_name(door.text)
    if name is not None:
        raise MikroError(
            "door-name",
            N_("“{name}” looks like a name. Write the role, such as “the head of department”."),
            name=name,
        )
