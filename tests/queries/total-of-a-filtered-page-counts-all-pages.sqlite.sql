SELECT CAST((concat('{"data":{"nicks":',
        (SELECT (concat('{"totalCount":',
              (SELECT COUNT(*)
              FROM "anope_db_nick" AS "t1"
              WHERE "t1"."nc" IN
                (SELECT +"t2"."id"
                FROM "anope_db_account" AS "t2"
                WHERE (substr(coalesce(lower("t2"."display"), ''), 1, 191) IN (substr(?, 1, 191), substr(?, 1, 191)) AND lower("t2"."display") IN (?, ?)))), ',"nodes":[', coalesce(group_concat("p"."j0", ','), ''), ']}'))
        FROM
          (SELECT (concat('{"nick":', json_quote(CAST("t3"."nick" AS TEXT)), '}')) AS "j0"
          FROM "anope_db_nick" AS "t3"
          WHERE "t3"."nc" IN
            (SELECT +"t4"."id"
            FROM "anope_db_account" AS "t4"
            WHERE (substr(coalesce(lower("t4"."display"), ''), 1, 191) IN (substr(?, 1, 191), substr(?, 1, 191)) AND lower("t4"."display") IN (?, ?)))
          ORDER BY "t3"."id" ASC
          LIMIT ?) AS "p"), '}}')) AS BLOB)
