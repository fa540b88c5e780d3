"""The servers under load, each a process of its own on a free port."""
from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

START_SECONDS = 30.0

LIKE_EDGEWISE = (
    "--loop", "uvloop", "--http", "httptools", "--ws", "none", "--lifespan", "on", "--interface", "asgi3",
    "--log-level", "warning", "--no-access-log", "--no-server-header", "--no-proxy-headers",
)
"""The options of uvicorn that `edgewise serve` sets."""


class Server(NamedTuple):
    """A running server: its address, its process, and how long it took to answer for the first time."""

    url: str
    pid: int
    start_seconds: float

    def resident_bytes(self) -> int:
        """The memory that the process holds now."""
        return self._status("VmRSS")

    def peak_bytes(self) -> int:
        """The most memory that the process has held, since its start or since `forget_peak`."""
        return self._status("VmHWM")

    def forget_peak(self) -> None:
        """Let the peak be what the process holds now."""
        Path(f"/proc/{self.pid}/clear_refs").write_text("5")

    def _status(self, name: str) -> int:
        status = Path(f"/proc/{self.pid}/status").read_text()
        line = next(line for line in status.splitlines() if line.startswith(f"{name}:"))
        return int(line.split()[1]) * 1024


@contextmanager
def bare_route() -> Iterator[Server]:
    """The yardstick."""
    arguments = ["-m", "uvicorn", "benchmarks.bare:app", "--no-access-log", "--log-level", "error"]
    with running(lambda port: python(*arguments, "--port", str(port)), "/") as server:
        yield server


@contextmanager
def hand_written(url: str, driver: str, threads: int) -> Iterator[Server]:
    """The route with hand-written SQL, on the event loop (0) or in threads, served as `edgewise serve` serves."""
    arguments = ["-m", "uvicorn", "--factory", "benchmarks.graphql.limit:create_app", *LIKE_EDGEWISE]
    how = {"LIMIT_DATABASE": url, "LIMIT_DRIVER": driver, "LIMIT_THREADS": str(threads)}
    with running(lambda port: python(*arguments, "--port", str(port)), "/", how) as server:
        yield server


@contextmanager
def gateway(url: str, config: Path | None = None, environment: Mapping[str, str] | None = None) -> Iterator[Server]:
    """`edgewise serve` with one worker on a database."""
    arguments = ["-m", "gql.cli", "serve", "--database", url]
    if config:
        arguments += ["--config", str(config)]
    with running(lambda port: python(*arguments, "--port", str(port)), "/rest/types", environment) as server:
        yield server


def python(*arguments: str) -> Sequence[str]:
    """A command of this interpreter."""
    return [sys.executable, *arguments]


@contextmanager
def running(
    command: Callable[[int], Sequence[str]], path: str, environment: Mapping[str, str] | None = None,
) -> Iterator[Server]:
    """A server that a command starts on a port, once it answers at a path; it ends with the block."""
    port = _free_port()
    started = time.monotonic()
    process = subprocess.Popen(
        command(port), stdout=subprocess.DEVNULL, env={**os.environ, **(environment or {})})
    try:
        url = f"http://127.0.0.1:{port}"
        _wait(url + path, process)
        yield Server(url, process.pid, time.monotonic() - started)
    finally:
        process.terminate()
        process.wait(30)


def _wait(url: str, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START_SECONDS
    while process.poll() is None and time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(url, timeout=5):
                return
        except urllib.error.HTTPError:
            return
        except urllib.error.URLError:
            time.sleep(0.01)
    raise RuntimeError(f"{url} did not answer; run the server by hand to see why")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
