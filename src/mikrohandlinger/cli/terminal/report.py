"""Where a report goes: the screen, a file, or the browser. What leaves the screen says first what it holds."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable

from mikrohandlinger.cli.terminal.echo import echo, echo_json, warn
from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.texts import _
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple
from mikrohandlinger.views.shared.forms import ENDINGS, FOR_BROWSERS, Form, ending_of, of_file

if TYPE_CHECKING:
    from typing import Final

_STANDARD_OUTPUT: Final = "-"


class Report(NamedTuple):
    """A report with its faces.

    Attributes:
        name: What its file is called when the user has named none.
        personal: Tells what of the user's own words it holds, in one sentence.
        draw: Draws it on the terminal.
        face: Makes the text of any form; ``terminal`` is plain text for a file.
    """

    name: str
    personal: Callable[[], str]
    draw: Callable[[], None]
    face: Callable[[Form], str]


def form_of(wanted: Form | None, *, as_json: bool, output: str | None, opens: bool) -> Form:
    """The form that was asked for, by name, by ``--json``, by the ending of the file, or by ``--open``.

    Raises:
        MikroError: When two were asked for, one that is not written, or one that no browser shows.
    """
    if as_json and wanted not in (None, "json"):
        raise MikroError(
            "two-forms", N_("--json and --format ask for two different things. Keep one of them.")
        )
    form = "json" if as_json else wanted
    if output is not None and output != _STANDARD_OUTPUT:
        form = _form_of_file(output, form)
    if form is None:
        form = "html" if opens else "terminal"
    if opens and form not in FOR_BROWSERS:
        raise MikroError(
            "not-for-browser", N_("A browser shows html and svg. Choose one of them, or leave out --open.")
        )
    return form


def _form_of_file(output: str, wanted: Form | None) -> Form:
    """What the ending of the file says; one without an ending takes what was asked for by name."""
    said = of_file(output)
    if said is None and (wanted is None or os.path.splitext(output)[1]):
        raise MikroError(
            "ending-unknown",
            N_("{path} cannot be written in that form. What works: {endings}. A page for print is .html."),
            path=output,
            endings=", ".join(ENDINGS),
        )
    if said is not None and wanted not in (None, said):
        raise MikroError(
            "two-forms",
            N_("The ending of {path} and the form {form} say two different things. Keep one of them."),
            path=output,
            form=wanted,
        )
    return said or wanted or "terminal"


def deliver(report: Report, form: Form, output: str | None, cache: str, *, opens: bool) -> None:
    """Show the report, or write it whole to its file, or open it.

    Args:
        report: The report.
        form: In which form.
        output: The file that the user has named.
        cache: Where a page to be opened is kept, when the user has named no file.
        opens: Whether to open it in the browser.

    Raises:
        MikroError: When the file cannot be written, or there is no browser.
    """
    if output == _STANDARD_OUTPUT and not opens:
        output = None
    if output is None and not opens:
        if form == "terminal":
            report.draw()
        elif form == "json":
            import json

            echo_json(json.loads(report.face(form)))
        else:
            echo(report.face(form), end="")
        return
    from mikrohandlinger.cli.terminal.progress import waiting
    from mikrohandlinger.domain.privacy import clean
    from mikrohandlinger.storage.files import beside, real, refuse_name, sweep, write_whole
    from mikrohandlinger.storage.leftovers import noted

    named = os.path.join(cache, f"{report.name}{ending_of(form)}") if output is None else output
    refuse_name(named)
    path = os.path.abspath(os.path.expanduser(named))
    warn(report.personal())
    with waiting(_("Drawing")):
        content = report.face(form)
    path = real(path)
    with noted(cache, beside(path)):
        sweep(path)
        write_whole(path, content.encode())
    warn(_("Written to {path}").format(path=clean(path)))
    if opens:
        _open(path)


def save(path: str, pieces: Iterable[str]) -> None:
    """Write a file piece by piece, whole or not at all.

    Args:
        path: Absolute.
        pieces: Its text, as it comes.

    Raises:
        MikroError: When it cannot be written.
    """
    from mikrohandlinger.storage.files import write_pieces

    write_pieces(path, (piece.encode() for piece in pieces))


def _open(path: str) -> None:
    import webbrowser
    from pathlib import Path

    if not webbrowser.open(Path(path).as_uri()):
        raise MikroError("no-browser", N_("No browser was found. The page lies in {path}."), path=path)
