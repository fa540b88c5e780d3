"""Load from wrk: requests a second, repeated on a few connections."""
from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, Protocol

CONNECTIONS = 8
TIMEOUT_SECONDS = 60
LONG_SECONDS = 3600
"""How long a load in the background lasts if nobody ends it."""

FIGURES = re.compile(r"^FIGURES (\d+) (\d+) (\d+) ([\d.]+)$", re.MULTILINE)
DONE = """
done = function(summary, latency)
    local p99 = latency:percentile(99)
    print(string.format("FIGURES %d %d %d %f", summary.requests, summary.duration, summary.bytes, p99))
end
"""
"""Prints the figures as they are: wrk itself rounds them."""


class LoadError(RuntimeError):
    """wrk is missing, or the server did not answer as it should."""


class Load(NamedTuple):
    """What a load came to: requests, those of a second, their 99th percentile in seconds, the bytes of an answer.

    Where no request was answered in time, the percentile is all the time.
    """

    requests: int
    rate: float
    p99: float
    size: float


class Source(Protocol):
    """What wrk sends: to which path, by which Lua script; the script may read files that it puts into a folder."""

    @property
    def path(self) -> str:
        """The path of the address."""

    def script(self, folder: Path) -> str:
        """The requests in wrk's own form."""


@dataclass(frozen=True)
class Request:
    """What wrk sends again and again; `{n}` in the body counts the requests, so that each writes something new."""

    path: str
    method: str = "GET"
    body: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)

    def script(self, _folder: Path) -> str:
        """The request in wrk's own form: a Lua script."""
        lines = _head(self.method, self.headers)
        if self.body:
            head, _, tail = self.body.partition("{n}")
            body = f"{_lua(head)} .. n .. {_lua(tail)}"
            lines.append(f"local n = 0; request = function() n = n + 1; return wrk.format(nil, nil, nil, {body}) end")
        return "\n".join(lines)


@dataclass(frozen=True)
class Turns:
    """POST requests whose bodies take turns; no body has a line break. They are made before the load begins."""

    path: str
    bodies: Sequence[str]
    headers: Mapping[str, str] = field(default_factory=dict)

    def script(self, folder: Path) -> str:
        """A script that reads the bodies from a file, one a line."""
        file = folder / "bodies"
        file.write_text("".join(f"{body}\n" for body in self.bodies))
        return "\n".join([*_head("POST", self.headers), f"local file = {_lua(str(file))}", _TURNS])


_TURNS = """
local requests, n = {}, 0
init = function()
    for body in io.lines(file) do requests[#requests + 1] = wrk.format(nil, nil, nil, body) end
end
request = function() n = n % #requests + 1; return requests[n] end
"""


def _head(method: str, headers: Mapping[str, str]) -> list[str]:
    lines = [f"wrk.headers[ {_lua(name)} ] = {_lua(value)}" for name, value in headers.items()]
    return [f"wrk.method = {_lua(method)}", *lines]


def _lua(text: str) -> str:
    return f"[==[{text}]==]"


def requests_per_second(base_url: str, source: Source, seconds: int) -> float:
    """How many requests a second the server answers with a status below 400; raises LoadError."""
    return load(base_url, source, seconds).rate


def load(base_url: str, source: Source, seconds: int, connections: int = CONNECTIONS) -> Load:
    """What a server does under load; raises LoadError if it answers one request with a status of 400 or more."""
    with tempfile.TemporaryDirectory() as folder:
        command = _command(base_url, source, seconds, connections, Path(folder))
        output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found = FIGURES.search(output)
    if not found or "Non-2xx" in output or "Socket errors" in output:
        raise LoadError(f"{base_url}{source.path} failed under load:\n{output}")
    requests, microseconds, size, p99 = map(float, found.groups())
    slowest = p99 if requests else microseconds
    return Load(int(requests), requests / microseconds * 1e6, slowest / 1e6, size / max(requests, 1))


@contextmanager
def background(base_url: str, source: Source, connections: int) -> Iterator[None]:
    """A load that goes on until the end of the block, which raises LoadError if it ended before."""
    with tempfile.TemporaryDirectory() as folder:
        command = _command(base_url, source, LONG_SECONDS, connections, Path(folder))
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        try:
            yield
            if process.poll() is not None:
                raise LoadError(f"the load on {base_url}{source.path} ended by itself")
        finally:
            process.kill()
            process.wait()


def _command(base_url: str, source: Source, seconds: int, connections: int, folder: Path) -> list[str]:
    if not shutil.which("wrk"):
        raise LoadError("wrk is missing; install it with: apt-get install wrk")
    script = folder / "requests.lua"
    script.write_text(source.script(folder) + DONE)
    return ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", f"{TIMEOUT_SECONDS}s", "-s", str(script),
            base_url + source.path]
