SELECT CAST((concat('{"data":{"newsItems":{"nodes":', json_group_array(json_object('type', CASE CAST("p0"."type" AS TEXT) WHEN 'NEWS_LOGON' THEN 'LOGON' WHEN '0' THEN 'LOGON' WHEN 'NEWS_RANDOM' THEN 'RANDOM' WHEN '1' THEN 'RANDOM' WHEN 'NEWS_OPER' THEN 'OPER' WHEN '2' THEN 'OPER' ELSE NULL END, 'text', CAST("p0"."text" AS TEXT))), '}}}')) AS BLOB)
FROM
  (SELECT "t1"."text" AS "text", "t1"."type" AS "type"
  FROM "anope_db_newsitem" AS "t1"
  WHERE CAST("t1"."type" AS TEXT) COLLATE BINARY IN (?, ?)
  ORDER BY "t1"."id" ASC
  LIMIT ?) AS "p0"
