SELECT ('{"data":{"accounts":{"nodes":[' || coalesce(string_agg("p"."j", ','), '') || ']}}}')
FROM
  (SELECT ('{"display":' || coalesce('"' || replace(replace((CAST("t1"."display" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || ',"nicks":' ||
      (SELECT ('{"totalCount":' ||
          (SELECT COUNT(*)
          FROM "anope_db_nick" AS "t2"
          WHERE "t2"."nc" = "t1"."id")::text || ',"nodes":[' || coalesce(string_agg("p"."j0", ','
            ORDER BY "p"."n" ASC) FILTER (WHERE "p"."n" <= %s), '') || '],"pageInfo":{"hasNextPage":' || CASE WHEN max("p"."m") > %s THEN 'true' ELSE 'false' END || ',"hasPreviousPage":true}}')
      FROM
        (SELECT "q"."j0", "q"."c", row_number() OVER (ORDER BY "q"."k0" DESC NULLS LAST, "q"."k1" DESC) AS "n", count(*) OVER () AS "m"
        FROM
          (SELECT ('{"nick":' || coalesce('"' || replace(replace((CAST("t3"."nick" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || ',"lastSeen":' || CASE WHEN "t3"."last_seen" BETWEEN -62135596800 AND 253402300799 AND "t3"."last_seen" <> 0 THEN to_char(timestamp 'epoch' + interval '1 second' * "t3"."last_seen", '\"YYYY-MM-DD"T"HH24:MI:SS"Z\"') ELSE 'null' END || '}') AS "j0", ('df79c8b406d4d188.' || coalesce("t3"."last_seen"::text, '') || '.' || coalesce("t3"."id"::text, '')) AS "c", "t3"."last_seen" AS "k0", "t3"."id" AS "k1"
          FROM "anope_db_nick" AS "t3"
          WHERE "t3"."nc" = "t1"."id" AND (("t3"."last_seen" < %s OR "t3"."last_seen" IS NULL) OR ("t3"."last_seen" = %s AND "t3"."id" < %s))
          ORDER BY "t3"."last_seen" DESC NULLS LAST, "t3"."id" DESC
          LIMIT %s) AS "q") AS "p") || '}') AS "j"
  FROM "anope_db_account" AS "t1"
  ORDER BY "t1"."id" ASC
  LIMIT %s) AS "p"
