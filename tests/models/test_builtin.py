"""The built-in types against the contract's table of types."""
from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from models.builtin import BUILTIN_TYPES
from models.catalogue import Catalogue, Field, ObjectType

TYPES_JSON = Path(__file__).parents[1] / "contract" / "rest" / "types.json"
CONTRACT: list[dict[str, Any]] = json.loads(TYPES_JSON.read_text(encoding="utf-8"))["types"]
ANOPE_TYPES = BUILTIN_TYPES[:len(CONTRACT)]
EVERY_FIELD = [pytest.param(type_, field, id=f"{type_.name}.{field.name}")
               for type_ in BUILTIN_TYPES for field in type_.fields]


def as_contract(field: Field) -> dict[str, Any]:
    """The field in the form of types.json, without the module that adds it."""
    entry: dict[str, Any] = {"name": field.name, "kind": field.kind.value}
    if field.reference:
        entry |= {"target": field.reference.target or "object", "depends": field.reference.depends}
    if field.values:
        entry["values"] = dict(field.values)
    return entry | ({"emitted": "when set"} if field.optional else {"emitted": "always", "default": field.default})


def test_types_and_their_modules_stand_in_the_order_of_the_contract() -> None:
    assert [(t.name, t.module) for t in ANOPE_TYPES] == [(t["name"], t["module"]) for t in CONTRACT]


@pytest.mark.parametrize(("declared", "contract"), list(zip(ANOPE_TYPES, CONTRACT, strict=True)),
                         ids=[t.name for t in ANOPE_TYPES])
def test_fields_are_those_of_the_contract(declared: ObjectType, contract: dict[str, Any]) -> None:
    expected = [{name: value for name, value in field.items() if name != "module"} for field in contract["fields"]]
    assert [as_contract(field) for field in declared.fields] == expected


def test_xmpp_types_follow_the_anope_types() -> None:
    assert [t.name for t in BUILTIN_TYPES[len(CONTRACT):]] == ["xmpphost", "xmppuser", "xmppstore"]


def test_only_xmpp_types_have_unique_keys() -> None:
    assert {t.name: t.key for t in BUILTIN_TYPES if t.unique} == {
        "xmpphost": ("name",), "xmppuser": ("host", "name"), "xmppstore": ("user", "name")}


def test_people_find_the_main_types_by_name() -> None:
    keys = {t.name: t.key for t in ANOPE_TYPES if t.key}
    assert keys == {"account": ("display",), "nick": ("nick",), "channel": ("name",), "botinfo": ("nick",),
                    "oper": ("name",), "dnszone": ("name",), "dnsserver": ("name",)}


def test_secrets_are_the_fields_that_let_somebody_in() -> None:
    assert {f"{t.name}.{f.name}" for t in BUILTIN_TYPES for f in t.fields if f.secret} == {
        "account.pass", "account.passcode", "oper.password"}


def test_built_in_types_make_a_catalogue() -> None:
    assert len(Catalogue(BUILTIN_TYPES).types) == 42


def is_sentence(text: str) -> bool:
    return text[:1].isupper() and text.endswith(".") and len(text) <= 200 and "\n" not in text


@pytest.mark.parametrize("type_", BUILTIN_TYPES, ids=lambda t: t.name)
def test_type_is_described(type_: ObjectType) -> None:
    assert is_sentence(type_.description)


@pytest.mark.parametrize(("type_", "field"), EVERY_FIELD)
def test_field_is_described(type_: ObjectType, field: Field) -> None:
    assert is_sentence(field.description)
