SELECT CAST((concat('{"data":{"accessChanAccesses":',
        (SELECT (concat('{"nodes":[', coalesce(group_concat("p"."j0", ','), ''), ']}'))
        FROM
          (SELECT (concat('{"level":', CASE typeof("t1"."level") WHEN 'integer' THEN CASE WHEN "t1"."level" BETWEEN -2147483648 AND 2147483647 THEN "t1"."level" ELSE 'null' END WHEN 'text' THEN CASE WHEN CAST(CAST("t1"."level" AS INTEGER) AS TEXT) = "t1"."level" THEN CASE WHEN CAST("t1"."level" AS INTEGER) BETWEEN -2147483648 AND 2147483647 THEN CAST("t1"."level" AS INTEGER) ELSE 'null' END ELSE 'null' END ELSE 'null' END, ',"mask":', json_quote(CAST("t1"."mask" AS TEXT)), '}')) AS "j0"
          FROM "anope_db_accesschanaccess" AS "t1"
          ORDER BY CAST("t1"."level" AS INTEGER) DESC, substr(CAST("t1"."mask" AS TEXT) COLLATE BINARY, 1, 191) ASC, "t1"."id" ASC
          LIMIT ?) AS "p"), '}}')) AS BLOB)
