SELECT CAST((concat('{"data":{"channels":{"nodes":[', group_concat((concat('{"name":', json_quote(CAST("p0"."name" AS TEXT)), ',"private":', CASE typeof("p0"."CS_PRIVATE") WHEN 'integer' THEN CASE WHEN "p0"."CS_PRIVATE" <> 0 THEN 'true' ELSE 'false' END WHEN 'text' THEN CASE WHEN CAST(CAST("p0"."CS_PRIVATE" AS INTEGER) AS TEXT) = "p0"."CS_PRIVATE" THEN CASE WHEN CAST("p0"."CS_PRIVATE" AS INTEGER) <> 0 THEN 'true' ELSE 'false' END ELSE CASE WHEN "p0"."CS_PRIVATE" = 'true' THEN 'true' ELSE 'false' END END ELSE CASE WHEN "p0"."CS_PRIVATE" = 'true' THEN 'true' ELSE 'false' END END, '}')), ','), ']}}}')) AS BLOB)
FROM
  (SELECT "t1"."CS_PRIVATE" AS "CS_PRIVATE", "t1"."name" AS "name"
  FROM "anope_db_channel" AS "t1"
  WHERE (CAST("t1"."CS_PRIVATE" AS INTEGER) <> 0) IS NOT TRUE
  ORDER BY "t1"."id" ASC
  LIMIT ?) AS "p0"
