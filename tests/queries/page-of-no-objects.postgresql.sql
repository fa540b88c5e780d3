SELECT ('{"data":{"accounts":' ||
    (SELECT ('{"nodes":[' || coalesce(string_agg("p"."j0", ','
          ORDER BY "p"."n" ASC) FILTER (WHERE "p"."n" <= %s), '') || '],"pageInfo":{"hasNextPage":' || CASE WHEN max("p"."m") > %s THEN 'true' ELSE 'false' END || ',"hasPreviousPage":false},"totalCount":' ||
        (SELECT COUNT(*)
        FROM "anope_db_account" AS "t1")::text || '}')
    FROM
      (SELECT "q"."j0", "q"."c", row_number() OVER (ORDER BY "q"."k0" ASC) AS "n", count(*) OVER () AS "m"
      FROM
        (SELECT ('{"display":' || coalesce('"' || replace(replace((CAST("t2"."display" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || '}') AS "j0", ('55f6f57c4e7294e7.' || coalesce("t2"."id"::text, '')) AS "c", "t2"."id" AS "k0"
        FROM "anope_db_account" AS "t2"
        ORDER BY "t2"."id" ASC
        LIMIT %s) AS "q") AS "p") || '}}')
