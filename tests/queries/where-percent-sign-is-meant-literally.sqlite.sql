SELECT CAST((concat('{"data":{"memos":{"nodes":', json_group_array(json_object('text', CAST("p0"."text" AS TEXT))), '}}}')) AS BLOB)
FROM
  (SELECT "t1"."text" AS "text"
  FROM "anope_db_memo" AS "t1"
  WHERE CAST("t1"."text" AS TEXT) COLLATE BINARY GLOB ?
  ORDER BY "t1"."id" ASC
  LIMIT ?) AS "p0"
