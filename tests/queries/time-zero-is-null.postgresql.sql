SELECT ('{"data":{"forbids":{"nodes":[' || coalesce(string_agg("p"."j", ','), '') || ']}}}')
FROM
  (SELECT ('{"mask":' || coalesce('"' || replace(replace((CAST("t1"."mask" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || ',"created":' || CASE WHEN "t1"."created" BETWEEN -62135596800 AND 253402300799 AND "t1"."created" <> 0 THEN to_char(timestamp 'epoch' + interval '1 second' * "t1"."created", '\"YYYY-MM-DD"T"HH24:MI:SS"Z\"') ELSE 'null' END || ',"expires":' || CASE WHEN "t1"."expires" BETWEEN -62135596800 AND 253402300799 AND "t1"."expires" <> 0 THEN to_char(timestamp 'epoch' + interval '1 second' * "t1"."expires", '\"YYYY-MM-DD"T"HH24:MI:SS"Z\"') ELSE 'null' END || ',"type":' || CASE CAST("t1"."type" AS TEXT) WHEN 'FT_NICK' THEN '"NICK"' WHEN '1' THEN '"NICK"' WHEN 'FT_CHAN' THEN '"CHAN"' WHEN '2' THEN '"CHAN"' WHEN 'FT_EMAIL' THEN '"EMAIL"' WHEN '3' THEN '"EMAIL"' WHEN 'FT_REGISTER' THEN '"REGISTER"' WHEN '4' THEN '"REGISTER"' ELSE 'null' END || '}') AS "j"
  FROM "anope_db_forbid" AS "t1"
  ORDER BY "t1"."id" ASC
  LIMIT %s) AS "p"
