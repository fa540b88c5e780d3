"""The command line: `edgewise COMMAND`."""
from __future__ import annotations

import argparse
import os
import sys
import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from gql.settings import Settings, load
from models.errors import SetupError

Arguments = argparse.Namespace

UNITS = {"d": 86400, "h": 3600, "m": 60}
"""How many seconds they have."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return the exit status.

    0: done; 1: the command found something to report; 2: bad use or a setup that cannot work, with
    one line that says what to do; 130: interrupted; 141: nobody reads what is printed.
    """
    args = _parser().parse_args(argv)
    try:
        return _run(args)
    except SetupError as error:
        print("edgewise:", " ".join(str(error).split()), file=sys.stderr)  # one line, whatever a driver says
        return 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python complains again at its exit
        return 141


def _run(args: Arguments) -> int:
    settings = load(args.config, os.environ, {"database": args.database})
    status = COMMANDS[args.command].run(args, settings)
    sys.stdout.flush()
    return status


# A command's module is imported when the command runs: help must not wait for a web server's imports.


def _serve(args: Arguments, settings: Settings) -> int:
    from gql.commands import serve

    return serve.run(settings, host=args.host, port=args.port, workers=args.workers, demo=args.demo)


def _import(args: Arguments, settings: Settings) -> int:
    from gql.commands import importing

    return importing.run(settings, kind=args.kind, source=args.source, dry_run=args.dry_run)


def _check(args: Arguments, settings: Settings) -> int:
    from gql.commands import check

    return check.run(settings, repair=args.repair)


def _schema(args: Arguments, settings: Settings) -> int:
    from gql.commands import schema

    return schema.run(settings if args.database or args.config else None, committed=args.check)


def _explain(args: Arguments, settings: Settings) -> int:
    from gql.commands import explain

    return explain.run(settings, query=args.query, variables=args.variables, operation_name=args.operation_name)


def _token(args: Arguments, settings: Settings) -> int:
    from gql.commands import token

    if args.action == "create":
        return token.create(settings, name=args.name, scopes=args.scopes, seconds=args.expires)
    return token.revoke(settings, args.name) if args.action == "revoke" else token.show_all(settings)


def _serve_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen on (default: %(default)s)")
    parser.add_argument("--port", type=_port, default=8080, help="the port; 0: any free one (default: %(default)s)")
    parser.add_argument("--workers", type=_count, default=1, metavar="N", help="processes (default: %(default)s)")
    parser.add_argument("--demo", action="store_true", help="fill an empty database with a small made-up network")


def _import_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("kind", choices=("prosody", "anope"), help="what wrote SOURCE")
    parser.add_argument("source", metavar="SOURCE",
                        help="Prosody's data directory, a .tar.gz of one, or its SQL database; Anope's SQL database")
    parser.add_argument("--dry-run", action="store_true", help="read and report, write nothing")


def _check_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--repair", action="store_true", help="mend what is found")


def _schema_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--check", type=Path, metavar="FILE",
                        help="print how the schema differs from the SDL in FILE, breaking differences first")


def _explain_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("query", metavar="QUERY", help="a file with a GraphQL document; - reads it from standard input")
    parser.add_argument("--variables", default="{}", metavar="JSON", help="the variables, as a JSON object")
    parser.add_argument("--operation-name", metavar="NAME", help="which operation, where the document has several")


def _token_arguments(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(title="actions", metavar="ACTION", dest="action", required=True)
    create = actions.add_parser("create", help="make a token and print it, this once", allow_abbrev=False)
    create.add_argument("--name", required=True, type=_token_name, help="what it is called in lists and logs")
    create.add_argument("--scopes", required=True, type=_scopes, metavar="SCOPE,...",
                        help="read: see what administrators see; write: change it too; admin: read the audit log too")
    create.add_argument("--expires", type=_seconds, metavar="TIME",
                        help="how long it is good, such as 90d, 12h or 30m (default: for ever)")
    show = actions.add_parser("list", help="print names, scopes and times of all tokens", allow_abbrev=False)
    revoke = actions.add_parser("revoke", help="end a token at once", allow_abbrev=False)
    revoke.add_argument("name", metavar="NAME", help="what it is called")
    for action in (create, show, revoke):
        _common_arguments(action, default=argparse.SUPPRESS)


@dataclass(frozen=True)
class Command:
    """One command: what `--help` says of it, its arguments, what it does."""

    help: str
    description: str
    arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[Arguments, Settings], int]
    examples: tuple[str, ...]


COMMANDS = {
    "serve": Command(
        "serve GraphQL, /rest and /data over HTTP",
        "Serve the database over HTTP until SIGTERM or Ctrl-C. A SQLite file is created when it is missing.",
        _serve_arguments, _serve,
        ("edgewise serve --demo", "edgewise serve --database postgresql://chat@localhost/chat --port 8000 --workers 2"),
    ),
    "import": Command(
        "copy the data of Prosody or Anope into the database",
        "Copy what Prosody or Anope stored into the database, in one transaction. Run again, it doubles nothing. "
        "What cannot be read is named, skipped and counted.",
        _import_arguments, _import,
        ("edgewise import prosody /var/lib/prosody --dry-run", "edgewise import anope sqlite:////srv/anope/anope.db"),
    ),
    "check": Command(
        "look for broken references and orphans",
        "Look for orphans in the table of objects, references to nothing, and rows of stores without a store. "
        "The exit status is 1 if there are any left.",
        _check_arguments, _check,
        ("edgewise check", "edgewise check --repair"),
    ),
    "token": Command(
        "make, list and revoke the tokens of programs",
        "Make, list and revoke tokens: what programs send as `Authorization: Bearer TOKEN` in place of a password. "
        "The database holds nothing but hashes of them.",
        _token_arguments, _token,
        ("edgewise token create --name website --scopes read --expires 90d", "edgewise token revoke website"),
    ),
    "schema": Command(
        "print the GraphQL schema",
        "Print the GraphQL schema in SDL: of the built-in types, or with --database or --config of that database. "
        "With --check the exit status is 1 if a difference breaks queries that were valid.",
        _schema_arguments, _schema,
        ("edgewise schema > schema.graphql", "edgewise schema --check schema.graphql"),
    ),
    "explain": Command(
        "show how a query is answered",
        "Print the plan of a query as a tree, the one SQL statement that answers it, and the database's own plan for "
        "that; or why the reference executor answers it instead. The query itself does not run.",
        _explain_arguments, _explain,
        ("edgewise explain query.graphql --variables '{\"name\": \"#tea\"}'",
         "echo '{ accounts { nodes { display } } }' | edgewise explain -"),
    ),
}


class _Parser(argparse.ArgumentParser):
    """A parser whose errors are one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"edgewise: {message}; see {self.prog} --help\n")


class _Version(argparse.Action):
    """`--version`, looked up only when asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        from importlib.metadata import version

        print(f"edgewise {version('edgewise')}")
        parser.exit()


def _parser() -> _Parser:
    parser = _Parser(
        prog="edgewise", description="A GraphQL gateway over the data of chat services.",
        epilog="Try it:\n  edgewise serve --demo\n\n`edgewise COMMAND --help` says more, with examples.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version and exit")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", dest="command", required=True)
    for name, command in COMMANDS.items():
        sub = commands.add_parser(
            name, help=command.help, description=textwrap.fill(command.description, 79),
            epilog="examples:\n" + "\n".join(f"  {example}" for example in command.examples),
            formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False,
        )
        command.arguments(sub)
        _common_arguments(sub)
    return parser


def _common_arguments(parser: argparse.ArgumentParser, default: str | None = None) -> None:
    parser.add_argument("--config", type=Path, metavar="FILE", help="a TOML file with settings", default=default)
    parser.add_argument("--database", metavar="URL", help="sqlite:///PATH, postgresql://... or mysql://...",
                        default=default)


def _token_name(text: str) -> str:
    from models.tokens import NAME

    if not NAME.fullmatch(text):
        raise argparse.ArgumentTypeError(f"{text!r} is no name: use up to 64 letters, digits, dots, _ and -")
    return text


def _scopes(text: str) -> tuple[str, ...]:
    from models.tokens import SCOPES

    scopes = tuple(text.split(","))
    if not set(scopes) <= set(SCOPES):
        raise argparse.ArgumentTypeError(f"{text!r} is no list of scopes: use some of {','.join(SCOPES)}")
    return scopes


def _seconds(text: str) -> int:
    number, unit = text[:-1], UNITS.get(text[-1:])
    if unit is None or not (number.isascii() and number.isdigit()) or not 0 < len(number) < 6 or not int(number):
        raise argparse.ArgumentTypeError(f"{text!r} is no time: write days, hours or minutes, such as 90d, 12h or 30m")
    return int(number) * unit


def _port(text: str) -> int:
    return _whole_number(text, range(65536))


def _count(text: str) -> int:
    return _whole_number(text, range(1, 1025))


def _whole_number(text: str, allowed: range) -> int:
    if not (text.isascii() and text.isdigit() and int(text) in allowed):
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number from {allowed[0]} to {allowed[-1]}")
    return int(text)


if __name__ == "__main__":
    sys.exit(main())
