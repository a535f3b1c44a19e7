"""One browser and one server for all cases of a module, and all of its sites visited at once."""

from __future__ import annotations

from collections.abc import AsyncIterator
from types import ModuleType

import pytest
import pytest_asyncio

from tests.faultsite.bed import Bed, Seen, open_bed


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def bed(request: pytest.FixtureRequest) -> AsyncIterator[Bed]:
    """The bed with the `CASES` and the `SITES` of the module, under its `LIMITS`."""
    module: ModuleType = request.module
    sites = {case.host: case.site for case in module.CASES if case.site is not None}
    sites |= {f"{name}.test": site for name, site in getattr(module, "SITES", {}).items()}
    async with open_bed(sites, places=getattr(module, "PLACES", {}), **getattr(module, "LIMITS", {})) as opened:
        yield opened


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def seen(bed: Bed, request: pytest.FixtureRequest) -> dict[str, Seen]:
    """All cases of the module, visited."""
    return await bed.look_at_all({case.host: case.url for case in request.module.CASES})
