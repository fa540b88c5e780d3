SELECT ('{"data":{"account":' || coalesce(
      (SELECT ('{"channelsAsFounder":' ||
          (SELECT ('{"nodes":[' || coalesce(string_agg("p"."j0", ','
                ORDER BY "p"."n" ASC) FILTER (WHERE "p"."n" <= %s), '') || '],"edges":[' || coalesce(string_agg("p"."j1", ','
                ORDER BY "p"."n" ASC) FILTER (WHERE "p"."n" <= %s), '') || '],"totalCount":' ||
              (SELECT COUNT(*)
              FROM "anope_db_channel" AS "t1"
              WHERE "t1"."founder" = "t2"."id")::text || ',"pageInfo":{"hasNextPage":' || CASE WHEN max("p"."m") > %s THEN 'true' ELSE 'false' END || ',"hasPreviousPage":false,"startCursor":' || coalesce(('"' || max(CASE WHEN "p"."n" = 1 AND "p"."n" <= %s THEN "p"."c" END) || '"'), 'null') || ',"endCursor":' || coalesce(('"' || max(CASE WHEN "p"."n" = least("p"."m", %s) THEN "p"."c" END) || '"'), 'null') || '}}')
          FROM
            (SELECT "q"."j0", "q"."j1", "q"."c", row_number() OVER (ORDER BY "q"."k0" ASC) AS "n", count(*) OVER () AS "m"
            FROM
              (SELECT ('{"name":' || coalesce('"' || replace(replace((CAST("t3"."name" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || '}') AS "j0", ('{"cursor":"' || ('b363cd684e7294e7.' || coalesce("t3"."id"::text, '')) || '"}') AS "j1", ('b363cd684e7294e7.' || coalesce("t3"."id"::text, '')) AS "c", "t3"."id" AS "k0"
              FROM "anope_db_channel" AS "t3"
              WHERE "t3"."founder" = "t2"."id"
              ORDER BY "t3"."id" ASC
              LIMIT %s) AS "q") AS "p") || '}')
      FROM "anope_db_account" AS "t2"
      WHERE ((left(coalesce(lower("t2"."display" COLLATE "C"), ''), 191) = left(%s, 191)) AND (lower("t2"."display" COLLATE "C") = %s))
      ORDER BY "t2"."id"
      LIMIT 1), 'null') || '}}')
