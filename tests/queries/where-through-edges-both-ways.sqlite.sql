SELECT CAST((concat('{"data":{"channels":',
        (SELECT (concat('{"nodes":[', coalesce(group_concat("p"."j0", ','), ''), ']}'))
        FROM
          (SELECT (concat('{"name":', json_quote(CAST("t1"."name" AS TEXT)), '}')) AS "j0"
          FROM "anope_db_channel" AS "t1"
          WHERE "t1"."founder" IN
            (SELECT +"t2"."id"
            FROM "anope_db_account" AS "t2"
            WHERE "t2"."id" IN
              (SELECT "t3"."nc"
              FROM "anope_db_nick" AS "t3"
              WHERE "t3"."nc" IN
                (SELECT +"t4"."id"
                FROM "anope_db_account" AS "t4"
                WHERE (substr(coalesce(lower("t4"."display"), ''), 1, 191) = substr(?, 1, 191) AND lower("t4"."display") = ?))))
          ORDER BY "t1"."id" ASC
          LIMIT ?) AS "p"), '}}')) AS BLOB)
