SELECT ('{"data":{"accounts":' ||
    (SELECT ('{"nodes":[' || coalesce(string_agg("p"."j0", ','
          ORDER BY "p"."n" ASC) FILTER (WHERE "p"."n" <= %s), '') || '],"pageInfo":{"hasNextPage":' || CASE WHEN max("p"."m") > %s THEN 'true' ELSE 'false' END || ',"hasPreviousPage":true}}')
    FROM
      (SELECT "q"."j0", "q"."c", row_number() OVER (ORDER BY "q"."k0" ASC, "q"."k1" ASC) AS "n", count(*) OVER () AS "m"
      FROM
        (SELECT ('{"display":' || coalesce('"' || replace(replace((CAST("t1"."display" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || '}') AS "j0", ('55f6f57ce5fb0dc9.' || coalesce(('x' || encode(convert_to(left(coalesce(lower("t1"."display" COLLATE "C"), ''), 191), 'UTF8'), 'hex')), '') || '.' || coalesce("t1"."id"::text, '')) AS "c", left(coalesce(lower("t1"."display" COLLATE "C"), ''), 191) AS "k0", "t1"."id" AS "k1"
        FROM "anope_db_account" AS "t1"
        WHERE left(coalesce(lower("t1"."display" COLLATE "C"), ''), 191) >= %s AND (left(coalesce(lower("t1"."display" COLLATE "C"), ''), 191) > %s OR (left(coalesce(lower("t1"."display" COLLATE "C"), ''), 191) = %s AND "t1"."id" > %s))
        ORDER BY left(coalesce(lower("t1"."display" COLLATE "C"), ''), 191) ASC, "t1"."id" ASC
        LIMIT %s) AS "q") AS "p") || '}}')
