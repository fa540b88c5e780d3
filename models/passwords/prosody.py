"""The accounts that Prosody stores: passwords in plain text, or SCRAM keys (RFC 5802, RFC 7677)."""
from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from models.lua.value import Table, Value
from models.passwords.secret import Effort
from models.preparation import saslprep

MAX_ITERATIONS = 2_000_000
"""Users may write their own accounts: more rounds (about a second) would only serve to keep the gateway busy."""

DEFAULT_ITERATIONS = 10_000
"""What Prosody hashes with."""

MAX_DECOY_ITERATIONS = 10 * DEFAULT_ITERATIONS
"""Up to how many rounds a wrong password costs, whatever a single user wrote into his account."""

HASHES: Mapping[int, str] = {20: "sha1", 32: "sha256"}
"""The hash of SCRAM keys, by their length in bytes: Prosody does not store its name."""


@dataclass(frozen=True, slots=True)
class PlainAccount:
    """An account whose password is stored as it is; `password` is prepared."""

    password: str

    @property
    def fingerprint(self) -> bytes:
        """Bytes that no other account has."""
        return b"plain\0" + self.password.encode()

    @property
    def weight(self) -> int:
        """A comparison takes no time."""
        return 0

    def verify(self, password: str) -> bool:
        """Whether this prepared password is the right one."""
        return hmac.compare_digest(password.encode(), self.password.encode())


@dataclass(frozen=True, slots=True)
class ScramAccount:
    """An account with SCRAM keys."""

    hash_name: str
    salt: bytes
    iterations: int
    stored_key: bytes
    server_key: bytes

    @property
    def fingerprint(self) -> bytes:
        """Bytes that no other account has."""
        return b"%s\0%d\0%s%s%s" % (
            self.hash_name.encode(), self.iterations, self.stored_key, self.server_key, self.salt)

    @property
    def weight(self) -> int:
        """The rounds: those of both hashes take about equally long."""
        return self.iterations

    def verify(self, password: str) -> bool:
        """Whether this prepared password is the right one; takes milliseconds, and lets other threads run."""
        salted = hashlib.pbkdf2_hmac(self.hash_name, password.encode(), self.salt, self.iterations)
        client_key = hmac.digest(salted, b"Client Key", self.hash_name)
        stored_key = hashlib.new(self.hash_name, client_key).digest()
        server_key = hmac.digest(salted, b"Server Key", self.hash_name)
        return hmac.compare_digest(stored_key + server_key, self.stored_key + self.server_key)


Account: TypeAlias = PlainAccount | ScramAccount


def read_account(value: Value) -> Account | None:
    """The account that a value of the store `accounts` describes; None if nobody can log in with it.

    A plain password wins over keys, as in Prosody; an empty one counts as none.
    """
    if not isinstance(value, Table):
        return None
    password = value.get(b"password")
    return _scram(value) if password is None or password == b"" else _plain(password)


def verify(value: Value, password: str) -> bool:
    """Whether a password, as its user typed it, fits a value of the store `accounts`."""
    account, prepared = read_account(value), saslprep(password)
    return account is not None and prepared is not None and account.verify(prepared)


def effort() -> Effort:
    """What verifies the accounts of one network."""
    return Effort(_decoys, usual=DEFAULT_ITERATIONS, most=MAX_DECOY_ITERATIONS)


def _decoys(weight: int) -> Iterator[ScramAccount]:
    if weight:
        nothing = bytes(20)
        yield ScramAccount("sha1", b"nobody", weight, nothing, nothing)


def _plain(value: Value) -> PlainAccount | None:
    text = _decimal(value) if isinstance(value, int | float) else _text(value)
    prepared = saslprep(text) if text else None
    return PlainAccount(prepared) if prepared else None


def _decimal(value: bool | int | float) -> str | None:
    """A number as Lua prints it; None for a boolean, which is no password."""
    if isinstance(value, bool):
        return None
    text = f"{value:.14g}" if isinstance(value, float) else str(value)
    return f"{text}.0" if isinstance(value, float) and text.lstrip("-").isdigit() else text


def _text(value: Value) -> str | None:
    try:
        return value.decode() if isinstance(value, bytes) else None
    except UnicodeDecodeError:
        return None


def _scram(table: Table) -> ScramAccount | None:
    salt, iterations = table.get(b"salt"), _whole(table.get(b"iteration_count"))
    stored_key, server_key = _key(table.get(b"stored_key")), _key(table.get(b"server_key"))
    hash_name = HASHES.get(len(stored_key))
    if not isinstance(salt, bytes) or not salt or hash_name is None or len(stored_key) != len(server_key):
        return None
    if not 0 < iterations <= MAX_ITERATIONS:
        return None
    return ScramAccount(hash_name, salt, iterations, stored_key, server_key)


def _whole(value: Value) -> int:
    """A number without a fraction; 0 for anything else."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value if type(value) is int else 0


def _key(value: Value) -> bytes:
    """A key in hexadecimal digits; empty for anything else."""
    try:
        return bytes.fromhex(value.decode("ascii")) if isinstance(value, bytes) else b""
    except ValueError:
        return b""
