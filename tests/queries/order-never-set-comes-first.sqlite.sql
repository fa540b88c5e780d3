SELECT CAST((concat('{"data":{"channels":',
        (SELECT (concat('{"nodes":[', coalesce(group_concat("p"."j0", ','), ''), ']}'))
        FROM
          (SELECT (concat('{"name":', json_quote(CAST("t1"."name" AS TEXT)), ',"bot":', coalesce(
                  (SELECT (concat('{"nick":', json_quote(CAST("t2"."nick" AS TEXT)), '}'))
                  FROM "anope_db_botinfo" AS "t2"
                  WHERE "t2"."id" = "t1"."bi"), 'null'), '}')) AS "j0"
          FROM "anope_db_channel" AS "t1" LEFT OUTER JOIN "anope_db_botinfo" AS "t3" ON "t3"."id" = "t1"."bi"
          ORDER BY substr(lower("t3"."nick"), 1, 191) DESC NULLS FIRST, substr(coalesce(lower("t1"."name"), ''), 1, 191) DESC, "t1"."id" DESC
          LIMIT ?) AS "p"), '}}')) AS BLOB)
