"""Where the values of settings come from: defaults, a TOML file, the environment, options."""
from __future__ import annotations

import dataclasses
import difflib
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NoReturn

from gql.errors import SettingsError
from gql.settings.forms import Value
from gql.settings.table import (
    ANY,
    ENVIRONMENT,
    NAMES,
    SETTINGS,
    TABLES,
    TEST_ENVIRONMENT,
    VARIABLES,
    KeyPath,
    Setting,
    Settings,
    dotted,
    inner,
)


def load(config_file: Path | None, environ: Mapping[str, str], options: Mapping[str, str | None]) -> Settings:
    """The settings from the defaults, then a TOML file, then the environment, then options.

    `options` gives texts by key; None: not given. Raises SettingsError, with one line that names the
    culprit, for a file that cannot be read, an unknown key or variable, and a value of the wrong type.
    """
    values: dict[KeyPath, Value] = {}
    if config_file is not None:
        values.update(_from_table(_parse(config_file), (), str(config_file)))
    values.update(_from_environment(environ))
    values.update(_from_options(options))
    settings: Settings = _build(Settings, values, ())
    return settings


def _parse(file: Path) -> dict[str, object]:
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except OSError as error:
        raise SettingsError(f"cannot read {file}: {error.strerror}; --config takes a TOML file") from None
    except ValueError as error:  # TOML that is none, or bytes that are not UTF-8
        raise SettingsError(f"{file} is no TOML file: {error}") from None


def _from_table(table: Mapping[str, object], path: KeyPath, file: str) -> Iterator[tuple[KeyPath, Value]]:
    for name, value in table.items():
        here = (*path, name)
        pattern = _pattern(here)
        if found := SETTINGS.get(pattern):
            yield here, _from_toml(found, value, f"{file}: {dotted(here)}")
        elif pattern not in TABLES:
            _refuse(f"{file}: there is no setting {dotted(here)}", dotted(here), _keys_beside(here))
        elif not isinstance(value, dict):
            raise SettingsError(f"{file}: {dotted(here)} must be a table; write [{dotted(here)}]")
        elif pattern in NAMES:
            yield from _from_named((*path, _checked_name(here, f"{file}: [{dotted(here)}]")), value, file)
        else:
            yield from _from_table(value, here, file)


def _from_named(path: KeyPath, table: Mapping[str, object], file: str) -> Iterator[tuple[KeyPath, Value]]:
    """What a table under a chosen name holds, its defaults first: an empty one names a host as well."""
    pattern = _pattern(path)
    yield from (((*path, p[-1]), s.default) for p, s in SETTINGS.items() if p[:-1] == pattern)
    yield from _from_table(table, path, file)


def _checked_name(path: KeyPath, source: str) -> str:
    form = NAMES[_pattern(path)]
    try:
        return form.check(path[-1])
    except ValueError:
        raise SettingsError(f"{source} must be {form.expects}") from None


def _from_environment(environ: Mapping[str, str]) -> Iterator[tuple[KeyPath, Value]]:
    for name in sorted(name for name in environ if name.startswith(ENVIRONMENT)):
        if name.startswith(TEST_ENVIRONMENT):
            continue
        if name not in VARIABLES:
            _refuse(f"environment: there is no setting {name}", name, VARIABLES)
        yield VARIABLES[name].path, _from_text(VARIABLES[name], environ[name], name)


def _from_options(options: Mapping[str, str | None]) -> Iterator[tuple[KeyPath, Value]]:
    for key, text in options.items():
        if text is not None:
            found = SETTINGS[tuple(key.split("."))]
            yield found.path, _from_text(found, text, f"--{key}")


def _from_toml(found: Setting, value: object, source: str) -> Value:
    try:
        return found.form.from_toml(value)
    except ValueError:
        raise SettingsError(f"{source} must be {found.form.expects}; it is {value!r}") from None


def _from_text(found: Setting, text: str, source: str) -> Value:
    try:
        return found.form.from_text(text)
    except ValueError:
        raise SettingsError(f"{source} must be {found.form.expects}; it is {text!r}") from None


def _refuse(what: str, name: str, known: Iterable[str]) -> NoReturn:
    nearest = difflib.get_close_matches(name, known, n=1, cutoff=0)
    raise SettingsError(f"{what}; the nearest is {nearest[0]}")


def _keys_beside(path: KeyPath) -> list[str]:
    """All keys, spelled with the names that the operator chose in `path`."""
    chosen = dict(zip(_pattern(path), path, strict=True))
    return [dotted(tuple(chosen.get(ANY, ANY) if part == ANY else part for part in p)) for p in SETTINGS]


def _pattern(path: KeyPath) -> KeyPath:
    """The path with ANY in place of the names that the operator chose."""
    pattern: KeyPath = ()
    for name in path:
        pattern = (*pattern, ANY if (*pattern, ANY) in TABLES else name)
    return pattern


def _build(of: type[Any], values: Mapping[KeyPath, Value], path: KeyPath) -> Any:
    arguments: dict[str, object] = {}
    for f in dataclasses.fields(of):
        here = (*path, f.name)
        table = inner(f)
        if table and "names" in f.metadata:
            names = dict.fromkeys(p[len(here)] for p in values if p[: len(here)] == here)
            arguments[f.name] = {name: _build(table, values, (*here, name)) for name in names}
        elif table:
            arguments[f.name] = _build(table, values, here)
        elif here in values:
            arguments[f.name] = values[here]
    return of(**arguments)
