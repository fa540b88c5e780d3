SELECT ('{"data":{"nicks":{"nodes":[' || coalesce(string_agg("p"."j", ','), '') || ']}}}')
FROM
  (SELECT ('{"nick":' || coalesce('"' || replace(replace((CAST("t1"."nick" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || '}') AS "j"
  FROM "anope_db_nick" AS "t1"
  ORDER BY left(coalesce(lower("t1"."nick" COLLATE "C"), ''), 191) ASC, "t1"."id" ASC
  LIMIT %s) AS "p"
