SELECT CAST((concat('{"data":{"nodes":[',
        (SELECT coalesce(group_concat(p.j, ','), '')
        FROM
          (SELECT coalesce(CASE json_extract(w.value, '$[0]') WHEN 0 THEN
              (SELECT (concat('{"__typename":"Account","memoInfos":{"nodes":',
                    (SELECT json_group_array(json_object('memoMax', CASE typeof("p0"."memomax") WHEN 'integer' THEN CASE WHEN "p0"."memomax" BETWEEN -2147483648 AND 2147483647 THEN "p0"."memomax" ELSE NULL END WHEN 'text' THEN CASE WHEN CAST(CAST("p0"."memomax" AS INTEGER) AS TEXT) = "p0"."memomax" THEN CASE WHEN CAST("p0"."memomax" AS INTEGER) BETWEEN -2147483648 AND 2147483647 THEN CAST("p0"."memomax" AS INTEGER) ELSE NULL END ELSE NULL END ELSE NULL END))
                    FROM
                      (SELECT "t1"."memomax" AS "memomax"
                      FROM "anope_db_memoinfo" AS "t1"
                      WHERE "t1"."owner" = +"t2"."id"
                      ORDER BY "t1"."id" ASC
                      LIMIT ?) AS "p0"), '},"vhosts":{"nodes":',
                    (SELECT json_group_array(json_object('host', CAST("p1"."vhost" AS TEXT)))
                    FROM
                      (SELECT "t3"."vhost" AS "vhost"
                      FROM "anope_db_vhost" AS "t3"
                      WHERE "t3"."owner" = +"t2"."id"
                      ORDER BY "t3"."id" ASC
                      LIMIT ?) AS "p1"), ',"totalCount":',
                    (SELECT COUNT(*)
                    FROM "anope_db_vhost" AS "t4"
                    WHERE "t4"."owner" = +"t2"."id"), '}}'))
              FROM "anope_db_account" AS "t2"
              WHERE "t2"."id" = json_extract(w.value, '$[1]')) WHEN 1 THEN
              (SELECT (concat('{"__typename":"Channel","memoInfos":{"nodes":',
                    (SELECT json_group_array(json_object('memoMax', CASE typeof("p2"."memomax") WHEN 'integer' THEN CASE WHEN "p2"."memomax" BETWEEN -2147483648 AND 2147483647 THEN "p2"."memomax" ELSE NULL END WHEN 'text' THEN CASE WHEN CAST(CAST("p2"."memomax" AS INTEGER) AS TEXT) = "p2"."memomax" THEN CASE WHEN CAST("p2"."memomax" AS INTEGER) BETWEEN -2147483648 AND 2147483647 THEN CAST("p2"."memomax" AS INTEGER) ELSE NULL END ELSE NULL END ELSE NULL END))
                    FROM
                      (SELECT "t5"."memomax" AS "memomax"
                      FROM "anope_db_memoinfo" AS "t5"
                      WHERE "t5"."owner" = +"t6"."id"
                      ORDER BY "t5"."id" ASC
                      LIMIT ?) AS "p2"), '},"vhosts":{"nodes":',
                    (SELECT json_group_array(json_object('host', CAST("p3"."vhost" AS TEXT)))
                    FROM
                      (SELECT "t7"."vhost" AS "vhost"
                      FROM "anope_db_vhost" AS "t7"
                      WHERE "t7"."owner" = +"t6"."id"
                      ORDER BY "t7"."id" ASC
                      LIMIT ?) AS "p3"), ',"totalCount":',
                    (SELECT COUNT(*)
                    FROM "anope_db_vhost" AS "t8"
                    WHERE "t8"."owner" = +"t6"."id"), '}}'))
              FROM "anope_db_channel" AS "t6"
              WHERE "t6"."id" = json_extract(w.value, '$[1]')) WHEN 2 THEN
              (SELECT (concat('{"__typename":"Nick","memoInfos":{"nodes":',
                    (SELECT json_group_array(json_object('memoMax', CASE typeof("p4"."memomax") WHEN 'integer' THEN CASE WHEN "p4"."memomax" BETWEEN -2147483648 AND 2147483647 THEN "p4"."memomax" ELSE NULL END WHEN 'text' THEN CASE WHEN CAST(CAST("p4"."memomax" AS INTEGER) AS TEXT) = "p4"."memomax" THEN CASE WHEN CAST("p4"."memomax" AS INTEGER) BETWEEN -2147483648 AND 2147483647 THEN CAST("p4"."memomax" AS INTEGER) ELSE NULL END ELSE NULL END ELSE NULL END))
                    FROM
                      (SELECT "t9"."memomax" AS "memomax"
                      FROM "anope_db_memoinfo" AS "t9"
                      WHERE "t9"."owner" = +"t10"."id"
                      ORDER BY "t9"."id" ASC
                      LIMIT ?) AS "p4"), '},"vhosts":{"nodes":',
                    (SELECT json_group_array(json_object('host', CAST("p5"."vhost" AS TEXT)))
                    FROM
                      (SELECT "t11"."vhost" AS "vhost"
                      FROM "anope_db_vhost" AS "t11"
                      WHERE "t11"."owner" = +"t10"."id"
                      ORDER BY "t11"."id" ASC
                      LIMIT ?) AS "p5"), ',"totalCount":',
                    (SELECT COUNT(*)
                    FROM "anope_db_vhost" AS "t12"
                    WHERE "t12"."owner" = +"t10"."id"), '}}'))
              FROM "anope_db_nick" AS "t10"
              WHERE "t10"."id" = json_extract(w.value, '$[1]')) END, 'null') AS j, w.key AS n FROM json_each(?) AS w
          ORDER BY w.key) AS p), ']}}')) AS BLOB)
