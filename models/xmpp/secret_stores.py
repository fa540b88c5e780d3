"""Which stores hold secrets: no view serves them."""
from __future__ import annotations

from collections.abc import Mapping

from models.xmpp.json_form import JSON

SECRET_STORES: Mapping[str, str] = {
    "accounts": "passwords, or the SCRAM keys with which a server could pose as another",
    "auth_tokens": "tokens that log in in place of a password (mod_tokenauth)",
    "cloud_notify": "the secrets with which push services let messages through (XEP-0357)",
    "fast_tokens": "tokens that log in in place of a password (XEP-0484)",
    "invite_token": "invitations, each of which lets somebody register (XEP-0401)",
    "password_reset": "links that set a new password (mod_password_reset)",
    "recovery_email_reset_tokens": "links that set a new password",
}
"""The stores that are as if they did not exist, and what is in them."""

SECRET_PARTS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "config": (
        ("_data", "password"),  # of a room
        ("_data", "occupant_id_salt"),  # tells who stands behind an occupant id (XEP-0421)
    ),
}
"""What is cut out of other stores: a key, and a key in the table that stands there."""


def is_secret(store: str) -> bool:
    """Whether a store is not served at all."""
    return store in SECRET_STORES


def without_secrets(store: str, value: JSON) -> JSON:
    """The value of a store without its secret parts."""
    if isinstance(value, dict):
        for outer, inner in SECRET_PARTS.get(store, ()):
            part = value.get(outer)
            if isinstance(part, dict):
                part.pop(inner, None)
    return value
