SELECT ('{"data":{"accounts":{"nodes":[' || coalesce(string_agg("p"."j", ','), '') || ']}}}')
FROM
  (SELECT ('{"email":' || coalesce('"' || replace(replace((CAST("t1"."email" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || '}') AS "j"
  FROM "anope_db_account" AS "t1"
  WHERE ((left(coalesce(lower("t1"."email" COLLATE "C"), ''), 191) >= %s AND left(coalesce(lower("t1"."email" COLLATE "C"), ''), 191) < %s AND CAST("t1"."email" AS TEXT) COLLATE "C" LIKE %s) AND CAST("t1"."email" AS TEXT) COLLATE "C" LIKE %s AND CAST("t1"."email" AS TEXT) COLLATE "C" LIKE %s)
  ORDER BY "t1"."id" ASC
  LIMIT %s) AS "p"
