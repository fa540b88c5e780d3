SELECT CAST((concat('{"data":{"accounts":{"nodes":', json_group_array(json_object('display', CAST("p0"."display" AS TEXT))), '}}}')) AS BLOB)
FROM
  (SELECT "t1"."display" AS "display"
  FROM "anope_db_account" AS "t1"
  WHERE EXISTS
    (SELECT 1
    FROM "anope_db_nick" AS "t2"
    WHERE "t2"."nc" = +"t1"."id" AND lower("t2"."nick") GLOB ?)
  ORDER BY "t1"."id" ASC
  LIMIT ?) AS "p0"
