SELECT ('{"data":{"memos":{"nodes":[' || coalesce(string_agg("p"."j", ','), '') || ']}}}')
FROM
  (SELECT ('{"text":' || coalesce(to_json(CAST("t1"."text" AS TEXT))::text, 'null') || '}') AS "j"
  FROM "anope_db_memo" AS "t1"
  WHERE CAST("t1"."text" AS TEXT) COLLATE "C" LIKE %s
  ORDER BY "t1"."id" ASC
  LIMIT %s) AS "p"
