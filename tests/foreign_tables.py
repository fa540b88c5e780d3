"""Tables as other programs make them in a database of edgewise's."""
from __future__ import annotations

from contextlib import closing

from models.casemap import CaseMap
from models.database import connect

ID = {"sqlite": "INTEGER", "postgresql": "BIGINT", "mysql": "BIGINT"}
ENDING = {
    "sqlite": "", "postgresql": "",
    "mysql": " ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin",
}


def run(url: str, *statements: str) -> None:
    """Run SQL as another program would; {id} is the type of ids, "..." a quoted name."""
    database = connect(url, CaseMap("ascii"))
    with closing(database):
        for statement in statements:
            text = statement.replace("{id}", ID[database.engine])
            database.execute_sql(text.replace('"', "`") if database.engine == "mysql" else text)


def module_table(engine: str, name: str, *columns: str) -> str:
    """A table as a module of Anope's makes it."""
    parts = [*columns, 'id {id} PRIMARY KEY REFERENCES "anope_db_objects" (id) ON DELETE CASCADE']
    return f'CREATE TABLE "anope_db_{name}" ({", ".join(parts)}){ENDING[engine]}'
