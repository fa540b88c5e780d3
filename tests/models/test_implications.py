"""Where objects are seen with the one that they refer to, statements need not ask their rule again."""
from __future__ import annotations

from collections.abc import Mapping

import pytest

from models.access import ACCESS
from models.builtin import BUILTIN_TYPES
from models.catalogue import Catalogue
from models.implications import are_seen_with, at_target
from models.principal import ANONYMOUS, Principal, Role
from models.query.callers import Caller
from models.query.conditions import (
    EVERYTHING,
    NOTHING,
    All,
    AnyOf,
    Compare,
    Condition,
    IsCaller,
    Not,
    Related,
    Through,
)
from models.rules import Audience, Opening, Rule, Rules

CATALOGUE = Catalogue(BUILTIN_TYPES)
ACCOUNT, PRIVATE = IsCaller(Caller.ACCOUNT), Compare("NS_PRIVATE", "eq", True)
ALICE, BOTH = Principal(Role.USER, "Alice", account=1), Principal(Role.USER, "Alice", account=1, user=2)


def seen(rules: Rules, principal: Principal) -> set[tuple[str, str, str]]:
    """Which types are seen with which: the type, its field, the type that the field leads to."""
    access = rules.access(principal)
    return {(type_.name, field.name, target.name) for type_ in CATALOGUE for field, reference in type_.references
            for target in ([CATALOGUE[reference.target]] if reference.target else CATALOGUE)
            if access.rows(target) != NOTHING and are_seen_with(access, type_, field.name, target)}


def test_what_is_shown_and_hidden_with_something_is_seen_with_it() -> None:
    hidden_with = {("nick", "nc", "account"), ("nsmiscdata", "nc", "account"), ("csmiscdata", "owner", "channel")}
    own = {("memo", "mi", "memoinfo"), ("memoignore", "mi", "memoinfo")}
    assert seen(Rules(ACCESS), ALICE) == hidden_with | own
    assert seen(Rules(ACCESS), BOTH) == hidden_with | own | {("xmppstore", "user", "xmppuser")}
    assert seen(Rules(ACCESS), ANONYMOUS) == set()


@pytest.mark.parametrize("openings", [
    {"account": Opening(Audience.PUBLIC)},
    {"account": Opening(Audience.PUBLIC), "nick": Opening(Audience.OWNER)},
    {"account": Opening(Audience.PUBLIC), "nick": Opening(Audience.ADMIN)},
])
def test_what_operators_open_is_not_seen_with_what_they_leave_closed(openings: Mapping[str, Opening]) -> None:
    assert ("nick", "nc", "account") not in seen(Rules(ACCESS, openings), ANONYMOUS)


def test_what_is_opened_together_is_seen_together() -> None:
    opened = Rules(ACCESS, {"account": Opening(Audience.PUBLIC), "nick": Opening(Audience.PUBLIC)})
    assert seen(opened, ANONYMOUS) == {("nick", "nc", "account")}


@pytest.mark.parametrize(("nick", "account", "are_seen"), [
    (Rule(Audience.PUBLIC, Through("nc", Not(PRIVATE))), Rule(Audience.PUBLIC, Not(PRIVATE)), True),
    (Rule(Audience.PUBLIC, Through("nc", PRIVATE)), Rule(Audience.PUBLIC, Not(PRIVATE)), False),
    (Rule(Audience.PUBLIC, Not(PRIVATE)), Rule(Audience.PUBLIC, Not(PRIVATE)), False),
    (Rule(Audience.PUBLIC, Through("nc")), Rule(Audience.PUBLIC, Not(PRIVATE)), True),
    (Rule(Audience.PUBLIC), Rule(), True),
    (Rule(Audience.PUBLIC, Through("nc", Not(PRIVATE))), Rule(Audience.PUBLIC), False),
    (Rule(Audience.PUBLIC, Through("nc", Not(PRIVATE))), Rule(Audience.PUBLIC, Not(PRIVATE), owner=ACCOUNT), False),
    (Rule(Audience.PUBLIC, AnyOf((Through("nc", ACCOUNT), Through("nc", Not(PRIVATE))))),
     Rule(Audience.PUBLIC, Not(PRIVATE), owner=ACCOUNT), True),
    (Rule(Audience.PUBLIC, All((Through("nc", Not(PRIVATE)), Compare("nick", "eq", "x")))),
     Rule(Audience.PUBLIC, Not(PRIVATE)), False),
])
def test_an_object_is_seen_with_another_if_all_that_shows_that_shows_it_too(
    nick: Rule, account: Rule, are_seen: bool,
) -> None:
    access = Rules({"nick": nick, "account": account}).access(ALICE)
    assert are_seen_with(access, CATALOGUE["nick"], "nc", CATALOGUE["account"]) is are_seen


@pytest.mark.parametrize(("condition", "found"), [
    (EVERYTHING, EVERYTHING), (NOTHING, NOTHING), (Through("owner", ACCOUNT), ACCOUNT), (Through("owner"), EVERYTHING),
    (Through("owner", ACCOUNT, target="account"), ACCOUNT), (Through("owner", ACCOUNT, target="channel"), NOTHING),
    (Through("other", ACCOUNT), NOTHING), (Not(Through("owner", PRIVATE)), Not(PRIVATE)),
    (Not(Through("owner", PRIVATE, target="channel")), NOTHING), (Not(Through("other", PRIVATE)), NOTHING),
    (Not(PRIVATE), NOTHING), (PRIVATE, NOTHING), (Related("memo", "mi"), NOTHING),
    (Not(Not(Through("owner", PRIVATE))), NOTHING),
    (All((Through("owner", ACCOUNT), PRIVATE)), All((ACCOUNT, NOTHING))),
    (AnyOf((Through("owner", ACCOUNT), PRIVATE)), AnyOf((ACCOUNT, NOTHING))),
])
def test_conditions_are_those_of_the_object_that_is_referred_to(condition: Condition, found: Condition) -> None:
    assert at_target(condition, "owner", CATALOGUE["account"]) == found
