"""The header `Authorization`: HTTP Basic (RFC 7617) and bearer tokens (RFC 6750)."""
from __future__ import annotations

import binascii
import re
from base64 import b64decode
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from models.errors import BadCredentials, Unauthenticated

LONGEST = 8192
"""How many bytes the header may have: the longest JID with the longest password fits in."""

_BEARER = re.compile(rb"[A-Za-z0-9._~+/-]+=*")


@dataclass(frozen=True, slots=True)
class Password:
    """A name and a password."""

    name: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Bearer:
    """A token."""

    token: str = field(repr=False)


Credentials = Password | Bearer

def read_credentials(headers: Iterable[tuple[bytes, bytes]]) -> Credentials | None:
    """What a request shows; None if nothing. Raises BadCredentials, and Unauthenticated for an unknown scheme."""
    found = [value for name, value in headers if name == b"authorization"]
    if not found:
        return None
    if len(found) > 1:
        raise BadCredentials("the header Authorization is there twice; send it once")
    if len(found[0]) > LONGEST:
        raise BadCredentials(f"the header Authorization is longer than {LONGEST} bytes")
    scheme, _, rest = found[0].strip(b" \t").partition(b" ")
    read = _SCHEMES.get(scheme.lower())
    if read is None:
        raise Unauthenticated("the scheme of the header Authorization has to be Basic or Bearer")
    return read(rest.strip(b" "))


def _basic(encoded: bytes) -> Password:
    try:
        text = b64decode(encoded, validate=True).decode()
    except UnicodeDecodeError:
        raise BadCredentials("the name and the password of the header Authorization are not in UTF-8") from None
    except (binascii.Error, ValueError):
        raise BadCredentials("what follows Basic in the header Authorization is no base64") from None
    name, colon, password = text.partition(":")
    if not colon or not name:
        raise BadCredentials("the header Authorization has no NAME:PASSWORD in base64")
    return Password(name, password)


def _bearer(token: bytes) -> Bearer:
    if not _BEARER.fullmatch(token):
        raise BadCredentials("what follows Bearer in the header Authorization is no token")
    return Bearer(token.decode("ascii"))


_SCHEMES: Mapping[bytes, Callable[[bytes], Credentials]] = {b"basic": _basic, b"bearer": _bearer}
