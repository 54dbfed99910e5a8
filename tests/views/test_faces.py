"""One value, many faces: safe whatever the words are, complete, and the same every time."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from markdown_it import MarkdownIt

from mikrohandlinger.views.shared.forms import FORMS
from mikrohandlinger.views.week import words as week_words
from mikrohandlinger.views.week.face import face as week_face
from mikrohandlinger.views.year.face import face as year_face

if TYPE_CHECKING:
    from mikrohandlinger.domain.reports.week import WeekReport
    from mikrohandlinger.domain.reports.year import YearReport
    from mikrohandlinger.views.shared.forms import Form

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
ADDRESS = re.compile(r"(?:https?:)?//[\w.-]+", re.IGNORECASE)
NAMESPACE = "http://www.w3.org/2000/svg"


class Tags(HTMLParser):
    """The tags of a page, and what it says."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [name for name, _value in attrs]

    def handle_data(self, data: str) -> None:
        self.text += data


def read(page: str) -> Tags:
    tags = Tags()
    tags.feed(page)
    return tags


def test_hostile_words_are_words_in_html(hostile: WeekReport, hostile_words: str, language: str) -> None:
    page = read(week_face(hostile, "html"))
    assert page.text.count(hostile_words) == 3
    assert not {"script", "img", "iframe", "a", "form"} & set(page.tags)
    assert not [name for name in page.attributes if name.startswith("on")]


def test_hostile_words_are_words_in_markdown(hostile: WeekReport, hostile_words: str, language: str) -> None:
    page = READER.render(week_face(hostile, "markdown"))
    assert not {"script", "img", "a"} & set(read(page).tags)
    assert page.count(html.escape(hostile_words)) == 3


def test_hostile_words_are_words_in_svg(hostile: WeekReport, language: str) -> None:
    picture = ElementTree.fromstring(week_face(hostile, "svg"))
    names = {element.tag for element in picture.iter()}
    assert names <= {
        f"{{{NAMESPACE}}}{name}"
        for name in ("svg", "title", "style", "defs", "clipPath", "rect", "g", "text")
    }
    assert "<script>alert(1)</script>" in "".join(picture.itertext()).replace("\xa0", " ")


@pytest.mark.parametrize("form", ["html", "svg", "markdown"])
def test_nothing_is_fetched_from_anywhere(everything: WeekReport, busy_year: YearReport, form: Form) -> None:
    for page in (week_face(everything, form), year_face(busy_year, (), form)):
        assert not ADDRESS.search(page.replace(NAMESPACE, ""))
        assert "@import" not in page
        assert "url(" not in page.replace("url(#", "")


@pytest.mark.parametrize("form", FORMS)
def test_the_same_report_gives_the_same_bytes(
    everything: WeekReport, busy_year: YearReport, form: Form
) -> None:
    assert week_face(everything, form) == week_face(everything, form)
    assert year_face(busy_year, (), form) == year_face(busy_year, (), form)


@pytest.mark.parametrize("form", FORMS)
def test_without_notes_no_own_word_is_left(everything: WeekReport, form: Form, language: str) -> None:
    bare = week_face(everything.without_notes(), form)
    for word in ("fyldte", "notatet", "tavlemødet", "ventelisten", "skemaet", "kaffe"):
        assert word in re.sub(r"[\s\xa0]|&#160;", " ", week_face(everything, form)), word
        assert word not in bare


def test_without_notes_no_wording_of_an_own_variation_is_left(everything: WeekReport, language: str) -> None:
    for form in ("terminal", "markdown", "html"):
        assert "sag 1" in week_face(everything, form) or "case 1" in week_face(everything, form)
        bare = week_face(everything.without_notes(), form)
        assert "sag 1" not in bare
        assert "case 1" not in bare


def test_the_page_is_in_the_language_of_the_screens(everything: WeekReport, language: str) -> None:
    page = week_face(everything, "html")
    assert f'<html lang="{language}">' in page
    assert ("With whom" in page) == (language == "en")


def test_the_page_has_landmarks_and_table_headers(everything: WeekReport, busy_year: YearReport) -> None:
    for page in (week_face(everything, "html"), year_face(busy_year, (), "html")):
        tags = read(page).tags
        assert {"header", "main", "footer", "h1", "table", "caption", "th"} <= set(tags)
        assert tags.count("main") == tags.count("h1") == 1


@pytest.mark.parametrize("form", ["terminal", "markdown", "html", "svg"])
def test_every_face_of_a_week_has_the_same_rows_and_nothing_to_type(
    everything: WeekReport, language: str, form: Form
) -> None:
    from html import unescape

    face = unescape(re.sub(r"<style>.*?</style>|<[^>]+>", " ", week_face(everything, form), flags=re.DOTALL))
    shown = "".join(face.replace("\\", "").split())
    legend = [part for sign in week_words.legend(everything) for part in sign.split(" ", 1)]
    rows = [
        week_words.standing(everything),
        week_words.plan(everything),
        *(row.action.title(language).title for row in everything.actions),
        *legend,
        *(word for fact in week_words.facts(everything) for word in fact.words.split(" · ")),
        *week_words.run(everything),
        *week_words.worked(everything),
        *(
            line
            for item in week_words.sections(everything)[0].said
            for line in (*item.words.split("\n"), item.proposed)
        ),
    ]
    # Rows are broken where the face is narrow, so blanks do not count.
    assert [row for row in rows if "".join(row.split()) not in shown] == []
    assert "mikroweek" not in shown
