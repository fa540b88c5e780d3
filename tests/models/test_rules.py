"""Rules: what operators may change about them, what is refused, and what they come to for one kind of callers."""
from __future__ import annotations

from contextlib import closing

import pytest

from models.access import ACCESS
from models.builtin import BUILTIN_TYPES
from models.catalogue import Catalogue, string
from models.errors import CatalogueError
from models.network import Network
from models.principal import ANONYMOUS, LOCAL_ADMIN, Principal, Role
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
    Quantifier,
    Related,
    Through,
)
from models.rules import Audience, Opening, Rule, Rules, simplest

CATALOGUE = Catalogue(BUILTIN_TYPES)
ACCOUNT, USER = IsCaller(Caller.ACCOUNT), IsCaller(Caller.USER)
ALICE = Principal(Role.USER, "Alice", account=1)
SOME = Compare("display", "eq", "x")


@pytest.mark.parametrize(("openings", "complaint"), [
    ({"chanel": Opening(Audience.PUBLIC)}, "access.chanel: there is no type 'chanel'; the nearest is channel"),
    ({"channel": Opening(public=("last_topi",))},
     "access.channel: channel has no field 'last_topi'; the nearest is last_topic"),
    ({"channel": Opening(private=("id",))}, "access.channel: channel has no field 'id'"),
    ({"account": Opening(public=("pass",))}, "access.account: account has no field 'pass'"),
    ({"account": Opening(private=("passcode",))}, "access.account: account has no field 'passcode'"),
    ({"oper": Opening(public=("password",))}, "access.oper: oper has no field 'password'"),
])
def test_what_operators_cannot_open_is_refused_before_anything_is_made(
    database_url: str, openings: dict[str, Opening], complaint: str,
) -> None:
    with pytest.raises(CatalogueError) as caught:
        Network.open(database_url, types=(), openings=openings)
    assert str(caught.value).startswith(complaint)


@pytest.mark.parametrize(("rule", "complaint"), [
    (Rule(owner=Through("ci", ACCOUNT)), "access.memo: memo has no field 'ci'"),
    (Rule(owner=Through("mi", ACCOUNT)), "access.memo: no caller is a memoinfo; lead to account"),
    (Rule(owner=Through("mi", Through("owner", ACCOUNT))), "access.memo: memoinfo.owner refers to objects of any type"),
    (Rule(owner=Related("nothing", "mi")), "access.memo: there is no type 'nothing'"),
    (Rule(public=("text",), unless={"txt": EVERYTHING}), "access.memo: memo has no field 'txt'; the nearest is text"),
    (Rule(writes=("body",)), "access.memo: memo has no field 'body'"),
    (Rule(links=("from",)), "access.memo: memo has no field 'from'"),
])
def test_rules_that_make_no_sense_are_refused(
    monkeypatch: pytest.MonkeyPatch, database_url: str, rule: Rule, complaint: str,
) -> None:
    monkeypatch.setattr("models.network.ACCESS", {**ACCESS, "memo": rule})
    with pytest.raises(CatalogueError) as caught:
        Network.open(database_url, types=(), rules={})
    assert str(caught.value).startswith(complaint)


def test_types_that_rules_speak_of_may_go_while_the_network_is_open(prepared_url: str) -> None:
    with closing(Network.open(prepared_url, types=())) as network:
        network.database.execute_sql(
            "CREATE TABLE anope_db_odd (id BIGINT REFERENCES anope_db_objects (id) ON DELETE CASCADE, name VARCHAR(9))")
    with closing(Network.open(prepared_url, types=(), openings={"odd": Opening(Audience.USERS)})) as network:
        assert network.rules["odd"].rows is Audience.USERS
        network.database.execute_sql("DROP TABLE anope_db_odd")
        assert "odd" not in network.renewed().catalogue


def test_a_field_that_is_named_is_of_no_other_kind_any_more() -> None:
    rule = Opening(public=("email",), private=("display",)).applied(ACCESS["account"])
    assert rule.public == ("email",)
    assert "email" not in rule.private
    assert rule.private[-1] == "display"
    assert rule.rows is ACCESS["account"].rows


def test_what_is_opened_stays_hidden_where_its_owner_hides_it() -> None:
    access = Rules(ACCESS, {"account": Opening(public=("email",))}).access(ALICE)
    email = CATALOGUE["account"].field("email")
    assert access.cell(CATALOGUE["account"], email) == AnyOf((Not(Compare("HIDE_EMAIL", "eq", True)), ACCOUNT))


def test_secrets_and_fields_that_nobody_classified_stay_closed() -> None:
    rules = Rules(ACCESS, {"account": Opening(Audience.PUBLIC)})
    account = CATALOGUE["account"]
    found = string("found", "")
    for principal in (ANONYMOUS, ALICE):
        access = rules.access(principal)
        assert access.cell(account, account.field("pass")) == NOTHING
        assert access.cell(account, found) == NOTHING
    assert rules.access(LOCAL_ADMIN).cell(account, found) == EVERYTHING


def test_a_type_that_is_closed_is_closed_to_its_owner() -> None:
    access = Rules(ACCESS, {"memo": Opening(Audience.ADMIN)}).access(ALICE)
    assert access.rows(CATALOGUE["memo"]) == access.owned(CATALOGUE["memo"]) == NOTHING


def test_callers_of_one_kind_share_what_they_may_do() -> None:
    rules = Rules(ACCESS)
    assert rules.access(ALICE) is rules.access(Principal(Role.USER, "Bob", account=2))
    keys = {rules.access(principal).key for principal in (
        ANONYMOUS, ALICE, Principal(Role.USER, "x"), Principal(Role.USER, "x", user=1),
        Principal(Role.USER, "x", 1, 2), LOCAL_ADMIN, Principal(Role.ADMIN, "token:x", 1, writes=False))}
    assert len(keys) == 6


@pytest.mark.parametrize(("condition", "simple"), [
    (ACCOUNT, ACCOUNT), (USER, NOTHING), (SOME, SOME), (EVERYTHING, EVERYTHING),
    (Not(USER), EVERYTHING), (Not(EVERYTHING), NOTHING), (Not(ACCOUNT), Not(ACCOUNT)),
    (Through("nc", USER), NOTHING), (Through("nc", ACCOUNT), Through("nc", ACCOUNT)), (Through("nc"), Through("nc")),
    (Related("nick", "nc", condition=USER), NOTHING),
    (Related("nick", "nc", Quantifier.NONE, SOME), Related("nick", "nc", Quantifier.NONE, SOME)),
    (All((SOME, USER)), NOTHING), (All((SOME, EVERYTHING)), SOME), (All((SOME, ACCOUNT)), All((SOME, ACCOUNT))),
    (AnyOf((SOME, USER)), SOME), (AnyOf((SOME, Not(USER))), EVERYTHING), (AnyOf((USER, Through("nc", USER))), NOTHING),
])
def test_conditions_come_to_what_they_mean_for_who_is_no_user(condition: Condition, simple: Condition) -> None:
    assert simplest(condition, {Caller.ACCOUNT}) == simple
