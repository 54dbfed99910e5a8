"""The forms of a report and the endings of their files."""

from __future__ import annotations

import pytest

from mikrohandlinger.views.shared.forms import ENDINGS, FOR_BROWSERS, FORMS, Form, ending_of


def test_every_ending_belongs_to_a_form() -> None:
    assert set(ENDINGS.values()) == set(FORMS)


@pytest.mark.parametrize("form", FORMS)
def test_the_usual_ending_of_a_form_means_that_form(form: Form) -> None:
    assert ENDINGS[ending_of(form)] == form


def test_browsers_show_forms_that_have_an_ending() -> None:
    assert set(FOR_BROWSERS) <= set(ENDINGS.values())
