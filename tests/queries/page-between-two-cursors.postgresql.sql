SELECT ('{"data":{"accounts":{"nodes":[' || coalesce(string_agg("p"."j", ','), '') || '],"pageInfo":{"hasNextPage":true,"hasPreviousPage":true}}}}')
FROM
  (SELECT ('{"display":' || coalesce('"' || replace(replace((CAST("t1"."display" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || '}') AS "j"
  FROM "anope_db_account" AS "t1"
  WHERE left(coalesce(lower("t1"."display" COLLATE "C"), ''), 191) >= %s AND (left(coalesce(lower("t1"."display" COLLATE "C"), ''), 191) > %s OR (left(coalesce(lower("t1"."display" COLLATE "C"), ''), 191) = %s AND "t1"."id" > %s)) AND left(coalesce(lower("t1"."display" COLLATE "C"), ''), 191) <= %s AND (left(coalesce(lower("t1"."display" COLLATE "C"), ''), 191) < %s OR (left(coalesce(lower("t1"."display" COLLATE "C"), ''), 191) = %s AND "t1"."id" < %s))
  ORDER BY left(coalesce(lower("t1"."display" COLLATE "C"), ''), 191) ASC, "t1"."id" ASC
  LIMIT %s) AS "p"
