"""Requests that are answered the moment they have come: nothing but the time tells them from others."""
from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import pytest
from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn import Config
from uvicorn.server import ServerState

from gql.web.at_once import PIECE, Coming, Response
from gql.web.front import SAFETY, Front
from gql.web.protocol import LONGEST_ASKED, Protocol

FIELDS = ((b"content-type", b"text/plain"),)
DATE = (b"date", b"Thu, 26 Nov 2026 12:00:00 GMT")
HOST = "Host: here"
WAIT_SECONDS = 10


class Echo:
    """An application that answers a request with its body, or with `answer`, and notes which way."""

    def __init__(self, answer: bytes | None = None) -> None:
        self.answer, self.ways = answer, list[str]()
        self.lets = True

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        body, more = b"", True
        while more:
            message = await receive()
            body, more = body + message["body"], message["more_body"]
        self.ways.append("usual")
        await self._response(body)(scope, receive, send)

    def at_once(self, _scope: Scope, body: bytes) -> Response | None:
        if not self.lets:
            return None
        self.ways.append("at once")
        return self._response(body)

    def _response(self, body: bytes) -> Response:
        return Response(200, FIELDS, body if self.answer is None else self.answer)


def post(body: bytes, *fields: str, version: str = "1.1") -> bytes:
    head = [f"POST / HTTP/{version}", HOST, f"Content-Length: {len(body)}", *fields, "", ""]
    return "\r\n".join(head).encode() + body


Play = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Coroutine[Any, Any, None]]


def served(app: ASGIApp, play: Play, protocols: list[Protocol] | None = None, **options: Any) -> None:
    """Let a client play with an application; its connections are added to `protocols`."""
    made = [] if protocols is None else protocols

    def protocol() -> Protocol:
        made.append(Protocol(config, state, {}))
        return made[-1]

    config, state = Config(
        app, interface="asgi3", access_log=False, proxy_headers=False, ws="none", **options), ServerState()
    config.load()
    state.default_headers = [DATE]

    async def run() -> None:
        server = await asyncio.get_running_loop().create_server(protocol, "127.0.0.1", 0)
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        try:
            await asyncio.wait_for(play(reader, writer), WAIT_SECONDS)
        finally:
            writer.close()
            server.close()
            await asyncio.gather(*state.tasks)

    asyncio.run(run())


async def answer(reader: asyncio.StreamReader) -> tuple[bytes, bytes]:
    """The head and the body of the next answer."""
    head = await reader.readuntil(b"\r\n\r\n")
    length = next(line for line in head.split(b"\r\n") if line.startswith(b"content-length: "))
    return head, await reader.readexactly(int(length.partition(b": ")[2]))


def test_a_whole_request_is_answered_at_once_one_after_the_other() -> None:
    app = Echo()

    async def play(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        for text in (b"one", b"two"):
            writer.write(post(text))
            assert (await answer(reader))[1] == text

    served(app, play)
    assert app.ways == ["at once", "at once"]


def test_both_ways_send_the_same_head_fields_each_once() -> None:
    app, heads = Echo(), list[list[bytes]]()

    async def play(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        for app.lets in (True, False):
            for fields in ((), ("Connection: keep-alive",), ("Accept: */*",)):
                writer.write(post(b"text", *fields))
                head, body = await answer(reader)
                assert body == b"text"
                heads.append(sorted(head.splitlines()))

    served(Front(app), play)
    assert app.ways == 3 * ["at once"] + 3 * ["usual"]
    fields = (DATE, *SAFETY, *FIELDS, (b"content-length", b"4"))
    expected = sorted([b"HTTP/1.1 200 OK", b"", *(b"%b: %b" % field for field in fields)])
    assert heads == [expected] * 6


@pytest.mark.parametrize("lets", [True, False])
@pytest.mark.parametrize(("fields", "version"), [(("Connection: close",), "1.1"), ((), "1.0")])
def test_a_connection_that_shall_end_ends_behind_the_answer(lets: bool, fields: tuple[str, ...], version: str) -> None:
    app = Echo()
    app.lets = lets

    async def play(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(post(b"text", *fields, version=version))
        head, body = await answer(reader)
        assert body == b"text"
        assert b"connection: close\r\n" in head
        assert await reader.read() == b""

    served(app, play)
    assert app.ways == ["usual"]


def test_a_request_that_comes_in_parts_goes_the_usual_way() -> None:
    app = Echo()

    async def play(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        whole = post(b"in parts")
        for part in (whole[:10], whole[10:-4], whole[-4:]):
            writer.write(part)
            await asyncio.sleep(0.05)
        assert (await answer(reader))[1] == b"in parts"

    served(app, play)
    assert app.ways == ["usual"]


def test_a_client_that_asks_whether_to_go_on_is_told_so() -> None:
    app = Echo()

    async def play(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        whole = post(b"text", "Expect: 100-continue")
        writer.write(whole[:-4])
        assert await reader.readuntil(b"\r\n\r\n") == b"HTTP/1.1 100 Continue\r\n\r\n"
        writer.write(whole[-4:])
        assert (await answer(reader))[1] == b"text"

    served(app, play)
    assert app.ways == ["usual"]


def test_the_body_may_come_in_chunks() -> None:
    app = Echo()

    async def play(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = f"POST / HTTP/1.1\r\n{HOST}\r\nTransfer-Encoding: chunked\r\n\r\n"
        writer.write(head.encode() + b"3\r\none\r\n3\r\ntwo\r\n0\r\n\r\n")
        assert (await answer(reader))[1] == b"onetwo"

    served(app, play)
    assert app.ways == ["at once"]


def test_of_requests_that_come_together_one_is_answered_at_once_and_all_in_their_order() -> None:
    app = Echo()

    async def play(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        texts = [b"one", b"two", b"three", b"four"]
        writer.write(b"".join(map(post, texts)))
        assert [(await answer(reader))[1] for _ in texts] == texts
        writer.write(post(b"five"))
        assert (await answer(reader))[1] == b"five"

    served(app, play)
    assert app.ways == ["at once", "usual", "usual", "usual", "at once"]


def test_what_follows_a_request_that_goes_the_usual_way_waits_for_it() -> None:
    app = Echo()

    async def play(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        first = post(b"x" * (LONGEST_ASKED + 1))
        writer.write(first + post(b"two"))
        assert len((await answer(reader))[1]) == LONGEST_ASKED + 1
        assert (await answer(reader))[1] == b"two"

    served(app, play)
    assert app.ways == ["usual", "usual"]


@pytest.mark.parametrize(("size", "way"), [(LONGEST_ASKED, "at once"), (LONGEST_ASKED + 1, "usual")])
def test_a_long_request_goes_the_usual_way(size: int, way: str) -> None:
    app = Echo()

    async def play(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(post(b"x" * size))
        assert (await answer(reader))[1] == b"x" * size

    served(app, play)
    assert app.ways == [way]


def test_a_long_answer_is_whole_and_the_next_one_follows_it() -> None:
    app = Echo(b"x" * (20 * PIECE))

    async def play(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        for _ in range(2):
            writer.write(post(b"text"))
            head, body = await answer(reader)
            assert body == app.answer
            assert head.count(b"content-length") == 1

    served(app, play)
    assert app.ways == ["at once", "at once"]


def test_a_client_that_does_not_read_is_waited_for() -> None:
    app, number = Echo(b"x" * PIECE), 100

    async def play(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        for _ in range(number):
            writer.write(post(b"text"))
            await asyncio.sleep(0.005)
        assert len(app.ways) < number / 2
        for _ in range(number):
            assert (await answer(reader))[1] == app.answer

    served(app, play)


def test_an_application_that_never_answers_at_once_is_asked_the_usual_way() -> None:
    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await Response(200, FIELDS, (await receive())["body"])(scope, receive, send)

    async def play(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(post(b"text"))
        assert (await answer(reader))[1] == b"text"

    served(Front(app), play)


def test_a_check_that_refuses_comes_before_an_answer_at_once() -> None:
    app = Echo()
    refusal = Response(403, FIELDS, b"no")

    async def play(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(post(b"text"))
        head, body = await answer(reader)
        assert (head.split()[1], body) == (b"403", b"no")

    served(Front(app, lambda _: None, lambda _: refusal), play)
    assert app.ways == []


def test_a_connection_lasts_while_a_request_behind_one_that_was_answered_at_once_goes_on() -> None:
    app = Echo()

    async def play(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(post(b"one") + post(b"slow"))
        assert [(await answer(reader))[1] for _ in range(2)] == [b"one", b"slow"]

    async def slow(scope: Scope, receive: Receive, send: Send) -> None:
        await asyncio.sleep(0.3)
        await app(scope, receive, send)

    slow.at_once = app.at_once  # type: ignore[attr-defined]  # as an application has it
    served(slow, play, timeout_keep_alive=0.1)
    assert app.ways == ["at once", "usual"]


def test_nothing_runs_behind_a_request_that_ends_its_connection() -> None:
    app = Echo()

    async def play(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(post(b"one", "Connection: keep-alive", version="1.0") + post(b"two"))
        assert (await answer(reader))[1] == b"one"
        assert await reader.read() == b""

    served(app, play)
    assert app.ways == ["usual"]


def test_a_fault_is_met_and_told_the_usual_way() -> None:
    app = Echo()

    async def faulty(scope: Scope, receive: Receive, send: Send) -> None:
        await app(scope, receive, send)

    def at_once(_scope: Scope, _body: bytes) -> Response:
        raise ValueError

    async def play(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        for text in (b"one", b"two"):
            writer.write(post(text))
            assert (await answer(reader))[1] == text

    faulty.at_once = at_once  # type: ignore[attr-defined]  # as an application has it
    served(faulty, play)
    assert app.ways == ["usual", "usual"]


def test_who_waits_to_be_told_to_go_on_is_told_so_though_all_is_there() -> None:
    app = Echo()

    async def play(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(post(b"text", "Expect: 100-continue"))
        assert await reader.readuntil(b"\r\n\r\n") == b"HTTP/1.1 100 Continue\r\n\r\n"
        assert (await answer(reader))[1] == b"text"

    served(app, play)
    assert app.ways == ["usual"]


def test_a_connection_keeps_nothing_of_a_request_that_was_answered_at_once() -> None:
    app, protocols = Echo(), list[Protocol]()

    async def play(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(post(b"x" * 1_000))
        await answer(reader)
        (protocol,) = protocols
        assert protocol.cycle.body == b""

    served(app, play, protocols=protocols)
    assert app.ways == ["at once"]


def coming(app: Echo, started: asyncio.Event, go: asyncio.Event) -> ASGIApp:
    """An application whose answers are known later."""
    async def usual(scope: Scope, receive: Receive, send: Send) -> None:
        await app(scope, receive, send)

    def at_once(scope: Scope, body: bytes) -> Coming:
        async def answer(_: Receive) -> ASGIApp | None:
            started.set()
            await go.wait()
            return app.at_once(scope, body)

        return answer

    usual.at_once = at_once  # type: ignore[attr-defined]  # as an application has it
    return usual


def test_an_answer_that_comes_later_is_sent_when_it_comes() -> None:
    app, started, go = Echo(), asyncio.Event(), asyncio.Event()

    async def play(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(post(b"one") + post(b"two"))
        await started.wait()
        assert app.ways == []
        go.set()
        for text in (b"one", b"two"):
            head, body = await answer(reader)
            assert body == text
            for name, value in SAFETY:
                assert head.count(b"%b: %b\r\n" % (name, value)) == 1

    served(Front(coming(app, started, go)), play)
    assert app.ways == ["at once", "usual"]


def test_a_connection_ends_behind_an_answer_that_came_while_the_server_stops() -> None:
    app, started, go = Echo(), asyncio.Event(), asyncio.Event()
    protocols: list[Protocol] = []

    async def play(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(post(b"text"))
        await started.wait()
        protocols[0].shutdown()
        go.set()
        head, body = await answer(reader)
        assert body == b"text"
        assert b"connection: close\r\n" in head
        assert await reader.read() == b""

    served(coming(app, started, go), play, protocols)
    assert app.ways == ["at once"]


def test_a_server_with_too_many_requests_says_so() -> None:
    app = Echo()

    async def play(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(post(b"text"))
        assert (await reader.readuntil(b"\r\n\r\n")).split()[1] == b"503"

    served(app, play, limit_concurrency=1)
    assert app.ways == []
