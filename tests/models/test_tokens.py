"""Bearer tokens."""
from __future__ import annotations

import asyncio
from contextlib import closing

import pytest

from models.errors import NoSuchToken, TokenExists, Unauthenticated
from models.network import Network
from models.own_tables import TOKENS
from models.principal import Principal, Role
from models.tokens import BEGINNING, Token, Tokens
from tests.engines import Engine


@pytest.fixture
def tokens(network: Network) -> Tokens:
    return Tokens(network.database, clock=lambda: 1000.0)


def find(network: Network, tokens: Tokens, text: str) -> Token:
    return asyncio.run(tokens.find(text, network.workers.rows))


def test_token_is_found_by_its_text_alone(network: Network, tokens: Tokens) -> None:
    text = tokens.create("website", ["read"])
    assert text.startswith(BEGINNING)
    assert len(text) > 40
    assert find(network, tokens, text) == Token("website", ("read",), 1000, None)
    for other in (text[:-1], text + "A", text.swapcase(), text + " ", "", "website", BEGINNING, "\ud800", "\0"):
        with pytest.raises(Unauthenticated, match="not known here"):
            find(network, tokens, other)


def test_nothing_but_a_hash_is_kept(network: Network, tokens: Tokens) -> None:
    text = tokens.create("website", ["read"])
    kept = str(network.database.execute_sql(f"SELECT * FROM {TOKENS}").fetchall())
    assert text not in kept
    assert text.removeprefix(BEGINNING) not in kept


def test_token_expires(network: Network) -> None:
    now = 1000.0
    tokens = Tokens(network.database, clock=lambda: now)
    text = tokens.create("website", ["read"], 60)
    now = 1059.9
    assert find(network, tokens, text).expires == 1060
    now = 1060.0
    with pytest.raises(Unauthenticated, match="has expired"):
        find(network, tokens, text)


def test_revoked_token_ends_at_once(network: Network, tokens: Tokens) -> None:
    text, other = tokens.create("website", ["read"]), tokens.create("Website", ["read"])
    tokens.revoke("website")
    with pytest.raises(Unauthenticated, match="revoked"):
        find(network, tokens, text)
    assert find(network, tokens, other).name == "Website"
    with pytest.raises(NoSuchToken, match="token list"):
        tokens.revoke("website")
    assert tokens.create("website", ["read"]) != text


def test_name_belongs_to_one_token(network: Network, tokens: Tokens) -> None:
    text = tokens.create("website", ["read"])
    with pytest.raises(TokenExists, match="revoke it"):
        tokens.create("website", ["write"])
    assert find(network, tokens, text).scopes == ("read",)
    assert [token.name for token in tokens.all()] == ["website"]


def test_token_of_another_database_is_not_known(network: Network, tokens: Tokens, databases: Engine) -> None:
    with closing(Network.open(databases.prepared(), types=())) as other:
        text = Tokens(other.database).create("website", ["admin"])
        assert find(other, Tokens(other.database), text).name == "website"
    with pytest.raises(Unauthenticated, match="another database"):
        find(network, tokens, text)


@pytest.mark.parametrize(("scopes", "kept", "writes", "audits"), [
    (["read"], ("read",), False, False),
    (["write"], ("write",), True, False),
    (["write", "read"], ("read", "write"), True, False),
    (["admin"], ("admin",), True, True),
    (["admin", "write", "read", "read"], ("read", "write", "admin"), True, True),
])
def test_scopes_say_what_the_bearer_may(
    network: Network, tokens: Tokens, scopes: list[str], kept: tuple[str, ...], writes: bool, audits: bool,
) -> None:
    token = find(network, tokens, tokens.create("website", scopes))
    assert token.scopes == kept
    assert token.principal == Principal(Role.ADMIN, "token:website", writes=writes, audits=audits)
