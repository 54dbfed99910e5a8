"""Settings for programs."""

from __future__ import annotations

from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.shared import envelope

if TYPE_CHECKING:
    from typing import Any

    from mikrohandlinger.domain.reports.settings import SettingsReport


def document(screen: SettingsReport) -> dict[str, Any]:
    """``mikro config --json``."""
    return envelope.document(
        path=screen.path,
        settings=[{"key": row.setting.key, "value": row.value, "source": row.source} for row in screen.rows],
    )
