SELECT CAST((concat('{"data":{"accounts":',
        (SELECT (concat('{"nodes":[', coalesce(group_concat("p"."j0", ','), ''), ']}'))
        FROM
          (SELECT (concat('{"nicks":',
                (SELECT (concat('{"nodes":[', coalesce(group_concat("p"."j0", ','), ''), ']}'))
                FROM
                  (SELECT (concat('{"nick":', json_quote(CAST("t1"."nick" AS TEXT)), ',"timeRegistered":', CASE typeof("t1"."time_registered") WHEN 'integer' THEN CASE WHEN "t1"."time_registered" BETWEEN -62135596800 AND 253402300799 AND "t1"."time_registered" <> 0 THEN strftime('"%Y-%m-%dT%H:%M:%SZ"', "t1"."time_registered", 'unixepoch') ELSE 'null' END WHEN 'text' THEN CASE WHEN CAST(CAST("t1"."time_registered" AS INTEGER) AS TEXT) = "t1"."time_registered" THEN CASE WHEN CAST("t1"."time_registered" AS INTEGER) BETWEEN -62135596800 AND 253402300799 AND CAST("t1"."time_registered" AS INTEGER) <> 0 THEN strftime('"%Y-%m-%dT%H:%M:%SZ"', CAST("t1"."time_registered" AS INTEGER), 'unixepoch') ELSE 'null' END ELSE 'null' END ELSE 'null' END, '}')) AS "j0"
                  FROM "anope_db_nick" AS "t1"
                  WHERE "t1"."nc" = +"t2"."id"
                  ORDER BY CAST("t1"."time_registered" AS INTEGER) DESC, "t1"."id" DESC
                  LIMIT ?) AS "p"), '}')) AS "j0"
          FROM "anope_db_account" AS "t2"
          WHERE EXISTS
            (SELECT 1
            FROM "anope_db_nick" AS "t3"
            WHERE "t3"."nc" = +"t2"."id" AND 1 = 1)
          ORDER BY "t2"."id" ASC
          LIMIT ?) AS "p"), '}}')) AS BLOB)
