"""A request that gets no answer, and why."""
from __future__ import annotations

from collections.abc import Mapping

from gql.schema.errors import Code


class Refusal(Exception):
    """What a client hears instead of an answer: a status, a code, and a text that says what to send.

    `well_formed` is a request that is GraphQL all right; its status is for those who accept GraphQL's media type.
    """

    def __init__(
        self, status: int, message: str, *, code: str = Code.BAD_INPUT, headers: Mapping[str, str] | None = None,
        well_formed: bool = False,
    ) -> None:
        super().__init__(message)
        self.status, self.message, self.code = status, message, code
        self.headers, self.well_formed = headers or {}, well_formed
