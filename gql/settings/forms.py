"""The forms in which settings are written, in a TOML file and in the environment."""
from __future__ import annotations

import ipaddress
import re
from collections.abc import Callable
from dataclasses import dataclass

from models.jid import parse_jid
from models.preparation import nameprep

Value = str | int | tuple[str, ...]


def _as_is(text: str) -> str:
    return text


@dataclass(frozen=True)
class Form:
    """How the values of a setting are written; `expects` says it in an error's words.

    `toml` is the type that TOML must give. `check` takes one text, or one item of a list, and returns
    it as it is kept; it raises ValueError for what cannot be.
    """

    expects: str
    toml: type[str] | type[int] | type[list[str]]
    check: Callable[[str], str] = _as_is

    def from_toml(self, value: object) -> Value:
        """The value that a TOML file holds; raises ValueError."""
        if type(value) is not self.toml:  # a TOML boolean is an instance of int and no number
            raise ValueError(value)
        if isinstance(value, list):
            return tuple(self._item(item) for item in value)
        return self.check(value) if isinstance(value, str) else self._number(value)

    def from_text(self, text: str) -> Value:
        """The value that a text of the environment or an option means; raises ValueError."""
        if self.toml is list:
            return tuple(self.check(item.strip()) for item in text.split(",") if item.strip())
        if self.toml is int:
            return self._number(int(text) if re.fullmatch("[0-9]+", text) else text)
        return self.check(text)

    def _item(self, item: object) -> str:
        if not isinstance(item, str):
            raise ValueError(item)  # noqa: TRY004 - a wrong type is a wrong value to whoever wrote the file
        return self.check(item)

    @staticmethod
    def _number(value: object) -> int:
        if not isinstance(value, int) or value < 1:
            raise ValueError(value)
        return value


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
JIDS = Form("a list of JIDs without resource, such as admin@example.net", list, _jid)
NETWORKS = Form("a list of networks, such as 127.0.0.0/8 or ::1", list, _network)
