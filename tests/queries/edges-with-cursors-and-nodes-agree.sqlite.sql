SELECT CAST((concat('{"data":{"bots":',
        (SELECT (concat('{"nodes":[', coalesce(group_concat("p"."j0", ','), ''), '],"edges":[', coalesce(group_concat("p"."j1", ','), ''), ']}'))
        FROM
          (SELECT json_object('nick', CAST("t1"."nick" AS TEXT)) AS "j0", (concat('{"cursor":"', ('a38e68104e7294e7.' || coalesce("t1"."id", '')), '","node":', json_object('nick', CAST("t1"."nick" AS TEXT)), '}')) AS "j1"
          FROM "anope_db_botinfo" AS "t1"
          ORDER BY "t1"."id" ASC
          LIMIT ?) AS "p"), '}}')) AS BLOB)
