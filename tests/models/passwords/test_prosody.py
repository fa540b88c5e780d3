"""Passwords against accounts as Prosody stores them."""
from __future__ import annotations

import math
from base64 import b64decode
from collections.abc import Mapping

import pytest

from models.lua import prosody_json
from models.lua.value import EMPTY_ARRAY, NULL, Table, Value
from models.passwords.prosody import (
    DEFAULT_ITERATIONS,
    MAX_DECOY_ITERATIONS,
    MAX_ITERATIONS,
    PlainAccount,
    ScramAccount,
    effort,
    read_account,
    verify,
)

SHA_1: Mapping[bytes, Value] = {
    b"salt": b"620bda35-0825-40d2-9ee3-59d27b062fbc",
    b"iteration_count": 10000,
    b"stored_key": b"ffbd4552fe09a875665436a9be0c838ef5feb083",
    b"server_key": b"d32540bc35ceed793fd45b195707ec602261fb63",
}
"""What a Prosody with hashed passwords wrote for `secr1t`."""

SHA_256: Mapping[bytes, Value] = {
    b"salt": b64decode("W22ZaJ0SNY7soEsUEjb6gQ=="),
    b"iteration_count": 4096,
    b"stored_key": b64decode("WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=").hex().encode(),
    b"server_key": b64decode("wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU=").hex().encode(),
}
"""The example of RFC 7677, whose password is `pencil`."""


def changed(key: bytes, value: Value) -> Table:
    """SHA_1 with another value, or with None without one."""
    return Table(fields={**SHA_1, key: value})


@pytest.mark.parametrize(("text", "password"), [
    (b'{"password":"secr1t"}', "secr1t"),
    (b'{"password":"p\xc3\xa4ss"}', "pa\u0308ss"),
    (b'{"password":"pa\xcc\x88ss"}', "p\u00e4ss"),
    (b'{"password":"secr1t","salt":"x"}', "secr\u00ad1t"),
    (b'{"password":12345}', "12345"),
    (b'{"password":1.5}', "1.5"),
    (b'{"password":2.0}', "2.0"),
    (b'{"password":-0.0}', "-0.0"),
    (b'{"password":1e15}', "1e+15"),
    (b'{"password":123456789012345678901234567890}', "1.2345678901235e+29"),
    (b'{"password":1e999}', "inf"),
    (b'{"password":"x","extra":{"k":[1]}}', "x"),
])
def test_plain_password_fits(text: bytes, password: str) -> None:
    value = prosody_json.loads(text)
    assert verify(value, password)
    assert not verify(value, password + "x")
    assert not verify(value, "")


def test_keys_fit_the_password_they_were_made_of() -> None:
    value = Table(fields=SHA_1)
    assert verify(value, "secr1t")
    assert verify(value, "secr\u00ad1t")
    assert not verify(value, "secr1t ")
    assert not verify(value, "")


def test_keys_of_sha_256_are_known_by_their_length() -> None:
    value = Table(fields=SHA_256)
    assert verify(value, "pencil")
    assert not verify(value, "pencils")


@pytest.mark.parametrize(("key", "value"), [
    (b"password", b""), (b"iteration_count", 10000.0), (b"stored_key", b"FFBD4552FE09A875665436A9BE0C838EF5FEB083"),
])
def test_keys_count_beside_an_empty_password_and_in_other_spellings(key: bytes, value: Value) -> None:
    assert verify(changed(key, value), "secr1t")


def test_plain_password_wins_over_keys() -> None:
    value = changed(b"password", b"plain")
    assert verify(value, "plain")
    assert not verify(value, "secr1t")


@pytest.mark.parametrize(("key", "value"), [
    (b"password", NULL), (b"password", EMPTY_ARRAY), (b"password", True), (b"password", Table([b"secr1t"])),
    (b"password", b"\xff"), (b"password", b"bell\x07"), (b"password", b"x" * 1024),
    (b"salt", None), (b"salt", b""), (b"salt", 1), (b"salt", NULL), (b"salt", Table()),
    (b"iteration_count", None), (b"iteration_count", 0), (b"iteration_count", -1), (b"iteration_count", True),
    (b"iteration_count", b"10000"), (b"iteration_count", 1.5), (b"iteration_count", MAX_ITERATIONS + 1),
    (b"iteration_count", 2**63 - 1), (b"iteration_count", math.inf), (b"iteration_count", math.nan),
    (b"stored_key", None), (b"stored_key", b""), (b"stored_key", b"zz" * 20), (b"stored_key", b"ff" * 21),
    (b"stored_key", b"\xff\xfe"), (b"stored_key", 5), (b"stored_key", Table()),
    (b"server_key", None), (b"server_key", b"f"), (b"server_key", b"ff" * 32), (b"server_key", False),
])
def test_nobody_logs_in_with_an_account_that_is_garbage(key: bytes, value: Value) -> None:
    account = changed(key, value)
    assert read_account(account) is None
    assert not verify(account, "secr1t")


@pytest.mark.parametrize("value", [
    None, False, True, 1, 1.5, b"secr1t", NULL, EMPTY_ARRAY, Table(), Table([b"password", b"secr1t"]),
    Table(fields={b"disabled": True}), Table(fields={b"password": b""}),
])
def test_nobody_logs_in_with_a_value_that_is_no_account(value: Value) -> None:
    assert not verify(value, "secr1t")
    assert not verify(value, "")


def test_wrong_server_key_is_not_overlooked() -> None:
    assert not verify(changed(b"server_key", b"00" * 20), "secr1t")


@pytest.mark.parametrize("password", ["bell\x07", "\ud800", "x" * 1024])
def test_password_that_cannot_be_prepared_never_fits(password: str) -> None:
    assert not verify(Table(fields={b"password": password.encode("utf-8", "surrogatepass")}), password)


def test_accounts_that_differ_have_fingerprints_that_differ() -> None:
    scram = read_account(Table(fields=SHA_1))
    assert isinstance(scram, ScramAccount)
    changes: list[tuple[bytes, Value]] = [
        (b"salt", b"x"), (b"iteration_count", 1), (b"stored_key", b"00" * 20), (b"server_key", b"00" * 20)]
    changed_ones = [read_account(changed(key, value)) for key, value in changes]
    accounts = [scram, PlainAccount("secr1t"), PlainAccount("secr1t2"), *changed_ones]
    assert len({account.fingerprint for account in accounts if account}) == 7


def test_wrong_password_takes_as_long_as_the_heaviest_account_but_never_very_long(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    verified: list[int] = []

    def verify(self: ScramAccount, _: str) -> bool:
        verified.append(self.iterations)
        return False

    monkeypatch.setattr(ScramAccount, "verify", verify)
    tries = effort()

    def cost(value: Value) -> int:
        verified.clear()
        assert not tries.verify(read_account(value), "wrong")
        return sum(verified)

    light, plain = Table(fields=SHA_256), Table(fields={b"password": b"secr1t"})
    assert [cost(None), cost(plain), cost(light)] == [DEFAULT_ITERATIONS] * 3
    heavier = 2 * DEFAULT_ITERATIONS
    assert [cost(changed(b"iteration_count", heavier)), cost(None), cost(plain), cost(light)] == [heavier] * 4
    assert cost(changed(b"iteration_count", MAX_ITERATIONS)) == MAX_ITERATIONS
    assert cost(None) == MAX_DECOY_ITERATIONS


def test_decoy_fits_nothing() -> None:
    assert not effort().verify(None, "")
    assert not effort().verify(None, None)
    assert not effort().verify(PlainAccount("x"), None)
