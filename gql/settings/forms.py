"""The forms in which settings are written, in a TOML file and in the environment."""
from __future__ import annotations

import ipaddress
import re
from collections.abc import Callable
from dataclasses import dataclass

from models.jid import parse_jid
from models.preparation import nameprep

Value = str | int | bool | tuple[str, ...]

SWITCH_WORDS = {"true": True, "false": False}


def _as_is(text: str) -> str:
    return text


@dataclass(frozen=True)
class Form:
    """How the values of a setting are written; `expects` says it in an error's words.

    `toml` is the type that TOML must give. `check` takes one text, or one item of a list, and returns
    it as it is kept; it raises ValueError for what cannot be. `least` is the smallest number.
    """

    expects: str
    toml: type[str] | type[int] | type[bool] | type[list[str]]
    check: Callable[[str], str] = _as_is
    least: int = 1

    def from_toml(self, value: object) -> Value:
        """The value that a TOML file holds; raises ValueError."""
        if type(value) is not self.toml:  # a TOML boolean is an instance of int and no number
            raise ValueError(value)
        if isinstance(value, list):
            return tuple(self._item(item) for item in value)
        if isinstance(value, bool):
            return value
        return self.check(value) if isinstance(value, str) else self._number(value)

    def from_text(self, text: str) -> Value:
        """The value that a text of the environment or an option means; raises ValueError."""
        if self.toml is list:
            return tuple(self.check(item.strip()) for item in text.split(",") if item.strip())
        if self.toml is bool:
            return self._switch(text)
        if self.toml is int:
            return self._number(int(text) if re.fullmatch("[0-9]+", text) else text)
        return self.check(text)

    def _item(self, item: object) -> str:
        if not isinstance(item, str):
            raise ValueError(item)  # noqa: TRY004 - a wrong type is a wrong value to whoever wrote the file
        return self.check(item)

    def _number(self, value: object) -> int:
        if not isinstance(value, int) or value < self.least:
            raise ValueError(value)
        return value

    @staticmethod
    def _switch(text: str) -> bool:
        if text not in SWITCH_WORDS:
            raise ValueError(text)
        return SWITCH_WORDS[text]


def _matches(pattern: str) -> Callable[[str], str]:
    compiled = re.compile(pattern)

    def check(text: str) -> str:
        if not compiled.fullmatch(text):
            raise ValueError(text)
        return text

    return check


def _network(text: str) -> str:
    return str(ipaddress.ip_network(text))


def _host(text: str) -> str:
    prepared = nameprep(text)
    if not prepared or not re.fullmatch(r"[^\s/@:]+", prepared):
        raise ValueError(text)
    return prepared


def _jid(text: str) -> str:
    prepared = parse_jid(text)
    if prepared is None or "/" in text or text != text.strip():
        raise ValueError(text)
    return str(prepared)


def one_of(*names: str) -> Form:
    """The form of a setting that is one of a few names."""
    return Form("one of " + ", ".join(names), str, _matches("|".join(map(re.escape, names))))


DATABASE_URL = Form("a database URL, such as sqlite:///edgewise.db", str, _matches(".+"))
PREFIX = Form("letters, digits and underscores, such as anope_db_", str, _matches("[A-Za-z0-9_]*"))
HOST = Form("the name of a host, such as example.net", str, _host)
HOST_OR_NONE = Form(f"{HOST.expects}, or empty", str, lambda text: _host(text) if text else "")
WEB_URL = Form("the address of a web site, such as https://chat.example.net", str, _matches(r"(https?://[^\s?#]+)?"))
SIZE = Form("a whole number of bytes above 0, such as 10485760", int)
SIZE_OR_NONE = Form("a whole number of bytes, such as 16777216, or 0", int, least=0)
COUNT = Form("a whole number above 0, such as 20", int)
SECONDS = Form("a whole number of seconds above 0, such as 10", int)
FILE_OR_NONE = Form("the path of a file, or empty", str)
HOSTS = Form("a list of names of hosts, such as chat.example.net", list, _host)
ORIGINS = Form("a list of origins, such as https://chat.example.net", list, _matches(r"https?://[^\s/?#@*]+"))
SWITCH = Form("true or false", bool)
FOLDER_OR_NONE = Form("the path of a folder, or empty", str)
JIDS = Form("a list of JIDs without resource, such as admin@example.net", list, _jid)
NAMES = Form("a list of names, such as Alice", list, _matches(r"\S+"))
NETWORKS = Form("a list of networks, such as 127.0.0.0/8 or ::1", list, _network)
