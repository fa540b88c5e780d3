SELECT ('{"data":{"newsItems":{"nodes":[' || coalesce(string_agg("p"."j", ','), '') || ']}}}')
FROM
  (SELECT ('{"type":' || CASE CAST("t1"."type" AS TEXT) WHEN 'NEWS_LOGON' THEN '"LOGON"' WHEN '0' THEN '"LOGON"' WHEN 'NEWS_RANDOM' THEN '"RANDOM"' WHEN '1' THEN '"RANDOM"' WHEN 'NEWS_OPER' THEN '"OPER"' WHEN '2' THEN '"OPER"' ELSE 'null' END || ',"text":' || coalesce('"' || replace(replace((CAST("t1"."text" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || '}') AS "j"
  FROM "anope_db_newsitem" AS "t1"
  WHERE CAST("t1"."type" AS TEXT) COLLATE "C" IN (%s, %s)
  ORDER BY "t1"."id" ASC
  LIMIT %s) AS "p"
