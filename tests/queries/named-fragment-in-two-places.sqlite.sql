SELECT CAST((concat('{"data":{"channel":', coalesce(
          (SELECT (concat('{"founder":', coalesce(
                  (SELECT (concat('{"display":', json_quote(CAST("t1"."display" AS TEXT)), ',"nicks":',
                        (SELECT (concat('{"nodes":[', coalesce(group_concat("p"."j0", ','), ''), ']}'))
                        FROM
                          (SELECT (concat('{"nick":', json_quote(CAST("t2"."nick" AS TEXT)), '}')) AS "j0"
                          FROM "anope_db_nick" AS "t2"
                          WHERE "t2"."nc" = +"t1"."id"
                          ORDER BY "t2"."id" ASC
                          LIMIT ?) AS "p"), '}'))
                  FROM "anope_db_account" AS "t1"
                  WHERE "t1"."id" = "t3"."founder"), 'null'), ',"successor":', coalesce(
                  (SELECT (concat('{"display":', json_quote(CAST("t4"."display" AS TEXT)), ',"nicks":',
                        (SELECT (concat('{"nodes":[', coalesce(group_concat("p"."j0", ','), ''), ']}'))
                        FROM
                          (SELECT (concat('{"nick":', json_quote(CAST("t5"."nick" AS TEXT)), '}')) AS "j0"
                          FROM "anope_db_nick" AS "t5"
                          WHERE "t5"."nc" = +"t4"."id"
                          ORDER BY "t5"."id" ASC
                          LIMIT ?) AS "p"), '}'))
                  FROM "anope_db_account" AS "t4"
                  WHERE "t4"."id" = "t3"."successor"), 'null'), '}'))
          FROM "anope_db_channel" AS "t3"
          WHERE ((substr(coalesce(lower("t3"."name"), ''), 1, 191) = substr(?, 1, 191)) AND (lower("t3"."name") = ?))
          ORDER BY "t3"."id"
          LIMIT 1), 'null'), '}}')) AS BLOB)
