SELECT ('{"data":{"channels":{"nodes":[' || coalesce(string_agg("p"."j", ','), '') || ']}}}')
FROM
  (SELECT ('{"name":' || coalesce('"' || replace(replace((CAST("t1"."name" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || ',"bot":' || coalesce(
        (SELECT ('{"nick":' || coalesce('"' || replace(replace((CAST("t2"."nick" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || '}')
        FROM "anope_db_botinfo" AS "t2"
        WHERE "t2"."id" = "t1"."bi"), 'null') || '}') AS "j"
  FROM "anope_db_channel" AS "t1" LEFT OUTER JOIN "anope_db_botinfo" AS "t3" ON "t3"."id" = "t1"."bi"
  ORDER BY left(lower("t3"."nick" COLLATE "C"), 191) DESC, left(coalesce(lower("t1"."name" COLLATE "C"), ''), 191) DESC, "t1"."id" DESC
  LIMIT %s) AS "p"
