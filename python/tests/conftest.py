"""The package as it was installed: these tests run outside its folder, on the wheel."""

import pytest

import heartland as hl


@pytest.fixture(scope="session")
def liaoning() -> hl.Region:
    return hl.region("CN-LN")


@pytest.fixture(scope="session")
def northeast() -> hl.Region:
    return hl.region("northeast")
