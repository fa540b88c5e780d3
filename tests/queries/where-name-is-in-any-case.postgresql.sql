SELECT ('{"data":{"accounts":{"nodes":[' || coalesce(string_agg("p"."j", ','), '') || ']}}}')
FROM
  (SELECT ('{"display":' || coalesce('"' || replace(replace((CAST("t1"."display" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || '}') AS "j"
  FROM "anope_db_account" AS "t1"
  WHERE (left(coalesce(lower("t1"."display" COLLATE "C"), ''), 191) = left(%s, 191) AND lower("t1"."display" COLLATE "C") = %s)
  ORDER BY "t1"."id" ASC
  LIMIT %s) AS "p"
