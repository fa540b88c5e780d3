SELECT ('{"data":{"channel":' || coalesce(
      (SELECT ('{"founder":' || coalesce(
            (SELECT ('{"display":' || coalesce('"' || replace(replace((CAST("t1"."display" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || ',"nicks":{"nodes":[' ||
                (SELECT coalesce(string_agg("p"."j", ','), '')
                FROM
                  (SELECT ('{"nick":' || coalesce('"' || replace(replace((CAST("t2"."nick" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || '}') AS "j"
                  FROM "anope_db_nick" AS "t2"
                  WHERE "t2"."nc" = "t1"."id"
                  ORDER BY "t2"."id" ASC
                  LIMIT %s) AS "p") || ']}}')
            FROM "anope_db_account" AS "t1"
            WHERE "t1"."id" = "t3"."founder"), 'null') || ',"successor":' || coalesce(
            (SELECT ('{"display":' || coalesce('"' || replace(replace((CAST("t4"."display" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || ',"nicks":{"nodes":[' ||
                (SELECT coalesce(string_agg("p"."j", ','), '')
                FROM
                  (SELECT ('{"nick":' || coalesce('"' || replace(replace((CAST("t5"."nick" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || '}') AS "j"
                  FROM "anope_db_nick" AS "t5"
                  WHERE "t5"."nc" = "t4"."id"
                  ORDER BY "t5"."id" ASC
                  LIMIT %s) AS "p") || ']}}')
            FROM "anope_db_account" AS "t4"
            WHERE "t4"."id" = "t3"."successor"), 'null') || '}')
      FROM "anope_db_channel" AS "t3"
      WHERE ((left(coalesce(lower("t3"."name" COLLATE "C"), ''), 191) = left(%s, 191)) AND (lower("t3"."name" COLLATE "C") = %s))
      ORDER BY "t3"."id"
      LIMIT 1), 'null') || '}}')
