SELECT CAST((concat('{"data":{"accounts":{"nodes":', json_group_array(json_object('display', CAST("p0"."display" AS TEXT))), '}}}')) AS BLOB)
FROM
  (SELECT "t1"."display" AS "display"
  FROM "anope_db_account" AS "t1"
  WHERE (1 = 1 AND (1 = 0) IS NOT TRUE)
  ORDER BY "t1"."id" ASC
  LIMIT ?) AS "p0"
