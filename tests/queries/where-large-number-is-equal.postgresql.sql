SELECT ('{"data":{"sessionExceptions":{"nodes":[' || coalesce(string_agg("p"."j", ','), '') || ']}}}')
FROM
  (SELECT ('{"mask":' || coalesce('"' || replace(replace((CAST("t1"."mask" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || ',"limit":' || coalesce(('"' || "t1"."limit"::text || '"'), 'null') || '}') AS "j"
  FROM "anope_db_exception" AS "t1"
  WHERE "t1"."limit" = %s
  ORDER BY "t1"."id" ASC
  LIMIT %s) AS "p"
