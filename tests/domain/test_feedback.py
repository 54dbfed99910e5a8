"""Feedback: its parts in their frame, what a change makes of it, and when a loop is closed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.domain.feedback import (
    BETWEEN,
    PARTS,
    WAYS,
    Feedback,
    FeedbackChange,
    changed,
    check,
    in_order,
    parse_parts,
    under_headings,
)
from mikrohandlinger.domain.privacy import Words
from mikrohandlinger.domain.setting_kinds import FRAMES
from mikrohandlinger.domain.words import VALUES

NOTHING = Feedback()
said = some.text("abcæøå .,", min_size=1, max_size=20).map(str.strip).filter(bool)
frames = some.sampled_from(FRAMES)


@some.composite
def changes(draw: some.DrawFn) -> FeedbackChange:
    frame = draw(frames)
    keys = draw(some.sets(some.sampled_from(PARTS[frame])))
    return FeedbackChange(
        draw(some.sampled_from([None, "", *WAYS])),
        frame,
        {key: Words(draw(some.one_of(some.none(), said)), 0) for key in keys} or None,
        draw(some.sampled_from([None, "", "yes", "partly", "no"])),
        draw(some.sampled_from([None, "", "yes", "no"])),
    )


def test_every_frame_and_part_has_its_words() -> None:
    assert tuple(PARTS) == FRAMES == tuple(VALUES["frame"])
    assert {key for keys in PARTS.values() for key in keys} == set(VALUES["part"])
    assert tuple(VALUES["way"]) == WAYS


@given(changes())
def test_a_change_made_twice_is_made_once(change: FeedbackChange) -> None:
    once = changed(NOTHING, change)
    assert changed(once, change) == once
    assert list(once.parts) == [key for key in PARTS[once.frame or "free"] if key in once.parts]
    assert all(once.parts.values())


@given(changes())
def test_what_is_not_named_stays_and_what_is_gone_is_gone(change: FeedbackChange) -> None:
    once = changed(NOTHING, change)
    assert changed(once, FeedbackChange()) == once
    assert changed(once, FeedbackChange(is_gone=True)) == NOTHING
    assert FeedbackChange().is_nothing
    assert not change.is_nothing


@given(frames, some.lists(said, min_size=1, max_size=6))
def test_what_is_written_on_one_line_is_read_back_in_the_order_of_the_frame(
    frame: str, pieces: list[str]
) -> None:
    parts = in_order(frame, BETWEEN.join(pieces))
    assert list(parts) == list(PARTS[frame][: len(pieces)])
    assert Feedback(frame=frame, parts=parts).line == BETWEEN.join(pieces)


@given(frames, some.data())
def test_what_is_written_under_headings_is_read_back(frame: str, data: some.DataObject) -> None:
    names = {key: key for key in PARTS[frame]}
    parts = {key: data.draw(said) for key in PARTS[frame]}
    written = "\n".join(f"{names[key]}: {text}" for key, text in parts.items())
    assert under_headings(names, written) == parts
    assert under_headings(names, "\n".join(f"{name}: " for name in names)) == {}


def test_an_empty_piece_leaves_its_part_out() -> None:
    assert in_order("opi", " / it helped") == {"impact": "it helped"}
    assert in_order("opi", "3/4 of it") == {"observation": "3/4 of it"}
    assert in_order("opi", "") == {}


@pytest.mark.parametrize(
    ("preferred", "before", "keys", "frame"),
    [
        ("opi", NOTHING, ("ideas",), "opi"),
        ("sbi", Feedback("received", "opi"), ("situation",), "sbi"),
        ("sbi", Feedback("received", "opi", {"ideas": "x"}), ("impact",), None),
        ("opi", NOTHING, ("situation",), "opi"),
    ],
)
def test_parts_stand_in_the_frame_that_is_there_else_in_the_chosen_one(
    preferred: str, before: Feedback, keys: tuple[str, ...], frame: str | None
) -> None:
    change = FeedbackChange(parts={key: Words("x", 0) for key in keys})
    assert change.within(before, preferred).frame == frame


def test_whoever_tells_whether_it_was_used_has_received_it() -> None:
    assert FeedbackChange(used="yes").within(NOTHING, "opi").way == "received"
    assert FeedbackChange(used="yes").within(Feedback("sought"), "opi").way is None


@pytest.mark.parametrize(
    ("feedback", "code"),
    [
        (Feedback("gave", "opi", {}, "yes"), "nothing-to-use"),
        (Feedback("shared", "opi", {}, None, True), "nothing-to-use"),
        (Feedback("gave", "sbi", {"ideas": "x"}), "part-of-another-frame"),
    ],
)
def test_what_does_not_go_together_is_refused(feedback: Feedback, code: str) -> None:
    with pytest.raises(MikroError) as caught:
        check(feedback)
    assert caught.value.code == code


@pytest.mark.parametrize("used", [None, "yes", "partly", "no"])
@pytest.mark.parametrize("told", [None, True, False])
@pytest.mark.parametrize("way", WAYS)
def test_a_loop_is_closed_once_what_was_received_is_used_and_told_back(
    way: str, used: str | None, told: bool | None
) -> None:
    closed = way == "received" and used in ("yes", "partly") and told is True
    assert Feedback(way, "opi", {}, used, told).is_closed is closed


def test_parts_are_named_in_both_languages_with_or_without_danish_letters() -> None:
    given = ["iagttagelse=a", "påvirkning=b", "paavirkning=c", "idéer=d = e", "adfaerd=", "ønsker= f "]
    assert parse_parts(given) == {
        "observation": "a", "impact": "c", "ideas": "d = e", "behaviour": "", "wishes": "f",
    }  # fmt: skip
    for wrong in ("", "observation", "colour=blue"):
        with pytest.raises(MikroError) as caught:
            parse_parts([wrong])
        assert caught.value.code == "part-unknown"
