"""What is stored of a password is compared in constant time, all of it, also when the first byte is wrong."""
from __future__ import annotations

import hmac

import bcrypt
import pytest

from models.lua.value import Table
from models.passwords.anope import read_password
from models.passwords.prosody import read_account
from models.passwords.secret import Secret

from .test_anope import VECTORS
from .test_prosody import SHA_1, SHA_256

SECRETS: dict[str, Secret | None] = {
    **{module: read_password(stored[0]) for module, stored in VECTORS.items()},
    "plain": read_account(Table(fields={b"password": b"secr1t"})),
    "SCRAM-SHA-1": read_account(Table(fields=SHA_1)), "SCRAM-SHA-256": read_account(Table(fields=SHA_256)),
}


@pytest.mark.parametrize("name", SECRETS)
@pytest.mark.parametrize("password", ["secr1t", "Secr1t", "secr1T", "x"])
def test_comparisons_are_made_in_constant_time(monkeypatch: pytest.MonkeyPatch, name: str, password: str) -> None:
    secret, compared = SECRETS[name], list[str]()
    assert secret is not None
    digest, check = hmac.compare_digest, bcrypt.checkpw

    def all_of_it(one: bytes, other: bytes) -> bool:
        compared.append("all of it")
        return digest(one, other)

    def by_bcrypt(given: bytes, stored: bytes) -> bool:
        compared.append("by bcrypt")
        return check(given, stored)

    monkeypatch.setattr(hmac, "compare_digest", all_of_it)
    monkeypatch.setattr(bcrypt, "checkpw", by_bcrypt)
    secret.verify(password)
    assert compared == ["by bcrypt" if name == "enc_bcrypt" else "all of it"]
