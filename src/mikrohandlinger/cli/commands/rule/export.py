"""``mikro rule export``: a memo of one page, shown before it is written."""

from __future__ import annotations

import os
from functools import partial

from mikrohandlinger.cli.framework.context import context_of
from mikrohandlinger.cli.terminal.echo import echo, echo_utf8, warn
from mikrohandlinger.cli.terminal.report import Report, deliver, form_of, save
from mikrohandlinger.cli.terminal.wrapped import tell
from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.usecases import rules
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.rule import memo as words
from mikrohandlinger.views.rule.face import face

if TYPE_CHECKING:
    from typing import Final

    import typer

    from mikrohandlinger.cli.framework.options import (
        AsJson,
        KeepPersonal,
        MemoFormOption,
        OpenOption,
        OutputOption,
        RuleNumbers,
    )
    from mikrohandlinger.domain.rules.register import Memo

_STANDARD_OUTPUT: Final = "-"


def export(
    ctx: typer.Context,
    numbers: RuleNumbers = None,
    form: MemoFormOption = None,
    output: OutputOption = None,
    opens: OpenOption = False,
    keep_personal: KeepPersonal = False,
    as_json: AsJson = False,
) -> None:
    """Write a memo for whoever can answer."""
    context = context_of(ctx)
    memo = rules.memo(context, numbers or (), keep_personal=keep_personal)
    to_file = output not in (None, _STANDARD_OUTPUT)
    if form == "csv" or (to_file and str(output).lower().endswith(".csv")):
        if as_json or opens or (to_file and not str(output).lower().endswith(".csv")):
            raise MikroError(
                "csv-alone", N_("A table is written to a file that ends in .csv, and to nothing else.")
            )
        if form not in (None, "csv"):
            raise MikroError(
                "two-forms",
                N_("The ending of {path} and the form {form} say two different things. Keep one of them."),
                path=output,
                form=form,
            )
        _table(memo, output if to_file else None)
        return
    chosen = form_of(form, as_json=as_json, output=output, opens=opens)
    if chosen == "svg":
        raise MikroError("memo-form", N_("A memo is written as markdown, html or csv, not as a picture."))
    if to_file or opens:
        # What leaves is shown first.
        echo(face(memo, "markdown"))
    elif chosen != "json":
        warn(words.leaves(memo))
    report = Report(
        "memo", partial(words.leaves, memo), lambda: echo(face(memo, "markdown"), end=""), partial(face, memo)
    )
    deliver(report, chosen, output, context.paths.cache, opens=opens)


def _table(memo: Memo, path: str | None) -> None:
    warn(words.leaves(memo))
    text = rules.memo_table(memo)
    if path is None:
        echo_utf8([text])
        return
    echo(face(memo, "markdown"))
    save(os.path.abspath(os.path.expanduser(path)), iter([text]))
    from mikrohandlinger.views.transfer.words import written

    tell([written(path)], warn)
