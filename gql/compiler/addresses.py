"""Addresses of XMPP users as clients write them."""
from __future__ import annotations

from gql.compiler.errors import BadInput
from gql.compiler.ids import short
from models.jid import parse_jid
from models.preparation import nameprep


def parse_address(address: str) -> tuple[str, str]:
    """The node and the domain; what belongs to a host itself has the empty node. Raises BadInput."""
    if not {"@", "/"}.intersection(address) and (domain := nameprep(address)):
        return "", domain
    jid = parse_jid(address)
    if jid is None:
        raise BadInput(f"{short(address)} is no JID; write user@host, or a host for what belongs to the host itself")
    return jid
