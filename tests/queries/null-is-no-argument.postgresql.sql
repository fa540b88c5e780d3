SELECT ('{"data":{"accounts":{"totalCount":' ||
    (SELECT COUNT(*)
    FROM "anope_db_account" AS "t1")::text || ',"pageInfo":{"hasPreviousPage":false}}}}')
