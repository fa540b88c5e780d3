SELECT CAST((concat('{"data":{"nicks":',
        (SELECT (concat('{"nodes":[', coalesce(group_concat("p"."j0", ','), ''), ']}'))
        FROM
          (SELECT (concat('{"nick":', json_quote(CAST("t1"."nick" AS TEXT)), '}')) AS "j0"
          FROM "anope_db_nick" AS "t1"
          ORDER BY substr(coalesce(lower("t1"."nick"), ''), 1, 191) ASC, "t1"."id" ASC
          LIMIT ?) AS "p"), '}}')) AS BLOB)
