"""The root of all mutations: create, update and delete for each type, transactions of several, and sessions."""
from __future__ import annotations

from collections.abc import Sequence

from gql.compiler.errors import Place
from gql.naming import Names
from gql.schema import descriptions, quirks
from gql.schema.decoding import Decoder
from gql.schema.inputs import Action, Verb, build_actions, build_operation, list_of
from gql.schema.loading import Reader, Record
from gql.schema.new_password import add_new_password
from gql.schema.objects import Objects
from gql.schema.payloads import Payloads, Result, record_of
from gql.schema.quirks import Argument, Resolve
from gql.schema.refusals import explained
from gql.schema.viewer import add_sessions
from models.changes import Change, Outcome, Refused
from models.closure import Closure


def build_mutation(objects: Objects, viewer: type) -> type:
    """The type Mutation over the object types of a catalogue."""
    mutation, actions, payloads = quirks.shell("Mutation"), build_actions(objects), Payloads(objects)
    decoder = Decoder(objects.catalogue, objects.names, actions)
    for action in actions:
        argument = Argument("input", action.input, None)
        quirks.add_field(mutation, action.name, _payload(payloads, action), action.description,
                         _write(decoder, objects.names, action), (argument,))
    operations = Argument("operations", list_of(build_operation(actions)), descriptions.OPERATIONS)
    quirks.add_field(mutation, "transaction", payloads.transaction, descriptions.TRANSACTION,
                     _transaction(decoder, objects.names), (operations,))
    add_new_password(mutation, objects, payloads)
    add_sessions(mutation, viewer)
    quirks.freeze_type(mutation, "Mutation", descriptions.MUTATION)
    return mutation


def _payload(payloads: Payloads, action: Action) -> type:
    if action.verb is Verb.DELETE or action.type is None:
        return payloads.deletion
    return payloads.object(f"{action.name[0].upper()}{action.name[1:]}Payload", action.type.name)


def _write(decoder: Decoder, names: Names, action: Action) -> Resolve:
    async def resolve(_: None, reader: Reader, input_: object) -> Record | Closure | None:
        change = decoder.change(action, input_)
        (outcome,) = await _carried_out(reader, names, [change], [("input",)])
        return outcome.closure or record_of(outcome)

    return resolve


def _transaction(decoder: Decoder, names: Names) -> Resolve:
    async def resolve(_: None, reader: Reader, operations: Sequence[object]) -> list[Result]:
        labels, places, changes = zip(*decoder.transaction(operations), strict=True)
        outcomes = await _carried_out(reader, names, changes, places)
        return [Result(label, outcome) for label, outcome in zip(labels, outcomes, strict=True)]

    return resolve


async def _carried_out(
    reader: Reader, names: Names, changes: Sequence[Change], places: Sequence[Place],
) -> list[Outcome]:
    try:
        return await reader.write(changes)
    except Refused as refused:
        position = refused.position
        raise explained(refused.cause, changes[position], places[position], names) from refused
