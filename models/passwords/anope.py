"""The passwords that Anope stores: `METHOD:` and what its encryption module of that name made."""
from __future__ import annotations

import binascii
import hashlib
import hmac
import re
from base64 import b64decode
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

import bcrypt

from models.errors import InvalidValue
from models.passwords import sha256
from models.passwords.secret import Effort, Secret
from models.stored import is_storable

LONGEST = 512
"""How many bytes a password may have: a line of IRC has no room for more."""

USUAL_ROUNDS, MOST_ROUNDS, MOST_DECOY_ROUNDS = 10, 15, 12
"""Of bcrypt, as powers of two: what Anope begins with; what takes seconds, and would only keep the gateway busy;
up to what a wrong password costs, whatever a single account has."""

_BCRYPT = re.compile(r"\$2[abxy]\$([0-9]{2})\$[./A-Za-z0-9]{53}")
_BCRYPT_BYTES = 72
"""What bcrypt reads of a password."""

_NOBODY = "$2b${:02}$" + "." * 53


@dataclass(frozen=True, slots=True)
class HashedPassword:
    """A password of which a hash is stored that takes no time, or the password itself."""

    hashed: Callable[[bytes], bytes]
    expected: bytes
    fingerprint: bytes

    @property
    def weight(self) -> int:
        """It takes no time."""
        return 0

    def verify(self, password: str) -> bool:
        """Whether this is the password."""
        given = prepared(password)
        return given is not None and hmac.compare_digest(self.hashed(given), self.expected)


@dataclass(frozen=True, slots=True)
class BcryptPassword:
    """A password in bcrypt's own form."""

    text: str
    rounds: int

    @property
    def fingerprint(self) -> bytes:
        """The form has all that there is."""
        return self.text.encode()

    @property
    def weight(self) -> int:
        """How often bcrypt begins anew."""
        return 1 << self.rounds

    def verify(self, password: str) -> bool:
        """Whether this is the password; takes milliseconds, and lets other threads run."""
        given = prepared(password)
        return bcrypt.checkpw((given or b"")[:_BCRYPT_BYTES], self.text.encode()) and given is not None


def read_password(stored: str) -> Secret | None:
    """What a field `pass` of an account holds; None if nobody can log in with it."""
    method, colon, rest = stored.partition(":")
    read = METHODS.get(method)
    return read(rest, stored.encode(errors="replace")) if read and colon else None


def prepared(password: str) -> bytes | None:
    """A password as the services get it over IRC; None if they cannot."""
    if not password or not is_storable(password) or not {"\r", "\n"}.isdisjoint(password):
        return None
    given = password.encode()
    return given if len(given) <= LONGEST else None


def hashed(password: str) -> str:
    """What a field `pass` shall hold for a password; takes as long as a login. Raises InvalidValue."""
    given = prepared(password)
    if given is None or len(given) > _BCRYPT_BYTES:
        raise InvalidValue("pass", f"give a password on one line, of at most {_BCRYPT_BYTES} bytes")
    return f"bcrypt:{bcrypt.hashpw(given, bcrypt.gensalt(USUAL_ROUNDS, prefix=b'2a')).decode()}"


def effort() -> Effort:
    """What verifies the passwords of one network."""
    return Effort(_decoys, usual=1 << USUAL_ROUNDS, most=1 << MOST_DECOY_ROUNDS)


def _decoys(weight: int) -> Iterator[BcryptPassword]:
    """One for each power of two in the weight; bcrypt has none below four."""
    for rounds in range(4, weight.bit_length()):
        if weight >> rounds & 1:
            yield BcryptPassword(_NOBODY.format(rounds), rounds)


def _bcrypt(rest: str, _: bytes) -> BcryptPassword | None:
    match = _BCRYPT.fullmatch(rest)
    rounds = int(match[1]) if match else 0
    return BcryptPassword(rest, rounds) if 4 <= rounds <= MOST_ROUNDS else None


def _sha256(rest: str, fingerprint: bytes) -> HashedPassword | None:
    """The hash, a colon, and the 32 bytes that SHA-256 began with."""
    expected, begin = map(_hexadecimal, rest.partition(":")[::2])
    if len(expected) != 32 or len(begin) != 32:
        return None
    return HashedPassword(partial(sha256.digest, begin=begin), expected, fingerprint)


def _digest(name: str) -> Callable[[str, bytes], HashedPassword | None]:
    def hashed(password: bytes) -> bytes:
        return hashlib.new(name, password, usedforsecurity=False).digest()

    def read(rest: str, fingerprint: bytes) -> HashedPassword | None:
        expected = _hexadecimal(rest)
        return HashedPassword(hashed, expected, fingerprint) if len(expected) == len(hashed(b"")) else None

    return read


def _plain(rest: str, fingerprint: bytes) -> HashedPassword | None:
    try:
        password = b64decode(rest, validate=True)
    except (binascii.Error, ValueError):
        return None
    return HashedPassword(bytes, password, fingerprint) if password else None


def _oldmd5(rest: str, fingerprint: bytes) -> HashedPassword | None:
    expected = _hexadecimal(rest)
    return HashedPassword(_old, expected, fingerprint) if len(expected) == 16 else None


def _old(password: bytes) -> bytes:
    """What Anope 1.8 made of the MD5: it took its bytes for hexadecimal digits, and joined each two of them."""
    digits = hashlib.md5(password, usedforsecurity=False).digest() + bytes(16)
    return bytes(_digit(first) << 4 & 0xF0 | _digit(second)
                 for first, second in zip(digits[::2], digits[1::2], strict=True))


def _digit(byte: int) -> int:
    """A digit as C counts it, where a byte may be below zero; a whole byte comes out."""
    signed = byte - 256 if byte > 127 else byte
    return (signed - ord("A") + 10 if signed > 9 else signed - ord("0")) & 0xFF


def _hexadecimal(text: str) -> bytes:
    """The bytes; none for a text that spells none."""
    try:
        return binascii.unhexlify(text)
    except ValueError:
        return b""


METHODS: Mapping[str, Callable[[str, bytes], Secret | None]] = {
    "bcrypt": _bcrypt,
    "sha256": _sha256,
    "sha1": _digest("sha1"),
    "md5": _digest("md5"),
    "oldmd5": _oldmd5,
    "plain": _plain,
}
"""The modules enc_bcrypt, enc_sha256, enc_sha1, enc_md5, enc_old and enc_none, by what they put before the colon."""
