"""Who sits at the command line, as the audit log names him."""
from __future__ import annotations

import getpass

from models.audit import Actor

DOOR = "command"


def operator() -> Actor:
    """The user of this machine who runs the command."""
    try:
        name = getpass.getuser()
    except (KeyError, OSError):  # a user without a name: containers have such
        name = ""
    return Actor(f"operator:{name}", "", DOOR)
