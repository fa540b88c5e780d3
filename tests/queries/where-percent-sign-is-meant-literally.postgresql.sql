SELECT ('{"data":{"memos":{"nodes":[' || coalesce(string_agg("p"."j", ','), '') || ']}}}')
FROM
  (SELECT ('{"text":' || coalesce('"' || replace(replace((CAST("t1"."text" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || '}') AS "j"
  FROM "anope_db_memo" AS "t1"
  WHERE CAST("t1"."text" AS TEXT) COLLATE "C" LIKE %s
  ORDER BY "t1"."id" ASC
  LIMIT %s) AS "p"
