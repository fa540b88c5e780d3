SELECT CAST((concat('{"data":{"who":', coalesce(
          (SELECT (concat('{"name":', json_quote(CAST("t1"."display" AS TEXT)), ',"display":', json_quote(CAST("t1"."email" AS TEXT)), ',"own":',
                (SELECT (concat('{"some":[', coalesce(group_concat("p"."j0", ','), ''), ']}'))
                FROM
                  (SELECT (concat('{"name":', json_quote(CAST("t2"."nick" AS TEXT)), '}')) AS "j0"
                  FROM "anope_db_nick" AS "t2"
                  WHERE "t2"."nc" = +"t1"."id"
                  ORDER BY "t2"."id" ASC
                  LIMIT ?) AS "p"), '}'))
          FROM "anope_db_account" AS "t1"
          WHERE ((substr(coalesce(lower("t1"."display"), ''), 1, 191) = substr(?, 1, 191)) AND (lower("t1"."display") = ?))
          ORDER BY "t1"."id"
          LIMIT 1), 'null'), '}}')) AS BLOB)
