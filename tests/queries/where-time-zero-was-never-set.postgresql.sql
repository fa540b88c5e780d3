SELECT ('{"data":{"accessChanAccesses":{"nodes":[' || coalesce(string_agg("p"."j", ','), '') || ']}}}')
FROM
  (SELECT ('{"mask":' || coalesce('"' || replace(replace((CAST("t1"."mask" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || ',"lastSeen":' || CASE WHEN "t1"."last_seen" BETWEEN -62135596800 AND 253402300799 AND "t1"."last_seen" <> 0 THEN to_char(timestamp 'epoch' + interval '1 second' * "t1"."last_seen", '\"YYYY-MM-DD"T"HH24:MI:SS"Z\"') ELSE 'null' END || '}') AS "j"
  FROM "anope_db_accesschanaccess" AS "t1"
  WHERE ("t1"."last_seen" IS NULL OR "t1"."last_seen" = %s)
  ORDER BY "t1"."id" ASC
  LIMIT %s) AS "p"
