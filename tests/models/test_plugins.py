"""Types of installed Python packages are types like the built-in ones."""
from __future__ import annotations

import sys
import tomllib
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from models.access import ACCESS
from models.builtin import BUILTIN_TYPES
from models.catalogue import ObjectID
from models.closure import Closure
from models.errors import CatalogueError, DuplicateKey, InvalidValue
from models.network import Network
from models.plugins import GROUP, RULES_GROUP, plugin_rules, plugin_types
from models.principal import ANONYMOUS, Principal, Role
from models.query.reader import Reader
from models.rules import CLOSED
from rest_compat.rest import RestDoor
from tests.rest_compat.asking import ask

PLUGIN = Path(__file__).parents[1] / "plugin"

Install = Callable[..., None]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Makes entry points known as pip does: a folder beside the modules, with the text of what it would write."""
    def with_entry_points(name: str = "edgewise_badges", group: str = GROUP, **entry_points: str) -> None:
        info = tmp_path / f"{name}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
        lines = [f"{each} = {value}" for each, value in entry_points.items()]
        (info / "entry_points.txt").write_text("\n".join((f"[{group}]", *lines)))

    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.syspath_prepend(PLUGIN)
    before = set(sys.modules)
    yield with_entry_points
    for each in set(sys.modules) - before:
        if each.startswith("edgewise_"):
            del sys.modules[each]


@pytest.fixture
def badges(install: Install) -> None:
    project = tomllib.loads((PLUGIN / "pyproject.toml").read_text())["project"]
    install(**project["entry-points"][GROUP])
    install("edgewise_badges_rules", RULES_GROUP, **project["entry-points"][RULES_GROUP])


def test_without_plug_ins_there_are_the_built_in_types(prepared_url: str) -> None:
    assert plugin_types() == ()
    with closing(Network.open(prepared_url)) as network:
        assert network.catalogue.types == BUILTIN_TYPES


def test_a_plug_ins_types_stand_behind_the_built_in_ones(badges: None, prepared_url: str) -> None:
    with closing(Network.open(prepared_url)) as network:
        assert [type_.name for type_ in network.catalogue][len(BUILTIN_TYPES):] == ["badge", "award"]
        assert not network.catalogue["badge"].discovered
        assert network.catalogue["badge"].field("code").secret


def test_a_plug_ins_objects_are_created_found_and_deleted_by_its_rules(badges: None, prepared_url: str) -> None:
    with closing(Network.open(prepared_url)) as network:
        store = network.store
        badge = ObjectID("badge", store.create("badge", {"name": "Founder", "points": 5}))
        adam, eve = (ObjectID("account", store.create("account", {})) for _ in range(2))
        mine = ObjectID("award", store.create("award", {"badge": badge, "account": adam, "giver": eve, "hidden": True}))
        with pytest.raises(DuplicateKey):
            store.create("badge", {"name": "Founder"})
        with pytest.raises(InvalidValue):
            store.update(*badge, {"points": 2**31})
        store.create_index("badge", "name")
        found = store.find("badge", "name", "fOUNDER")
        assert found is not None
        assert found.id == badge.id
        assert store.delete(*eve) == Closure((eve,), ((mine, "giver"),), ())
        assert store.delete(*adam) == Closure((adam, mine), (), ())
        store.create("award", {"badge": badge})
        assert len(store.delete(*badge).deleted) == 2


def test_the_rest_door_serves_a_plug_ins_types(badges: None, prepared_url: str) -> None:
    with closing(Network.open(prepared_url)) as network:
        door = RestDoor(network)
        assert b'"badge"' in ask(door, "GET", "/rest/types").body
        assert ask(door, "POST", "/rest/badge", b'{"name": "Founder"}').status == 201
        assert b'"name": "Founder"' in ask(door, "GET", "/rest/badge/1").body
        assert ask(door, "DELETE", "/rest/badge/1").status == 200


def test_without_its_plug_in_a_type_is_still_found_in_the_database(badges: None, prepared_url: str) -> None:
    with closing(Network.open(prepared_url)) as network:
        network.store.create("badge", {"name": "Founder"})
    with closing(Network.open(prepared_url, types=())) as network:
        assert network.catalogue["badge"].discovered
        assert network.store.page("badge")[0].values[0] == "Founder"
        account = ObjectID("account", network.store.create("account", {}))
        award = ObjectID("award", network.store.create("award", {"account": account, "giver": account}))
        assert network.store.delete(*account).deleted == (account, award)


def test_plug_ins_come_in_the_order_of_their_names(install: Install) -> None:
    install(b="edgewise_badges:BADGE", a="edgewise_badges:AWARD")
    assert [type_.name for type_ in plugin_types()] == ["award", "badge"]


@pytest.mark.parametrize("value", [
    "edgewise_missing:TYPES", "edgewise_badges:MISSING", "edgewise_badges:__doc__", "edgewise_badges:flag",
    "edgewise_badges:BADGE.fields",
])
def test_a_plug_in_that_cannot_be_used_is_named(install: Install, value: str) -> None:
    install(odd=value)
    with pytest.raises(CatalogueError, match="plug-in odd"):
        plugin_types()


def test_a_plug_in_may_not_take_a_name_that_is_taken(install: Install, prepared_url: str) -> None:
    install("edgewise_first", first="edgewise_badges:TYPES")
    install("edgewise_second", second="edgewise_badges:BADGE")
    with pytest.raises(CatalogueError, match="badge"):
        Network.open(prepared_url)


def test_a_plug_ins_rules_say_who_sees_its_objects(badges: None, prepared_url: str) -> None:
    with closing(Network.open(prepared_url)) as network:
        store = network.store
        badge = ObjectID("badge", store.create("badge", {"name": "Founder"}))
        adam, eve = (ObjectID("account", store.create("account", {"display": name})) for name in ("adam", "eve"))
        shown, hidden = (store.create("award", {"badge": badge, "account": adam, "giver": eve, "hidden": flag})
                         for flag in (False, True))
        principals = (ANONYMOUS, Principal(Role.USER, "eve", eve.id), Principal(Role.USER, "adam", adam.id))
        seen = []
        for principal in principals:
            reader = Reader(store, network.rules.access(principal), principal)
            assert [row.values for row in reader.root("badge").rows] == [("Founder", None, None)]
            seen.append([(row.id, row.values[2]) for row in reader.root("award").rows])
        assert seen == [[], [(shown, None)], [(shown, eve.id), (hidden, eve.id)]]


def test_a_plug_ins_types_are_for_admins_alone_without_rules(install: Install, prepared_url: str) -> None:
    install(badges="edgewise_badges:TYPES")
    with closing(Network.open(prepared_url)) as network:
        assert network.rules["badge"] is CLOSED
        network.store.create("badge", {"name": "Founder"})
        reader = Reader(network.store, network.rules.access(ANONYMOUS), ANONYMOUS)
        assert reader.root("badge", want_total=True).total == 0


@pytest.mark.parametrize("value", [
    "edgewise_missing:RULES", "edgewise_badges:MISSING", "edgewise_badges:TYPES", "edgewise_badges:BADGE",
])
def test_rules_that_cannot_be_used_are_named(install: Install, value: str) -> None:
    install(group=RULES_GROUP, odd=value)
    with pytest.raises(CatalogueError, match="plug-in odd"):
        plugin_rules()


def test_a_plug_ins_rules_do_not_change_those_that_are_built_in(
    install: Install, tmp_path: Path, prepared_url: str,
) -> None:
    text = "from models.rules import Audience, Rule\nRULES = {'memo': Rule(Audience.PUBLIC)}\n"
    (tmp_path / "edgewise_greedy.py").write_text(text)
    install(group=RULES_GROUP, odd="edgewise_greedy:RULES")
    with closing(Network.open(prepared_url)) as network:
        assert network.rules["memo"] is ACCESS["memo"]
