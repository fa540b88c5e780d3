"""What browsers send because a page of another site told them to: refused, as no page may use this server's trust."""
from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.responses import PlainTextResponse
from starlette.types import Scope

Headers = Iterable[tuple[bytes, bytes]]
Admits = Callable[[tuple[str, int] | None, Headers], bool]

OWN = frozenset((b"same-origin", b"none"))
"""What Sec-Fetch-Site says of this server's own pages, and of an address that somebody typed."""

FOREIGN = "This was sent by a page of another site; the operator can allow its origin: see the setting server.cors\n"
UNNAMED = "Browsers may ask here under localhost or an IP address; see the setting server.hosts for other names\n"


class OwnPages:
    """Refuses with 403 what is not meant by whoever sits in front of a browser.

    A page can make a browser send some requests to other sites (CSRF); browsers then say whose page it is.
    `origins` are those whose pages may. And a page's own site can take this server's address (DNS rebinding);
    then Host names that site. So where `trusted` would let a browser in for its address, Host has to be an
    address, localhost or one of `hosts`. Paths that begin with `/data` are let through: nothing is trusted there.
    So is whoever reads `/rest`: its contract has no header that refuses that, and the page cannot see the answer.
    """

    def __init__(self, origins: Collection[str], hosts: Collection[str], trusted: Admits) -> None:
        self._trusted = trusted
        self._origins = frozenset(origin.encode() for origin in origins)
        self._hosts = frozenset(("localhost", *hosts))

    def check(self, scope: Scope) -> PlainTextResponse | None:
        """The answer to a request that is refused."""
        refusal = self._refusal(scope)
        return PlainTextResponse(refusal, 403) if refusal else None

    def _refusal(self, scope: Scope) -> str | None:
        headers = dict(scope["headers"])
        if scope["path"].lstrip("/").startswith("data") or headers.get(b"origin") in self._origins:
            return None
        if _is_foreign(scope["method"], headers) and not _reads_rest(scope):
            return FOREIGN
        if _is_browser(headers) and not self._knows(headers.get(b"host", b"")) and self._trusted(
                scope.get("client"), scope["headers"]):
            return UNNAMED
        return None

    def _knows(self, host: bytes) -> bool:
        try:
            name = urlsplit(f"//{host.decode('latin-1')}").hostname or ""
        except ValueError:
            return False
        return name in self._hosts or name.endswith(".localhost") or _is_address(name)


def _is_foreign(method: str, headers: dict[bytes, bytes]) -> bool:
    """Whether a page of another origin sends this; opening a link is no harm, as that page cannot see the answer."""
    site = headers.get(b"sec-fetch-site")
    if site is not None:
        follows = headers.get(b"sec-fetch-mode") == b"navigate" and method in ("GET", "HEAD")
        return site not in OWN and not follows
    origin = headers.get(b"origin")
    return origin is not None and origin.partition(b"://")[2] != headers.get(b"host")


def _reads_rest(scope: Scope) -> bool:
    """COMPAT: "Request headers have no influence" (contract/rest), and reading changes nothing."""
    return scope["method"] in ("GET", "HEAD") and scope["path"].lstrip("/").partition("/")[0] == "rest"


def _is_browser(headers: dict[bytes, bytes]) -> bool:
    """Whether a browser sends this; a page can change neither in all browsers."""
    return headers.get(b"user-agent", b"").startswith(b"Mozilla/") or b"accept-language" in headers


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
