"""Load from wrk: requests a second of one request, repeated on a few connections."""
from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

CONNECTIONS = 8


class LoadError(RuntimeError):
    """wrk is missing, or the server did not answer as it should."""


@dataclass(frozen=True)
class Request:
    """What wrk sends again and again; `{n}` in the body counts the requests, so that each writes something new."""

    path: str
    method: str = "GET"
    body: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)

    def script(self) -> str:
        """The request in wrk's own form: a Lua script."""
        lines = [f"wrk.method = {_lua(self.method)}"]
        lines += [f"wrk.headers[ {_lua(name)} ] = {_lua(value)}" for name, value in self.headers.items()]
        if self.body:
            head, _, tail = self.body.partition("{n}")
            body = f"{_lua(head)} .. n .. {_lua(tail)}"
            lines.append(f"local n = 0; request = function() n = n + 1; return wrk.format(nil, nil, nil, {body}) end")
        return "\n".join(lines)


def _lua(text: str) -> str:
    return f"[==[{text}]==]"


def requests_per_second(base_url: str, request: Request, seconds: int) -> float:
    """How many requests a second the server answers with a status below 400; raises LoadError."""
    if not shutil.which("wrk"):
        raise LoadError("wrk is missing; install it with: apt-get install wrk")
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder, "request.lua")
        script.write_text(request.script())
        command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "-s", str(script), base_url + request.path]
        output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    if "Non-2xx" in output or "Socket errors" in output:
        raise LoadError(f"{request.method} {request.path} failed under load:\n{output}")
    found = re.search(r"Requests/sec:\s+([\d.]+)", output)
    if not found:
        raise LoadError(f"wrk printed no figure:\n{output}")
    return float(found[1])
