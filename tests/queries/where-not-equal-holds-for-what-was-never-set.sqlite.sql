SELECT CAST((concat('{"data":{"accounts":{"nodes":', json_group_array(json_object('display', CAST("p0"."display" AS TEXT), 'greet', CAST("p0"."greet" AS TEXT))), '}}}')) AS BLOB)
FROM
  (SELECT "t1"."display" AS "display", "t1"."greet" AS "greet"
  FROM "anope_db_account" AS "t1"
  WHERE (CAST("t1"."greet" AS TEXT) COLLATE BINARY = ?) IS NOT TRUE
  ORDER BY "t1"."id" ASC
  LIMIT ?) AS "p0"
