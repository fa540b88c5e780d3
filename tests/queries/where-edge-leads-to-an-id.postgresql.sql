SELECT ('{"data":{"channels":{"nodes":[' || coalesce(string_agg("p"."j", ','), '') || ']}}}')
FROM
  (SELECT ('{"name":' || coalesce('"' || replace(replace((CAST("t1"."name" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || '}') AS "j"
  FROM "anope_db_channel" AS "t1"
  WHERE "t1"."founder" = %s
  ORDER BY "t1"."id" ASC
  LIMIT %s) AS "p"
