SELECT ('{"data":{"account":' || coalesce(
      (SELECT ('{"nicks":' ||
          (SELECT ('{"nodes":[' || coalesce(string_agg("p"."j0", ','), '') || '],"totalCount":' ||
              (SELECT COUNT(*)
              FROM "anope_db_nick" AS "t1"
              WHERE "t1"."nc" = "t2"."id")::text || '}')
          FROM
            (SELECT ('{"nick":' || coalesce(to_json(CAST("t3"."nick" AS TEXT))::text, 'null') || ',"account":' || coalesce(
                  (SELECT ('{"display":' || coalesce(to_json(CAST("t4"."display" AS TEXT))::text, 'null') || '}')
                  FROM "anope_db_account" AS "t4"
                  WHERE "t4"."id" = "t3"."nc"), 'null') || '}') AS "j0"
            FROM "anope_db_nick" AS "t3"
            WHERE "t3"."nc" = "t2"."id"
            ORDER BY "t3"."id" ASC
            LIMIT %s) AS "p") || ',"display":' || coalesce(to_json(CAST("t2"."display" AS TEXT))::text, 'null') || ',"id":"account:' || "t2"."id"::text || '"}')
      FROM "anope_db_account" AS "t2"
      WHERE ((left(coalesce(lower("t2"."display" COLLATE "C"), ''), 191) = left(%s, 191)) AND (lower("t2"."display" COLLATE "C") = %s))
      ORDER BY "t2"."id"
      LIMIT 1), 'null') || '}}')
