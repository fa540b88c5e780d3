SELECT CAST((concat('{"data":{"channels":{"nodes":', json_group_array(json_object('name', CAST("p0"."name" AS TEXT))), '}}}')) AS BLOB)
FROM
  (SELECT "t1"."name" AS "name"
  FROM "anope_db_channel" AS "t1"
  WHERE "t1"."founder" = ?
  ORDER BY "t1"."id" ASC
  LIMIT ?) AS "p0"
