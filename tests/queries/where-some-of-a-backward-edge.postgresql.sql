SELECT ('{"data":{"accounts":{"nodes":[' || coalesce(string_agg("p"."j", ','), '') || ']}}}')
FROM
  (SELECT ('{"display":' || coalesce('"' || replace(replace((CAST("t1"."display" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || '}') AS "j"
  FROM "anope_db_account" AS "t1"
  WHERE EXISTS
    (SELECT 1
    FROM "anope_db_nick" AS "t2"
    WHERE "t2"."nc" = "t1"."id" AND lower("t2"."nick" COLLATE "C") LIKE %s)
  ORDER BY "t1"."id" ASC
  LIMIT %s) AS "p"
