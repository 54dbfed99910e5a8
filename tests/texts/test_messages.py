"""Danish and English are both complete, fit together, and are kind."""

from __future__ import annotations

import ast
import io
import re
import runpy
import string
from gettext import GNUTranslations
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from mikrohandlinger import texts
from mikrohandlinger.texts import _, ngettext

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "mikrohandlinger"
SCRIPT = ROOT / "scripts" / "messages.py"
PO = PACKAGE / "texts/locale/da/LC_MESSAGES/mikrohandlinger.po"

#: The promise of section 2 of the design: these words are on no screen.
UNKIND = {"da": "tabt mistet brudt fejlet desværre", "en": "lost broken failed unfortunately"}


def messages():
    """Every message as (English forms, Danish forms)."""
    with PO.open("rb") as file:
        for message in read_po(file, locale="da"):
            if message.id:
                english = (message.id,) if isinstance(message.id, str) else tuple(message.id)
                danish = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
                yield english, danish


MESSAGES = list(messages())


def placeholders(text):
    return sorted(
        name for _text, name, _spec, _conversion in string.Formatter().parse(text) if name is not None
    )


def test_every_message_of_the_code_is_translated_and_the_table_is_fresh(monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", [str(SCRIPT), "--check"])
    with pytest.raises(SystemExit) as leave:
        runpy.run_path(str(SCRIPT), run_name="__main__")
    assert leave.value.code == 0, capsys.readouterr().out


def test_the_program_says_what_gettext_would_say():
    compiled = io.BytesIO()
    with PO.open("rb") as file:
        write_mo(compiled, read_po(file, locale="da"))
    compiled.seek(0)
    oracle = GNUTranslations(compiled)
    texts.use("da")
    for (one, *many), _danish in MESSAGES:
        assert many or _(one) == oracle.gettext(one)
        for form in many:
            for number in (0, 1, 2, 21, 101):
                assert ngettext(one, form, number) == oracle.ngettext(one, form, number)


def faults_of(ours, theirs):
    """What is wrong with a Danish form beside its English one."""
    if placeholders(ours) != placeholders(theirs):
        yield "placeholders differ"
    if ours.count("»") != ours.count("«") or (ours.count("»") and ours.index("»") > ours.index("«")):
        yield "Danish quotes are »so«"
    if theirs.count("“") != theirs.count("”") or re.search("[«»]", theirs):
        yield "English quotes are “so”"
    if re.search("[“”]", ours):
        yield "Danish quotes are »so«"
    if ours.endswith(" ") != theirs.endswith(" ") or ours.endswith("?") != theirs.endswith("?"):
        yield "they end differently"
    if "!" in ours + theirs:
        yield "nobody is shouted at"


def test_every_translation_has_the_placeholders_quotes_and_end_of_its_message():
    faults = [
        (fault, ours)
        for english, danish in MESSAGES
        for ours, theirs in zip(danish, english, strict=True)
        for fault in faults_of(ours, theirs)
    ]
    assert faults == []


def test_no_message_has_an_unkind_word():
    found = [
        (word, form)
        for english, danish in MESSAGES
        for lang, forms in (("en", english), ("da", danish))
        for word in UNKIND[lang].split()
        for form in forms
        if re.search(rf"\b{word}", form, re.IGNORECASE)
    ]
    assert found == []


def test_a_message_is_never_hidden_in_an_f_string_where_it_cannot_be_found():
    hidden = []
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.JoinedStr):
                calls = [inner for inner in ast.walk(node) if isinstance(inner, ast.Call)]
                hidden += [
                    f"{path.name}:{node.lineno}"
                    for call in calls
                    if isinstance(call.func, ast.Name)
                    and call.func.id in ("_", "N_", "ngettext")
                    and isinstance(call.args[0], ast.Constant)
                ]
    assert hidden == []


def test_no_text_is_translated_while_a_module_is_imported():
    early = []
    for path in PACKAGE.rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        for statement in tree.body:
            if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.If):
                continue
            early += [
                f"{path.name}:{node.lineno}"
                for node in ast.walk(statement)
                if isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in ("_", "ngettext")
            ]
    assert early == []
