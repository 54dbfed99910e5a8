"""What looks like a person's name: a fault in a variation, and worth a quiet hint in a note."""

import re


def personal_name(text: str) -> str | None:
    """The first word that looks like a person's name; None where there is none."""
    from mikrohandlinger.domain.catalogue import lint_words

    for number, word in enumerate(re.findall(r"(?<![\w])[A-ZÆØÅ][a-zæøåéş]+", text)):
        plain = word[:-1] if word.endswith("s") and word[:-1] in lint_words.NAMES else word
        inside = not (number == 0 and text.lstrip().startswith(word))
        if plain in lint_words.NAMES:
            return str(word)
        if inside and plain in lint_words.DOUBTFUL_NAMES and not _begins(text, word):
            return str(word)
    return None


def _begins(text: str, word: str) -> bool:
    """Whether ``word`` stands first in one of the sentences."""
    return re.search(rf"[.?:] {word}\b", text) is not None
