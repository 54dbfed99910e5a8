"""The screens of ``mikro why`` as they are, byte by byte."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from mikrohandlinger.domain.catalogue.model import Both, Source
from mikrohandlinger.domain.primer import Primer, topic_of
from mikrohandlinger.domain.reports.primer import PrimerPage, SourcesPage
from mikrohandlinger.storage.toml.catalogue import built_in
from mikrohandlinger.storage.toml.primer import load
from mikrohandlinger.views.primer.terminal import pages

if TYPE_CHECKING:
    from pathlib import Path

    from rich.console import Console
    from syrupy.assertion import SnapshotAssertion

#: A work as the catalogue tells of one; its own may be worded anew at any time.
WORK = Source(
    "flynn2008",
    "Flynn & Lake",
    "2008",
    "If You Need Help, Just Ask: Underestimating Compliance with Direct Requests for Help",
    "https://doi.org/10.1037/0022-3514.95.1.128",
    Both("seks undersøgelser, nogle på gaden", "six studies, some in the street"),
    Both("mest studerende, der spurgte fremmede", "mostly students who asked strangers"),
    Both(
        "De undervurderede, med op til halvdelen, hvor tit andre ville sige ja.",
        "They underestimated, by as much as half, how often others would agree.",
    ),
    Both("Et ja er ikke det samme som lyst.", "A yes is not the same as being glad to."),
)

Draw = Callable[["PrimerPage | SourcesPage", int, str], str]


@pytest.fixture(scope="session")
def primer() -> Primer:
    return load()


@pytest.fixture(scope="session")
def sources(primer: Primer, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Source]:
    return {**primer.sources, **built_in(tmp_path_factory.mktemp("cache")).sources}


@pytest.fixture
def page(drawn: Callable[..., str]) -> Draw:
    """What the screen looks like on a terminal of this width and look."""

    def draw(what: PrimerPage | SourcesPage, width: int, look: str) -> str:
        def onto(console: Console) -> None:
            console.file.write("".join(pages(what, console)))

        return drawn(onto, width, look)

    return draw


def opening(primer: Primer, sources: dict[str, Source], role: str = "employee") -> PrimerPage:
    screens = tuple(screen.read_by(role) for screen in primer.screens)
    return PrimerPage(role, screens, (), primer.topics, sources)


def topic(primer: Primer, sources: dict[str, Source], name: str, role: str = "employee") -> PrimerPage:
    found = topic_of(primer, name)
    assert found is not None
    return PrimerPage(role, (), (found.read_by(role),), (), sources)


def test_the_two_screens_look_like_this(
    primer: Primer,
    sources: dict[str, Source],
    page: Draw,
    language: str,
    terminal: tuple[int, str],
    snapshot: SnapshotAssertion,
) -> None:
    assert page(opening(primer, sources), *terminal) == snapshot


@pytest.mark.parametrize("width", [50, 80, 120])
@pytest.mark.parametrize("name", ["signs", "limits", "strength", "read"])
def test_a_topic_looks_like_this(
    primer: Primer,
    sources: dict[str, Source],
    page: Draw,
    language: str,
    name: str,
    width: int,
    snapshot: SnapshotAssertion,
) -> None:
    assert page(topic(primer, sources, name, "leader"), width, "plain") == snapshot


@pytest.mark.parametrize("width", [50, 80, 120])
def test_a_source_looks_like_this(page: Draw, language: str, width: int, snapshot: SnapshotAssertion) -> None:
    shown = SourcesPage((WORK, Source("practice", "", "", "", "")), in_full=True)
    assert page(shown, width, "plain") == snapshot


@pytest.mark.parametrize("width", [50, 80, 120])
def test_the_list_of_sources_looks_like_this(
    page: Draw, language: str, width: int, snapshot: SnapshotAssertion
) -> None:
    undated = WORK._replace(key="undated", year="n.d.", title="Kort")
    assert page(SourcesPage((WORK, undated), in_full=False), width, "plain") == snapshot


@pytest.mark.parametrize("role", ["employee", "leader"])
def test_each_of_the_two_fits_a_screen_of_24_rows_with_room_for_a_prompt(
    primer: Primer, sources: dict[str, Source], page: Draw, language: str, role: str
) -> None:
    shown = page(opening(primer, sources, role), 80, "plain").split("\n")
    second = shown.index(primer.screens[1].title.text(language))
    assert second - 1 <= 23
    assert len(shown) - second <= 24
    assert all(len(row) <= 80 for row in shown)


@pytest.mark.parametrize("width", [40, 50, 80])
def test_addresses_and_commands_are_never_broken(
    primer: Primer, sources: dict[str, Source], page: Draw, language: str, width: int
) -> None:
    rows = page(topic(primer, sources, "read"), width, "plain").split("\n")
    found = topic_of(primer, "read")
    assert found is not None
    typed = [part.address or (part.command.text(language) if part.command else "") for part in found.parts]
    assert all(any(row.strip() == one for row in rows) for one in typed if one)


def test_a_team_s_own_source_is_data(page: Draw) -> None:
    told = Both("\x1b[31mrød\x1b[0m", "\x1b[31mred\x1b[0m")
    hostile = Source("x2020", "A\x1b]0;x\x07", "2020", "[bold]T[/bold]\nto", "https://x\x1b[2J", told, told, told, told)  # fmt: skip
    shown = page(SourcesPage((hostile,), in_full=True), 80, "plain")
    listed = page(SourcesPage((hostile,), in_full=False), 80, "plain")
    assert "\x1b" not in shown + listed
    assert "\x07" not in shown + listed
    assert "[bold]T[/bold] to" in shown


def test_a_damaged_file_of_the_program_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from mikrohandlinger.domain.errors import MikroError
    from mikrohandlinger.storage.toml import primer as module

    (tmp_path / "primer.toml").write_text("schema = 1\n[[topic]]\n")
    monkeypatch.setattr(module, "packaged", lambda name: str(tmp_path / name))
    with pytest.raises(MikroError) as refusal:
        load()
    assert refusal.value.code == "primer-broken"
