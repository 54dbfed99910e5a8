"""Settings for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mikrohandlinger.views.shared import envelope

if TYPE_CHECKING:
    from mikrohandlinger.domain.reports.settings import SettingsReport


def document(screen: SettingsReport) -> dict[str, Any]:
    """``mikro config --json``."""
    return envelope.document(
        path=screen.path,
        settings=[{"key": row.setting.key, "value": row.value, "source": row.source} for row in screen.rows],
    )
