SELECT CAST((concat('{"data":{"accounts":{"nodes":', json_group_array(json_object('email', CAST("p0"."email" AS TEXT))), '}}}')) AS BLOB)
FROM
  (SELECT "t1"."email" AS "email"
  FROM "anope_db_account" AS "t1"
  WHERE ((substr(coalesce(lower("t1"."email"), ''), 1, 191) >= ? AND substr(coalesce(lower("t1"."email"), ''), 1, 191) < ? AND CAST("t1"."email" AS TEXT) COLLATE BINARY GLOB ?) AND CAST("t1"."email" AS TEXT) COLLATE BINARY GLOB ? AND CAST("t1"."email" AS TEXT) COLLATE BINARY GLOB ?)
  ORDER BY "t1"."id" ASC
  LIMIT ?) AS "p0"
