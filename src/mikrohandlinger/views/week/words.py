"""What the report of a week says, in words: one place for every face of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from mikrohandlinger.domain.calendar import week_label
from mikrohandlinger.domain.privacy import Words, one_line
from mikrohandlinger.domain.reflecting import KEYS, PLAN
from mikrohandlinger.domain.weeks import SHORTEST_STREAK, Streak
from mikrohandlinger.texts import _, language, ngettext, quoted
from mikrohandlinger.texts.dates import clock, date_range, short_date_with_year, short_weekday, weeks
from mikrohandlinger.texts.dates import days as days_in_words
from mikrohandlinger.values import TYPE_CHECKING, Literal, NamedTuple
from mikrohandlinger.views.shared.names import (
    action_name,
    answer_name,
    place_name,
    reach_name,
    rule_within,
    sign_name,
    week_name,
    week_within,
    went_name,
)
from mikrohandlinger.views.shared.own_words import masked_line, name_line
from mikrohandlinger.views.shared.sections import Said, Section, held, reflection

if TYPE_CHECKING:
    from mikrohandlinger.domain.entries import Entry
    from mikrohandlinger.domain.own_figures import Worked
    from mikrohandlinger.domain.reports.week import ActionRow, WeekReport


class Mark(NamedTuple):
    """What stands in a cell of the week.

    Attributes:
        kind: For colours.
        symbol: One sign, told apart from the others without any colour.
        meaning: The same in words, for those who hear the page.
    """

    kind: Literal["done", "off", "open"]
    symbol: str
    meaning: str


def title(screen: WeekReport) -> str:
    """Which week it is."""
    return f"{week_name(screen.monday)} · {dates(screen)}"


def dates(screen: WeekReport) -> str:
    """``23.–29. november 2026``."""
    return date_range(screen.monday, screen.sunday)


def mark(screen: WeekReport, index: int, count: int) -> Mark:
    """The cell of the day ``index`` (0 Monday) in a row that counts ``count`` on it.

    A day to come looks like one that was: a day that is not over is never a miss.
    """
    cell = screen.days[index]
    if count:
        symbol = "●" if count == 1 else f"●{count}" if count < 10 else "●+"
        return Mark("done", symbol, ngettext("{number} time", "{number} times", count).format(number=count))
    if cell.off is not None:
        return Mark("off", "", _("day off"))
    if cell.is_half and not cell.entries and cell.day < screen.today:
        return Mark("off", "", _("half day"))
    return Mark("open", "·", _("working day"))


def legend(screen: WeekReport) -> list[str]:
    """What the signs of the week mean, as far as they occur."""
    signs = {
        mark(screen, index, count).kind for row in screen.actions for index, count in enumerate(row.per_day)
    }
    parts = [_("● done")] if "done" in signs else []
    if "open" in signs:
        parts.append(_("· working day"))
    if "off" in signs:
        parts.append(_("blank: off"))
    return parts


def standing(screen: WeekReport) -> str:
    """How the week stands, in one sentence that blames nobody; and the pause that may explain it."""
    is_off = screen.stand.available_days == 0 and not screen.stand.met
    return " ".join([_standing(screen), *(_pause(screen) if is_off or _is_still_pausing(screen) else ())])


def _is_still_pausing(screen: WeekReport) -> bool:
    """Whether something was done in a pause that nobody has ended."""
    pause = screen.pause
    return (
        pause is not None and pause.last is None and any(entry.day >= pause.first for entry in screen.entries)
    )


def _standing(screen: WeekReport) -> str:
    stand = screen.stand
    done = days_in_words(stand.done_days)
    goal = min(stand.goal, stand.available_days)
    if stand.available_days == 0 and not stand.met:
        if stand.done_days:
            return _("{done} in a week off. The week counts neither for nor against.").format(done=done)
        return _("A week off. It counts neither for nor against.")
    if not stand.done_days:
        return _nothing_yet(screen, goal)
    if not stand.met:
        return (_("{done} of {goal}.") if screen.today <= screen.sunday else _("{done}.")).format(
            done=done, goal=goal
        )
    if screen.show_streaks and screen.streak.now >= SHORTEST_STREAK:
        return _("{done}. You have reached your goal, {weeks} in a row.").format(
            done=done, weeks=weeks(screen.streak.now)
        )
    return _("{done}. You have reached your goal.").format(done=done)


def _nothing_yet(screen: WeekReport, goal: int) -> str:
    if screen.monday > screen.today:
        return _("The week has not begun. Your goal is {goal}.").format(goal=days_in_words(goal))
    left = sum(cell.off is None and cell.day >= screen.today for cell in screen.days)
    if left > 1:
        return _("A new week. Your goal is {goal}.").format(goal=days_in_words(goal))
    if left == 1:
        return _("Today can be the first this week.")
    return _("Nothing is noted in {week}.").format(week=week_within(screen.monday))


def _pause(screen: WeekReport) -> list[str]:
    pause = screen.pause
    if pause is None:
        return []
    if pause.last is None:
        return [_("A pause since {day}.").format(day=short_date_with_year(pause.first))]
    return [_("A pause: {dates}.").format(dates=date_range(pause.first, pause.last))]


def run(screen: WeekReport) -> list[str]:
    """The longest row of weeks and the total, as far as there is something to tell."""
    parts = []
    if screen.show_streaks and _has_longer(screen.streak):
        parts.append(_("Longest row: {weeks}").format(weeks=weeks(screen.streak.best)))
    if screen.total:
        parts.append(
            ngettext("{number} recorded in all", "{number} recorded in all", screen.total).format(
                number=screen.total
            )
        )
    return parts


def figures(screen: WeekReport, row: ActionRow) -> list[str]:
    """The longer run of one action."""
    told = settled(screen, row)
    return [
        *in_a_row(row, screen.show_streaks),
        *([_("settled {percent}").format(percent=told)] if row.is_settling and told else []),
    ]


def in_a_row(row: ActionRow, show_streaks: bool) -> list[str]:
    """Weeks in a row with the action, as far as there is something to tell."""
    parts = []
    if show_streaks and row.streak.now >= SHORTEST_STREAK:
        parts.append(_("{weeks} in a row").format(weeks=weeks(row.streak.now)))
    if show_streaks and _has_longer(row.streak):
        parts.append(_("longest {weeks}").format(weeks=weeks(row.streak.best)))
    return parts


def settled(screen: WeekReport, row: ActionRow) -> str:
    """How settled the habit is; "" for a week ahead and where it was never done."""
    percent = round(row.strength * 100)
    if screen.monday > screen.today or not percent:
        return ""
    return f"{percent} %" if row.is_settling else _("too early to say")


def _has_longer(streak: Streak) -> bool:
    return streak.best > max(streak.now, SHORTEST_STREAK - 1)


def facts(screen: WeekReport) -> list[Said]:
    """The weeks before, with whom, and what was practised, each in a line of words; what is empty is left out.

    Weeks with nothing in them are not held up.
    """
    before = [
        f"{week_within(week.monday)}: {days_in_words(week.done_days)}"
        for week in screen.earlier
        if week.done_days
    ]
    every = (
        Said(_("The weeks before"), " · ".join(before)),
        Said(
            _("With whom"),
            _counted((reach_name(key), n) for key, n in screen.reach.items() if key != "unset"),
        ),
        Said(_("Tried/given room"), _counted((sign_name(key), n) for key, n in screen.signs.items())),
    )
    return [fact for fact in (*every, *_rules(screen), *_loops(screen)) if fact.words]


def _loops(screen: WeekReport) -> list[Said]:
    """The loops that were closed in the week; open ones are never told here."""
    closed = loops_closed(screen)
    return [Said(_("Feedback"), closed)] if closed else []


def loops_closed(screen: WeekReport) -> str:
    """How many loops were closed in the week; "" where none was."""
    if not screen.loops_closed:
        return ""
    from mikrohandlinger.views.shared.feedback import closed_line

    return closed_line(screen.loops_closed)


def loop(screen: WeekReport) -> str:
    """The one line that asks what became of feedback; "" where none waits to be asked about."""
    if screen.loop is None:
        return ""
    from mikrohandlinger.views.shared.feedback import loop_line

    return loop_line(screen.loop, screen.today)


def _rules(screen: WeekReport) -> list[Said]:
    """What happened to rules in the week, each with where it is now."""
    if not screen.rules:
        return []
    from mikrohandlinger.views.rule.words import in_week

    return [Said(_("Rules"), " · ".join(in_week(each, screen.today) for each in screen.rules))]


def waiting(screen: WeekReport) -> str:
    """How long the rule has waited that has waited longest for an answer; "" where none waits."""
    if screen.waiting is None or not screen.waiting.waiting_days:
        return ""
    from mikrohandlinger.views.rule.leading import waiting_line

    return waiting_line(screen.waiting.rule.number, screen.waiting.waiting_days)


def _counted(counts: Iterable[tuple[str, int]]) -> str:
    ordered = sorted((pair for pair in counts if pair[1]), key=lambda pair: -pair[1])
    return " · ".join(f"{name} {number}" for name, number in ordered)


def plan_question(screen: WeekReport) -> str:
    """Whether the plan was used, with the answer to type; empty when it is not the time to ask."""
    if not screen.asks_for_plan:
        return ""
    command = f"mikro week{which(screen)} --plan-used"
    return _("Did you use it? {command} yes  (or some, no)").format(command=command)


def plan(screen: WeekReport) -> str:
    """The week's plan, and whether it was used; of a "no" there is nothing more to say."""
    used = {"yes": _("used"), "partly": _("used in part")}.get(screen.plan_used or "")
    text = one_line(screen.plan or "")
    return f"{text} ({used})" if used else text


def sections(screen: WeekReport) -> tuple[Section, Section]:
    """What was done in the week, entry by entry, and what was answered about it; each may be empty."""
    return (
        Section(
            "entries",
            _("This week's micro-actions"),
            said=[_entry(screen, entry) for entry in screen.entries],
        ),
        Section("reflection", _("Your answers"), said=reflection(screen.reflection, screen.asked)),
    )


def _entry(screen: WeekReport, entry: Entry) -> Said:
    return Said(_about(entry), _own_words(entry), proposed(screen, entry))


def _own_words(entry: Entry) -> str:
    """The note and each part of the feedback, a row each."""
    if entry.feedback is None:
        return entry.note or ""
    from mikrohandlinger.views.shared.feedback import paragraphs

    return paragraphs(entry)


def answers(screen: WeekReport) -> list[Said]:
    """At most two answers and the plan of the next week, each with its short name, as far as they were given."""
    given = [key for key in ("learned", "friction", "hard", "remember") if key in screen.reflection][:2]
    shown = [key for key in KEYS if key in given]
    said = [Said(answer_name(key), quoted(screen.reflection[key])) for key in shown]
    if PLAN in screen.reflection:
        said.append(Said(answer_name(PLAN), one_line(screen.reflection[PLAN])))
    return said


class Line(NamedTuple):
    """An entry of the week in one line.

    Attributes:
        day: The weekday in two letters.
        action: The action in one word.
        words: The note in quotation marks, or what was proposed; "" where neither is known.
        is_own: Whether these are the user's own words.
    """

    day: str
    action: str
    words: str
    is_own: bool


def lines(screen: WeekReport) -> list[Line]:
    """Every entry of the week in one line, oldest first."""
    return [_line(screen, entry) for entry in screen.entries]


def own_lines(screen: WeekReport) -> list[Line]:
    """Those of them with the user's own words."""
    return [line for line in lines(screen) if line.is_own]


def _line(screen: WeekReport, entry: Entry) -> Line:
    day, action = short_weekday(entry.day.weekday()), action_name(entry.action)
    if entry.words:
        return Line(day, action, quoted(entry.words), is_own=True)
    return Line(day, action, proposed(screen, entry), is_own=False)


def proposed(screen: WeekReport, entry: Entry) -> str:
    """What was proposed and carried out with the entry; "" where it was something else."""
    variation = screen.practised.get(entry.variation or "")
    return variation.wording(language()).text if variation else ""


def _about(entry: Entry) -> str:
    parts = [
        f"{short_weekday(entry.day.weekday())}  {entry.number}  {clock(entry.at)}  {action_name(entry.action)}"
    ]
    if entry.reach:
        parts.append(reach_name(entry.reach))
    if entry.went:
        parts.append(went_name(entry.went))
    if entry.rule:
        parts.append(rule_within(entry.rule))
    if entry.feedback:
        from mikrohandlinger.views.shared.feedback import told

        parts += told(entry.feedback)
    return " · ".join(parts)


def worked(screen: WeekReport) -> list[str]:
    """What was tried over twelve weeks, each in a sentence of counts; empty while there is nothing to tell."""
    found = screen.worked
    if found is None:
        return []
    names = {"mine": _("You decide when"), "comes": _("Something else comes first")}
    lines = [_times(place_name(row.what), row) for row in found.places if row.done]
    lines += [_times(names[row.what], row) for row in found.cues if row.done]
    if found.plans_used:
        lines.append(
            _("Your plan: used in {used} of {weeks} you told about.").format(
                used=found.plans_used, weeks=weeks(found.plans)
            )
        )
    return lines


def _times(name: str, row: Worked) -> str:
    if row.easy:
        sentence = _("{name}: {proposed} proposals, {done} done, {easy} of them easy.")
    else:
        sentence = _("{name}: {proposed} proposals, {done} done.")
    return sentence.format(name=name, proposed=row.proposed, done=row.done, easy=row.easy)


def outcome(given: Mapping[str, Words], before: Mapping[str, str], used: str | None) -> list[str]:
    """What was stored just now, what was removed, and how many personal details were masked."""
    stored = [answer_name(key) for key in KEYS if key in given and given[key].text is not None]
    removed = [answer_name(key) for key in KEYS if key in given and given[key].text is None and key in before]
    nothing = [
        answer_name(key) for key in KEYS if key in given and given[key].text is None and key not in before
    ]
    masked = sum(words.masked for words in given.values())
    lines = []
    if stored:
        lines.append(_("✓ Stored: {answers}.").format(answers=", ".join(stored)))
    if removed:
        lines.append(_("Removed: {answers}.").format(answers=", ".join(removed)))
    if nothing:
        lines.append(_("There was no answer to remove: {answers}.").format(answers=", ".join(nothing)))
    if used is not None:
        lines.append(
            _("✓ Stored: whether you used the plan.") if used else _("Removed: whether you used the plan.")
        )
    if masked:
        lines.append(masked_line(masked))
    names = [words.name for words in given.values() if words.name]
    if names:
        lines.append(name_line(names[0]))
    return lines


def invitation(screen: WeekReport) -> str:
    """The way to the five questions, at the end of the week."""
    if not screen.invites_reflection:
        return ""
    return _("Five minutes to look back: {command}").format(command=reflect_command(screen))


def reflect_command(screen: WeekReport) -> str:
    """What to type to look back on the week."""
    return f"mikro week{which(screen)} --reflect"


def without_terminal(screen: WeekReport) -> str:
    """How the week is answered where nobody can be asked."""
    return _(
        'Without a terminal, answer like this: mikro week{which} --answer remember="…" --answer plan="When …, then …"'
    ).format(which=which(screen))


def which(screen: WeekReport) -> str:
    """How the week is named in a command, with a blank before it; nothing for the present one."""
    ago = (screen.today - screen.monday).days // 7
    if ago == 0:
        return ""
    # Within half a year a bare number is that very week.
    week = screen.monday.isocalendar().week
    return " last" if ago == 1 else f" {week}" if 0 < ago < 26 else f" {week_label(screen.monday)}"


def personal(screen: WeekReport) -> str:
    """What a copy of the report holds of the user's own words, and how to leave them out."""
    parts = []
    if screen.notes:
        number = len(screen.notes)
        parts.append(ngettext("{number} note", "{number} notes", number).format(number=number))
    if screen.reflection:
        number = len(screen.reflection)
        parts.append(
            ngettext(
                "{number} answer from your reflection", "{number} answers from your reflection", number
            ).format(number=number)
        )
    if screen.plan:
        parts.append(_("your plan"))
    if screen.rules:
        number = len(screen.rules)
        parts.append(ngettext("{number} rule", "{number} rules", number).format(number=number))
    return held(parts)
