SELECT ('{"data":{"accounts":{"nodes":[' || coalesce(string_agg("p"."j", ','), '') || ']}}}')
FROM
  (SELECT ('{"display":' || coalesce('"' || replace(replace((CAST("t1"."display" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || '}') AS "j"
  FROM "anope_db_account" AS "t1"
  WHERE (EXISTS
      (SELECT 1
      FROM "anope_db_channel" AS "t2"
      WHERE "t2"."founder" = "t1"."id" AND 1 = 1) AND NOT EXISTS
      (SELECT 1
      FROM "anope_db_channel" AS "t3"
      WHERE "t3"."founder" = "t1"."id" AND ("t3"."CS_PRIVATE" <> 0) IS NOT TRUE))
  ORDER BY "t1"."id" ASC
  LIMIT %s) AS "p"
