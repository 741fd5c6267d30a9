"""The package as it was installed: these tests run outside its folder, on the wheel."""

from pathlib import Path
from typing import Any

import pytest

import heartland as hl
from heartland import _ensemble

#: 6 chunks of 48 members, in two levels of merges.
members, chunk = 288, 48
options: dict[str, Any] = {
    "seed": 5,
    "traces": 3,
    "outcome": ["regionOutput", "regionDebtToGdp"],
    "keep": ["regionOutput@2035"],
}


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


@pytest.fixture(scope="session")
def alone(liaoning: hl.Region, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """On one thread, without any executor."""
    folder = tmp_path_factory.mktemp("alone") / "whole"
    found = liaoning.ensemble(members, folder, "G", threads=1, **options)
    assert found.summary["members"] == members and found.summary["state"] == "complete"
    assert len(found.members) == members and set(found.bands["outcome"]) >= {"regionOutput"}
    return bytes_of(folder)


@pytest.fixture
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    """A tree of several levels from few chunks."""
    monkeypatch.setattr(_ensemble, "width", 3)


@pytest.fixture(scope="session")
def liaoning() -> hl.Region:
    return hl.region("CN-LN")


@pytest.fixture(scope="session")
def northeast() -> hl.Region:
    return hl.region("northeast")
