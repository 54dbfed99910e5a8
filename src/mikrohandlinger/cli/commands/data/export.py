"""``mikro export``."""

from __future__ import annotations

import os

from mikrohandlinger.cli.framework.context import context_of
from mikrohandlinger.cli.terminal.echo import echo, echo_json, echo_utf8, warn
from mikrohandlinger.cli.terminal.progress import waiting
from mikrohandlinger.cli.terminal.report import save
from mikrohandlinger.cli.terminal.wrapped import tell
from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.domain.transfer import EXPORT_ENDINGS, Period
from mikrohandlinger.usecases.reading import bounds_of
from mikrohandlinger.usecases.transfer import exporting
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.transfer import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Annotated

    import typer

    from mikrohandlinger.cli.framework.options import AsJson, ExportFormOption, From, OutputOption, To
    from mikrohandlinger.domain.transfer import ExportForm
    from mikrohandlinger.usecases.context import Context

_STANDARD_OUTPUT = "-"


def export(
    ctx: typer.Context,
    output: OutputOption = None,
    form: ExportFormOption = None,
    no_notes: Annotated[bool, typer.Option("--no-notes", help=N_("Leave out your own words."))] = False,
    first: From = None,
    last: To = None,
    as_json: AsJson = False,
) -> None:
    """Write all that you have recorded to a file, or to standard output."""
    context = context_of(ctx)
    to_file = output not in (None, _STANDARD_OUTPUT)
    if as_json and not to_file:
        raise MikroError(
            "export-json",
            N_("--json tells of a file. Name one with -o; the lines of the export are JSON themselves."),
        )
    chosen = _form_of(form, output if to_file else None)
    now = context.clock.now
    period = Period(*bounds_of(first, last, now))
    found = exporting.contents(context, period)
    if not as_json:
        # Where the lines themselves go to standard output, nothing is said between them.
        say = echo if to_file else warn
        tell(words.holds(found, notes=not no_notes), say)
    if not to_file:
        echo_utf8(_pieces(context, chosen, period, notes=not no_notes))
        return
    assert output is not None
    path = os.path.abspath(os.path.expanduser(output))
    with waiting(words.label_of("export"), sum(found.kinds.values())) as bar:
        save(path, _pieces(context, chosen, period, notes=not no_notes, advance=bar.advance))
    if as_json:
        from mikrohandlinger.views.transfer import document

        echo_json(document.exported(path, chosen, found, notes=not no_notes))
    else:
        tell([words.written(output)])


def _pieces(
    context: Context,
    form: ExportForm,
    period: Period,
    *,
    notes: bool,
    advance: Callable[[int], object] = lambda _rows: None,
) -> Iterator[str]:
    if form != "markdown":
        return exporting.pieces(context, form, period, notes=notes, advance=advance)
    from mikrohandlinger.views.transfer import markdown

    return markdown.pieces(exporting.diary(context, period, notes=notes, advance=advance))


def _form_of(wanted: ExportForm | None, output: str | None) -> ExportForm:
    """The form that was asked for by name or by the ending of the file; our own where neither says any.

    Raises:
        MikroError: When the two say different things.
    """
    if output is None:
        return wanted or "jsonl"
    ending = os.path.splitext(output)[1].lower()
    said = EXPORT_ENDINGS.get(ending)
    if said is not None and wanted not in (None, said):
        raise MikroError(
            "two-forms",
            N_("The ending of {path} and the form {form} say two different things. Keep one of them."),
            path=output,
            form=wanted,
        )
    if said is None and wanted is None and ending:
        raise MikroError(
            "ending-unknown",
            N_("{path} cannot be written in that form. What works: {endings}."),
            path=output,
            endings=", ".join(EXPORT_ENDINGS),
        )
    return said or wanted or "jsonl"
