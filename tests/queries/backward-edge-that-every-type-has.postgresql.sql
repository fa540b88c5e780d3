SELECT ('{"data":{"nodes":[' ||
    (SELECT coalesce(string_agg(p.j, ','
        ORDER BY p.n), '')
    FROM
      (SELECT coalesce(CASE (w.pair->>0)::integer WHEN 0 THEN
          (SELECT ('{"__typename":"Account","memoInfos":{"nodes":[' ||
              (SELECT coalesce(string_agg("p"."j", ','), '')
              FROM
                (SELECT ('{"memoMax":' || CASE WHEN "t1"."memomax" BETWEEN -2147483648 AND 2147483647 THEN "t1"."memomax"::text ELSE 'null' END || '}') AS "j"
                FROM "anope_db_memoinfo" AS "t1"
                WHERE "t1"."owner" = "t2"."id"
                ORDER BY "t1"."id" ASC
                LIMIT %s) AS "p") || ']},"vhosts":{"nodes":[' ||
              (SELECT coalesce(string_agg("p"."j", ','), '')
              FROM
                (SELECT ('{"host":' || coalesce('"' || replace(replace((CAST("t3"."vhost" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || '}') AS "j"
                FROM "anope_db_vhost" AS "t3"
                WHERE "t3"."owner" = "t2"."id"
                ORDER BY "t3"."id" ASC
                LIMIT %s) AS "p") || '],"totalCount":' ||
              (SELECT COUNT(*)
              FROM "anope_db_vhost" AS "t4"
              WHERE "t4"."owner" = "t2"."id")::text || '}}')
          FROM "anope_db_account" AS "t2"
          WHERE "t2"."id" = (w.pair->>1)::bigint) WHEN 1 THEN
          (SELECT ('{"__typename":"Channel","memoInfos":{"nodes":[' ||
              (SELECT coalesce(string_agg("p"."j", ','), '')
              FROM
                (SELECT ('{"memoMax":' || CASE WHEN "t5"."memomax" BETWEEN -2147483648 AND 2147483647 THEN "t5"."memomax"::text ELSE 'null' END || '}') AS "j"
                FROM "anope_db_memoinfo" AS "t5"
                WHERE "t5"."owner" = "t6"."id"
                ORDER BY "t5"."id" ASC
                LIMIT %s) AS "p") || ']},"vhosts":{"nodes":[' ||
              (SELECT coalesce(string_agg("p"."j", ','), '')
              FROM
                (SELECT ('{"host":' || coalesce('"' || replace(replace((CAST("t7"."vhost" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || '}') AS "j"
                FROM "anope_db_vhost" AS "t7"
                WHERE "t7"."owner" = "t6"."id"
                ORDER BY "t7"."id" ASC
                LIMIT %s) AS "p") || '],"totalCount":' ||
              (SELECT COUNT(*)
              FROM "anope_db_vhost" AS "t8"
              WHERE "t8"."owner" = "t6"."id")::text || '}}')
          FROM "anope_db_channel" AS "t6"
          WHERE "t6"."id" = (w.pair->>1)::bigint) WHEN 2 THEN
          (SELECT ('{"__typename":"Nick","memoInfos":{"nodes":[' ||
              (SELECT coalesce(string_agg("p"."j", ','), '')
              FROM
                (SELECT ('{"memoMax":' || CASE WHEN "t9"."memomax" BETWEEN -2147483648 AND 2147483647 THEN "t9"."memomax"::text ELSE 'null' END || '}') AS "j"
                FROM "anope_db_memoinfo" AS "t9"
                WHERE "t9"."owner" = "t10"."id"
                ORDER BY "t9"."id" ASC
                LIMIT %s) AS "p") || ']},"vhosts":{"nodes":[' ||
              (SELECT coalesce(string_agg("p"."j", ','), '')
              FROM
                (SELECT ('{"host":' || coalesce('"' || replace(replace((CAST("t11"."vhost" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || '}') AS "j"
                FROM "anope_db_vhost" AS "t11"
                WHERE "t11"."owner" = "t10"."id"
                ORDER BY "t11"."id" ASC
                LIMIT %s) AS "p") || '],"totalCount":' ||
              (SELECT COUNT(*)
              FROM "anope_db_vhost" AS "t12"
              WHERE "t12"."owner" = "t10"."id")::text || '}}')
          FROM "anope_db_nick" AS "t10"
          WHERE "t10"."id" = (w.pair->>1)::bigint) END, 'null') AS j, w.place AS n FROM json_array_elements(%s::json) WITH ORDINALITY AS w (pair, place)
      ORDER BY w.place) AS p) || ']}}')
