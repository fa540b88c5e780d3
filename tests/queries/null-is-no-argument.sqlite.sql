SELECT CAST((concat('{"data":{"accounts":{"totalCount":',
        (SELECT COUNT(*)
        FROM "anope_db_account" AS "t1"), ',"pageInfo":{"hasPreviousPage":false}}}}')) AS BLOB)
