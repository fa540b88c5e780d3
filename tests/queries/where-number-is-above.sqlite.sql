SELECT CAST((concat('{"data":{"accessChanAccesses":{"nodes":', json_group_array(json_object('level', CASE typeof("p0"."level") WHEN 'integer' THEN CASE WHEN "p0"."level" BETWEEN -2147483648 AND 2147483647 THEN "p0"."level" ELSE NULL END WHEN 'text' THEN CASE WHEN CAST(CAST("p0"."level" AS INTEGER) AS TEXT) = "p0"."level" THEN CASE WHEN CAST("p0"."level" AS INTEGER) BETWEEN -2147483648 AND 2147483647 THEN CAST("p0"."level" AS INTEGER) ELSE NULL END ELSE NULL END ELSE NULL END, 'mask', CAST("p0"."mask" AS TEXT))), '}}}')) AS BLOB)
FROM
  (SELECT "t1"."level" AS "level", "t1"."mask" AS "mask"
  FROM "anope_db_accesschanaccess" AS "t1"
  WHERE CAST("t1"."level" AS INTEGER) > ?
  ORDER BY "t1"."id" ASC
  LIMIT ?) AS "p0"
