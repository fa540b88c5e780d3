SELECT CAST((concat('{"data":{"memos":',
        (SELECT (concat('{"nodes":[', coalesce(group_concat("p"."j0", ','), ''), ']}'))
        FROM
          (SELECT (concat('{"text":', json_quote(CAST("t1"."text" AS TEXT)), '}')) AS "j0"
          FROM "anope_db_memo" AS "t1"
          WHERE CAST("t1"."text" AS TEXT) COLLATE BINARY GLOB ?
          ORDER BY "t1"."id" ASC
          LIMIT ?) AS "p"), '}}')) AS BLOB)
