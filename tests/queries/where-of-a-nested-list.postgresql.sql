SELECT ('{"data":{"channels":' ||
    (SELECT ('{"nodes":[' || coalesce(string_agg("p"."j0", ','), '') || ']}')
    FROM
      (SELECT ('{"name":' || coalesce(to_json(CAST("t1"."name" AS TEXT))::text, 'null') || ',"accessEntries":' ||
          (SELECT ('{"nodes":[' || coalesce(string_agg("p"."j0", ','), '') || '],"totalCount":' ||
              (SELECT COUNT(*)
              FROM "anope_db_accesschanaccess" AS "t2"
              WHERE "t2"."ci" = "t1"."id" AND ("t2"."level" >= %s AND EXISTS
                  (SELECT 1
                  FROM "anope_db_account" AS "t3"
                  WHERE "t3"."id" = "t2"."obj" AND ((left(coalesce(lower("t3"."display" COLLATE "C"), ''), 191) = left(%s, 191) AND lower("t3"."display" COLLATE "C") = %s)) IS NOT TRUE)))::text || '}')
          FROM
            (SELECT ('{"mask":' || coalesce(to_json(CAST("t4"."mask" AS TEXT))::text, 'null') || ',"level":' || CASE WHEN "t4"."level" BETWEEN -2147483648 AND 2147483647 THEN "t4"."level"::text ELSE 'null' END || '}') AS "j0"
            FROM "anope_db_accesschanaccess" AS "t4"
            WHERE "t4"."ci" = "t1"."id" AND ("t4"."level" >= %s AND EXISTS
                (SELECT 1
                FROM "anope_db_account" AS "t5"
                WHERE "t5"."id" = "t4"."obj" AND ((left(coalesce(lower("t5"."display" COLLATE "C"), ''), 191) = left(%s, 191) AND lower("t5"."display" COLLATE "C") = %s)) IS NOT TRUE))
            ORDER BY "t4"."id" ASC
            LIMIT %s) AS "p") || '}') AS "j0"
      FROM "anope_db_channel" AS "t1"
      ORDER BY "t1"."id" ASC
      LIMIT %s) AS "p") || '}}')
