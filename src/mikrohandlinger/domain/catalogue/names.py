"""What looks like a person's name: a fault in a variation, worth a quiet hint in a note, and masked where it leaves."""

import re
from collections.abc import Iterator

#: What stands in the place of a name.
_MASK = "[navn]"


def personal_name(text: str) -> str | None:
    """The first word that looks like a person's name; None where there is none."""
    return next((found[0] for found in _names(text)), None)


def mask_names(text: str) -> tuple[str, int]:
    """The text with every name in it masked, surname and all, and how many there were."""
    parts: list[str] = []
    end = count = 0
    for found in _names(text):
        if found.start() < end:  # a surname of the one before
            continue
        parts += [text[end : found.start()], _MASK]
        whole = re.compile(r"[\w'’-]+(?: (?:[A-ZÆØÅ][\w'’-]+|[A-ZÆØÅ]\.))*").match(text, found.start())
        end = whole.end() if whole else found.end()
        count += 1
    return "".join([*parts, text[end:]]), count


def _names(text: str) -> Iterator[re.Match[str]]:
    from mikrohandlinger.domain.catalogue import lint_words

    for number, found in enumerate(re.finditer(r"(?<![\w])[A-ZÆØÅ][a-zæøåéş]+", text)):
        word = found[0]
        plain = word[:-1] if word.endswith("s") and word[:-1] in lint_words.NAMES else word
        inside = not (number == 0 and text.lstrip().startswith(word))
        if plain in lint_words.NAMES or (
            inside and plain in lint_words.DOUBTFUL_NAMES and not _begins(text, word)
        ):
            yield found


def _begins(text: str, word: str) -> bool:
    """Whether ``word`` stands first in one of the sentences."""
    return re.search(rf"[.?:] {word}\b", text) is not None
