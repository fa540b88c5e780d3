SELECT CAST((concat('{"data":{"vhosts":',
        (SELECT (concat('{"nodes":[', coalesce(group_concat("p"."j0", ','), ''), ']}'))
        FROM
          (SELECT (concat('{"host":', json_quote(CAST("t1"."vhost" AS TEXT)), '}')) AS "j0"
          FROM "anope_db_vhost" AS "t1"
          WHERE "t1"."owner" IN
            (SELECT +"t2"."id"
            FROM "anope_db_nick" AS "t2"
            WHERE (substr(coalesce(lower("t2"."nick"), ''), 1, 191) = substr(?, 1, 191) AND lower("t2"."nick") = ?))
          ORDER BY "t1"."id" ASC
          LIMIT ?) AS "p"), '}}')) AS BLOB)
