"""Preparation by stringprep profiles; the examples are from the RFCs, or were tried with ICU, which Prosody uses."""
from __future__ import annotations

import pytest

from models.preparation import MAX_BYTES, Profile, nameprep, nodeprep, saslprep


@pytest.mark.parametrize(("text", "prepared"), [
    ("user", "user"),
    ("USER", "user"),
    ("ｕｓｅｒ", "user"),
    ("J\u00dcRGEN", "j\u00fcrgen"),
    ("ju\u0308rgen", "j\u00fcrgen"),
    ("stra\u00dfe", "strasse"),
    ("\u212aate", "kate"),
    ("soft\u00adhyphen", "softhyphen"),
    ("\u2168", "ix"),
    ("\u03c3\u03c2", "\u03c3\u03c3"),
    ("\u0627\u0628", "\u0627\u0628"),
    ("percent%user", "percent%user"),
    ("o.dash-under_score", "o.dash-under_score"),
    ("", ""),
])
def test_letter_case_and_compatibility_forms_of_names_are_lost(text: str, prepared: str) -> None:
    assert nodeprep(text) == nameprep(text) == prepared


@pytest.mark.parametrize("text", [
    "us er", "tab\t", "nul\0", "del\x7f", "a\"b", "a&b", "a'b", "a/b", "a:b", "a<b", "a>b", "a@b",
    "full\uff20width", "no\u00a0break", "control\u0080", "private\ue000", "surrogate\ud800", "tag\U000e0041",
    "not\ufffe", "order\u2ff0", "direction\u202e", "\u0627b", "b\u0627", "\u06271",
])
def test_nodes_with_characters_that_are_prohibited_are_refused(text: str) -> None:
    assert nodeprep(text) is None


def test_domains_may_have_what_only_nodes_must_not_have() -> None:
    assert nameprep("a b&c") == "a b&c"


@pytest.mark.parametrize(("text", "prepared"), [
    ("I\u00adX", "IX"),
    ("user", "user"),
    ("USER", "USER"),
    ("\u00aa", "a"),
    ("\u2168", "IX"),
    ("pw\u00a0with\u3000space", "pw with space"),
    ("pa\u0308ss", "p\u00e4ss"),
    ("zero\u200bwidth", "zero width"),
    ("??>~~~", "??>~~~"),
])
def test_passwords_keep_their_letter_case(text: str, prepared: str) -> None:
    assert saslprep(text) == prepared


@pytest.mark.parametrize("text", ["\x07", "line\n", "nul\0", "\u06271", "\ud800", "\ufff9"])
def test_passwords_with_control_characters_and_the_like_are_refused(text: str) -> None:
    assert saslprep(text) is None


@pytest.mark.parametrize("text", ["\u0221x", "\U0001f600", "\u10a0", "\u1e9e", "\ua640"])
def test_characters_that_unicode_3_2_did_not_have_or_fold_stay_as_they_are(text: str) -> None:
    assert nodeprep(text) == text


@pytest.mark.parametrize("profile", [nodeprep, nameprep, saslprep])
@pytest.mark.parametrize(("text", "fits"), [
    ("n" * MAX_BYTES, True),
    ("n" * (MAX_BYTES + 1), False),
    ("\u00fc" * (MAX_BYTES // 2), True),
    ("\u00fc" * (MAX_BYTES // 2 + 1), False),
    ("\ufb03" * (MAX_BYTES // 3), True),
    ("\ufdfa" * (MAX_BYTES // 3), False),
])
def test_text_may_have_so_many_bytes_before_and_after(profile: Profile, text: str, fits: bool) -> None:
    assert (profile(text) is not None) == fits
