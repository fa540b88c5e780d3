"""Which document a request runs: the one that it holds, one that is remembered, or a trusted one."""
from __future__ import annotations

from collections.abc import Mapping

from gql.schema.errors import Code
from gql.web.refusal import Refusal
from gql.web.remembered import Remembered, hashed
from gql.web.requests import Parameters

MOST_BYTES = 16 * 2**20


class Documents:
    """The documents that requests can name, and whether they may bring their own.

    `trusted` are texts by their ids, as trusted.read_folder finds them. With `trusted_only` no other runs.
    `most_bytes` bounds what is remembered for automatic persisted queries; 0: nothing is.
    """

    def __init__(
        self, trusted: Mapping[str, str] | None = None, *, trusted_only: bool = False, most_bytes: int = MOST_BYTES,
    ) -> None:
        self._trusted, self._trusted_only = trusted or {}, trusted_only
        self._remembered = Remembered(most_bytes) if most_bytes and not trusted_only else None

    def find(self, asked: Parameters) -> str:
        """The text of the document that a request asks for; raises Refusal."""
        if asked.query is None:
            return self._named(asked.document_id or asked.sha256)
        if asked.document_id is not None:
            raise Refusal(400, "send query or documentId, not both")
        if asked.sha256 is not None and asked.sha256 != hashed(asked.query):
            raise Refusal(400, "sha256Hash is not the SHA-256 of query; hash the text that is sent, in hex")
        if self._trusted_only and hashed(asked.query) not in self._trusted:
            raise _untrusted()
        return asked.query

    def remember(self, asked: Parameters) -> None:
        """Keep the document of a request that ran, if its client will ask for it by its hash."""
        if self._remembered and asked.query is not None and asked.sha256 is not None:
            self._remembered.add(asked.sha256, asked.query)

    def _named(self, id_: str | None) -> str:
        if id_ is None:
            raise Refusal(400, "query is missing: it holds the GraphQL document as a text")
        id_ = id_.removeprefix("sha256:")
        if id_ in self._trusted:
            return self._trusted[id_]
        if self._trusted_only:
            raise _untrusted()
        if self._remembered is None:
            raise _persisted("PersistedQueryNotSupported", "PERSISTED_QUERY_NOT_SUPPORTED", 400)
        text = self._remembered.get(id_)
        if text is None:
            raise _persisted("PersistedQueryNotFound", "PERSISTED_QUERY_NOT_FOUND", 404)
        return text


def _untrusted() -> Refusal:
    text = "this server runs trusted documents only, and this is none of them; ask its operator to add it"
    return Refusal(403, text, code=Code.FORBIDDEN)


def _persisted(message: str, code: str, status: int) -> Refusal:
    """A refusal in the words that Apollo's clients look for; they then send the document itself."""
    return Refusal(status, message, code=code, well_formed=True)
