SELECT ('{"data":{"channels":{"nodes":[' || coalesce(string_agg("p"."j", ','), '') || ']}}}')
FROM
  (SELECT ('{"name":' || coalesce('"' || replace(replace((CAST("t1"."name" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || ',"successor":' || coalesce(
        (SELECT ('{"display":' || coalesce('"' || replace(replace((CAST("t2"."display" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || '}')
        FROM "anope_db_account" AS "t2"
        WHERE "t2"."id" = "t1"."successor"), 'null') || '}') AS "j"
  FROM "anope_db_channel" AS "t1" LEFT OUTER JOIN "anope_db_account" AS "t3" ON "t3"."id" = "t1"."successor"
  ORDER BY left(lower("t3"."display" COLLATE "C"), 191) ASC, "t1"."id" ASC
  LIMIT %s) AS "p"
