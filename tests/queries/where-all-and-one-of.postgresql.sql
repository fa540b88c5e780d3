SELECT ('{"data":{"accounts":{"nodes":[' || coalesce(string_agg("p"."j", ','), '') || ']}}}')
FROM
  (SELECT ('{"display":' || coalesce('"' || replace(replace((CAST("t1"."display" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || '}') AS "j"
  FROM "anope_db_account" AS "t1"
  WHERE ((left(coalesce(lower("t1"."language" COLLATE "C"), ''), 191) >= %s AND left(coalesce(lower("t1"."language" COLLATE "C"), ''), 191) < %s AND CAST("t1"."language" AS TEXT) COLLATE "C" LIKE %s) AND ((left(coalesce(lower("t1"."display" COLLATE "C"), ''), 191) = left(%s, 191) AND lower("t1"."display" COLLATE "C") = %s) OR (left(coalesce(lower("t1"."display" COLLATE "C"), ''), 191) = left(%s, 191) AND lower("t1"."display" COLLATE "C") = %s) OR (left(coalesce(lower("t1"."email" COLLATE "C"), ''), 191) >= %s AND left(coalesce(lower("t1"."email" COLLATE "C"), ''), 191) < %s AND CAST("t1"."email" AS TEXT) COLLATE "C" LIKE %s)))
  ORDER BY "t1"."id" ASC
  LIMIT %s) AS "p"
