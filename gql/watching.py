"""Keeping up with the database: types that appear while the gateway runs are served without a restart."""
from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress

from models.network import Network

SECONDS = 2.0
"""How often the database is asked; a new table is served two or three seconds after it was made."""

log = logging.getLogger(__name__)

Adopt = Callable[[Network], None]
"""Takes a network with other types into service; runs in a thread, as building a schema takes a while."""


async def watch(network: Network, adopt: Adopt, seconds: float = SECONDS) -> None:
    """Look for changed tables until cancelled; requests under way end on the network that they began on.

    What goes wrong is logged, and the next look may find it mended: the older types stay in service.
    """
    while True:
        await asyncio.sleep(seconds)
        try:
            if not await network.workers.read(network.is_current):
                network = await _adopted(network, adopt)
        except Exception:
            log.exception("the changed tables cannot be served; the types known before still are")


async def _adopted(network: Network, adopt: Adopt) -> Network:
    renewed = await network.workers.write(network.renewed)
    if renewed is not network:
        await asyncio.to_thread(adopt, renewed)
        log.info("the database has other tables or columns now; they are served")
    return renewed


async def ended(watching: asyncio.Task[None]) -> None:
    """Stop looking; returns once a look under way has ended."""
    watching.cancel()
    with suppress(asyncio.CancelledError):
        await watching
