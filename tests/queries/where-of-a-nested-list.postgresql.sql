SELECT ('{"data":{"channels":{"nodes":[' || coalesce(string_agg("p"."j", ','), '') || ']}}}')
FROM
  (SELECT ('{"name":' || coalesce('"' || replace(replace((CAST("t1"."name" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || ',"accessEntries":{"nodes":[' ||
      (SELECT coalesce(string_agg("p"."j", ','), '')
      FROM
        (SELECT ('{"mask":' || coalesce('"' || replace(replace((CAST("t2"."mask" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || ',"level":' || CASE WHEN "t2"."level" BETWEEN -2147483648 AND 2147483647 THEN "t2"."level"::text ELSE 'null' END || '}') AS "j"
        FROM "anope_db_accesschanaccess" AS "t2"
        WHERE "t2"."ci" = "t1"."id" AND ("t2"."level" >= %s AND EXISTS
            (SELECT 1
            FROM "anope_db_account" AS "t3"
            WHERE "t3"."id" = "t2"."obj" AND ((left(coalesce(lower("t3"."display" COLLATE "C"), ''), 191) = left(%s, 191) AND lower("t3"."display" COLLATE "C") = %s)) IS NOT TRUE))
        ORDER BY "t2"."id" ASC
        LIMIT %s) AS "p") || '],"totalCount":' ||
      (SELECT COUNT(*)
      FROM "anope_db_accesschanaccess" AS "t4"
      WHERE "t4"."ci" = "t1"."id" AND ("t4"."level" >= %s AND EXISTS
          (SELECT 1
          FROM "anope_db_account" AS "t5"
          WHERE "t5"."id" = "t4"."obj" AND ((left(coalesce(lower("t5"."display" COLLATE "C"), ''), 191) = left(%s, 191) AND lower("t5"."display" COLLATE "C") = %s)) IS NOT TRUE)))::text || '}}') AS "j"
  FROM "anope_db_channel" AS "t1"
  ORDER BY "t1"."id" ASC
  LIMIT %s) AS "p"
