"""Why the system refused, in words of our own."""

from __future__ import annotations

import errno
import os

import pytest

from mikrohandlinger import texts
from mikrohandlinger.cli.terminal.echo import sentence
from mikrohandlinger.domain.reasons import _REASONS, reason_of
from mikrohandlinger.storage.files import refusing


@pytest.mark.parametrize("name", sorted(_REASONS))
def test_every_common_reason_has_words_in_both_languages(name: str) -> None:
    if not hasattr(errno, name):
        pytest.skip("this system does not know it")
    number = getattr(errno, name)
    told = {}
    for language in ("en", "da"):
        texts.use(language)
        told[language] = sentence(reason_of(OSError(number, os.strerror(number))))
    assert told["en"] != told["da"]
    assert os.strerror(number) not in told["da"]


def test_an_uncommon_one_is_told_by_its_number_and_never_in_the_words_of_the_library() -> None:
    texts.use("da")
    for number in range(1, 200):
        told = sentence(reason_of(OSError(number, os.strerror(number))))
        assert os.strerror(number) not in told


def test_a_sentence_holds_the_reason_in_its_own_language() -> None:
    from mikrohandlinger.domain.errors import MikroError

    texts.use("da")
    with pytest.raises(MikroError) as refused, refusing("config.toml"):
        raise OSError(errno.ELOOP, "Too many levels of symbolic links")
    assert sentence(refused.value) == "config.toml kan ikke bruges: genvejen fører til sig selv."
