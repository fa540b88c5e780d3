"""What says who asks, for tests that need one."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from gql.auth.authenticator import Authenticator
from models.delays import LoginDelays
from models.logins import Logins
from models.network import Network
from models.peers import LOOPBACK, TrustedPeers
from models.people import People
from models.sessions import Sessions
from models.tokens import Tokens


def authenticator_for(
    network: Network, *, trusted: Sequence[str] = LOOPBACK, delays: LoginDelays | None = None, session: int = 3600,
    **people: Any,
) -> Authenticator:
    """What the gateway would use on a network with some settings."""
    return Authenticator(
        People(network, **people), Logins(network.workers, delays), Sessions(network.database, session),
        Tokens(network.database), network.workers, TrustedPeers(trusted))
