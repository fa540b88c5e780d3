SELECT CAST((concat('{"data":{"channels":',
        (SELECT (concat('{"nodes":[', coalesce(group_concat("p"."j0", ','), ''), ']}'))
        FROM
          (SELECT (concat('{"name":', json_quote(CAST("t1"."name" AS TEXT)), ',"successor":', coalesce(
                  (SELECT (concat('{"display":', json_quote(CAST("t2"."display" AS TEXT)), '}'))
                  FROM "anope_db_account" AS "t2"
                  WHERE "t2"."id" = "t1"."successor"), 'null'), '}')) AS "j0"
          FROM "anope_db_channel" AS "t1" LEFT OUTER JOIN "anope_db_account" AS "t3" ON "t3"."id" = "t1"."successor"
          ORDER BY substr(lower("t3"."display"), 1, 191) ASC NULLS LAST, "t1"."id" ASC
          LIMIT ?) AS "p"), '}}')) AS BLOB)
