SELECT CAST((concat('{"data":{"accounts":',
        (SELECT (concat('{"nodes":[', coalesce(group_concat("p"."j0", ','), ''), ']}'))
        FROM
          (SELECT (concat('{"display":', json_quote(CAST("t1"."display" AS TEXT)), ',"nicks":',
                (SELECT (concat('{"nodes":[', coalesce(group_concat("p"."j0", ','), ''), ']}'))
                FROM
                  (SELECT (concat('{"nick":', json_quote(CAST("t2"."nick" AS TEXT)), '}')) AS "j0"
                  FROM "anope_db_nick" AS "t2"
                  WHERE "t2"."nc" = +"t1"."id"
                  ORDER BY "t2"."id" ASC
                  LIMIT ?) AS "p"), '}')) AS "j0"
          FROM "anope_db_account" AS "t1"
          ORDER BY "t1"."id" ASC
          LIMIT ?) AS "p"), '}}')) AS BLOB)
