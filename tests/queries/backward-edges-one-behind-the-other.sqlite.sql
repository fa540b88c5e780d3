SELECT CAST((concat('{"data":{"accounts":{"nodes":[', group_concat((concat('{"display":', json_quote(CAST("p0"."display" AS TEXT)), ',"channelsAsFounder":{"nodes":[',
              (SELECT group_concat((concat('{"name":', json_quote(CAST("p1"."name" AS TEXT)), ',"accessEntries":{"nodes":',
                      (SELECT json_group_array(json_object('mask', CAST("p2"."mask" AS TEXT), 'level', CASE typeof("p2"."level") WHEN 'integer' THEN CASE WHEN "p2"."level" BETWEEN -2147483648 AND 2147483647 THEN "p2"."level" ELSE NULL END WHEN 'text' THEN CASE WHEN CAST(CAST("p2"."level" AS INTEGER) AS TEXT) = "p2"."level" THEN CASE WHEN CAST("p2"."level" AS INTEGER) BETWEEN -2147483648 AND 2147483647 THEN CAST("p2"."level" AS INTEGER) ELSE NULL END ELSE NULL END ELSE NULL END))
                      FROM
                        (SELECT "t1"."level" AS "level", "t1"."mask" AS "mask"
                        FROM "anope_db_accesschanaccess" AS "t1"
                        WHERE "t1"."ci" = +"p1"."id"
                        ORDER BY "t1"."id" ASC
                        LIMIT ?) AS "p2"), '}}')), ',')
              FROM
                (SELECT "t2"."id" AS "id", "t2"."name" AS "name"
                FROM "anope_db_channel" AS "t2"
                WHERE "t2"."founder" = +"p0"."id"
                ORDER BY "t2"."id" ASC
                LIMIT ?) AS "p1"), ']}}')), ','), ']}}}')) AS BLOB)
FROM
  (SELECT "t3"."display" AS "display", "t3"."id" AS "id"
  FROM "anope_db_account" AS "t3"
  ORDER BY "t3"."id" ASC
  LIMIT ?) AS "p0"
