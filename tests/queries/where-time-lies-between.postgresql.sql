SELECT ('{"data":{"nicks":{"nodes":[' || coalesce(string_agg("p"."j", ','), '') || ']}}}')
FROM
  (SELECT ('{"nick":' || coalesce('"' || replace(replace((CAST("t1"."nick" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || ',"lastSeen":' || CASE WHEN "t1"."last_seen" BETWEEN -62135596800 AND 253402300799 AND "t1"."last_seen" <> 0 THEN to_char(timestamp 'epoch' + interval '1 second' * "t1"."last_seen", '\"YYYY-MM-DD"T"HH24:MI:SS"Z\"') ELSE 'null' END || '}') AS "j"
  FROM "anope_db_nick" AS "t1"
  WHERE (("t1"."last_seen" >= %s AND ("t1"."last_seen" = %s) IS NOT TRUE) AND ("t1"."last_seen" < %s AND ("t1"."last_seen" = %s) IS NOT TRUE))
  ORDER BY "t1"."id" ASC
  LIMIT %s) AS "p"
