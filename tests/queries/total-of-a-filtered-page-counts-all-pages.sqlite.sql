SELECT CAST((concat('{"data":{"nicks":{"totalCount":',
        (SELECT COUNT(*)
        FROM "anope_db_nick" AS "t1"
        WHERE "t1"."nc" IN
          (SELECT +"t2"."id"
          FROM "anope_db_account" AS "t2"
          WHERE (substr(coalesce(lower("t2"."display"), ''), 1, 191) IN (substr(?, 1, 191), substr(?, 1, 191)) AND lower("t2"."display") IN (?, ?)))), ',"nodes":',
        (SELECT json_group_array(json_object('nick', CAST("p0"."nick" AS TEXT)))
        FROM
          (SELECT "t3"."nick" AS "nick"
          FROM "anope_db_nick" AS "t3"
          WHERE "t3"."nc" IN
            (SELECT +"t4"."id"
            FROM "anope_db_account" AS "t4"
            WHERE (substr(coalesce(lower("t4"."display"), ''), 1, 191) IN (substr(?, 1, 191), substr(?, 1, 191)) AND lower("t4"."display") IN (?, ?)))
          ORDER BY "t3"."id" ASC
          LIMIT ?) AS "p0"), '}}}')) AS BLOB)
