"""A new password for an account of the IRC services: the mutation `setPassword`."""
from __future__ import annotations

import asyncio

import strawberry

from gql.compiler.ids import parse_id_of
from gql.schema import descriptions, quirks
from gql.schema.loading import Reader, Record
from gql.schema.objects import Objects
from gql.schema.payloads import Payloads, record_of
from gql.schema.quirks import Argument, InputField, Resolve
from gql.schema.refusals import explained
from models.catalogue import ObjectID
from models.changes import Refused, Update
from models.errors import StoreError
from models.passwords.anope import hashed

ACCOUNT, FIELD = "account", "pass"


def add_new_password(mutation: type, objects: Objects, payloads: Payloads) -> None:
    """Give the root of mutations `setPassword`, if there are accounts."""
    if ACCOUNT not in objects.types:
        return
    input_ = quirks.input_type("SetPasswordInput", "A new password, and whose it shall be.", (
        InputField("id", strawberry.ID, "The id of the account, such as `account:10`."),
        InputField("password", str, descriptions.NEW_PROOF),
    ))
    quirks.add_field(mutation, "setPassword", payloads.object("SetPasswordPayload", ACCOUNT), descriptions.SET_PROOF,
                     _set(objects), (Argument("input", input_, None),))


def _set(objects: Objects) -> Resolve:
    async def resolve(_: None, reader: Reader, input_: object) -> Record | None:
        given = quirks.given(input_)
        id_ = ObjectID(ACCOUNT, parse_id_of(ACCOUNT, given["id"], objects.catalogue))
        change = Update(id_, {FIELD: ""})
        try:
            await reader.check(id_, {FIELD: ""})  # to make a hash takes long, so nobody has one made for others
            change = Update(id_, {FIELD: await asyncio.to_thread(hashed, given["password"])})
            (outcome,) = await reader.write([change])
        except Refused as refused:
            raise explained(refused.cause, change, ("input",), objects.names) from refused
        except StoreError as error:
            raise explained(error, change, ("input",), objects.names) from error
        return record_of(outcome)

    return resolve
