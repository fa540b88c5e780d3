SELECT CAST((concat('{"data":{"account":', coalesce(
          (SELECT (concat('{"nicks":{"nodes":[',
                (SELECT group_concat((concat('{"nick":', json_quote(CAST("p0"."nick" AS TEXT)), ',"account":', coalesce(
                          (SELECT json_object('display', CAST("t1"."display" AS TEXT))
                          FROM "anope_db_account" AS "t1"
                          WHERE "t1"."id" = "p0"."nc"), 'null'), '}')), ',')
                FROM
                  (SELECT "t2"."nc" AS "nc", "t2"."nick" AS "nick"
                  FROM "anope_db_nick" AS "t2"
                  WHERE "t2"."nc" = +"t3"."id"
                  ORDER BY "t2"."id" ASC
                  LIMIT ?) AS "p0"), '],"totalCount":',
                (SELECT COUNT(*)
                FROM "anope_db_nick" AS "t4"
                WHERE "t4"."nc" = +"t3"."id"), '},"display":', json_quote(CAST("t3"."display" AS TEXT)), ',"id":"account:', "t3"."id", '"}'))
          FROM "anope_db_account" AS "t3"
          WHERE ((substr(coalesce(lower("t3"."display"), ''), 1, 191) = substr(?, 1, 191)) AND (lower("t3"."display") = ?))
          ORDER BY "t3"."id"
          LIMIT 1), 'null'), '}}')) AS BLOB)
