SELECT CAST((concat('{"data":{"modeLocks":{"nodes":[', group_concat((concat('{"set":', CASE typeof("p0"."set") WHEN 'integer' THEN CASE WHEN "p0"."set" <> 0 THEN 'true' ELSE 'false' END WHEN 'text' THEN CASE WHEN CAST(CAST("p0"."set" AS INTEGER) AS TEXT) = "p0"."set" THEN CASE WHEN CAST("p0"."set" AS INTEGER) <> 0 THEN 'true' ELSE 'false' END ELSE CASE WHEN "p0"."set" = 'true' THEN 'true' ELSE 'false' END END ELSE CASE WHEN "p0"."set" = 'true' THEN 'true' ELSE 'false' END END, ',"name":', json_quote(CAST("p0"."name" AS TEXT)), '}')), ','), ']}}}')) AS BLOB)
FROM
  (SELECT "t1"."name" AS "name", "t1"."set" AS "set"
  FROM "anope_db_modelock" AS "t1"
  ORDER BY CASE WHEN CAST("t1"."set" AS INTEGER) <> 0 THEN 1 ELSE 0 END ASC, substr(CAST("t1"."name" AS TEXT) COLLATE BINARY, 1, 191) ASC, "t1"."id" ASC
  LIMIT ?) AS "p0"
