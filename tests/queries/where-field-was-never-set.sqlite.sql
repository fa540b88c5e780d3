SELECT CAST((concat('{"data":{"accounts":',
        (SELECT (concat('{"nodes":[', coalesce(group_concat("p"."j0", ','), ''), ']}'))
        FROM
          (SELECT (concat('{"display":', json_quote(CAST("t1"."display" AS TEXT)), '}')) AS "j0"
          FROM "anope_db_account" AS "t1"
          WHERE "t1"."greet" IS NULL
          ORDER BY "t1"."id" ASC
          LIMIT ?) AS "p"), '}}')) AS BLOB)
