SELECT ('{"data":{"account":' || coalesce(
      (SELECT ('{"first":{"nodes":[' ||
          (SELECT coalesce(string_agg("p"."j", ','), '')
          FROM
            (SELECT ('{"nick":' || coalesce('"' || replace(replace((CAST("t1"."nick" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || '}') AS "j"
            FROM "anope_db_nick" AS "t1"
            WHERE "t1"."nc" = "t2"."id"
            ORDER BY "t1"."id" ASC
            LIMIT %s) AS "p") || ']},"last":' ||
          (SELECT ('{"nodes":[' || coalesce(string_agg("p"."j0", ','
                ORDER BY "p"."n" DESC) FILTER (WHERE "p"."n" <= %s), '') || ']}')
          FROM
            (SELECT "q"."j0", "q"."c", row_number() OVER (ORDER BY "q"."k0" DESC) AS "n", count(*) OVER () AS "m"
            FROM
              (SELECT ('{"nick":' || coalesce('"' || replace(replace((CAST("t3"."nick" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || '}') AS "j0", ('df79c8b44e7294e7.' || coalesce("t3"."id"::text, '')) AS "c", "t3"."id" AS "k0"
              FROM "anope_db_nick" AS "t3"
              WHERE "t3"."nc" = "t2"."id"
              ORDER BY "t3"."id" DESC
              LIMIT %s) AS "q") AS "p") || ',"none":{"nodes":[' ||
          (SELECT coalesce(string_agg("p"."j", ','), '')
          FROM
            (SELECT ('{"nick":' || coalesce('"' || replace(replace((CAST("t4"."nick" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || '}') AS "j"
            FROM "anope_db_nick" AS "t4"
            WHERE "t4"."nc" = "t2"."id" AND (left(coalesce(lower("t4"."nick" COLLATE "C"), ''), 191) = left(%s, 191) AND lower("t4"."nick" COLLATE "C") = %s)
            ORDER BY "t4"."id" ASC
            LIMIT %s) AS "p") || ']}}')
      FROM "anope_db_account" AS "t2"
      WHERE ((left(coalesce(lower("t2"."display" COLLATE "C"), ''), 191) = left(%s, 191)) AND (lower("t2"."display" COLLATE "C") = %s))
      ORDER BY "t2"."id"
      LIMIT 1), 'null') || '}}')
