SELECT ('{"data":{"nicks":{"nodes":[' || coalesce(string_agg("p"."j", ','), '') || ']}}}')
FROM
  (SELECT ('{"nick":' || coalesce('"' || replace(replace((CAST("t1"."nick" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || '}') AS "j"
  FROM "anope_db_nick" AS "t1"
  WHERE EXISTS
    (SELECT 1
    FROM "anope_db_account" AS "t2"
    WHERE "t2"."id" = "t1"."nc" AND (left(coalesce(lower("t2"."email" COLLATE "C"), ''), 191) >= %s AND left(coalesce(lower("t2"."email" COLLATE "C"), ''), 191) < %s AND CAST("t2"."email" AS TEXT) COLLATE "C" LIKE %s))
  ORDER BY "t1"."id" ASC
  LIMIT %s) AS "p"
