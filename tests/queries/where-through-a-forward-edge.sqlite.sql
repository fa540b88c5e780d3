SELECT CAST((concat('{"data":{"nicks":{"nodes":', json_group_array(json_object('nick', CAST("p0"."nick" AS TEXT))), '}}}')) AS BLOB)
FROM
  (SELECT "t1"."nick" AS "nick"
  FROM "anope_db_nick" AS "t1"
  WHERE EXISTS
    (SELECT 1
    FROM "anope_db_account" AS "t2"
    WHERE "t2"."id" = "t1"."nc" AND (substr(coalesce(lower("t2"."email"), ''), 1, 191) >= ? AND substr(coalesce(lower("t2"."email"), ''), 1, 191) < ? AND CAST("t2"."email" AS TEXT) COLLATE BINARY GLOB ?))
  ORDER BY "t1"."id" ASC
  LIMIT ?) AS "p0"
