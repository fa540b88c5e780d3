SELECT ('{"data":{"nicks":{"nodes":[' || coalesce(string_agg("p"."j", ','), '') || ']}}}')
FROM
  (SELECT ('{"nick":' || coalesce('"' || replace(replace((CAST("t1"."nick" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || '}') AS "j"
  FROM "anope_db_nick" AS "t1"
  WHERE lower("t1"."nick" COLLATE "C") LIKE %s
  ORDER BY "t1"."id" ASC
  LIMIT %s) AS "p"
