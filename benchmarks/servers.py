"""The servers under load, each a process of its own on a free port."""
from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

START_SECONDS = 30.0


class Server(NamedTuple):
    """A running server: its address, its process, and how long it took to answer for the first time."""

    url: str
    pid: int
    start_seconds: float

    def resident_bytes(self) -> int:
        """The memory that the process holds now."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        line = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
        return int(line.split()[1]) * 1024

    def peak_bytes(self) -> int:
        """The most memory that the process has held."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        line = next(line for line in status.splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) * 1024


@contextmanager
def bare_route() -> Iterator[Server]:
    """The yardstick."""
    arguments = ["-m", "uvicorn", "benchmarks.bare:app", "--no-access-log", "--log-level", "error"]
    with _running(arguments, "/") as server:
        yield server


@contextmanager
def gateway(database: Path, config: Path) -> Iterator[Server]:
    """`edgewise serve` with one worker."""
    arguments = ["-m", "gql.cli", "serve", "--database", f"sqlite:///{database}", "--config", str(config)]
    with _running(arguments, "/rest/types") as server:
        yield server


@contextmanager
def _running(arguments: Sequence[str], path: str) -> Iterator[Server]:
    port = _free_port()
    started = time.monotonic()
    process = subprocess.Popen([sys.executable, *arguments, "--port", str(port)], stdout=subprocess.DEVNULL)
    try:
        url = f"http://127.0.0.1:{port}"
        _wait(url + path, process)
        yield Server(url, process.pid, time.monotonic() - started)
    finally:
        process.terminate()
        process.wait(10)


def _wait(url: str, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START_SECONDS
    while process.poll() is None and time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(url, timeout=5):
                return
        except urllib.error.URLError:
            time.sleep(0.01)
    raise RuntimeError(f"{url} did not answer; run the server by hand to see why")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
