SELECT CAST((concat('{"data":{"accounts":{"nodes":', json_group_array(json_object('display', CAST("p0"."display" AS TEXT))), '}}}')) AS BLOB)
FROM
  (SELECT "t1"."display" AS "display"
  FROM "anope_db_account" AS "t1"
  WHERE ((substr(coalesce(lower("t1"."language"), ''), 1, 191) >= ? AND substr(coalesce(lower("t1"."language"), ''), 1, 191) < ? AND CAST("t1"."language" AS TEXT) COLLATE BINARY GLOB ?) AND ((substr(coalesce(lower("t1"."display"), ''), 1, 191) = substr(?, 1, 191) AND lower("t1"."display") = ?) OR (substr(coalesce(lower("t1"."display"), ''), 1, 191) = substr(?, 1, 191) AND lower("t1"."display") = ?) OR (substr(coalesce(lower("t1"."email"), ''), 1, 191) >= ? AND substr(coalesce(lower("t1"."email"), ''), 1, 191) < ? AND CAST("t1"."email" AS TEXT) COLLATE BINARY GLOB ?)))
  ORDER BY "t1"."id" ASC
  LIMIT ?) AS "p0"
