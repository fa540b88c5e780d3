SELECT CAST((concat('{"data":{"nick":', coalesce(
          (SELECT (concat('{"account":', coalesce(
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
                          LIMIT ?) AS "p0"), ']}}'))
                  FROM "anope_db_account" AS "t3"
                  WHERE "t3"."id" = "t4"."nc"), 'null'), '}'))
          FROM "anope_db_nick" AS "t4"
          WHERE ((substr(coalesce(lower("t4"."nick"), ''), 1, 191) = substr(?, 1, 191)) AND (lower("t4"."nick") = ?))
          ORDER BY "t4"."id"
          LIMIT 1), 'null'), '}}')) AS BLOB)
