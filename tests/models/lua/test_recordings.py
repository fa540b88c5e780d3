"""The bodies that a real server took, refused and gave out."""
from __future__ import annotations

import importlib.util
import json
import sys
import tarfile
from base64 import b64decode
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import unquote

import pytest

from models.errors import ValueSyntaxError
from models.lua import exact, literal, prosody_json
from models.lua.value import Table, Value, is_empty

CONTRACT = Path("tests/contract")
TRANSCRIPTS = sorted((CONTRACT / "data").glob("*.jsonl"))
ARCHIVES = sorted((CONTRACT / "data" / "fixtures").glob("*.tar.gz"))
READERS = {"application/json": prosody_json.loads, "text/x-lua": literal.loads}
NOT_ABOUT_THE_BODY = ("more.name.", "write.user.", "more.roles.")

Exchange = dict[str, Any]


@cache
def replay() -> ModuleType:
    """The contract's own comparison of bodies."""
    spec = importlib.util.spec_from_file_location("replay", CONTRACT / "replay.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # its dataclasses look themselves up
    spec.loader.exec_module(module)
    return module


def exchanges(path: Path) -> Iterator[Exchange]:
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.strip() and "request" in (exchange := json.loads(line)):
            yield exchange


def header(exchange: Exchange, name: str) -> str:
    values = [value for key, value in exchange["request"]["headers"] if key.lower() == name.lower()]
    return ", ".join(values)


def read_body(exchange: Exchange) -> Value:
    """The value that a PUT or POST brings; None if the body cannot be parsed."""
    reader = READERS[header(exchange, "Content-Type")]
    try:
        return reader(replay().payload(exchange["request"], "body") or b"")
    except ValueSyntaxError:
        return None


def is_taken(value: Value) -> bool:
    """Nil and false are refused like what cannot be parsed: contract/data, "Methods"."""
    return value is not None and value is not False


def is_upload(exchange: Exchange) -> bool:
    return exchange["request"]["method"] in ("PUT", "POST") and header(exchange, "Content-Type") in READERS


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
def test_takes_and_refuses_the_bodies_that_the_server_did(path: Path) -> None:
    for exchange in filter(is_upload, exchanges(path)):
        status = (exchange["response"] or {"status": 0})["status"]
        if status not in (201, 400) or exchange["case"].startswith(NOT_ABOUT_THE_BODY):
            continue
        assert is_taken(read_body(exchange)) == (status == 201), exchange["case"]


class Stores:
    """As much of the server as is needed to know which body a GET shows: a keyval and a list for each place."""

    def __init__(self, fixture: str) -> None:
        self._keyvals: dict[str, Value] = {}
        self._lists: dict[str, list[Value]] = {}
        self._uncertain: set[str] = set()
        for name, text in files(CONTRACT / "data" / "fixtures" / f"{fixture}.tar.gz").items():
            parts = unquote(name.rpartition(".")[0].replace("/", "\0")).split("\0")[-3:]
            if len(parts) < 3:
                continue  # it belongs to the host, and is not reachable
            place = f"{parts[0]}/{parts[2]}/{parts[1]}"
            if name.endswith(".list"):
                self._lists[place] = list(literal.items(text))
            else:
                self._keyvals[place] = literal.loads(text)

    def take(self, exchange: Exchange) -> None:
        """Do what a PUT, POST or DELETE does, unless the server refused it."""
        place, response = place_of(exchange), exchange["response"]
        if response is None and not place.startswith(caller_of(exchange)):
            self._uncertain.add(place)
        elif response is None or response["status"] in (201, 204):
            value = read_body(exchange) if is_upload(exchange) else None
            self._change(exchange["request"]["method"], place, value)

    def _change(self, method: str, place: str, value: Value) -> None:
        if method == "DELETE" or (method == "PUT" and is_empty(value)):
            self._keyvals.pop(place, None)
        elif method == "PUT" and is_taken(value):
            self._keyvals[place] = value
        elif method == "POST" and is_taken(value):
            self._lists.setdefault(place, []).append(value)
        if method == "DELETE":
            self._lists.pop(place, None)

    def shown(self, exchange: Exchange) -> Value:
        """What a GET shows, None if nothing that is known."""
        place = place_of(exchange)
        if place in self._uncertain:
            return None
        return self._keyvals.get(place) or (Table(self._lists[place]) if place in self._lists else None)


def caller_of(exchange: Exchange) -> str:
    """The host and user of the credentials, as the beginning of a place."""
    try:
        jid, _, _ = b64decode(header(exchange, "Authorization").rpartition(" ")[2]).decode().partition(":")
    except ValueError:
        return "nobody/"
    node, _, host = jid.partition("/")[0].partition("@")
    return f"{host}/{node}/"


def place_of(exchange: Exchange) -> str:
    path = unquote(exchange["request"]["target"].partition("?")[0])
    parts = [part for part in path.split("/") if part][1:]
    return caller_of(exchange) + "".join(parts[:1]) if len(parts) < 3 else "/".join(parts[:3])


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
def test_gives_out_the_bodies_that_the_server_did(path: Path) -> None:
    fixture = path.stem.partition("-")[0]
    if path.stem in ("sql", "corpus-sql"):
        pytest.skip("starts from a database")
    stores, compared = Stores(fixture), Counter[str]()
    for exchange in exchanges(path):
        if exchange["request"]["method"] != "GET":
            stores.take(exchange)
            continue
        response = exchange["response"] or {"status": 0}
        value, body = stores.shown(exchange), response.get("body", {})
        if value is None or response["status"] != 200 or body["kind"] not in ("json", "lua"):
            continue
        dumps = literal.dumps if body["kind"] == "lua" else prosody_json.dumps
        assert replay().body_problem(body, dumps(value)) is None, exchange["case"]
        compared[body["kind"]] += 1
    if path.stem.endswith(("read", "write", "lua", "more", "corpus")):
        assert min(compared["json"], compared["lua"]) > 20


def files(archive: Path) -> dict[str, bytes]:
    """The files of a fixture."""
    with tarfile.open(archive) as opened:
        members = {member.name: opened.extractfile(member) for member in opened if member.isfile()}
        return {name: file.read() for name, file in members.items() if file is not None}


@pytest.mark.parametrize("path", ARCHIVES, ids=lambda path: path.stem)
def test_reads_and_writes_the_files_of_a_real_server(path: Path) -> None:
    texts = files(path)
    for name, text in texts.items():
        values = list(literal.items(text)) if name.endswith(".list") else [literal.loads(text)]
        frame = b"item(%b);\n" if name.endswith(".list") else b"return %b;\n"
        written = b"".join(frame % literal.dumps(value) for value in values)
        if path.stem.startswith("corpus"):  # the others have files written by hand
            assert sorted(written.split()) == sorted(text.split()), name  # a table's items come in any order
        assert [exact.loads(exact.dumps(value)) for value in values] == values
        for value in filter(prosody_json.representable_in_json, values):
            assert prosody_json.loads(prosody_json.dumps(value, exact=True)) == value
    assert len(texts) > 50
