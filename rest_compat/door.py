"""What the doors have in common: whatever happens, the client gets a status and a short text."""
from __future__ import annotations

import logging
import secrets
from abc import ABC, abstractmethod
from typing import Protocol

from models.errors import StoreError
from rest_compat.answers import Answer
from rest_compat.bodies import BodyTooLarge, ClientGone, Receive, Scope, Send

log = logging.getLogger(__name__)


class Sendable(Protocol):
    """An answer, in memory or streamed; raises ClientGone when nobody reads it."""

    async def send(self, scope: Scope, receive: Receive, send: Send, /) -> None:
        """Send it."""


class Door(ABC):
    """An ASGI application that answers one request after the other and lets no error out."""

    too_large: Answer
    """The answer to a body above the limit."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        try:
            answer = await self._answer_or_refusal(scope, receive)
            await answer.send(scope, receive, send)
        except ClientGone:
            return  # nobody is left to answer, and that is no error

    async def _answer_or_refusal(self, scope: Scope, receive: Receive) -> Sendable:
        try:
            return await self.answer(scope, receive)
        except ClientGone:
            raise
        except BodyTooLarge:
            return self.too_large
        except StoreError as error:
            return self.refusal(error)
        except Exception:
            name = secrets.token_hex(4)
            log.exception("%s: %s %r failed", name, scope["method"], _place(scope["path"]))
            return self.failure(name)

    @abstractmethod
    async def answer(self, scope: Scope, receive: Receive) -> Sendable:
        """The answer to a request; any error may be raised."""

    @abstractmethod
    def refusal(self, error: StoreError) -> Answer:
        """What the client is told about a request that the models refused."""

    @abstractmethod
    def failure(self, name: str) -> Answer:
        """The answer when something broke; the log tells more under that name."""


def _place(path: str) -> str:
    """As much of a path as a log may hold: what follows may be a value that somebody searched for, such as a hash."""
    return "/".join(path.split("/")[:4])[:100]
