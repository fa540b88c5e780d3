SELECT CAST((concat('{"data":{"nicks":',
        (SELECT (concat('{"nodes":[', coalesce(group_concat("p"."j0", ','), ''), ']}'))
        FROM
          (SELECT (concat('{"nick":', json_quote(CAST("t1"."nick" AS TEXT)), '}')) AS "j0"
          FROM "anope_db_nick" AS "t1"
          ORDER BY "t1"."id" ASC
          LIMIT ?) AS "p"), ',"accounts":', (concat('{"totalCount":',
            (SELECT COUNT(*)
            FROM "anope_db_account" AS "t2"
            WHERE (substr(coalesce(lower("t2"."display"), ''), 1, 191) = substr(?, 1, 191) AND lower("t2"."display") = ?)), '}')), '}}')) AS BLOB)
