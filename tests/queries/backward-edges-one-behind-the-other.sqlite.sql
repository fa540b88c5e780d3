SELECT CAST((concat('{"data":{"accounts":',
        (SELECT (concat('{"nodes":[', coalesce(group_concat("p"."j0", ','), ''), ']}'))
        FROM
          (SELECT (concat('{"display":', json_quote(CAST("t1"."display" AS TEXT)), ',"channelsAsFounder":',
                (SELECT (concat('{"nodes":[', coalesce(group_concat("p"."j0", ','), ''), ']}'))
                FROM
                  (SELECT (concat('{"name":', json_quote(CAST("t2"."name" AS TEXT)), ',"accessEntries":',
                        (SELECT (concat('{"nodes":[', coalesce(group_concat("p"."j0", ','), ''), ']}'))
                        FROM
                          (SELECT (concat('{"mask":', json_quote(CAST("t3"."mask" AS TEXT)), ',"level":', CASE typeof("t3"."level") WHEN 'integer' THEN CASE WHEN "t3"."level" BETWEEN -2147483648 AND 2147483647 THEN "t3"."level" ELSE 'null' END WHEN 'text' THEN CASE WHEN CAST(CAST("t3"."level" AS INTEGER) AS TEXT) = "t3"."level" THEN CASE WHEN CAST("t3"."level" AS INTEGER) BETWEEN -2147483648 AND 2147483647 THEN CAST("t3"."level" AS INTEGER) ELSE 'null' END ELSE 'null' END ELSE 'null' END, '}')) AS "j0"
                          FROM "anope_db_accesschanaccess" AS "t3"
                          WHERE "t3"."ci" = +"t2"."id"
                          ORDER BY "t3"."id" ASC
                          LIMIT ?) AS "p"), '}')) AS "j0"
                  FROM "anope_db_channel" AS "t2"
                  WHERE "t2"."founder" = +"t1"."id"
                  ORDER BY "t2"."id" ASC
                  LIMIT ?) AS "p"), '}')) AS "j0"
          FROM "anope_db_account" AS "t1"
          ORDER BY "t1"."id" ASC
          LIMIT ?) AS "p"), '}}')) AS BLOB)
