SELECT ('{"data":{"accounts":{"nodes":[' || coalesce(string_agg("p"."j", ','), '') || ']}}}')
FROM
  (SELECT ('{"display":' || coalesce('"' || replace(replace((CAST("t1"."display" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || ',"nicks":{"nodes":[' ||
      (SELECT coalesce(string_agg("p"."j", ','), '')
      FROM
        (SELECT ('{"nick":' || coalesce('"' || replace(replace((CAST("t2"."nick" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || '}') AS "j"
        FROM "anope_db_nick" AS "t2"
        WHERE "t2"."nc" = "t1"."id"
        ORDER BY "t2"."id" ASC
        LIMIT %s) AS "p") || ']}}') AS "j"
  FROM "anope_db_account" AS "t1"
  ORDER BY "t1"."id" ASC
  LIMIT %s) AS "p"
