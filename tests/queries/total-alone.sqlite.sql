SELECT CAST((concat('{"data":{"nicks":{"totalCount":',
        (SELECT COUNT(*)
        FROM "anope_db_nick" AS "t1"), '}}}')) AS BLOB)
