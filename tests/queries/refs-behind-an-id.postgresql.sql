SELECT ('{"data":{"account":' || coalesce(
      (SELECT ('{"refs":[' ||
          (SELECT coalesce(string_agg("p"."j", ','), '')
          FROM
            (SELECT ('{"id":"channel:' || "t1"."id"::text || '","name":' || coalesce('"' || replace(replace((CAST("t1"."name" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || ',"founder":' || coalesce(
                  (SELECT ('{"display":' || coalesce('"' || replace(replace((CAST("t2"."display" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || '}')
                  FROM "anope_db_account" AS "t2"
                  WHERE "t2"."id" = "t1"."founder"), 'null') || ',"successor":' || coalesce(
                  (SELECT ('{"display":' || coalesce('"' || replace(replace((CAST("t3"."display" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || '}')
                  FROM "anope_db_account" AS "t3"
                  WHERE "t3"."id" = "t1"."successor"), 'null') || '}') AS "j"
            FROM "anope_db_channel" AS "t1"
            WHERE ("t1"."founder" = "t4"."id" OR "t1"."successor" = "t4"."id") AND "t1"."id" > %s
            ORDER BY "t1"."id"
            LIMIT %s) AS "p") || ']}')
      FROM "anope_db_account" AS "t4"
      WHERE ((left(coalesce(lower("t4"."display" COLLATE "C"), ''), 191) = left(%s, 191)) AND (lower("t4"."display" COLLATE "C") = %s))
      ORDER BY "t4"."id"
      LIMIT 1), 'null') || '}}')
