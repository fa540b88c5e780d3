"""Types and fields that only the database knows are served like the others."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager

import pytest

from models.casemap import CaseMap
from models.catalogue import Kind, ObjectID, Reference
from models.closure import Closure
from models.database import connect, quoted
from models.errors import InvalidValue
from models.network import Network
from tests.foreign_tables import ENDING, module_table, run

NAMES = [
    "class", "None", "select", "delete", "save", "_meta", "Meta", "id_", "f_x", "f_class", "a__b", "objects", "create",
    "from", "order by", "ünïcode", "Ünïcödé", "a-b", "1st", "x" * 60, "DoesNotExist", "self", "type", "__init__", "key",
]
"""Column names that mean something to Python, to Peewee or to SQL."""

@contextmanager
def opened(url: str) -> Iterator[Network]:
    with closing(Network.open(url, types=())) as network:
        yield network


def make(network: Network, type_name: str, **values: ObjectID) -> ObjectID:
    return ObjectID(type_name, network.store.create(type_name, values))


@pytest.fixture
def module(prepared_url: str, engine: str) -> str:
    """A database with a module's type and with its column in a known one."""
    run(
        prepared_url,
        module_table(
            engine, "webpage", '"title" TEXT', '"hits" INTEGER',
            '"owner" {id} REFERENCES "anope_db_objects" (id) ON DELETE CASCADE',
            '"author" {id} REFERENCES "anope_db_objects" (id) ON DELETE SET NULL',
        ),
        'ALTER TABLE "anope_db_account" ADD COLUMN "motto" TEXT',
    )
    return prepared_url


def test_an_unknown_table_is_a_type_behind_the_others(module: str) -> None:
    with opened(module) as network:
        type_ = network.catalogue["webpage"]
        assert network.catalogue.types[-1] is type_
        assert type_.discovered
        assert [(field.name, field.kind, field.optional, field.reference) for field in type_.fields] == [
            ("title", Kind.STRING, True, None), ("hits", Kind.INT64, True, None),
            ("owner", Kind.REFERENCE, True, Reference(None, depends=True)),
            ("author", Kind.REFERENCE, True, Reference(None, depends=False)),
        ]


def test_an_unknown_column_is_an_optional_field_behind_the_known_ones(module: str) -> None:
    with opened(module) as network:
        field = network.catalogue["account"].fields[-1]
        assert (field.name, field.kind, field.optional, field.discovered) == ("motto", Kind.STRING, True, True)
        id_ = network.store.create("account", {"display": "Adam", "motto": "Ora et labora"})
        assert network.store.get("account", id_).values[-1] == "Ora et labora"


def test_objects_of_a_found_type_live_like_others(module: str) -> None:
    with opened(module) as network:
        store = network.store
        account = make(network, "account")
        id_ = store.create("webpage", {"title": "Home", "hits": 7, "owner": account, "author": account})
        row = store.get("webpage", id_)
        assert (row.values[0], str(row.values[1]), *row.values[2:]) == ("Home", "7", str(account), str(account))
        store.create_index("webpage", "title")
        found = store.find("webpage", "title", "hOME")
        assert found is not None
        assert found.id == id_
        store.update("webpage", id_, {"title": None})
        assert store.find("webpage", "title", "") is not None
        assert [row.id for row in store.refs(*account, "webpage")] == [id_, id_]


def test_the_delete_rule_is_that_of_the_foreign_key(module: str) -> None:
    with opened(module) as network:
        owner, author = make(network, "nick"), make(network, "nick")
        page = make(network, "webpage", owner=owner, author=author)
        other = make(network, "webpage", author=author)
        assert network.store.delete(*author).unset == ((page, "author"), (other, "author"))
        assert network.store.delete(*owner) == Closure((owner, page), (), ())
        assert [row.id for row in network.store.page("webpage")] == [other.id]


def test_a_reference_to_a_types_own_table_takes_that_type(prepared_url: str, engine: str) -> None:
    run(prepared_url, f"""CREATE TABLE "anope_db_badge" ("holder" {{id}}, id {{id}} PRIMARY KEY,
        FOREIGN KEY (id) REFERENCES "anope_db_objects" (id) ON DELETE CASCADE,
        FOREIGN KEY ("holder") REFERENCES "anope_db_account" (id)){ENDING[engine]}""")
    with opened(prepared_url) as network:
        assert network.catalogue["badge"].field("holder").reference == Reference("account", depends=False)
        account = make(network, "account")
        badge = make(network, "badge", holder=account)
        assert network.store.get(*badge).values == (account.id,)
        assert network.store.delete(*account).unset == ((badge, "holder"),)


def test_other_tables_are_no_types(prepared_url: str, engine: str) -> None:
    run(
        prepared_url,
        f'CREATE TABLE "anope_db_cache" (id {{id}} PRIMARY KEY, "text" TEXT){ENDING[engine]}',
        module_table(engine, "x", '"text" TEXT').replace("anope_db_x", "other_db_x"),
    )
    with opened(prepared_url) as network:
        assert [type_.name for type_ in network.catalogue][-1] == "xmppstore"


@pytest.mark.parametrize("type_", ["BLOB", "DOUBLE PRECISION", "DATE"])
def test_columns_without_a_form_in_the_doors_are_left_out(prepared_url: str, engine: str, type_: str) -> None:
    type_ = "BYTEA" if (engine, type_) == ("postgresql", "BLOB") else type_
    run(prepared_url, f'ALTER TABLE "anope_db_account" ADD COLUMN "photo" {type_}')
    with opened(prepared_url) as network:
        assert "photo" not in network.catalogue["account"].by_name


def test_names_that_drivers_misread_are_left_out(prepared_url: str, engine: str) -> None:
    database = connect(prepared_url, CaseMap("ascii"))
    with closing(database):
        name = quoted(database, "50%" if engine == "sqlite" else "50%%")
        database.execute_sql(f"ALTER TABLE anope_db_account ADD COLUMN {name} TEXT")
    with opened(prepared_url) as network:
        id_ = network.store.create("account", {"display": "Adam"})
        assert network.store.get("account", id_).id == id_


def test_what_a_found_columns_rules_forbid_is_a_bad_value(prepared_url: str, engine: str) -> None:
    run(prepared_url, module_table(engine, "page", '"slug" VARCHAR(5) NOT NULL CHECK (length("slug") <= 5)'))
    with opened(prepared_url) as network:
        for values in ({}, {"slug": "much too long"}, {"slug": None}):
            with pytest.raises(InvalidValue):
                network.store.create("page", values)
        id_ = network.store.create("page", {"slug": "short"})
        with pytest.raises(InvalidValue):
            network.store.update("page", id_, {"slug": None})
        assert network.store.get("page", id_).values == ("short",)
        assert network.tables.objects.select().count() == 1


def separate(engine: str, names: Sequence[str]) -> list[str]:
    """Without those that differ in letter case alone, which only PostgreSQL keeps apart."""
    unique = {name if engine == "postgresql" else name.casefold(): name for name in names}
    return [name for name in names if unique[name if engine == "postgresql" else name.casefold()] == name]


def test_columns_of_any_name_are_fields(prepared_url: str, engine: str) -> None:
    names = separate(engine, NAMES)
    run(prepared_url, module_table(engine, "odd", *(f'"{name}" TEXT' for name in names)))
    with opened(prepared_url) as network:
        assert [field.name for field in network.catalogue["odd"].fields] == names
        values = {name: f"value of {name}" for name in names}
        id_ = network.store.create("odd", values)
        assert network.store.get("odd", id_).values == tuple(values.values())
        network.store.update("odd", id_, dict.fromkeys(names, "other"))
        for name in names:
            network.store.create_index("odd", name)
            found = network.store.find("odd", name, "OTHER")
            assert found is not None
            assert found.id == id_


def test_references_of_any_name_are_followed(prepared_url: str, engine: str) -> None:
    names = separate(engine, NAMES)
    rule = '{id} REFERENCES "anope_db_objects" (id) ON DELETE SET NULL'
    run(prepared_url, module_table(engine, "odd", *(f'"{name}" {rule}' for name in names)))
    with opened(prepared_url) as network:
        bot = make(network, "botinfo")
        odd = make(network, "odd", **dict.fromkeys(names, bot))
        assert len(network.store.refs(*bot, "odd")) == len(names)
        assert network.store.delete(*bot).unset == tuple((odd, name) for name in names)


def test_types_of_any_name_are_served(prepared_url: str, engine: str) -> None:
    names = separate(engine, ["Class", "select", "two words", "ünï", "y" * 40, "objects_", "_", "Model"])
    run(prepared_url, *(module_table(engine, name, '"text" TEXT') for name in names))
    with opened(prepared_url) as network:
        for name in names:
            network.store.create_index(name, "text")
            id_ = network.store.create(name, {"text": "x"})
            assert network.store.type_of(id_) == name
            assert network.store.delete(name, id_).deleted == (ObjectID(name, id_),)


def test_what_was_found_is_found_again_after_a_restart(module: str) -> None:
    with opened(module) as network:
        fingerprint = network.catalogue.fingerprint
        network.store.create_index("account", "motto")
        network.store.create_index("webpage", "hits")
    with opened(module) as network:
        assert network.catalogue.fingerprint == fingerprint
        assert network.store.is_indexed("account", "motto")
        assert network.store.is_indexed("webpage", "hits")


def test_quotes_in_names_are_quoted(network: Network) -> None:
    begin, end = network.database.quote[0], network.database.quote[1]
    assert quoted(network.database, f"a{end}b") == f"{begin}a{end * 2}b{end}"
