SELECT CAST((concat('{"data":{"channels":{"nodes":[', group_concat((concat('{"name":', json_quote(CAST("p0"."name" AS TEXT)), ',"accessEntries":{"nodes":',
              (SELECT json_group_array(json_object('mask', CAST("p1"."mask" AS TEXT), 'level', CASE typeof("p1"."level") WHEN 'integer' THEN CASE WHEN "p1"."level" BETWEEN -2147483648 AND 2147483647 THEN "p1"."level" ELSE NULL END WHEN 'text' THEN CASE WHEN CAST(CAST("p1"."level" AS INTEGER) AS TEXT) = "p1"."level" THEN CASE WHEN CAST("p1"."level" AS INTEGER) BETWEEN -2147483648 AND 2147483647 THEN CAST("p1"."level" AS INTEGER) ELSE NULL END ELSE NULL END ELSE NULL END))
              FROM
                (SELECT "t1"."level" AS "level", "t1"."mask" AS "mask"
                FROM "anope_db_accesschanaccess" AS "t1"
                WHERE "t1"."ci" = +"p0"."id" AND (CAST("t1"."level" AS INTEGER) >= ? AND EXISTS
                    (SELECT 1
                    FROM "anope_db_account" AS "t2"
                    WHERE "t2"."id" = "t1"."obj" AND ((substr(coalesce(lower("t2"."display"), ''), 1, 191) = substr(?, 1, 191) AND lower("t2"."display") = ?)) IS NOT TRUE))
                ORDER BY "t1"."id" ASC
                LIMIT ?) AS "p1"), ',"totalCount":',
              (SELECT COUNT(*)
              FROM "anope_db_accesschanaccess" AS "t3"
              WHERE "t3"."ci" = +"p0"."id" AND (CAST("t3"."level" AS INTEGER) >= ? AND EXISTS
                  (SELECT 1
                  FROM "anope_db_account" AS "t4"
                  WHERE "t4"."id" = "t3"."obj" AND ((substr(coalesce(lower("t4"."display"), ''), 1, 191) = substr(?, 1, 191) AND lower("t4"."display") = ?)) IS NOT TRUE))), '}}')), ','), ']}}}')) AS BLOB)
FROM
  (SELECT "t5"."id" AS "id", "t5"."name" AS "name"
  FROM "anope_db_channel" AS "t5"
  ORDER BY "t5"."id" ASC
  LIMIT ?) AS "p0"
