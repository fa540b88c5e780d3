"""Errors that nobody expected: masked, and found again in the log."""
from __future__ import annotations

from collections.abc import Callable

import pytest

from gql.schema.execution import Answer
from models.network import Network

from .conftest import Create


@pytest.fixture
def broken(network: Network, monkeypatch: pytest.MonkeyPatch, create: Create) -> None:
    """Accounts cannot be read."""
    account = create("account", display="Alice")
    for name in ("#a", "#b"):
        create("channel", name=name, founder=account)

    def get_many(*_: object, **__: object) -> None:
        raise RuntimeError("secret of the server")

    monkeypatch.setattr(network.store, "get_many", get_many)


@pytest.mark.usefixtures("broken")
def test_an_unexpected_error_is_masked_with_an_id_that_is_in_the_log(
    answer: Callable[..., Answer], caplog: pytest.LogCaptureFixture,
) -> None:
    found = answer("{ channels(first: 1) { nodes { name founder { id } } } }")
    (error,) = found.errors
    assert found.data == {"channels": {"nodes": [{"name": "#a", "founder": None}]}}
    assert error["extensions"]["code"] == "INTERNAL"
    assert "secret" not in str(error)
    assert error["extensions"]["id"] in error["message"]
    assert error["path"] == ["channels", "nodes", 0, "founder"]
    (record,) = (record for record in caplog.records if record.name == "gql.schema.errors")
    assert error["extensions"]["id"] in record.getMessage()
    assert "secret of the server" in caplog.text


@pytest.mark.usefixtures("broken")
def test_one_failure_that_many_fields_share_is_logged_once(
    answer: Callable[..., Answer], caplog: pytest.LogCaptureFixture,
) -> None:
    found = answer("{ channels { nodes { founder { id } } } }")
    assert len(found.errors) == 2
    assert len({error["extensions"]["id"] for error in found.errors}) == 1
    assert [record.name for record in caplog.records].count("gql.schema.errors") == 1


def test_what_the_client_did_wrong_is_not_logged(
    answer: Callable[..., Answer], caplog: pytest.LogCaptureFixture,
) -> None:
    answer('{ node(id: "garbage") { id } }')
    answer("{ nonsense }")
    assert caplog.records == []
