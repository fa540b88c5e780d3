SELECT ('{"data":{"nick":' || coalesce(
      (SELECT ('{"account":' || coalesce(
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
                  LIMIT %s) AS "p") || ']}}')
            FROM "anope_db_account" AS "t3"
            WHERE "t3"."id" = "t4"."nc"), 'null') || '}')
      FROM "anope_db_nick" AS "t4"
      WHERE ((left(coalesce(lower("t4"."nick" COLLATE "C"), ''), 191) = left(%s, 191)) AND (lower("t4"."nick" COLLATE "C") = %s))
      ORDER BY "t4"."id"
      LIMIT 1), 'null') || '}}')
