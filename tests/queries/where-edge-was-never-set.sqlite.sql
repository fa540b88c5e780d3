SELECT CAST((concat('{"data":{"channels":',
        (SELECT (concat('{"nodes":[', coalesce(group_concat("p"."j0", ','), ''), ']}'))
        FROM
          (SELECT (concat('{"name":', json_quote(CAST("t1"."name" AS TEXT)), '}')) AS "j0"
          FROM "anope_db_channel" AS "t1"
          WHERE "t1"."bi" IS NULL
          ORDER BY "t1"."id" ASC
          LIMIT ?) AS "p"), '}}')) AS BLOB)
