SELECT CAST((concat('{"data":{"account":', coalesce(
          (SELECT (concat('{"nicks":',
                (SELECT (concat('{"nodes":[', coalesce(group_concat("p"."j0", ','), ''), '],"totalCount":',
                      (SELECT COUNT(*)
                      FROM "anope_db_nick" AS "t1"
                      WHERE "t1"."nc" = +"t2"."id"), '}'))
                FROM
                  (SELECT (concat('{"nick":', json_quote(CAST("t3"."nick" AS TEXT)), ',"account":', coalesce(
                          (SELECT (concat('{"display":', json_quote(CAST("t4"."display" AS TEXT)), '}'))
                          FROM "anope_db_account" AS "t4"
                          WHERE "t4"."id" = "t3"."nc"), 'null'), '}')) AS "j0"
                  FROM "anope_db_nick" AS "t3"
                  WHERE "t3"."nc" = +"t2"."id"
                  ORDER BY "t3"."id" ASC
                  LIMIT ?) AS "p"), ',"display":', json_quote(CAST("t2"."display" AS TEXT)), ',"id":"account:', "t2"."id", '"}'))
          FROM "anope_db_account" AS "t2"
          WHERE ((substr(coalesce(lower("t2"."display"), ''), 1, 191) = substr(?, 1, 191)) AND (lower("t2"."display") = ?))
          ORDER BY "t2"."id"
          LIMIT 1), 'null'), '}}')) AS BLOB)
