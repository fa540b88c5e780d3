"""What a client is told that may not go on before it says who it is (the header WWW-Authenticate)."""
from __future__ import annotations

from collections.abc import Mapping

CHALLENGES: Mapping[str, str] = {
    "Basic": 'Basic realm="edgewise", charset="UTF-8"',
    "Bearer": 'Bearer realm="edgewise"',
}
"""By scheme."""


def challenge(scheme: str = "") -> str:
    """What to show; only the scheme that a client uses anyway: browsers ask for a password where they see Basic."""
    return CHALLENGES.get(scheme) or ", ".join(CHALLENGES.values())
