"""A folder of trusted documents."""
from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from gql.errors import UnreadableDocument
from gql.web.trusted import read_folder

ACCOUNTS = "query Accounts { accounts { id } }"


def digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def test_a_document_is_known_by_its_name_and_by_its_hash(tmp_path: Path) -> None:
    (tmp_path / "accounts.v2.graphql").write_text(ACCOUNTS)
    (tmp_path / "README.md").write_text("no document")
    assert read_folder(tmp_path) == {"accounts.v2": ACCOUNTS, digest(ACCOUNTS): ACCOUNTS}


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_line_break_of_editors_does_not_count(tmp_path: Path, end: str) -> None:
    (tmp_path / "a.graphql").write_bytes((ACCOUNTS + end).encode())
    (tmp_path / "b.graphql").write_text(ACCOUNTS)
    assert read_folder(tmp_path) == {
        "a": ACCOUNTS, "b": ACCOUNTS, digest(ACCOUNTS): ACCOUNTS, digest(ACCOUNTS + end): ACCOUNTS}


def test_the_hash_is_that_of_the_bytes(tmp_path: Path) -> None:
    text = '{ account(display: "Łukasz🏃") {\r\n id } }'
    (tmp_path / "a.graphql").write_bytes(text.encode())
    assert read_folder(tmp_path)[digest(text)] == text


@pytest.mark.parametrize(("content", "complaint"), [
    (b"", "a.graphql is no GraphQL document: Syntax Error: Unexpected <EOF>. (line 1, column 1)"),
    (b"\n\n { accounts {", "Syntax Error: Expected Name, found <EOF>. (line 3, column 14"),
    (b"{ \xff }", "a.graphql is not in UTF-8; save it as such"),
    (b"{a" * 5000, "a.graphql is no GraphQL document: Syntax Error: Document is nested too deeply"),
])
def test_a_file_that_is_no_document_is_named(tmp_path: Path, content: bytes, complaint: str) -> None:
    (tmp_path / "a.graphql").write_bytes(content)
    with pytest.raises(UnreadableDocument) as caught:
        read_folder(tmp_path)
    assert complaint in str(caught.value)
    assert "\n" not in str(caught.value)


def test_two_documents_cannot_have_one_id(tmp_path: Path) -> None:
    (tmp_path / "a.graphql").write_text(ACCOUNTS)
    (tmp_path / f"{digest(ACCOUNTS)}.graphql").write_text("{ channels { id } }")
    with pytest.raises(UnreadableDocument, match="another document has the id"):
        read_folder(tmp_path)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument, match=r"cannot read the folder .*gone: No such file or directory"):
        read_folder(tmp_path / "gone")


def test_a_folder_without_documents_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument, match=r"holds no \.graphql file"):
        read_folder(tmp_path)


def test_a_folder_in_place_of_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.graphql").mkdir()
    with pytest.raises(UnreadableDocument, match=r"cannot read .*a\.graphql: Is a directory"):
        read_folder(tmp_path)
