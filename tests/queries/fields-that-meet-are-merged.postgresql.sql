SELECT ('{"data":{"account":' || coalesce(
      (SELECT ('{"nicks":{"nodes":[' ||
          (SELECT coalesce(string_agg("p"."j", ','), '')
          FROM
            (SELECT ('{"nick":' || coalesce('"' || replace(replace((CAST("t1"."nick" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || ',"account":' || coalesce(
                  (SELECT ('{"display":' || coalesce('"' || replace(replace((CAST("t2"."display" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || '}')
                  FROM "anope_db_account" AS "t2"
                  WHERE "t2"."id" = "t1"."nc"), 'null') || '}') AS "j"
            FROM "anope_db_nick" AS "t1"
            WHERE "t1"."nc" = "t3"."id"
            ORDER BY "t1"."id" ASC
            LIMIT %s) AS "p") || '],"totalCount":' ||
          (SELECT COUNT(*)
          FROM "anope_db_nick" AS "t4"
          WHERE "t4"."nc" = "t3"."id")::text || '},"display":' || coalesce('"' || replace(replace((CAST("t3"."display" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || ',"id":"account:' || "t3"."id"::text || '"}')
      FROM "anope_db_account" AS "t3"
      WHERE ((left(coalesce(lower("t3"."display" COLLATE "C"), ''), 191) = left(%s, 191)) AND (lower("t3"."display" COLLATE "C") = %s))
      ORDER BY "t3"."id"
      LIMIT 1), 'null') || '}}')
