"""The command line as its user has it: no settings in the environment, an empty folder."""
from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from gql.app import DOORS

EDGEWISE = Path(sys.executable).parent / "edgewise"


@dataclass
class Gateway:
    """A running `edgewise serve`: what it printed, and the base of its addresses."""

    process: subprocess.Popen[str]
    printed: list[str]

    @property
    def url(self) -> str:
        """Scheme, host and port."""
        return "/".join(self.printed[0].split("/")[:3])

    def request(self, path: str, method: str = "GET", auth: tuple[str, str] | None = None) -> httpx.Response:
        """The answer to a request; workers that are just starting may take their time."""
        return httpx.request(method, self.url + path, auth=auth, timeout=60)

    def stop(self, number: int = signal.SIGTERM) -> tuple[int, str]:
        """End it by a signal; its exit status and what it said on stderr."""
        self.process.send_signal(number)
        _, complaints = self.process.communicate(timeout=60)
        return self.process.returncode, complaints


Serve = Callable[..., Gateway]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, empty, with no setting in the environment."""
    for name in [name for name in os.environ if name.startswith("EDGEWISE_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def serve(folder: Path) -> Iterator[Serve]:
    """Starts `edgewise serve` with some options on a free port; it ends with the test."""
    processes: list[subprocess.Popen[str]] = []

    def start(*options: str, lines: int = len(DOORS)) -> Gateway:
        command = [str(EDGEWISE), "serve", "--port", "0", *options]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                                   start_new_session=True)
        processes.append(process)
        assert process.stdout
        printed = [process.stdout.readline().rstrip("\n") for _ in range(lines)]
        assert all(printed), process.communicate(timeout=30)[1]
        return Gateway(process, printed)

    yield start
    for process in processes:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)  # its workers as well: they hold the pipes open
        process.communicate()
