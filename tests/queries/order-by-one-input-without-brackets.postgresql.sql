SELECT ('{"data":{"bots":{"nodes":[' || coalesce(string_agg("p"."j", ','), '') || ']}}}')
FROM
  (SELECT ('{"nick":' || coalesce('"' || replace(replace((CAST("t1"."nick" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || ',"created":' || CASE WHEN "t1"."created" BETWEEN -62135596800 AND 253402300799 AND "t1"."created" <> 0 THEN to_char(timestamp 'epoch' + interval '1 second' * "t1"."created", '\"YYYY-MM-DD"T"HH24:MI:SS"Z\"') ELSE 'null' END || '}') AS "j"
  FROM "anope_db_botinfo" AS "t1"
  ORDER BY "t1"."created" DESC NULLS LAST, "t1"."id" DESC
  LIMIT %s) AS "p"
