"""Passwords as Anope stores them.

The values were made by Anope 2.0.12 (Debian's package `anope` 2.0.12-1+deb12u1), linked to a made-up server whose
users registered with these passwords, with one encryption module after the other; they are what its flat file held
as `pass`. It accepted the ones of `oldmd5:`, which new passwords never get, at IDENTIFY.
"""
from __future__ import annotations

from collections.abc import Mapping

import pytest

from models.passwords.anope import LONGEST, BcryptPassword, effort, read_password
from models.passwords.secret import Secret

PASSWORDS = ("secr1t", "p\u00e4ssw\u00f6rd", "x" * 30, "Y" * 50)

VECTORS: Mapping[str, tuple[str, str, str, str]] = {
    "enc_bcrypt": (
        "bcrypt:$2a$05$NHAtiKXa1VKuZ3njIzwGU.n5Lp2bkoW9z0Sw6UcxnFcaHN4evrAA.",
        "bcrypt:$2a$05$T0zRwJ9gQFSd7NyWxP.a9ulSSE.5CShcRN/8KrFbKLU7TGOA.vCu2",
        "bcrypt:$2a$05$vAVSjEa2Vfka43QNE8UGauaiL0f/s4aB/gFFopusHx4fTtizDdrCa",
        "bcrypt:$2a$05$j9iwTabRbGdf8Jsq1RHO..gwsFNlJ86V0P.Z3M/ITmiQg20DGVLdK",
    ),
    "enc_sha256": (
        ("sha256:5865bbb91be1f4436100b207cb502909d905a3c931f165a4ca8fcfda097f0cd7"
        ":b6a4cc06ce454e83746c1842e2fe4fd897c4b71f31d61fc1b469828f321e12ff"),
        ("sha256:6b06739c94de999a98df6e4832739986eb818f957e5ffa50605195eedd1272c6"
        ":a9e0b0f5e4415ac54314fafdbe45edda6d59ce4bdedcc59cbe6dbb9276ae928b"),
        ("sha256:9acf18bf32517f5b03d9bb309b4187a50a24c981696376d8e15412e7e2b21c7d"
        ":5755e89ed96bb997a614247a0c9035a34968373f71a18ff42b5f39125529c215"),
        ("sha256:3d74cc5450814c134fd8297d98268cbf0efeabbd64b777bdf5a9c5eb207f252c"
        ":ef4812be92746d79d8b3040a0779db6bba9e01472aa90f51873140cc945da338"),
    ),
    "enc_sha1": (
        "sha1:c97b79d859ee174576852068756aa317223c86a2", "sha1:f517ddf1d32a112ff1ad55c66d1b12cb38e7e8f7",
        "sha1:5da451e73b2773e53c1d46d6e45fd897838621d1", "sha1:44b97441d36b2c20161e99596433e766a8bb7715",
    ),
    "enc_md5": (
        "md5:f8cf86ccffc7ac775a7ccdde8c00bcae", "md5:12841e4ba5e37d2fbfc78458c6714ade",
        "md5:4495c1948d806f6dd8cbd8e15f7e254a", "md5:76d81eeb9ddb7f8893b297710d67537d",
    ),
    "enc_none": (
        "plain:c2VjcjF0", "plain:cMOkc3N3w7ZyZA==", "plain:eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4",
        "plain:WVlZWVlZWVlZWVlZWVlZWVlZWVlZWVlZWVlZWVlZWVlZWVlZWVlZWVlZWVlZWVlZWVk=",
    ),
    "enc_old": (
        "oldmd5:9ffcf7c075fed0fed0d0d0d0d0d0d0d0", "oldmd5:f474f3f8f7617abed0d0d0d0d0d0d0d0",
        "oldmd5:f574d0b69bb1c7f3d0d0d0d0d0d0d0d0", "oldmd5:f8fbfbd8b27a70c6d0d0d0d0d0d0d0d0",
    ),
}


@pytest.mark.parametrize(("stored", "password"), [
    pytest.param(stored, password, id=f"{module}-{number}")
    for module, stored_ones in VECTORS.items()
    for number, (stored, password) in enumerate(zip(stored_ones, PASSWORDS, strict=True))
])
def test_password_fits_what_anope_stored_of_it(stored: str, password: str) -> None:
    secret = read(stored)
    assert secret.verify(password)
    for other in (password + "x", password[:-1], password.upper() + "1", ""):
        assert not secret.verify(other)


def read(stored: str) -> Secret:
    secret = read_password(stored)
    assert secret is not None
    return secret


@pytest.mark.parametrize("stored", [
    "", ":", "secr1t", "plain", "plain:", "plain:%%%", "plain:p\u00e4ss", "PLAIN:c2VjcjF0",
    "md5:", "md5:f8cf", "md5:zz" + "0" * 30, "md5:" + "0" * 33, "sha1:" + "0" * 32, "oldmd5:00", "oldmd5:" + "0" * 34,
    "sha256:abc", "sha256:00ff",
    "sha256:" + "0" * 64, "sha256:" + "0" * 64 + ":", "sha256:" + "0" * 64 + ":" + "0" * 62,
    "sha256:" + "0" * 64 + ":" + "0" * 64 + ":", "bcrypt:", "bcrypt:$2a$05$short", "bcrypt:$2a$03$" + "." * 53,
    "bcrypt:$2a$16$" + "." * 53, "bcrypt:$2a$99$" + "." * 53, "bcrypt:$2z$05$" + "." * 53, "bcrypt:$2a$05$" + "." * 54,
    "bcrypt:$2a$\u0665\u0665$" + "." * 53, "argon2:x", "\ud800:x", "plain:\ud800", "md5:\u0665\u0665",
])
def test_nobody_logs_in_with_what_no_module_stores(stored: str) -> None:
    assert read_password(stored) is None


@pytest.mark.parametrize("password", ["", "a\0b", "a\r", "a\n", "\ud800", "x" * (LONGEST + 1)])
def test_password_that_cannot_come_over_irc_never_fits(password: str) -> None:
    for stored, *_ in VECTORS.values():
        assert not read(stored).verify(password)


def test_bcrypt_reads_the_first_72_bytes_of_a_password() -> None:
    import bcrypt

    secret = read("bcrypt:" + bcrypt.hashpw(b"x" * 72, bcrypt.gensalt(4, prefix=b"2a")).decode())
    assert secret.verify("x" * 72)
    assert secret.verify("x" * 100)
    assert not secret.verify("x" * 71)


def test_what_is_stored_otherwise_has_another_fingerprint() -> None:
    fingerprints = {read(stored).fingerprint for ones in VECTORS.values() for stored in ones}
    assert len(fingerprints) == 24


def test_decoys_of_bcrypt_weigh_what_is_missing_and_fit_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    verified: list[int] = []

    def verify(self: BcryptPassword, _: str) -> bool:
        verified.append(self.weight)
        return False

    monkeypatch.setattr(BcryptPassword, "verify", verify)
    tries = effort()
    stored = [None, read("sha1:" + "0" * 40), read("bcrypt:$2a$08$" + "." * 53)]
    for secret in stored:
        assert not tries.verify(secret, "wrong")
        assert sum(verified) == 1 << 10
        verified.clear()
    tries.verify(read("bcrypt:$2a$11$" + "." * 53), "wrong")
    tries.verify(read("bcrypt:$2a$15$" + "." * 53), "wrong")
    verified.clear()
    tries.verify(None, "wrong")
    assert verified == [1 << 12]


def test_decoys_of_bcrypt_can_be_verified() -> None:
    assert not effort().verify(None, "")
    assert not effort().verify(None, None)
    assert not effort().verify(read("plain:c2VjcjF0"), None)
