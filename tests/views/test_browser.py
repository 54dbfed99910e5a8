"""The pages in a real, headless Chromium: errors, network, narrow screens, print, hostile words, WCAG 2.2 AA.

``.ci/run`` installs what is needed: Debian's ``chromium``, Node, and in a folder outside the repository, named by
``MIKRO_BROWSER_TOOLS``, the npm packages ``playwright-core`` and ``axe-core``.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from mikrohandlinger import texts
from mikrohandlinger.domain.reports.process import ScriptPage
from mikrohandlinger.domain.rules.register import Memo
from mikrohandlinger.storage.toml.processes import built_in
from mikrohandlinger.views.process.face import face as process_face
from mikrohandlinger.views.rule.face import face as memo_face
from mikrohandlinger.views.week.face import face as week_face
from mikrohandlinger.views.year.face import face as year_face

if TYPE_CHECKING:
    from mikrohandlinger.domain.reports.week import WeekReport
    from mikrohandlinger.domain.rules.register import Listed

TOOLS = Path(os.environ.get("MIKRO_BROWSER_TOOLS", "/nowhere"))
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
NODE = shutil.which("node")
DRIVER = Path(__file__).with_name("browser.cjs")
ENVIRONMENT = {name: os.environ[name] for name in ("PATH", "TMPDIR") if name in os.environ}

pytestmark = pytest.mark.skipif(
    not (CHROMIUM and NODE and (TOOLS / "node_modules" / "axe-core").is_dir()),
    reason="needs chromium, node, and MIKRO_BROWSER_TOOLS with playwright-core and axe-core",
)


def chatty(screen: WeekReport) -> WeekReport:
    """A week in which much was written: two notes a day and five long answers."""
    words = "Jeg spurgte, hvad der fyldte mest, og blev siddende, mens der blev tænkt. Det gav et svar, jeg ikke havde ventet. "
    first = screen.entries[0]
    entries = tuple(
        first._replace(day=screen.monday + timedelta(days=number // 2), note=words * 2)
        for number in range(10)
    )
    entries = (*entries[:-1], entries[-1]._replace(note="e" * 200))  # nothing to break a line at
    answers = dict.fromkeys(("remember", "learned", "hard", "friction", "plan"), words * 2)
    return screen._replace(entries=entries, reflection=answers)


@pytest.fixture(scope="module")
def pages(
    tmp_path_factory: pytest.TempPathFactory, week_states: Any, year_states: Any, register: list[Listed]
) -> dict[str, Any]:
    """What was met on each page."""
    folder = tmp_path_factory.mktemp("pages")
    files = {}
    for language in ("da", "en"):
        texts.use(language)
        weeks = {name: week_states[name] for name in ("everything", "first day", "hostile", "on holiday")}
        weeks["chatty"] = chatty(week_states["everything"])
        written = {f"week, {name}": week_face(screen, "html") for name, screen in weeks.items()}
        for name in ("begun in autumn", "a perfect year", "nothing yet"):
            written[f"year, {name}"] = year_face(year_states[name], (), "html")
        for script in built_in():
            # A leader's sheet is the longer one, and so is English.
            screen = ScriptPage(script, for_leader=language == "en")
            written[f"meeting, {script.id}"] = process_face(screen, "html")
        for name, rules in (("one", register[:1]), ("all", register), ("many", register * 2)):
            written[f"memo, {name}"] = memo_face(Memo(tuple(rules), date(2026, 11, 26)), "html")
        for number, (name, page) in enumerate(written.items()):
            file = folder / f"{language}-{number}.html"
            file.write_text(page, encoding="utf-8")
            files[f"{name}, {language}"] = file
    texts.use("en")
    command = [str(NODE), str(DRIVER), str(TOOLS), str(CHROMIUM), *map(str, files.values())]
    done = subprocess.run(
        command,
        env={**ENVIRONMENT, "HOME": str(folder)},
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    return {name: found[str(file)] for name, file in files.items()}


def of_each(pages: dict[str, Any], what: str) -> dict[str, Any]:
    return {name: page[what] for name, page in pages.items()}


def nothing_for_each(pages: dict[str, Any]) -> dict[str, Any]:
    return {key: [] for key in pages}


def test_every_page_loads_without_a_word_on_the_console(pages: dict[str, Any]) -> None:
    assert of_each(pages, "errors") == nothing_for_each(pages)


def test_no_page_asks_for_anything_else(pages: dict[str, Any]) -> None:
    assert of_each(pages, "requests") == nothing_for_each(pages)


def test_no_page_scrolls_sideways_from_a_telephone_to_a_wide_screen(pages: dict[str, Any]) -> None:
    assert of_each(pages, "sideways") == nothing_for_each(pages)


def test_axe_finds_nothing_against_wcag_in_light_and_dark(pages: dict[str, Any]) -> None:
    assert of_each(pages, "axe") == nothing_for_each(pages)
    assert min(page["checked"] for page in pages.values()) >= 10


def test_every_page_prints_on_one_sheet_of_a4_and_a_meeting_on_one_each_for_the_host_and_the_wall(
    pages: dict[str, Any],
) -> None:
    # The host's has two sides.
    assert of_each(pages, "pages") == {name: 3 if name.startswith("meeting") else 1 for name in pages}


def test_the_page_is_dark_where_the_system_is(pages: dict[str, Any]) -> None:
    assert set(of_each(pages, "ground").values()) == {"rgb(20, 25, 26)"}


@pytest.mark.parametrize("language", ["da", "en"])
def test_hostile_words_are_shown_as_words(pages: dict[str, Any], language: str, hostile_words: str) -> None:
    assert pages[f"week, hostile, {language}"]["text"].count(hostile_words) == 3
