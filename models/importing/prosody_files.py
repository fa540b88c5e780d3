"""Prosody's data directory, as a folder or as a tar archive, which is never unpacked to disk."""
from __future__ import annotations

import os
import tarfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from models.errors import DatabaseUnavailable, NotADatabase
from models.importing.prosody_names import is_data, root_depth

SIZE_LIMIT = 256 * 1024 * 1024
"""Longer files are left out: nothing that Prosody writes is nearly that long."""


FOLDERS = 2
"""How many folders lead to a user's files: that of the host and that of the store."""


class Unreadable(Exception):
    """A file that cannot be read; the text says why."""


@dataclass(frozen=True)
class DataFile:
    """A file below the data directory: the parts of its path, and how to read it. `read` raises Unreadable.

    A folder that cannot be looked into comes as one, too.
    """

    parts: tuple[bytes, ...]
    read: Callable[[], bytes]

    def __str__(self) -> str:
        return b"/".join(self.parts).decode("utf-8", "backslashreplace")


@contextmanager
def open_files(path: Path) -> Iterator[Iterator[DataFile]]:
    """The data files below a data directory or in an archive of one.

    Raises NotADatabase if it is neither, DatabaseUnavailable for a folder that cannot be looked into.
    """
    if path.is_dir():
        yield _at_least_one(_files_of_root(path), path)
        return
    try:
        with tarfile.open(path) as archive:
            yield _at_least_one(_files_of_archive(archive), path)
    except (tarfile.TarError, EOFError, OSError) as error:  # gzip and its kin raise the last two
        raise NotADatabase(
            f"{path} cannot be read as a tar archive of Prosody's data directory: {error}; nothing was imported"
        ) from error


def _at_least_one(files: Iterator[DataFile], path: Path) -> Iterator[DataFile]:
    first = next(files, None)
    if first is None:
        raise NotADatabase(f"{path} holds no data of Prosody; give the folder that has a folder for each host")
    yield first
    yield from files


def _files_of_root(folder: Path) -> Iterator[DataFile]:
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        raise DatabaseUnavailable(f"cannot read {folder}: {error.strerror}; import as a user who may") from None
    yield from _files_among(entries, ())


def _files_among(entries: Sequence[Path], above: tuple[bytes, ...]) -> Iterator[DataFile]:
    """The files in the order of their names; what is deeper than a user's files is not Prosody's."""
    for path in entries:
        parts = (*above, os.fsencode(path.name))
        try:
            below = sorted(path.iterdir()) if path.is_dir() and len(parts) <= FOLDERS else None
        except OSError as error:
            yield DataFile(parts, partial(_refuse, str(error.strerror)))
            continue
        if below is not None:
            yield from _files_among(below, parts)
        elif is_data(parts[-1]) and not path.is_dir():
            yield DataFile(parts, partial(_read_file, path))


def _refuse(why: str) -> bytes:
    raise Unreadable(why)


def _read_file(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise Unreadable("it is no file")
        with path.open("rb") as file:
            return _within_limit(file.read(SIZE_LIMIT + 1))
    except OSError as error:
        raise Unreadable(str(error.strerror)) from error


def _files_of_archive(archive: tarfile.TarFile) -> Iterator[DataFile]:
    """The files in the order of the archive. Names are only names here: nothing is written anywhere."""
    found = [(_parts(member.name), member) for member in archive]
    found = [(parts, member) for parts, member in found if parts and is_data(parts[-1])]
    depth = root_depth(parts for parts, _ in found)
    for parts, member in found:
        yield DataFile(parts[depth:], partial(_read_member, archive, member))


def _parts(name: str) -> tuple[bytes, ...]:
    return tuple(part for part in os.fsencode(name).split(b"/") if part not in (b"", b"."))


def _read_member(archive: tarfile.TarFile, member: tarfile.TarInfo) -> bytes:
    if not member.isreg():
        raise Unreadable("it is a link or a device, not a file")
    if member.size > SIZE_LIMIT:
        return _within_limit(b"", member.size)
    file = archive.extractfile(member)
    return file.read() if file else b""


def _within_limit(data: bytes, size: int = 0) -> bytes:
    if max(size, len(data)) > SIZE_LIMIT:
        raise Unreadable(f"it is longer than {SIZE_LIMIT // 1024**2} MiB")
    return data
