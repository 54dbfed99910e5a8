"""Reading the primer, which comes with the program."""

from __future__ import annotations

from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.domain.primer import Primer, build
from mikrohandlinger.storage.paths import packaged
from mikrohandlinger.storage.toml.reading import parse


def load() -> Primer:
    """The primer.

    Raises:
        MikroError: ``primer-broken`` or ``toml-broken`` when its file cannot be used.
    """
    path = packaged("primer.toml")
    try:
        return build(parse(path))
    except (LookupError, TypeError, AttributeError) as error:
        raise MikroError(
            "primer-broken", N_("{path}, a file of the program, is damaged. Install it again."), path=path
        ) from error
