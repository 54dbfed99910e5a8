"""The screens of ``mikro why``."""

from __future__ import annotations

from rich.text import Text

from mikrohandlinger.domain.privacy import one_line
from mikrohandlinger.texts import language
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.primer import words
from mikrohandlinger.views.shared import sources
from mikrohandlinger.views.shared.names import sign_name
from mikrohandlinger.views.shared.terminal import console as common

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rich.console import Console

    from mikrohandlinger.domain.catalogue.model import Source
    from mikrohandlinger.domain.primer import Part, Topic
    from mikrohandlinger.domain.reports.primer import PrimerPage, SourcesPage

_WIDEST_KEY = 16


def pages(page: PrimerPage | SourcesPage, console: Console | None = None) -> Iterator[str]:
    """What there is to read, piece by piece, for whoever turns the pages."""
    from mikrohandlinger.domain.reports.primer import SourcesPage

    console = console or common.make()
    pieces = _of_sources(page, console) if isinstance(page, SourcesPage) else _of_topics(page, console)
    for number, piece in enumerate(pieces):
        with console.capture() as captured:
            if number:
                console.print()
            common.put(piece, console)
        yield captured.get()


def _of_topics(page: PrimerPage, console: Console) -> Iterator[Text]:
    for topic in (*page.screens, *page.topics):
        yield Text("\n").join(_topic(topic, page.sources, console))
    if page.offered:
        lines = [common.beside("", Text(words.topics_line(page.offered)), console, 0)]
        yield Text("\n").join([*lines, common.hints(words.hints(page.offered), console)])


def _topic(topic: Topic, known: Mapping[str, Source], console: Console) -> Iterator[Text]:
    """The rows of a topic; what stands below a heading is set in, and a blank row stands before each thought."""
    yield _wrapped(Text(topic.title.text(language()), common.HEADING), console, 0)
    yield Text()
    before = ""
    is_below = False
    for part in topic.parts:
        # Points, and what stands right below its heading, belong together.
        apart = (
            before and not (part.form == before and part.form in ("point", "sign")) and before != "heading"
        )
        if apart:
            yield Text()
        is_below = (is_below or part.form == "heading") and part.form != "end"
        yield from _part(part, known, console, 2 if is_below else 0)
        before = part.form


def _part(part: Part, known: Mapping[str, Source], console: Console, left: int) -> Iterator[Text]:
    if part.form == "source":
        named = [known[key] for key in part.sources if key in known]
        for number, source in enumerate(named):
            if number:
                yield Text()
            yield from _shortly(source, console)
        return
    if part.text is None:
        return
    text = part.text.text(language())
    if part.form == "heading":
        yield _wrapped(Text(text, common.QUIET), console, 0)
    elif part.form == "sign":
        named_sign = sign_name(part.sign)
        yield _wrapped(Text(named_sign[:1].upper() + named_sign[1:]), console, 2)
        yield _wrapped(Text(text, common.QUIET), console, 4)
    elif part.form == "link":
        yield _wrapped(Text(text), console, left)
        yield Text(" " * (left + 2) + part.address)
    else:
        keys = (f" ({', '.join(part.sources)})", common.QUIET) if part.sources else ""
        said = Text.assemble(text, keys)
        yield common.point(said, console) if part.form == "point" else _wrapped(said, console, left)
    if part.command is not None:
        yield Text(" " * (left + 2) + part.command.text(language()))


def _shortly(source: Source, console: Console) -> Iterator[Text]:
    """A work within a topic: what was found, how and about whom, and what speaks against it."""
    yield _wrapped(Text.assemble(one_line(sources.by(source)), (f"  {source.key}", common.QUIET)), console, 2)
    yield _wrapped(common.data(sources.told(source.found)), console, 4)
    how = ", ".join(filter(None, (sources.told(source.design), sources.told(source.people))))
    yield _wrapped(common.data(f"{how[:1].upper()}{how[1:]}.", common.QUIET), console, 4)
    yield _wrapped(common.data(words.against(source)), console, 4)


def _of_sources(page: SourcesPage, console: Console) -> Iterator[Text]:
    if page.about:
        yield _wrapped(common.data(words.reason_line(page)), console, 0)
    if page.in_full:
        for source in page.sources:
            yield Text("\n").join(_in_full(source, console))
        return
    yield Text("\n").join(_listed(source, console) for source in page.sources)
    yield common.hints([words.one_source_hint()], console)


def _in_full(source: Source, console: Console) -> Iterator[Text]:
    yield _wrapped(common.data(words.heading_of(source), common.HEADING), console, 0)
    yield Text(source.key, common.QUIET)
    yield Text()
    if words.no_work(source):
        yield _wrapped(Text(words.no_work(source)), console, 0)
    for label, text in words.source_rows(source):
        if not text:
            continue
        if text == source.address:
            # An address is copied whole, so it is never broken.
            gap = "\n  " if console.width < common.NARROW else " " * (9 - len(label))
            margin = "" if console.width < common.NARROW else "  "
            yield Text.assemble((margin + label, common.QUIET), gap, one_line(text))
            continue
        yield common.labelled(label, common.data(text), console, width=9)


def _listed(source: Source, console: Console) -> Text:
    said = one_line(words.heading_of(source))
    if console.width < common.NARROW:
        return Text.assemble(source.key, "\n", ("  " + common.cut(said, console.width - 3), common.QUIET))
    key = source.key.ljust(_WIDEST_KEY)
    return Text.assemble(f"{key} ", (common.cut(said, console.width - len(key) - 2), common.QUIET))


def _wrapped(text: Text, console: Console, left: int) -> Text:
    return common.indented(text, console, left)
