"""What the report of a week says, in words: one place for every face of it."""

# No annotations as text here: each field of a value would be compiled once more at every start.

from collections.abc import Mapping
from typing import Literal, NamedTuple

from mikrohandlinger.domain.calendar import week_label
from mikrohandlinger.domain.entries import Entry
from mikrohandlinger.domain.own_figures import Worked
from mikrohandlinger.domain.privacy import Words, one_line
from mikrohandlinger.domain.reflecting import KEYS
from mikrohandlinger.domain.reports.week import ActionRow, WeekReport
from mikrohandlinger.domain.weeks import SHORTEST_STREAK, Streak
from mikrohandlinger.texts import _, language, ngettext
from mikrohandlinger.texts.dates import date_range, short_weekday, weeks
from mikrohandlinger.texts.dates import days as days_in_words
from mikrohandlinger.views.shared.names import (
    action_name,
    answer_name,
    place_name,
    reach_name,
    sign_name,
    week_name,
    week_within,
    went_name,
)
from mikrohandlinger.views.shared.sections import Said, Section, held, reflection, use_sentence


class Mark(NamedTuple):
    """What stands in a cell of the week.

    Attributes:
        kind: For colours.
        symbol: One sign, told apart from the others without any colour.
        meaning: The same in words, for those who hear the page.
    """

    kind: Literal["done", "off", "open", "past"]
    symbol: str
    meaning: str


def title(screen: WeekReport) -> str:
    """Which week it is."""
    return f"{week_name(screen.monday)} · {dates(screen)}"


def dates(screen: WeekReport) -> str:
    """``23.–29. november 2026``."""
    return date_range(screen.monday, screen.sunday)


def mark(screen: WeekReport, index: int, count: int) -> Mark:
    """The cell of the day ``index`` (0 Monday) in a row that counts ``count`` on it."""
    cell = screen.days[index]
    if count:
        symbol = "●" if count == 1 else f"●{count}" if count < 10 else "●+"
        return Mark("done", symbol, ngettext("{number} time", "{number} times", count).format(number=count))
    if cell.off is not None:
        return Mark("off", "–", _("day off"))
    if cell.day >= screen.today:
        return Mark("open", "○", _("still open"))
    return Mark("past", "∙", _("nothing recorded"))


def legend(screen: WeekReport) -> list[str]:
    """What the signs of the week mean, as far as they occur."""
    parts = [_("● done")]
    if any(cell.off is None and cell.day >= screen.today for cell in screen.days):
        parts.append(_("○ still open"))
    if any(cell.off is not None for cell in screen.days):
        parts.append(_("– day off"))
    return parts


def standing(screen: WeekReport) -> str:
    """How the week stands, in one sentence that blames nobody."""
    stand = screen.stand
    done = days_in_words(stand.done_days)
    goal = min(stand.goal, stand.available_days)
    if stand.available_days == 0:
        if stand.done_days:
            return _("{done} in a week off. The week counts neither for nor against.").format(done=done)
        return _("A week off. It counts neither for nor against.")
    if stand.met:
        return _("{done} – your goal of {goal} is met.").format(done=done, goal=goal)
    if stand.done_days:
        return _("{done}; your goal is {goal}.").format(done=done, goal=goal)
    if screen.today > screen.sunday:
        return _("A quiet week. The next one begins with a single conversation.")
    return _("Your goal is {goal}. Every one of them begins with a single conversation.").format(
        goal=days_in_words(goal)
    )


def run(screen: WeekReport) -> list[str]:
    """Weeks in a row and the total, as far as there is something to tell."""
    parts = []
    if screen.show_streaks and screen.streak.now >= SHORTEST_STREAK:
        parts.append(_("{weeks} in a row with the goal met").format(weeks=weeks(screen.streak.now)))
    if screen.show_streaks and _has_longer(screen.streak):
        parts.append(_("longest so far {weeks}").format(weeks=weeks(screen.streak.best)))
    if screen.total:
        parts.append(
            ngettext("{number} recorded in all", "{number} recorded in all", screen.total).format(
                number=screen.total
            )
        )
    return parts


def figures(row: ActionRow, show_streaks: bool) -> list[str]:
    """The longer run of one action."""
    percent = settled(row)
    return [
        *in_a_row(row, show_streaks),
        *([_("settled {percent} %").format(percent=percent)] if percent else []),
    ]


def in_a_row(row: ActionRow, show_streaks: bool) -> list[str]:
    """Weeks in a row with the action, as far as there is something to tell."""
    parts = []
    if show_streaks and row.streak.now >= SHORTEST_STREAK:
        parts.append(_("{weeks} in a row").format(weeks=weeks(row.streak.now)))
    if show_streaks and _has_longer(row.streak):
        parts.append(_("longest {weeks}").format(weeks=weeks(row.streak.best)))
    return parts


def settled(row: ActionRow) -> int:
    """How settled the habit is, in whole percent."""
    return round(row.strength * 100)


def _has_longer(streak: Streak) -> bool:
    return streak.best > max(streak.now, SHORTEST_STREAK - 1)


def earlier(screen: WeekReport) -> str:
    """The weeks before in one quiet line; weeks with nothing in them are left out, not held up."""
    told = [
        f"{week_within(week.monday)}: {days_in_words(week.done_days)}"
        for week in screen.earlier
        if week.done_days
    ]
    return _("The weeks before – {weeks}").format(weeks=" · ".join(told)) if told else ""


def plan_use(screen: WeekReport) -> str:
    """Whether the week's plan was used, or the question; empty when it is not the time to ask."""
    if screen.plan is None:
        return ""
    if screen.asks_for_plan:
        return _("Did you use it? Answer with: mikro week --plan-used yes|partly|no")
    return use_sentence(screen.plan_used)


def sections(screen: WeekReport) -> list[Section]:
    """What the report tells below the week itself, each with a title; what is empty is left out."""
    every = (
        Section("reach", _("With whom"), counts=_reach(screen)),
        Section("signs", _("Practised"), counts=_signs(screen)),
        notes(screen),
        Section("reflection", _("Your reflection"), said=reflection(screen.reflection, screen.asked)),
    )
    return [section for section in every if not section.is_empty]


def notes(screen: WeekReport) -> Section:
    """The user's own words of the week, oldest first."""
    said = [Said(_about(entry), entry.note or "") for entry in screen.notes]
    return Section("notes", _("In your own words"), said=said)


def _reach(screen: WeekReport) -> list[tuple[str, int]]:
    """What was not said is left out."""
    return _ordered([(reach_name(key), count) for key, count in screen.reach.items() if key != "unset"])


def _signs(screen: WeekReport) -> list[tuple[str, int]]:
    return _ordered([(sign_name(key), count) for key, count in screen.signs.items()])


def _ordered(counts: list[tuple[str, int]]) -> list[tuple[str, int]]:
    return sorted((pair for pair in counts if pair[1]), key=lambda pair: -pair[1])


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
    if entry.note:
        return Line(day, action, quoted(entry.note), is_own=True)
    return Line(day, action, proposed(screen, entry), is_own=False)


def proposed(screen: WeekReport, entry: Entry) -> str:
    """What was proposed and carried out with the entry; "" where it was something else."""
    variation = screen.practised.get(entry.variation or "")
    return variation.wording(language()).text if variation else ""


def quoted(text: str) -> str:
    """Own words on one line, in the quotation marks of the language."""
    words = one_line(text)
    return f"»{words}«" if language() == "da" else f"“{words}”"


def _about(entry: Entry) -> str:
    parts = [f"{short_weekday(entry.day.weekday())}  {action_name(entry.action)}"]
    if entry.reach:
        parts.append(reach_name(entry.reach))
    if entry.went:
        parts.append(went_name(entry.went))
    return " · ".join(parts)


def worked(screen: WeekReport) -> list[Said]:
    """What worked over twelve weeks, each with its counts; empty while there is nothing to tell."""
    found = screen.worked
    if found is None:
        return []
    lines = [Said(place_name(place.what), _times(place)) for place in found.places]
    for variation in found.variations:
        wording = found.wordings[variation.what].wording(language())
        lines.append(Said(f"{wording.when.rstrip('.')}: {wording.text}", _times(variation)))
    if found.plans_used:
        told = _("used in {used} of the {weeks} you told about").format(
            used=found.plans_used, weeks=weeks(found.plans)
        )
        lines.append(Said(_("Your plan"), told))
    return lines


def _times(worked: Worked) -> str:
    if worked.done == worked.proposed:
        done = ngettext("done {number} time", "done {number} times", worked.done).format(number=worked.done)
    else:
        done = _("done {done} of {proposed} times").format(done=worked.done, proposed=worked.proposed)
    easy = ngettext("{number} went easily", "{number} went easily", worked.easy).format(number=worked.easy)
    return f"{done}, {easy}" if worked.easy else done


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
    return lines


def masked_line(number: int) -> str:
    """How many personal details were masked in answers, and how to keep them."""
    return ngettext(
        "{number} personal detail was masked. To keep it, write it again with --keep-personal.",
        "{number} personal details were masked. To keep them, write it again with --keep-personal.",
        number,
    ).format(number=number)


def invitation(screen: WeekReport) -> str:
    """The way to the five questions, at the end of the week."""
    if not screen.invites_reflection:
        return ""
    return _("Five minutes to look back: {command}").format(command=reflect_command(screen))


def reflect_command(screen: WeekReport) -> str:
    """What to type to look back on the week."""
    return f"mikro week{which(screen)} --reflect"


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
    return held(parts)
