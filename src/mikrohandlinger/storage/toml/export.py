"""The user's data as TOML, one table a row, for whoever wants to read or change it with tools for that."""

from __future__ import annotations

from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Any


def pieces(head: Mapping[str, Any], records: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """The file piece by piece.

    Args:
        head: What stands above the first table.
        records: Each becomes a table of a list named after its kind.
    """
    import tomli_w

    yield tomli_w.dumps(head)
    for record in records:
        said = {key: value for key, value in record.items() if key != "kind"}
        yield "\n" + tomli_w.dumps({record["kind"]: [_without_nothing(said)]})


def _without_nothing(value: Any) -> Any:
    """TOML has no word for nothing: what is not there is left out."""
    if isinstance(value, dict):
        return {key: _without_nothing(item) for key, item in value.items() if item is not None}
    if isinstance(value, list):
        return [_without_nothing(item) for item in value if item is not None]
    return value
