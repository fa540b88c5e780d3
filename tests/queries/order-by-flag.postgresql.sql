SELECT ('{"data":{"modeLocks":{"nodes":[' || coalesce(string_agg("p"."j", ','), '') || ']}}}')
FROM
  (SELECT ('{"set":' || CASE WHEN "t1"."set" <> 0 THEN 'true' ELSE 'false' END || ',"name":' || coalesce('"' || replace(replace((CAST("t1"."name" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || '}') AS "j"
  FROM "anope_db_modelock" AS "t1"
  ORDER BY CASE WHEN "t1"."set" <> 0 THEN 1 ELSE 0 END ASC, left(CAST("t1"."name" AS TEXT) COLLATE "C", 191) ASC NULLS FIRST, "t1"."id" ASC
  LIMIT %s) AS "p"
