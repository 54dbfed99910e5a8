"""What is told of feedback: read from what was typed, held against the entry, and refused where it does not fit."""

from __future__ import annotations

from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.domain.feedback import Feedback, FeedbackChange, changed, check, parse_parts
from mikrohandlinger.usecases.own_words import own_words
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mikrohandlinger.domain.entries import Entry
    from mikrohandlinger.usecases.context import Context

#: The action that feedback belongs to.
ACTION = "feedback"


def said(
    way: str | None = None,
    frame: str | None = None,
    parts: Iterable[str] | None = None,
    used: str | None = None,
    told: str | None = None,
    *,
    keep_personal: bool = False,
) -> FeedbackChange:
    """What the options say.

    Raises:
        MikroError: When a part is none, or is too long.
    """
    own = {
        key: own_words(text, keep_personal=keep_personal) for key, text in parse_parts(parts or ()).items()
    }
    return FeedbackChange(way, frame, own or None, used, told)


def parts_said(parts: Mapping[str, str], *, keep_personal: bool = False) -> FeedbackChange:
    """What was answered, part by part.

    Raises:
        MikroError: When one is too long.
    """
    own = {key: own_words(text, keep_personal=keep_personal) for key, text in parts.items()}
    return FeedbackChange(parts=own or None)


def fitting(
    context: Context, change: FeedbackChange, action: str | None, entry: Entry | None = None
) -> FeedbackChange:
    """The same, with the frame and the way that it implies.

    Args:
        context: What the program works with.
        change: What was said.
        action: The action that it is said of.
        entry: The one that is changed, if one is.

    Raises:
        MikroError: When it is another action than feedback, or what is said does not go together.
    """
    if change.is_nothing:
        return change
    if action != ACTION:
        raise MikroError(
            "not-feedback",
            N_(
                "--way, --frame, --part, --used and --told are for feedback, such as: mikro log feedback --way received"
            )
            if entry is None
            else N_(
                "No. {number} is no feedback, and --way, --frame, --part, --used and --told are for that. To make it feedback: mikro edit {number} --action feedback"
            ),
            number=entry.number if entry else 0,
        )
    before = (entry.feedback if entry else None) or Feedback()
    whole = change.within(before, context.settings.feedback_frame)
    check(changed(before, whole), whole.parts or ())
    return whole


def edited(context: Context, entry: Entry, change: FeedbackChange, action: str) -> FeedbackChange | None:
    """What an edit changes of what the entry says of feedback; None where it changes nothing of it.

    Args:
        context: What the program works with.
        entry: As it is until now.
        change: What was said.
        action: The action of the entry afterwards; what belongs to feedback goes where it is another one.

    Raises:
        MikroError: When what is said does not go together.
    """
    if not change.is_nothing:
        return fitting(context, change, action, entry)
    if action != ACTION and entry.feedback is not None:
        return FeedbackChange(is_gone=True)
    return None
