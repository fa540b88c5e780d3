SELECT CAST((concat('{"data":{"accounts":{"nodes":', json_group_array(json_object('display', CAST("p0"."display" AS TEXT))), '}}}')) AS BLOB)
FROM
  (SELECT "t1"."display" AS "display"
  FROM "anope_db_account" AS "t1"
  WHERE NOT EXISTS
    (SELECT 1
    FROM "anope_db_channel" AS "t2"
    WHERE "t2"."founder" = +"t1"."id" AND 1 = 1)
  ORDER BY "t1"."id" ASC
  LIMIT ?) AS "p0"
