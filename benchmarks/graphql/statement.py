"""The hand-written statements: one a request, whose only cell is the whole answer.

Of the shapes that give this answer these took the least time on each engine (docs/benchmarks.md).
"""
from __future__ import annotations

from collections.abc import Callable

Join = Callable[..., str]


def with_bars(*parts: str) -> str:
    """SQL texts joined by `||`."""
    return "||".join(parts)


def with_concat(*parts: str) -> str:
    """SQL texts joined by `concat()`, which SQLite has from 3.44 on: a few percent faster."""
    return f"concat({', '.join(parts)})"


def sqlite(number: int, join: Join) -> str:
    """The statement for so many ids, each a parameter; its cell is bytes, which no driver has to decode.

    Flat lists are built by JSON functions, what holds lists by text: SQLite may forget that a subquery's text is JSON.
    date() and time() take half of the time of strftime().
    """
    channel = join(
        """'{"name":'""", "json_quote(c.name)", """',"successor":'""",
        "ifnull((SELECT json_object('display', s.display) FROM anope_db_account s WHERE s.id = c.successor), 'null')",
        "'}'")
    account = join(
        """'{"id":"account:'""", "a.id", """'","display":'""", "json_quote(a.display)",
        """',"email":'""", "json_quote(a.email)",
        """',"nicks":{"nodes":'""", """(
            SELECT json_group_array(json_object(
                'nick', n.nick, 'lastSeen', date(n.last_seen, 'unixepoch')||'T'||time(n.last_seen, 'unixepoch')||'Z'))
            FROM (SELECT nick, last_seen FROM anope_db_nick WHERE nc = a.id ORDER BY id) n)""",
        """'},"accessMasks":{"nodes":'""", """(
            SELECT json_group_array(json_object('mask', m.mask))
            FROM (SELECT mask FROM anope_db_nsaccess WHERE account = a.id ORDER BY id) m)""",
        """'},"channelsAsFounder":{"nodes":['""", f"""ifnull((
            SELECT group_concat({channel}, ',')
            FROM (SELECT name, successor FROM anope_db_channel WHERE founder = a.id ORDER BY id) c), '')""",
        "']}}'")
    accounts = f"group_concat({account}, ',')"
    if join is with_bars:  # concat() takes NULL for empty; around it ifnull() would copy the whole text
        accounts = f"ifnull({accounts}, '')"
    answer = join("""'{"data":{"accounts":{"nodes":['""", accounts, "']}}}'")
    return f"""
        SELECT CAST({answer} AS BLOB)
        FROM (SELECT id, display, email FROM anope_db_account WHERE id IN ({', '.join('?' * number)}) ORDER BY id) a"""


POSTGRESQL = """
SELECT '{"data":{"accounts":{"nodes":['||coalesce(string_agg(
    '{"id":"account:'||a.id||'","display":'||coalesce(to_json(a.display)::text, 'null')
    ||',"email":'||coalesce(to_json(a.email)::text, 'null')
    ||',"nicks":{"nodes":'||(
        SELECT coalesce('[{"nick":'||string_agg(
            coalesce(to_json(n.nick)::text, 'null')||',"lastSeen":'||coalesce('"'||to_char(
                to_timestamp(n.last_seen) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')||'"', 'null'),
            '},{"nick":')||'}]', '[]')
        FROM (SELECT nick, last_seen FROM anope_db_nick WHERE nc = a.id ORDER BY id) n)
    ||'},"accessMasks":{"nodes":'||(
        SELECT coalesce('[{"mask":'||string_agg(coalesce(to_json(m.mask)::text, 'null'), '},{"mask":')||'}]', '[]')
        FROM (SELECT mask FROM anope_db_nsaccess WHERE account = a.id ORDER BY id) m)
    ||'},"channelsAsFounder":{"nodes":'||(
        SELECT coalesce('[{"name":'||string_agg(
            coalesce(to_json(c.name)::text, 'null')||',"successor":'||CASE WHEN s.id IS NULL THEN 'null'
                ELSE '{"display":'||coalesce(to_json(s.display)::text, 'null')||'}' END,
            '},{"name":' ORDER BY c.id)||'}]', '[]')
        FROM anope_db_channel c LEFT JOIN anope_db_account s ON s.id = c.successor WHERE c.founder = a.id)
    ||'}}', ','), '')||']}}}'
FROM (SELECT id, display, email FROM anope_db_account WHERE id = ANY($1::bigint[]) ORDER BY id) a
"""
"""The statement for any ids, which are one array."""
