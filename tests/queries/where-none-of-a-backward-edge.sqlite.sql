SELECT CAST((concat('{"data":{"accounts":',
        (SELECT (concat('{"nodes":[', coalesce(group_concat("p"."j0", ','), ''), ']}'))
        FROM
          (SELECT (concat('{"display":', json_quote(CAST("t1"."display" AS TEXT)), '}')) AS "j0"
          FROM "anope_db_account" AS "t1"
          WHERE NOT EXISTS
            (SELECT 1
            FROM "anope_db_channel" AS "t2"
            WHERE "t2"."founder" = +"t1"."id" AND 1 = 1)
          ORDER BY "t1"."id" ASC
          LIMIT ?) AS "p"), '}}')) AS BLOB)
