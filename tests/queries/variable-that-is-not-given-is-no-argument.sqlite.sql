SELECT CAST((concat('{"data":{"nicks":{"nodes":',
        (SELECT json_group_array(json_object('nick', CAST("p0"."nick" AS TEXT)))
        FROM
          (SELECT "t1"."nick" AS "nick"
          FROM "anope_db_nick" AS "t1"
          ORDER BY "t1"."id" ASC
          LIMIT ?) AS "p0"), '},"accounts":{"totalCount":',
        (SELECT COUNT(*)
        FROM "anope_db_account" AS "t2"
        WHERE (substr(coalesce(lower("t2"."display"), ''), 1, 191) = substr(?, 1, 191) AND lower("t2"."display") = ?)), '}}}')) AS BLOB)
