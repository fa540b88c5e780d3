SELECT CAST((concat('{"data":{"nodes":[',
        (SELECT coalesce(group_concat(p.j, ','), '')
        FROM
          (SELECT coalesce(CASE json_extract(w.value, '$[0]') WHEN 0 THEN
              (SELECT (concat('{"__typename":"Account","memoInfos":',
                    (SELECT (concat('{"nodes":[', coalesce(group_concat("p"."j0", ','), ''), ']}'))
                    FROM
                      (SELECT (concat('{"memoMax":', CASE typeof("t1"."memomax") WHEN 'integer' THEN CASE WHEN "t1"."memomax" BETWEEN -2147483648 AND 2147483647 THEN "t1"."memomax" ELSE 'null' END WHEN 'text' THEN CASE WHEN CAST(CAST("t1"."memomax" AS INTEGER) AS TEXT) = "t1"."memomax" THEN CASE WHEN CAST("t1"."memomax" AS INTEGER) BETWEEN -2147483648 AND 2147483647 THEN CAST("t1"."memomax" AS INTEGER) ELSE 'null' END ELSE 'null' END ELSE 'null' END, '}')) AS "j0"
                      FROM "anope_db_memoinfo" AS "t1"
                      WHERE "t1"."owner" = +"t2"."id"
                      ORDER BY "t1"."id" ASC
                      LIMIT ?) AS "p"), ',"vhosts":',
                    (SELECT (concat('{"nodes":[', coalesce(group_concat("p"."j0", ','), ''), '],"totalCount":',
                          (SELECT COUNT(*)
                          FROM "anope_db_vhost" AS "t3"
                          WHERE "t3"."owner" = +"t2"."id"), '}'))
                    FROM
                      (SELECT (concat('{"host":', json_quote(CAST("t4"."vhost" AS TEXT)), '}')) AS "j0"
                      FROM "anope_db_vhost" AS "t4"
                      WHERE "t4"."owner" = +"t2"."id"
                      ORDER BY "t4"."id" ASC
                      LIMIT ?) AS "p"), '}'))
              FROM "anope_db_account" AS "t2"
              WHERE "t2"."id" = json_extract(w.value, '$[1]')) WHEN 1 THEN
              (SELECT (concat('{"__typename":"Channel","memoInfos":',
                    (SELECT (concat('{"nodes":[', coalesce(group_concat("p"."j0", ','), ''), ']}'))
                    FROM
                      (SELECT (concat('{"memoMax":', CASE typeof("t5"."memomax") WHEN 'integer' THEN CASE WHEN "t5"."memomax" BETWEEN -2147483648 AND 2147483647 THEN "t5"."memomax" ELSE 'null' END WHEN 'text' THEN CASE WHEN CAST(CAST("t5"."memomax" AS INTEGER) AS TEXT) = "t5"."memomax" THEN CASE WHEN CAST("t5"."memomax" AS INTEGER) BETWEEN -2147483648 AND 2147483647 THEN CAST("t5"."memomax" AS INTEGER) ELSE 'null' END ELSE 'null' END ELSE 'null' END, '}')) AS "j0"
                      FROM "anope_db_memoinfo" AS "t5"
                      WHERE "t5"."owner" = +"t6"."id"
                      ORDER BY "t5"."id" ASC
                      LIMIT ?) AS "p"), ',"vhosts":',
                    (SELECT (concat('{"nodes":[', coalesce(group_concat("p"."j0", ','), ''), '],"totalCount":',
                          (SELECT COUNT(*)
                          FROM "anope_db_vhost" AS "t7"
                          WHERE "t7"."owner" = +"t6"."id"), '}'))
                    FROM
                      (SELECT (concat('{"host":', json_quote(CAST("t8"."vhost" AS TEXT)), '}')) AS "j0"
                      FROM "anope_db_vhost" AS "t8"
                      WHERE "t8"."owner" = +"t6"."id"
                      ORDER BY "t8"."id" ASC
                      LIMIT ?) AS "p"), '}'))
              FROM "anope_db_channel" AS "t6"
              WHERE "t6"."id" = json_extract(w.value, '$[1]')) WHEN 2 THEN
              (SELECT (concat('{"__typename":"Nick","memoInfos":',
                    (SELECT (concat('{"nodes":[', coalesce(group_concat("p"."j0", ','), ''), ']}'))
                    FROM
                      (SELECT (concat('{"memoMax":', CASE typeof("t9"."memomax") WHEN 'integer' THEN CASE WHEN "t9"."memomax" BETWEEN -2147483648 AND 2147483647 THEN "t9"."memomax" ELSE 'null' END WHEN 'text' THEN CASE WHEN CAST(CAST("t9"."memomax" AS INTEGER) AS TEXT) = "t9"."memomax" THEN CASE WHEN CAST("t9"."memomax" AS INTEGER) BETWEEN -2147483648 AND 2147483647 THEN CAST("t9"."memomax" AS INTEGER) ELSE 'null' END ELSE 'null' END ELSE 'null' END, '}')) AS "j0"
                      FROM "anope_db_memoinfo" AS "t9"
                      WHERE "t9"."owner" = +"t10"."id"
                      ORDER BY "t9"."id" ASC
                      LIMIT ?) AS "p"), ',"vhosts":',
                    (SELECT (concat('{"nodes":[', coalesce(group_concat("p"."j0", ','), ''), '],"totalCount":',
                          (SELECT COUNT(*)
                          FROM "anope_db_vhost" AS "t11"
                          WHERE "t11"."owner" = +"t10"."id"), '}'))
                    FROM
                      (SELECT (concat('{"host":', json_quote(CAST("t12"."vhost" AS TEXT)), '}')) AS "j0"
                      FROM "anope_db_vhost" AS "t12"
                      WHERE "t12"."owner" = +"t10"."id"
                      ORDER BY "t12"."id" ASC
                      LIMIT ?) AS "p"), '}'))
              FROM "anope_db_nick" AS "t10"
              WHERE "t10"."id" = json_extract(w.value, '$[1]')) END, 'null') AS j, w.key AS n FROM json_each(?) AS w
          ORDER BY w.key) AS p), ']}}')) AS BLOB)
