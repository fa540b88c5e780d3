SELECT CAST((concat('{"data":{"channels":',
        (SELECT (concat('{"nodes":[', coalesce(group_concat("p"."j0", ','), ''), ']}'))
        FROM
          (SELECT (concat('{"name":', json_quote(CAST("t1"."name" AS TEXT)), ',"accessEntries":',
                (SELECT (concat('{"nodes":[', coalesce(group_concat("p"."j0", ','), ''), '],"totalCount":',
                      (SELECT COUNT(*)
                      FROM "anope_db_accesschanaccess" AS "t2"
                      WHERE "t2"."ci" = +"t1"."id" AND (CAST("t2"."level" AS INTEGER) >= ? AND EXISTS
                          (SELECT 1
                          FROM "anope_db_account" AS "t3"
                          WHERE "t3"."id" = "t2"."obj" AND ((substr(coalesce(lower("t3"."display"), ''), 1, 191) = substr(?, 1, 191) AND lower("t3"."display") = ?)) IS NOT TRUE))), '}'))
                FROM
                  (SELECT (concat('{"mask":', json_quote(CAST("t4"."mask" AS TEXT)), ',"level":', CASE typeof("t4"."level") WHEN 'integer' THEN CASE WHEN "t4"."level" BETWEEN -2147483648 AND 2147483647 THEN "t4"."level" ELSE 'null' END WHEN 'text' THEN CASE WHEN CAST(CAST("t4"."level" AS INTEGER) AS TEXT) = "t4"."level" THEN CASE WHEN CAST("t4"."level" AS INTEGER) BETWEEN -2147483648 AND 2147483647 THEN CAST("t4"."level" AS INTEGER) ELSE 'null' END ELSE 'null' END ELSE 'null' END, '}')) AS "j0"
                  FROM "anope_db_accesschanaccess" AS "t4"
                  WHERE "t4"."ci" = +"t1"."id" AND (CAST("t4"."level" AS INTEGER) >= ? AND EXISTS
                      (SELECT 1
                      FROM "anope_db_account" AS "t5"
                      WHERE "t5"."id" = "t4"."obj" AND ((substr(coalesce(lower("t5"."display"), ''), 1, 191) = substr(?, 1, 191) AND lower("t5"."display") = ?)) IS NOT TRUE))
                  ORDER BY "t4"."id" ASC
                  LIMIT ?) AS "p"), '}')) AS "j0"
          FROM "anope_db_channel" AS "t1"
          ORDER BY "t1"."id" ASC
          LIMIT ?) AS "p"), '}}')) AS BLOB)
