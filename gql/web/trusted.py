"""Trusted documents: a folder of `.graphql` files."""
from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from gql.errors import UnreadableDocument
from gql.schema.execution import syntax_error
from gql.web.remembered import hashed

ENDING = ".graphql"


def read_folder(folder: Path) -> Mapping[str, str]:
    """The texts of a folder's files by their ids: the SHA-256 of a text in hex, and the file's name without ending.

    The line break that editors put at the end of a file is no part of the text; the hash with it is an id as
    well. Raises UnreadableDocument, also for a folder without such files.
    """
    found: dict[str, str] = {}
    for path in _files(folder):
        for id_, text in _documents(path):
            if found.setdefault(id_, text) != text:
                raise UnreadableDocument(f"{path}: another document has the id {id_}; give the file another name")
    return found


def _files(folder: Path) -> list[Path]:
    try:
        found = sorted(path for path in folder.iterdir() if path.suffix == ENDING)
    except OSError as error:
        raise UnreadableDocument(f"cannot read the folder {folder}: {error.strerror}; see graphql.documents") from None
    if not found:
        raise UnreadableDocument(f"{folder} holds no {ENDING} file; graphql.documents names the folder that does")
    return found


def _documents(path: Path) -> Iterator[tuple[str, str]]:
    whole = _text(path)
    text = whole.rstrip("\r\n")
    problem = syntax_error(text)
    if problem:
        raise UnreadableDocument(f"{path} is no GraphQL document: {problem}")
    yield from ((id_, text) for id_ in (path.name.removesuffix(ENDING), hashed(whole), hashed(text)))


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode()
    except OSError as error:
        raise UnreadableDocument(f"cannot read {path}: {error.strerror}") from None
    except UnicodeDecodeError:
        raise UnreadableDocument(f"{path} is not in UTF-8; save it as such") from None
