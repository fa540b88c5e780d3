"""The answers of /data that are not data: status and a text that says what to do (contract/data)."""
from __future__ import annotations

from rest_compat.answers import Answer, Header

METHODS = ("GET", "HEAD", "PUT", "POST", "DELETE")


def refusal(status: int, text: str, *headers: Header) -> Answer:
    """An answer with a line of text."""
    return Answer(status, text.encode() + b"\n", headers, b"text/plain; charset=utf-8")


NO_FORMAT = refusal(404, "There is no such format: ask for json or lua")
NO_NAME = refusal(400, "A user's name has at most 1023 bytes, is UTF-8, and holds no control characters")
NO_STORE = refusal(404, "The path names no store: use /data/STORE or /data/HOST/USER/STORE, of letters and _")
NO_TYPE = refusal(400, "The Content-Type must be application/json or text/x-lua")
NO_VALUE = refusal(400, "false and nil cannot be stored: DELETE removes a store")
NOT_ALLOWED = refusal(403, "Only the user and the administrators of the host may do this")
NOTHING = refusal(404, "Nothing is stored here")
TOO_LARGE = refusal(413, "The body is too large: see the setting data.max_body")
UNKNOWN_METHOD = refusal(405, "Use one of " + ", ".join(METHODS), (b"allow", ", ".join(METHODS).encode()))


def challenge(host: str) -> Answer:
    """The answer to a request without the right credentials; `host` is a host that is served."""
    scheme = f'Basic realm="{host}/data_access", charset="UTF-8"'
    return refusal(401, "Log in with an XMPP address and its password", (b"www-authenticate", scheme.encode()))


def failure(name: str) -> Answer:
    """The answer when something broke; the log tells more under that name."""
    return refusal(500, f"Internal error {name}")
