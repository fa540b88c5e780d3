SELECT CAST((concat('{"data":{"who":', coalesce(
          (SELECT (concat('{"name":', json_quote(CAST("t1"."display" AS TEXT)), ',"display":', json_quote(CAST("t1"."email" AS TEXT)), ',"own":{"some":',
                (SELECT json_group_array(json_object('name', CAST("p0"."nick" AS TEXT)))
                FROM
                  (SELECT "t2"."nick" AS "nick"
                  FROM "anope_db_nick" AS "t2"
                  WHERE "t2"."nc" = +"t1"."id"
                  ORDER BY "t2"."id" ASC
                  LIMIT ?) AS "p0"), '}}'))
          FROM "anope_db_account" AS "t1"
          WHERE ((substr(coalesce(lower("t1"."display"), ''), 1, 191) = substr(?, 1, 191)) AND (lower("t1"."display") = ?))
          ORDER BY "t1"."id"
          LIMIT 1), 'null'), '}}')) AS BLOB)
