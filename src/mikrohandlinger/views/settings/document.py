"""Settings for programs."""

from __future__ import annotations

from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.shared import envelope

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from mikrohandlinger.domain.reports.settings import SettingRow, SettingsReport


def document(screen: SettingsReport) -> dict[str, Any]:
    """``mikro config --json``."""
    return envelope.document(path=screen.path, settings=_listed(screen.rows))


def rows(found: Iterable[SettingRow]) -> dict[str, Any]:
    """``mikro config get --json``, and what ``mikro setup --defaults --json`` shows."""
    return envelope.document(settings=_listed(found))


def files(settings: str, actions: str, processes: str, database: str, cache: str) -> dict[str, Any]:
    """``mikro config path --json``."""
    return envelope.document(
        settings=settings, actions=actions, processes=processes, database=database, cache=cache
    )


def _listed(found: Iterable[SettingRow]) -> list[dict[str, Any]]:
    return [
        {"key": row.setting.key, "value": row.value, "default": row.setting.default, "source": row.source}
        for row in found
    ]
