"""The five questions of the week.

From the research: own words read back, one thing learned about a task rather than a person, and one if-then plan,
since such plans turn intentions into action (Gollwitzer & Sheeran 2006). One to three answers are plenty.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.values import TYPE_CHECKING, Literal, NamedTuple, get_args

if TYPE_CHECKING:
    from typing import Final

    from mikrohandlinger.domain.entries import Entry


class Question(NamedTuple):
    """One question.

    Attributes:
        key: Its name in ``--answer KEY=TEXT`` and in JSON.
        text: The question, marked for translation.
    """

    key: str
    text: str


QUESTIONS: Final[tuple[Question, ...]] = (
    Question("remember", N_("Which conversation will you remember?")),
    Question("learned", N_("What did you learn about a task (not a person)?")),
    Question("hard", N_("What was hard, and what helped?")),
    Question("friction", N_("What got in the way, and did you make it yourselves?")),
    Question("plan", N_("What will you try next week? When …, then …")),
)
#: Whether the plan of a week was used.
Use = Literal["yes", "partly", "no"]
USES: Final[tuple[Use, ...]] = get_args(Use)
KEYS: Final = tuple(question.key for question in QUESTIONS)
PLAN: Final = "plan"
#: The answer that may become a rule.
FRICTION: Final = "friction"
#: The key under which it is kept that a week was looked through without an answer.
PASSED: Final = "passed"


class Answers(NamedTuple):
    """What the user answered about a week.

    Attributes:
        said: The answers by key.
        asked: The questions as they were asked, by key, where they were the user's own.
        passed: Whether the week was looked through without an answer.
    """

    said: Mapping[str, str] = {}
    asked: Mapping[str, str] = {}
    passed: bool = False


def key_of(typed: str) -> str | None:
    """The key of the question that was typed, in either language; None when there is no such question."""
    from mikrohandlinger.domain.words import value

    return value("question", typed)


def use_of(typed: str) -> Use | None:
    """Whether a plan was used, as it was typed in either language or by number; None when it is not understood."""
    from mikrohandlinger.domain.words import value

    by_number = dict(zip("123", USES, strict=True))
    used: Use | None = by_number.get(typed.strip(" [].")) or value("use", typed)  # type: ignore[assignment]
    return used


def parse_answers(given: Iterable[str]) -> dict[str, str]:
    """The answers of ``--answer KEY=TEXT``, by key; one without text is to be removed.

    Raises:
        MikroError: When one has no key, or a key that is no question.
    """
    answers: dict[str, str] = {}
    for item in given:
        typed, equals, text = item.partition("=")
        key = key_of(typed) if equals else None
        if key is None:
            from mikrohandlinger.domain.words import Listed

            raise MikroError(
                "answer-unknown",
                N_("“{item}” is not an answer. Write KEY=TEXT, where KEY is one of: {keys}."),
                item=item,
                keys=Listed("question", KEYS),
            )
        answers[key] = text.strip()
    return answers


def parse_use(typed: str) -> Use | None:
    """What ``--plan-used`` says; None removes what was said.

    Raises:
        MikroError: When it is not understood.
    """
    if typed.strip() in ("", "-"):
        return None
    use = use_of(typed)
    if use is None:
        raise MikroError(
            "use-unknown", N_("“{typed}” is no answer to whether the plan was used. Write yes, partly or no."),
            typed=typed,
        )  # fmt: skip
    return use


def parse_keys(given: Iterable[str]) -> tuple[str, ...]:
    """The keys of ``--share KEY,…``, each once, in the order of the questions.

    Raises:
        MikroError: When one is no question.
    """
    found = set()
    for typed in (part for item in given for part in item.split(",") if part.strip()):
        key = key_of(typed)
        if key is None:
            raise MikroError(
                "question-unknown",
                N_("“{typed}” is none of the five questions: remember, learned, hard, friction, plan."),
                typed=typed.strip(),
            )
        found.add(key)
    return tuple(key for key in KEYS if key in found)


def example_action(entries: Sequence[Entry]) -> str:
    """The action to make an example of: one that went easily this week if there is one, else the latest done."""
    if not entries:
        return "ask"
    # Of equals the latest, which is best remembered.
    return max(reversed(entries), key=lambda entry: entry.went == "easy").action
