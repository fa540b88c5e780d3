SELECT CAST((concat('{"data":{"nick":', coalesce(
          (SELECT (concat('{"nick":', json_quote(CAST("t1"."nick" AS TEXT)), ',"account":', coalesce(
                  (SELECT json_object('display', CAST("t2"."display" AS TEXT), 'email', CAST("t2"."email" AS TEXT))
                  FROM "anope_db_account" AS "t2"
                  WHERE "t2"."id" = "t1"."nc"), 'null'), '}'))
          FROM "anope_db_nick" AS "t1"
          WHERE ((substr(coalesce(lower("t1"."nick"), ''), 1, 191) = substr(?, 1, 191)) AND (lower("t1"."nick") = ?))
          ORDER BY "t1"."id"
          LIMIT 1), 'null'), '}}')) AS BLOB)
