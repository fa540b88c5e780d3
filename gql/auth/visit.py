"""What a request that came over HTTP can do about who it is."""
from __future__ import annotations

from typing import NamedTuple

from gql.auth.authenticator import Authenticator, Headers
from models.peers import Peer
from models.principal import Principal
from models.sessions import Session


class Visit(NamedTuple):
    """A request: its headers, and where it comes from."""

    authenticator: Authenticator
    headers: Headers
    peer: Peer

    async def login(self, name: str, password: str) -> tuple[Session, Principal]:
        """A new session of somebody. Raises models.errors.Unauthenticated."""
        return await self.authenticator.login(name, password, self.peer)

    async def logout(self) -> bool:
        """End the session that the request shows; whether it shows one."""
        return await self.authenticator.logout(self.headers)
