SELECT ('{"data":{"accounts":{"nodes":[' || coalesce(string_agg("p"."j", ','), '') || ']}}}')
FROM
  (SELECT ('{"nicks":{"nodes":[' ||
      (SELECT coalesce(string_agg("p"."j", ','), '')
      FROM
        (SELECT ('{"nick":' || coalesce('"' || replace(replace((CAST("t1"."nick" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || ',"timeRegistered":' || CASE WHEN "t1"."time_registered" BETWEEN -62135596800 AND 253402300799 AND "t1"."time_registered" <> 0 THEN to_char(timestamp 'epoch' + interval '1 second' * "t1"."time_registered", '\"YYYY-MM-DD"T"HH24:MI:SS"Z\"') ELSE 'null' END || '}') AS "j"
        FROM "anope_db_nick" AS "t1"
        WHERE "t1"."nc" = "t2"."id"
        ORDER BY "t1"."time_registered" DESC NULLS LAST, "t1"."id" DESC
        LIMIT %s) AS "p") || ']}}') AS "j"
  FROM "anope_db_account" AS "t2"
  WHERE EXISTS
    (SELECT 1
    FROM "anope_db_nick" AS "t3"
    WHERE "t3"."nc" = "t2"."id" AND 1 = 1)
  ORDER BY "t2"."id" ASC
  LIMIT %s) AS "p"
