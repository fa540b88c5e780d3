SELECT CAST((concat('{"data":{"sessionExceptions":{"nodes":', json_group_array(json_object('mask', CAST("p0"."mask" AS TEXT), 'limit', CASE typeof("p0"."limit") WHEN 'integer' THEN CAST("p0"."limit" AS TEXT) WHEN 'text' THEN CASE WHEN CAST(CAST("p0"."limit" AS INTEGER) AS TEXT) = "p0"."limit" THEN CAST(CAST("p0"."limit" AS INTEGER) AS TEXT) ELSE NULL END ELSE NULL END)), '}}}')) AS BLOB)
FROM
  (SELECT "t1"."limit" AS "limit", "t1"."mask" AS "mask"
  FROM "anope_db_exception" AS "t1"
  WHERE CAST("t1"."limit" AS INTEGER) = ?
  ORDER BY "t1"."id" ASC
  LIMIT ?) AS "p0"
