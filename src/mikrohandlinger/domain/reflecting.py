"""The five questions of the week.

From the research: own words read back, one thing learned about a task rather than a person, and one if-then plan,
since such plans turn intentions into action (Gollwitzer & Sheeran 2006). One to three answers are plenty.
"""

# No annotations as text here: each field of a value would be compiled once more at every start.

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Literal, NamedTuple, get_args

from mikrohandlinger.domain.catalogue.model import Variation
from mikrohandlinger.domain.entries import Entry, carried_out
from mikrohandlinger.domain.errors import N_, MikroError

#: After so many answers only the plan is asked for.
ENOUGH: Final = 3


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
    Question("friction", N_("What got in the way?")),
    Question("plan", N_("What will you try next week? When …, then …")),
)
#: Whether the plan of a week was used.
Use = Literal["yes", "partly", "no"]
USES: Final[tuple[Use, ...]] = get_args(Use)
KEYS: Final = tuple(question.key for question in QUESTIONS)


def parse_answers(given: Iterable[str]) -> dict[str, str]:
    """The answers of ``--answer KEY=TEXT``, by key.

    Raises:
        MikroError: When one has no key, or a key that is no question.
    """
    answers: dict[str, str] = {}
    for item in given:
        key, equals, text = item.partition("=")
        key = key.strip().lower()
        if not equals or key not in KEYS:
            raise MikroError(
                "answer-unknown",
                N_("“{item}” is not an answer. Write KEY=TEXT, where KEY is one of: {keys}."),
                item=item,
                keys=", ".join(KEYS),
            )
        answers[key] = text.strip()
    return answers


def example(entries: Sequence[Entry], practised: Mapping[str, Variation], language: str) -> str:
    """An if-then plan made of something the user did this week, one that went easily if there is one.

    Args:
        entries: The entries of the week.
        practised: The variations proposed in the week, by id.
        language: ``da`` or ``en``.

    Returns:
        ``When …, then: …``; empty when nothing proposed was done.
    """
    done = list(carried_out(entries, practised))
    if not done:
        return ""
    # Of equals the latest, which is best remembered.
    _entry, variation = max(reversed(done), key=lambda pair: pair[0].went == "easy")
    wording = variation.wording(language)
    then = "så" if language == "da" else "then"
    return f"{wording.when.rstrip('.')}, {then}: {wording.text[:1].lower()}{wording.text[1:]}"
