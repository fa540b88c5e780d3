"""The /rest door: the addresses and answers of Anope's REST module (contract/rest)."""
from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from models.audit import Actor
from models.catalogue import ObjectType
from models.errors import IdentityError, InvalidReference, InvalidValue, StoreError
from models.kinds import Scalar, is_unicode, parse, parse_id
from models.network import Network
from models.peers import LOOPBACK, Identify, address, trusting
from models.principal import Principal, Role
from rest_compat import answers
from rest_compat.addresses import looks_like_id, path_parts, refs_parameter, signed_id
from rest_compat.answers import Answer
from rest_compat.bodies import Receive, Scope, parsed, read_body
from rest_compat.door import Door
from rest_compat.lists import LongList, short_list
from rest_compat.rows import RowWriter
from rest_compat.wire.ptree_json import ELEMENT_MARGIN, InvalidJSON, read_object, texts_list

MAX_BODY = 10 * 1024 * 1024
PAGE = 500
"""How many rows a list may have and still be written in memory, and how many are read at a time."""

Parts = Sequence[str]
AnyAnswer = Answer | LongList


class Request(NamedTuple):
    """A request of somebody who may make it; `actor` is whom the audit log names."""

    type: ObjectType
    parts: Parts
    actor: Actor
    scope: Scope
    receive: Receive


Method = Callable[["RestDoor", Request], Awaitable[AnyAnswer]]


class RestDoor(Door):
    """An ASGI application that answers every request whose path is /rest or begins with /rest/.

    Open to administrators, and of those to such as may not write for reading; `identify` says who is one: without
    it peers of this machine that come without a proxy's headers. A body may have `max_body` bytes. The network
    stays its caller's: the door does not close it.
    """

    too_large = answers.TOO_LARGE

    def __init__(self, network: Network, *, identify: Identify | None = None, max_body: int = MAX_BODY) -> None:
        self._catalogue, self._store, self._workers = network.catalogue, network.store, network.workers
        self._find = network.searches.find
        self._identify = identify or trusting(LOOPBACK)
        self._max_body = max_body
        self._types = Answer(200, texts_list("types", [type_.name for type_ in self._catalogue]).encode())
        self._objects = {type_.name: RowWriter(type_) for type_ in self._catalogue}
        self._elements = {type_.name: RowWriter(type_, ELEMENT_MARGIN) for type_ in self._catalogue}

    async def answer(self, scope: Scope, receive: Receive) -> AnyAnswer:
        """The answer to a request that may pass."""
        allowed = await self.authorize(scope)
        return allowed if isinstance(allowed, Answer) else await self._answer(allowed, scope, receive)

    async def authorize(self, scope: Scope) -> Principal | Answer:
        """Who makes a request that may pass, the refusal for one that may not."""
        try:
            principal = await self._identify(scope["headers"], scope.get("client"))
        except IdentityError as error:
            return answers.unproved(error)
        if principal.role is Role.ANONYMOUS:
            return answers.NOBODY
        may = principal.is_admin and (principal.writes or scope["method"] in ("GET", "HEAD"))
        return principal if may else answers.FORBIDDEN

    def refusal(self, error: StoreError) -> Answer:
        """What the client is told about a request that the models refused."""
        return answers.refusal(error)

    def failure(self, name: str) -> Answer:
        """The answer when something broke."""
        return answers.failure(name)

    async def _answer(self, principal: Principal, scope: Scope, receive: Receive) -> AnyAnswer:
        """Order of checks: type; method; what the method looks at."""
        parts, verb = path_parts(scope["raw_path"]), scope["method"]
        name = parts[0] if parts else ""
        if name == "types":
            return self._types if verb in ("GET", "HEAD") else answers.ONLY_READ
        type_ = self._catalogue[name]
        method = METHODS.get(verb)
        if method is None:
            return answers.UNKNOWN_METHOD
        actor = Actor(principal.name, address(scope.get("client")), "rest")
        return await method(self, Request(type_, parts, actor, scope, receive))

    # ------------------------------------------------------------------------------------------ reading

    async def _get(self, request: Request) -> AnyAnswer:
        """A list, an object, what refers to it, or a search; parts too many are ignored."""
        type_, parts = request.type, request.parts
        if len(parts) == 1:
            return await self._list(type_, request.receive)
        if not looks_like_id(parts[1]):
            return await self._search(type_, parts)
        id_ = parse_id(parts[1])
        if id_ is None:
            return answers.INVALID_ID
        if refs := refs_parameter(request.scope["query_string"]):
            return await self._refs(type_, id_, refs)
        row = await self._workers.read(self._store.get, type_.name, id_)
        return Answer(200, (self._objects[type_.name](row) + "\n").encode())

    async def _list(self, type_: ObjectType, receive: Receive) -> AnyAnswer:
        write = self._elements[type_.name]
        rows = await self._workers.read(self._store.page, type_.name, 0, PAGE + 1)
        if len(rows) <= PAGE:
            return Answer(200, short_list(type_.name, rows, write))
        long_list = LongList(type_.name, partial(self._store.page, type_.name, limit=PAGE), write)
        await long_list.render(self._workers, receive)
        return long_list

    async def _refs(self, type_: ObjectType, id_: int, from_type: str) -> Answer:
        if from_type not in self._catalogue:
            return answers.UNKNOWN_REFERENCE_TYPE
        return Answer(200, await self._workers.read_in_thread(self._refs_list, type_, id_, from_type))

    def _refs_list(self, type_: ObjectType, id_: int, from_type: str) -> bytes:
        rows = self._store.refs(type_.name, id_, from_type)
        return short_list(type_.name, rows, self._elements[from_type])

    async def _search(self, type_: ObjectType, parts: Parts) -> Answer:
        """No value is the empty value."""
        name, value = parts[1], parts[2] if len(parts) > 2 else ""
        if name not in type_.by_name:
            return answers.NO_FIELD_TO_SEARCH
        if "\0" in value or not is_unicode(value):  # nothing like that can be stored
            return answers.NOT_FOUND
        row = await self._find(type_.name, name, value)
        if row is None:
            return answers.NOT_FOUND
        return Answer(200, (self._objects[type_.name](row) + "\n").encode())

    # ------------------------------------------------------------------------------------------ writing

    async def _post(self, request: Request) -> Answer:
        """Order of checks: address; JSON; the names of all fields; their values in the order of the body."""
        if len(request.parts) > 1:
            return answers.NOT_FOUND
        body = await read_body(request.scope, request.receive, self._max_body)
        try:
            members = await parsed(body, read_object, self._workers)
        except InvalidJSON:
            return answers.INVALID_JSON
        for name in members:
            request.type.field(name)
        return answers.created(await self._create(request.type, members, request.actor))

    async def _create(self, type_: ObjectType, members: Mapping[str, object], actor: Actor) -> int:
        """JSON null leaves a field as if it had not been named."""
        values: dict[str, Scalar] = {}
        try:
            for name, value in members.items():
                if value is not None:
                    values[name] = parse(type_.by_name[name], _spelled(name, value))
        except (InvalidValue, InvalidReference):
            await self._workers.read(self._store.check, type_.name, values)
            raise
        return await self._workers.write(self._store.create, type_.name, values, actor=actor)

    async def _put(self, request: Request) -> Answer:
        """Order of checks: address and id; the object exists and has that type; field; value."""
        type_, parts = request.type, request.parts
        if len(parts) < 3:
            return answers.INCOMPLETE_PUT
        id_ = signed_id(parts[1])
        if id_ is None:
            return answers.INVALID_ID
        if len(parts) > 3:
            return answers.NOT_FOUND
        body = await read_body(request.scope, request.receive, self._max_body)
        field = type_.by_name.get(parts[2])
        if field is None:
            await self._workers.read(self._store.get, type_.name, id_)
            return answers.NO_FIELD_TO_SET
        try:
            value = parse(field, body.decode("utf-8", "surrogateescape"))
        except (InvalidValue, InvalidReference):
            await self._workers.read(self._store.get, type_.name, id_)
            raise
        await self._workers.write(self._store.update, type_.name, id_, {field.name: value}, actor=request.actor)
        return answers.DONE

    async def _delete(self, request: Request) -> Answer:
        parts = request.parts
        id_ = signed_id(parts[1]) if len(parts) > 1 else None
        if id_ is None:
            return answers.INVALID_ID
        if len(parts) > 2:
            return answers.NOT_FOUND
        await self._workers.write(self._store.delete, request.type.name, id_, actor=request.actor)
        return answers.DONE


METHODS: Mapping[str, Method] = {
    "GET": RestDoor._get,
    "HEAD": RestDoor._get,
    "POST": RestDoor._post,
    "PUT": RestDoor._put,
    "DELETE": RestDoor._delete,
}


def _spelled(name: str, value: object) -> str:
    """A JSON value as the text that a PUT would send; raises InvalidValue for arrays and objects."""
    if value is True or value is False:
        return "true" if value else "false"
    if not isinstance(value, str):
        raise InvalidValue(name, "it takes a text, a number or a word")
    return value
