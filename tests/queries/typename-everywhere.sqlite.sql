SELECT CAST((concat('{"data":{"__typename":"Query","accounts":',
        (SELECT (concat('{"__typename":"AccountConnection","pageInfo":{"__typename":"PageInfo"},"edges":[', coalesce(group_concat("p"."j0", ','), ''), ']}'))
        FROM
          (SELECT (concat('{"__typename":"AccountEdge","node":', (concat('{"__typename":"Account","kind":"Account","nicks":',
                    (SELECT (concat('{"nodes":[', coalesce(group_concat("p"."j0", ','), ''), ']}'))
                    FROM
                      (SELECT (concat('{"__typename":"Nick"}')) AS "j0"
                      FROM "anope_db_nick" AS "t1"
                      WHERE "t1"."nc" = +"t2"."id"
                      ORDER BY "t1"."id" ASC
                      LIMIT ?) AS "p"), '}')), '}')) AS "j0"
          FROM "anope_db_account" AS "t2"
          ORDER BY "t2"."id" ASC
          LIMIT ?) AS "p"), '}}')) AS BLOB)
