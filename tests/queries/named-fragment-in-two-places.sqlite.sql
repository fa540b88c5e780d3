SELECT CAST((concat('{"data":{"channel":', coalesce(
          (SELECT (concat('{"founder":', coalesce(
                  (SELECT (concat('{"display":', json_quote(CAST("t1"."display" AS TEXT)), ',"nicks":{"nodes":',
                        (SELECT json_group_array(json_object('nick', CAST("p0"."nick" AS TEXT)))
                        FROM
                          (SELECT "t2"."nick" AS "nick"
                          FROM "anope_db_nick" AS "t2"
                          WHERE "t2"."nc" = +"t1"."id"
                          ORDER BY "t2"."id" ASC
                          LIMIT ?) AS "p0"), '}}'))
                  FROM "anope_db_account" AS "t1"
                  WHERE "t1"."id" = "t3"."founder"), 'null'), ',"successor":', coalesce(
                  (SELECT (concat('{"display":', json_quote(CAST("t4"."display" AS TEXT)), ',"nicks":{"nodes":',
                        (SELECT json_group_array(json_object('nick', CAST("p1"."nick" AS TEXT)))
                        FROM
                          (SELECT "t5"."nick" AS "nick"
                          FROM "anope_db_nick" AS "t5"
                          WHERE "t5"."nc" = +"t4"."id"
                          ORDER BY "t5"."id" ASC
                          LIMIT ?) AS "p1"), '}}'))
                  FROM "anope_db_account" AS "t4"
                  WHERE "t4"."id" = "t3"."successor"), 'null'), '}'))
          FROM "anope_db_channel" AS "t3"
          WHERE ((substr(coalesce(lower("t3"."name"), ''), 1, 191) = substr(?, 1, 191)) AND (lower("t3"."name") = ?))
          ORDER BY "t3"."id"
          LIMIT 1), 'null'), '}}')) AS BLOB)
