"""`edgewise serve`: the gateway over HTTP."""
from __future__ import annotations

import signal
import socket
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from types import FrameType

from uvicorn import Config, Server
from uvicorn.supervisors import Multiprocess

from gql import demo as demonstration
from gql.app import DOORS, create_app
from gql.commands import listening
from gql.opening import open_documents, open_network
from gql.settings import Settings
from gql.web.protocol import Protocol

GRACE_SECONDS = 10
"""How long requests in flight may take to end after SIGTERM."""

STOPPING = (signal.SIGINT, signal.SIGTERM)


def run(settings: Settings, *, host: str, port: int, workers: int, demo: bool) -> int:
    """Serve until SIGTERM or SIGINT; returns the exit status.

    The port comes first: while it is in use the database is not touched. Raises models.errors.SetupError.
    """
    tls = listening.check_tls(settings.server.tls_cert, settings.server.tls_key)
    with _ended_by_signals(), _listening(host, port) as sockets:
        if demo:
            demonstration.check(settings.database, prefix=settings.anope.prefix)
        open_documents(settings)  # says what is wrong before each worker would say it; so does the next line
        with closing(open_network(settings)) as network:
            if demo:
                demonstration.fill(network)
        _announce(listening.base_url(host, sockets, tls=tls), demo=demo)
        return _serve(_config(settings, workers), sockets)


def _announce(base: str, *, demo: bool) -> None:
    for path in DOORS.values():
        print(base + path)
    if demo:
        print(f"/data/ takes {demonstration.LOGIN} with the password {demonstration.PASSWORD}")
    sys.stdout.flush()


def _config(settings: Settings, workers: int) -> Config:
    """How uvicorn serves: the factory takes the settings to worker processes by pickle, not by the environment."""
    return Config(
        partial(create_app, settings), factory=True, workers=workers, loop="uvloop", http=Protocol, ws="none",
        lifespan="on", interface="asgi3", log_level="warning", access_log=False, server_header=False,
        proxy_headers=False, timeout_graceful_shutdown=GRACE_SECONDS,
        ssl_certfile=settings.server.tls_cert or None, ssl_keyfile=settings.server.tls_key or None,
    )


def _serve(config: Config, sockets: list[socket.socket]) -> int:
    if config.workers == 1:
        server = Server(config)
        for number in STOPPING:  # until uvicorn listens to signals itself, and when it repeats them at the end
            signal.signal(number, server.handle_exit)
        server.run(sockets)
        return 0 if server.started else 1
    supervisor = Multiprocess(config, sockets)
    supervisor.run()
    return 1 if any(process.exitcode for process in supervisor.processes if process.exitcode != -signal.SIGTERM) else 0


@contextmanager
def _listening(host: str, port: int) -> Iterator[list[socket.socket]]:
    sockets = listening.listen(host, port)
    try:
        yield sockets
    finally:
        listening.close(sockets)


@contextmanager
def _ended_by_signals() -> Iterator[None]:
    """SIGTERM and SIGINT end the command with status 0, also before it serves."""
    previous = {number: signal.signal(number, _leave) for number in STOPPING}
    try:
        yield
    finally:
        for number, handler in previous.items():
            signal.signal(number, handler)


def _leave(_number: int, _frame: FrameType | None) -> None:
    raise SystemExit(0)
