SELECT CAST((concat('{"data":{"accounts":',
        (SELECT (concat('{"nodes":[', coalesce(group_concat("p"."j0", ','), ''), ']}'))
        FROM
          (SELECT (concat('{"display":', json_quote(CAST("t1"."display" AS TEXT)), '}')) AS "j0"
          FROM "anope_db_account" AS "t1"
          WHERE (EXISTS
              (SELECT 1
              FROM "anope_db_channel" AS "t2"
              WHERE "t2"."founder" = +"t1"."id" AND 1 = 1) AND NOT EXISTS
              (SELECT 1
              FROM "anope_db_channel" AS "t3"
              WHERE "t3"."founder" = +"t1"."id" AND (CAST("t3"."CS_PRIVATE" AS INTEGER) <> 0) IS NOT TRUE))
          ORDER BY "t1"."id" ASC
          LIMIT ?) AS "p"), '}}')) AS BLOB)
