"""``mikro pause`` and ``mikro resume``."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Annotated, Final

from mikrohandlinger.cli.framework.context import context_of
from mikrohandlinger.cli.terminal.echo import echo, echo_json
from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.domain.when.reading import parse_day
from mikrohandlinger.texts.dates import full_date
from mikrohandlinger.views.pause import document
from mikrohandlinger.views.pause import words as in_words

if TYPE_CHECKING:
    import typer

    from mikrohandlinger.cli.framework.options import AsJson

HALF_A_YEAR: Final = timedelta(days=183)

_FROM: Final = frozenset({"fra", "from"})
_TO: Final = frozenset({"til", "to", "-", "–", "until"})


def pause(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar=N_("FROM [TO]"),
            help=N_(
                "The first day off, in the past too, and the last: “today”, “20/12 2/1”, “monday to wednesday”; "
                "without a last day the pause goes on until “mikro resume”."
            ),
        ),
    ] = None,
    show: Annotated[bool, typer.Option("--list", help=N_("Show the pauses."))] = False,
    as_json: AsJson = False,
) -> None:
    """Set days off."""
    context = context_of(ctx)
    if not words and not show:
        raise MikroError(
            "pause-from-missing",
            N_(
                "Say from when: “mikro pause today”, or “mikro pause 20/12 2/1”; “mikro pause --list” shows your pauses."
            ),
        )
    if words:
        now = context.clock.now
        added = context.store.pauses.add(*_first_and_last(words, now), now)
        if not as_json:
            echo(in_words.added(added))
            return
    pauses = context.store.pauses.every()
    if as_json:
        echo_json(document.document(pauses))
        return
    for line in in_words.listed(pauses):
        echo(line)


def resume(
    ctx: typer.Context,
    as_json: AsJson = False,
) -> None:
    """End the pause, so that today counts again."""
    context = context_of(ctx)
    ended = context.store.pauses.end(context.today, context.clock.now)
    if as_json:
        echo_json(document.ended(len(ended)))
    else:
        echo(in_words.ended(len(ended)))


def _first_and_last(words: list[str], now: datetime) -> tuple[date, date | None]:
    """The days that the words mean, whether or not each day stands in quotation marks.

    Raises:
        MikroError: ``when-unknown`` or ``pause-backwards``.
    """
    if len(words) == 2:
        # The form of the help; what is wrong with it is told by itself.
        with suppress(MikroError):
            return _range(words[0], words[1], now)
    plain = " ".join(words).split()
    if plain[:1] and plain[0].casefold() in _FROM:
        del plain[0]
    found: set[tuple[date, date | None]] = set()
    backwards = None
    with suppress(MikroError):
        found.add((_nearest(" ".join(plain), now), None))
    for cut in range(1, len(plain)):
        end = plain[cut + 1 :] if plain[cut].casefold() in _TO else plain[cut:]
        try:
            found.add(_range(" ".join(plain[:cut]), " ".join(end), now))
        except MikroError as error:
            backwards = error if error.code == "pause-backwards" else backwards
    if len(found) == 1:
        return found.pop()
    if found or backwards is None:
        return _range(words[0], words[1], now) if len(words) == 2 else (_nearest(" ".join(words), now), None)
    raise backwards


def _range(first: str, last: str, now: datetime) -> tuple[date, date]:
    """The days from ``first`` to ``last``; what is said of the end is seen from the beginning.

    “20/12 2/1” goes over the new year.
    """
    begin = _nearest(first, now)
    end = parse_day(last, now, future=True, since=begin)
    if end - begin > HALF_A_YEAR:
        # “20/12 18/12” is turned round, and no pause of a year.
        with suppress(MikroError):
            before = parse_day(last, now.replace(year=begin.year, month=begin.month, day=begin.day))
            end = min(end, before, key=lambda day: abs(day - begin))
    if end < begin:
        raise MikroError(
            "pause-backwards",
            N_("The pause would end on {last}, before it begins on {first}. Turn them round."),
            first=full_date(begin),
            last=full_date(end),
        )
    return begin, end


def _nearest(text: str, now: datetime) -> date:
    """The day that ``text`` means; a date without a year is the nearest one, before or after."""
    ahead = parse_day(text, now, future=True)
    if ahead - now.date() <= HALF_A_YEAR:
        return ahead
    with suppress(MikroError):
        behind = parse_day(text, now)
        return min(ahead, behind, key=lambda day: abs(day - now.date()))
    return ahead
