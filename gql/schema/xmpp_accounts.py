"""The link between accounts and XMPP users: `account.xmppUser` and `xmppUser.account`."""
from __future__ import annotations

from collections.abc import Collection, Mapping

from gql.schema import quirks
from gql.schema.loading import Reader, Record
from gql.schema.quirks import Resolve
from gql.schema.stored import text
from gql.schema.xmpp_users import user_at
from models.catalogue import ObjectID, ObjectType
from models.network import Network
from models.xmpp.account_link import SEARCHED, AccountLink

_RULE = "null if there is none, or if the setting `xmpp.account_host` does not say on which host they are."


def add_link(accounts: ObjectType, account: type, user: type, host: str) -> None:
    """Give the shells of accounts and users an edge to each other; it leads nowhere without a host."""
    position = list(accounts.by_name).index("display")
    quirks.add_field(account, "xmppUser", quirks.optional(user), f"The XMPP user of the same name; {_RULE}",
                     _user(position, host))
    quirks.add_field(user, "account", quirks.optional(account),
                     f"The account of the same name on the IRC services; {_RULE}", _account(host))


def _user(position: int, host: str) -> Resolve:
    async def resolve(account: Record, reader: Reader) -> Record | None:
        display = text(account.values[position])
        return await user_at(reader, await reader.together(_users, 1, display, host)) if host and display else None

    return resolve


def _account(host: str) -> Resolve:
    async def resolve(user: Record, reader: Reader) -> Record | None:
        if not host:
            return None
        await reader.prepare_search(*SEARCHED)
        found = await reader.together(_accounts, 1, user.id, host)
        return None if found is None else await reader.get(ObjectID("account", found))

    return resolve


def _users(network: Network, displays: Collection[str], host: str) -> Mapping[str, int]:
    return _link(network, host).users(displays)


def _accounts(network: Network, ids: Collection[int], host: str) -> Mapping[int, int]:
    return _link(network, host).accounts(ids)


def _link(network: Network, host: str) -> AccountLink:
    return AccountLink(network.views.rows, network.store, host)
