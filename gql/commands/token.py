"""`edgewise token`: what programs show in place of a password."""
from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime

from gql.commands.lines import show
from gql.commands.operator import operator
from gql.opening import open_existing, open_network
from gql.settings import Settings
from models.tokens import Token, Tokens


def create(settings: Settings, *, name: str, scopes: Sequence[str], seconds: int | None) -> int:
    """Make a token and print it, this once. Raises models.errors.SetupError."""
    with closing(open_network(settings)) as network:
        show([Tokens(network.database).create(name, scopes, seconds, operator())])
    return 0


def show_all(settings: Settings) -> int:
    """Print a line for each token. Raises models.errors.SetupError."""
    with closing(open_existing(settings)) as network:
        show(map(_line, Tokens(network.database).all()))
    return 0


def revoke(settings: Settings, name: str) -> int:
    """End a token at once. Raises models.errors.SetupError."""
    with closing(open_existing(settings)) as network:
        Tokens(network.database).revoke(name, operator())
    return 0


def _line(token: Token) -> str:
    ends = "never expires" if token.expires is None else f"expires {_moment(token.expires)}"
    return f"{token.name}  {','.join(token.scopes)}  created {_moment(token.created)}, {ends}"


def _moment(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%d %H:%M UTC")
