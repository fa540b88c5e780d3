SELECT CAST((concat('{"data":{"nick":', coalesce(
          (SELECT (concat('{"account":', coalesce(
                  (SELECT (concat('{"nicks":',
                        (SELECT (concat('{"nodes":[', coalesce(group_concat("p"."j0", ','), ''), ']}'))
                        FROM
                          (SELECT (concat('{"nick":', json_quote(CAST("t1"."nick" AS TEXT)), ',"account":', coalesce(
                                  (SELECT (concat('{"display":', json_quote(CAST("t2"."display" AS TEXT)), '}'))
                                  FROM "anope_db_account" AS "t2"
                                  WHERE "t2"."id" = "t1"."nc"), 'null'), '}')) AS "j0"
                          FROM "anope_db_nick" AS "t1"
                          WHERE "t1"."nc" = +"t3"."id"
                          ORDER BY "t1"."id" ASC
                          LIMIT ?) AS "p"), '}'))
                  FROM "anope_db_account" AS "t3"
                  WHERE "t3"."id" = "t4"."nc"), 'null'), '}'))
          FROM "anope_db_nick" AS "t4"
          WHERE ((substr(coalesce(lower("t4"."nick"), ''), 1, 191) = substr(?, 1, 191)) AND (lower("t4"."nick") = ?))
          ORDER BY "t4"."id"
          LIMIT 1), 'null'), '}}')) AS BLOB)
