"""Settings: defaults, TOML, environment, options; and what is refused."""
from __future__ import annotations

from pathlib import Path

import pytest

from gql.errors import SettingsError
from gql.settings import Settings, load
from gql.settings.table import SETTINGS, VARIABLES

DOCS = Path(__file__).parents[2] / "docs" / "settings.md"


@pytest.fixture
def toml(tmp_path: Path) -> Path:
    return tmp_path / "edgewise.toml"


def test_without_any_source_the_defaults_hold() -> None:
    settings = load(None, {}, {})
    assert settings == Settings()
    assert settings.database == "sqlite:///edgewise.db"
    assert settings.anope.prefix == "anope_db_"
    assert settings.rest.trusted == ("127.0.0.0/8", "::1/128")
    assert settings.data.max_body == 10 * 1024 * 1024


def test_a_file_sets_every_setting(toml: Path) -> None:
    toml.write_text("""
        database = "postgresql://chat@db/chat"
        [anope]
        prefix = "x_"
        casemap = "rfc1459"
        admins = ["Alice", "bob"]
        [auth]
        session = 60
        [xmpp]
        admins = ["root@example.net"]
        [xmpp.hosts."example.net"]
        admins = ["a@example.net", "b@example.org"]
        [graphql]
        documents = "documents"
        trusted_only = true
        persisted_size = 0
        [rest]
        trusted = ["10.0.0.0/8", "192.0.2.7"]
        [data]
        default_host = "example.net"
        public_url = "https://chat.example.net"
        max_body = 4096
    """)
    settings = load(toml, {}, {})
    assert settings.database == "postgresql://chat@db/chat"
    assert (settings.anope.prefix, settings.anope.casemap) == ("x_", "rfc1459")
    assert settings.anope.admins == ("Alice", "bob")
    assert settings.auth.session == 60
    assert settings.xmpp.admins == ("root@example.net",)
    assert settings.xmpp.hosts["example.net"].admins == ("a@example.net", "b@example.org")
    assert (settings.graphql.documents, settings.graphql.trusted_only) == ("documents", True)
    assert settings.graphql.persisted_size == 0
    assert settings.rest.trusted == ("10.0.0.0/8", "192.0.2.7/32")
    assert settings.data.default_host == "example.net"
    assert settings.data.public_url == "https://chat.example.net"
    assert settings.data.max_body == 4096


def test_an_empty_table_names_a_host(toml: Path) -> None:
    toml.write_text('[xmpp.hosts."example.net"]\n[xmpp.hosts.localhost]\n')
    hosts = load(toml, {}, {}).xmpp.hosts
    assert {name: host.admins for name, host in hosts.items()} == {"example.net": (), "localhost": ()}


def test_hosts_and_jids_are_prepared(toml: Path) -> None:
    toml.write_text('[xmpp.hosts."Example.NET"]\nadmins = ["Admin@EXAMPLE.net"]\n[data]\ndefault_host = "Example.net"')
    settings = load(toml, {}, {})
    assert settings.xmpp.hosts["example.net"].admins == ("admin@example.net",)
    assert settings.data.default_host == "example.net"


def test_the_environment_overrides_the_file_and_options_override_both(toml: Path) -> None:
    toml.write_text('database = "sqlite:///file.db"\n[anope]\nprefix = "file_"\n[data]\nmax_body = 1\n')
    environ = {"EDGEWISE_DATABASE": "sqlite:///environment.db", "EDGEWISE_ANOPE_PREFIX": "environment_", "HOME": "/"}
    settings = load(toml, environ, {"database": "sqlite:///option.db"})
    assert settings.database == "sqlite:///option.db"
    assert settings.anope.prefix == "environment_"
    assert settings.data.max_body == 1
    assert load(toml, environ, {"database": None}).database == "sqlite:///environment.db"


def test_the_environment_writes_lists_with_commas_sizes_as_digits_and_switches_as_words() -> None:
    environ = {
        "EDGEWISE_XMPP_ADMINS": "a@example.net, b@example.net",
        "EDGEWISE_REST_TRUSTED": "",
        "EDGEWISE_DATA_MAX_BODY": "65536",
        "EDGEWISE_GRAPHQL_TRUSTED_ONLY": "true",
        "EDGEWISE_GRAPHQL_PERSISTED_SIZE": "0",
    }
    settings = load(None, environ, {})
    assert settings.xmpp.admins == ("a@example.net", "b@example.net")
    assert settings.rest.trusted == ()
    assert settings.data.max_body == 65536
    assert settings.graphql.trusted_only is True
    assert settings.graphql.persisted_size == 0


@pytest.mark.parametrize(("text", "named", "nearest"), [
    ('databse = "x"', "databse", "database"),
    ("max_body = 1", "max_body", "data.max_body"),
    ("[data]\nmaxbody = 1", "data.maxbody", "data.max_body"),
    ("[anop]\nprefix = 'x'", "anop", "anope.prefix"),
    ('[xmpp.hosts."example.net"]\nadmin = []', 'xmpp.hosts."example.net".admin', 'xmpp.hosts."example.net".admins'),
    ('[xmpp]\nadmin = []', "xmpp.admin", "xmpp.admins"),
])
def test_an_unknown_key_is_named_with_the_nearest(toml: Path, text: str, named: str, nearest: str) -> None:
    toml.write_text(text)
    with pytest.raises(SettingsError) as caught:
        load(toml, {}, {})
    assert str(caught.value) == f"{toml}: there is no setting {named}; the nearest is {nearest}"


@pytest.mark.parametrize(("text", "complaint"), [
    ("database = 1", "database must be a database URL, such as sqlite:///edgewise.db; it is 1"),
    ('database = ""', "database must be a database URL"),
    ("anope = 1", "anope must be a table; write [anope]"),
    ('[anope]\nprefix = "a b"', "anope.prefix must be letters, digits and underscores"),
    ('[anope]\ncasemap = "ASCII"', "anope.casemap must be one of ascii, rfc1459; it is 'ASCII'"),
    ('[xmpp]\nadmins = "a@example.net"', "xmpp.admins must be a list of JIDs"),
    ("[xmpp]\nadmins = [1]", "xmpp.admins must be a list of JIDs"),
    ('[xmpp]\nadmins = ["example.net"]', "xmpp.admins must be a list of JIDs"),
    ('[xmpp]\nadmins = ["a@example.net/home"]', "xmpp.admins must be a list of JIDs"),
    ('[xmpp.hosts]\n"example.net" = 1', 'xmpp.hosts."example.net" must be a table; write [xmpp.hosts."example.net"]'),
    ('[xmpp.hosts."a b"]', '[xmpp.hosts."a b"] must be the name of a host, such as example.net'),
    ('[xmpp.hosts.""]', '[xmpp.hosts.""] must be the name of a host'),
    ('[data]\ndefault_host = "a@b"', "data.default_host must be the name of a host, such as example.net, or empty"),
    ('[rest]\ntrusted = ["10.0.0.1/8"]', "rest.trusted must be a list of networks"),
    ('[data]\npublic_url = "chat.example.net"', "data.public_url must be the address of a web site"),
    ('[data]\nmax_body = "10"', "data.max_body must be a whole number of bytes above 0, such as 10485760; it is '10'"),
    ("[data]\nmax_body = true", "data.max_body must be a whole number of bytes"),
    ("[data]\nmax_body = 0", "data.max_body must be a whole number of bytes"),
    ("[data]\nmax_body = 1.5", "data.max_body must be a whole number of bytes"),
    ("[graphql]\npersisted_size = -1", "graphql.persisted_size must be a whole number of bytes, such as 1677"),
    ('[graphql]\ntrusted_only = "true"', "graphql.trusted_only must be true or false; it is 'true'"),
    ("[graphql]\ntrusted_only = 1", "graphql.trusted_only must be true or false; it is 1"),
    ("[graphql]\ndocuments = []", "graphql.documents must be the path of a folder, or empty; it is []"),
])
def test_a_value_of_the_wrong_type_is_named(toml: Path, text: str, complaint: str) -> None:
    toml.write_text(text)
    with pytest.raises(SettingsError) as caught:
        load(toml, {}, {})
    assert str(caught.value).startswith(f"{toml}: {complaint}")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(("variable", "text", "complaint"), [
    ("EDGEWISE_DATABSE", "x", "environment: there is no setting EDGEWISE_DATABSE; the nearest is EDGEWISE_DATABASE"),
    ("EDGEWISE_MAX_BODY", "1", "environment: there is no setting EDGEWISE_MAX_BODY; the nearest is EDGEWISE_DATA_MAX"),
    ("EDGEWISE_DATA_MAX_BODY", "10MB", "EDGEWISE_DATA_MAX_BODY must be a whole number of bytes above 0"),
    ("EDGEWISE_DATA_MAX_BODY", "-1", "EDGEWISE_DATA_MAX_BODY must be a whole number of bytes above 0"),
    ("EDGEWISE_XMPP_ADMINS", "a@b,c", "EDGEWISE_XMPP_ADMINS must be a list of JIDs"),
    ("EDGEWISE_GRAPHQL_TRUSTED_ONLY", "yes", "EDGEWISE_GRAPHQL_TRUSTED_ONLY must be true or false; it is 'yes'"),
    ("EDGEWISE_GRAPHQL_PERSISTED_SIZE", "-1", "EDGEWISE_GRAPHQL_PERSISTED_SIZE must be a whole number of bytes"),
    ("EDGEWISE_DATABASE", "", "EDGEWISE_DATABASE must be a database URL"),
])
def test_a_bad_variable_is_named(variable: str, text: str, complaint: str) -> None:
    with pytest.raises(SettingsError) as caught:
        load(None, {variable: text}, {})
    assert str(caught.value).startswith(complaint)


def test_a_bad_option_is_named() -> None:
    with pytest.raises(SettingsError, match="--database must be a database URL"):
        load(None, {}, {"database": ""})


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"cannot read .*gone\.toml: No such file"):
        load(tmp_path / "gone.toml", {}, {})


@pytest.mark.parametrize("content", [b"database = ", b"\xff\xfe", b"a = 1\na = 2"])
def test_a_file_that_is_no_toml_is_named(toml: Path, content: bytes) -> None:
    toml.write_bytes(content)
    with pytest.raises(SettingsError, match="is no TOML file") as caught:
        load(toml, {}, {})
    assert "\n" not in str(caught.value)


def test_no_two_settings_share_a_variable() -> None:
    assert len(VARIABLES) == sum(1 for s in SETTINGS.values() if s.variable)


@pytest.mark.parametrize("path", SETTINGS, ids=".".join)
def test_every_setting_is_documented(path: tuple[str, ...]) -> None:
    one = SETTINGS[path]
    rows = [line for line in DOCS.read_text("utf-8").splitlines() if line.startswith(f"| `{one.key}` ")]
    assert len(rows) == 1, f"docs/settings.md wants a row for {one.key}"
    _, _, variable, default, text, _ = (cell.strip() for cell in rows[0].split("|"))
    assert variable == (f"`{one.variable}`" if one.variable else "")
    assert default == _as_documented(one.default)
    assert text == one.help


def _as_documented(default: str | int | bool | tuple[str, ...]) -> str:
    if isinstance(default, tuple):
        return " ".join(f"`{item}`" for item in default) or "none"
    if isinstance(default, bool):
        return f"`{default}`".lower()
    return f"`{default}`" if default != "" else "empty"


def test_variables_of_the_tests_are_no_settings() -> None:
    assert load(None, {"EDGEWISE_TEST_ENGINE": "postgresql"}, {}) == load(None, {}, {})
