SELECT CAST((concat('{"data":{"nicks":{"nodes":', json_group_array(json_object('nick', CAST("p0"."nick" AS TEXT))), '}}}')) AS BLOB)
FROM
  (SELECT "t1"."nick" AS "nick"
  FROM "anope_db_nick" AS "t1"
  ORDER BY substr(coalesce(lower("t1"."nick"), ''), 1, 191) ASC, "t1"."id" ASC
  LIMIT ?) AS "p0"
