SELECT ('{"data":{"accounts":{"nodes":[' || coalesce(string_agg("p"."j", ','), '') || ']}}}')
FROM
  (SELECT ('{"email":' || coalesce('"' || replace(replace((CAST("t1"."email" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || '}') AS "j"
  FROM "anope_db_account" AS "t1"
  WHERE (left(coalesce(lower("t1"."email" COLLATE "C"), ''), 191) IN (left(%s, 191), left(%s, 191)) AND CAST("t1"."email" AS TEXT) COLLATE "C" IN (%s, %s))
  ORDER BY "t1"."id" ASC
  LIMIT %s) AS "p"
